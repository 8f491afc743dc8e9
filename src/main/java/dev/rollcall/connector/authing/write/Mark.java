package dev.rollcall.connector.authing.write;

import java.util.Objects;

import dev.rollcall.connector.authing.api.UserDetail;
import dev.rollcall.connector.authing.api.UserWrite;
import dev.rollcall.connector.authing.fields.Link;
import dev.rollcall.connector.authing.fields.PoolFields;
import org.jspecify.annotations.Nullable;

/**
 * What a user is recognised by who has no id of Authing's yet: something that no other
 * user has.
 *
 * @param field Authing's name of the field
 */
record Mark(String field, String value) {

	private static final String USERNAME = "username";

	private static final String EMAIL = "email";

	private static final String PHONE = "phone";

	/** The link of a member of that userid. */
	static Mark link(String userid) {
		return new Mark(Link.USERID.key(), userid);
	}

	/** The best that there is of somebody who is to be created: the link, if possible. */
	static Mark of(UserWrite creation) {
		Object link = (creation.customData() != null) ? creation.customData().get(Link.USERID.key()) : null;
		if (link != null) {
			return link(link.toString());
		}
		for (String field : new String[] { USERNAME, EMAIL, PHONE }) {
			Object value = creation.profile().get(field);
			if (value != null) {
				return new Mark(field, value.toString());
			}
		}
		return new Mark(USERNAME, "");
	}

	boolean isOf(UserDetail user) {
		String held = switch (this.field) {
			case USERNAME -> user.username();
			case EMAIL -> user.email();
			case PHONE -> user.phone();
			default -> PoolFields.userid(user);
		};
		return this.value.equalsIgnoreCase(held);
	}

	/** Whether an answer that leaves out custom fields is about the one that was sent. */
	static boolean isSame(UserWrite sent, UserDetail user) {
		return says(sent, USERNAME, user.username()) || says(sent, EMAIL, user.email())
				|| says(sent, PHONE, user.phone());
	}

	private static boolean says(UserWrite sent, String field, @Nullable String held) {
		return held != null && !held.isEmpty()
				&& Objects.toString(sent.profile().get(field), "").equalsIgnoreCase(held);
	}

}
