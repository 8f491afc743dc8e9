package dev.rollcall.connector.tencentcam.read;

import java.util.List;

import dev.rollcall.connector.tencentcam.api.AddUser;
import dev.rollcall.connector.tencentcam.api.GroupMembers;
import dev.rollcall.connector.tencentcam.api.GroupMembers.GroupMember;
import dev.rollcall.connector.tencentcam.api.UpdateUser;
import dev.rollcall.connector.tencentcam.client.CamCall;
import dev.rollcall.connector.tencentcam.client.CamClient;
import dev.rollcall.connector.tencentcam.client.Refusal;

/**
 * Finds out whether a key may make a call that writes, or one by which is looked up what
 * was written, by making it of something that cannot be there: of a sub-user whose name
 * is no legal one, of a group with the number 0.
 *
 * <p>
 * Certain is that nothing comes of such a call, and that a refusal for lack of power says
 * that the power is missing. That a key has the power is likely when CAM refuses for
 * another reason; no page says whether it looks at the power first.
 */
enum Power {

	ADD_USER(CamCall.ADD_USER) {
		@Override
		void use(CamClient client) {
			client.addUser(new AddUser(NOBODY, null, 0, 0, null, null, null, null, null));
		}
	},

	UPDATE_USER(CamCall.UPDATE_USER) {
		@Override
		void use(CamClient client) {
			client.updateUser(new UpdateUser(NOBODY, null, null, null, null, null));
		}
	},

	DELETE_USER(CamCall.DELETE_USER) {
		@Override
		void use(CamClient client) {
			client.deleteUser(NOBODY);
		}
	},

	GET_USER(CamCall.GET_USER) {
		@Override
		void use(CamClient client) {
			client.user(NOBODY);
		}
	},

	LIST_USER_GROUPS(CamCall.LIST_USER_GROUPS) {
		@Override
		void use(CamClient client) {
			client.groupsOfUser(0, 1, 1);
		}
	},

	ADD_TO_GROUP(CamCall.ADD_TO_GROUP) {
		@Override
		void use(CamClient client) {
			client.addToGroups(NONE);
		}
	},

	REMOVE_FROM_GROUP(CamCall.REMOVE_FROM_GROUP) {
		@Override
		void use(CamClient client) {
			client.removeFromGroups(NONE);
		}
	};

	/** A slash and a blank are in no legal name. */
	private static final String NOBODY = "/rollcall check/";

	private static final GroupMembers NONE = new GroupMembers(List.of(new GroupMember(0, 0)));

	private final CamCall call;

	Power(CamCall call) {
		this.call = call;
	}

	abstract void use(CamClient client);

	/**
	 * Whether the key may do this, as far as that can be told.
	 * @throws dev.rollcall.connector.DirectoryException when the call fails otherwise
	 */
	final boolean isThere(CamClient client) {
		try {
			use(client);
			return true;
		}
		catch (Refusal ex) {
			if (ex.code().startsWith("AuthFailure") && !isMissing(ex)) {
				throw ex;
			}
			return !isMissing(ex);
		}
	}

	/** Whether somebody was refused for lack of power. */
	static boolean isMissing(Refusal refusal) {
		return refusal.code().contains("UnauthorizedOperation");
	}

	/** Whether it is about groups. */
	boolean isOfGroups() {
		return this == LIST_USER_GROUPS || this == ADD_TO_GROUP || this == REMOVE_FROM_GROUP;
	}

	/** As CAM and its policies call it. */
	@Override
	public String toString() {
		return this.call.path();
	}

}
