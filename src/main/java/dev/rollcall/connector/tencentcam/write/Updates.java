package dev.rollcall.connector.tencentcam.write;

import java.util.List;
import java.util.Objects;

import dev.rollcall.connector.Outcome;
import dev.rollcall.connector.tencentcam.api.SubAccounts.SubAccount;
import dev.rollcall.connector.tencentcam.api.User;
import dev.rollcall.connector.tencentcam.client.CamClient;
import dev.rollcall.connector.tencentcam.client.Refusal;
import dev.rollcall.directory.Entry;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Message;
import dev.rollcall.plan.Change;
import org.jspecify.annotations.Nullable;

/**
 * Updates sub-users. CAM wants to be told their names, and plans know their numbers: each
 * is looked up by its number just before it is written, so that somebody else who has
 * been given the same name meanwhile is left alone.
 */
final class Updates {

	private final CamClient client;

	private final Lookup lookup;

	private final ManagedGroups groups;

	Updates(CamClient client, Lookup lookup, ManagedGroups groups) {
		this.client = client;
		this.lookup = lookup;
		this.groups = groups;
	}

	/**
	 * Updates one. A userid is no matter of CAM's.
	 * @throws dev.rollcall.connector.DirectoryException when it cannot be told what
	 * became of it
	 */
	Outcome carryOut(Change change) {
		Profile profile = Profile.of(Objects.requireNonNull(change.after()).fields());
		GroupDifference groups = GroupDifference.of(change);
		Message objection = isRenamed(change)
				? Message.of("tencentcam.no-rename", name(change.before()), name(change.after()))
				: this.groups.objection(groups);
		if (objection != null) {
			return Outcome.failed(objection);
		}
		if (profile.isEmpty() && groups.isEmpty()) {
			return Outcome.done();
		}
		try {
			return carryOut(Long.parseLong(Objects.requireNonNull(change.ref())), profile, groups);
		}
		catch (Refusal refusal) {
			return Outcome.failed(Refusals.words(refusal));
		}
	}

	private Outcome carryOut(long uin, Profile profile, GroupDifference groups) {
		SubAccount user = this.lookup.account(uin);
		if (user == null) {
			return Outcome.failed(Message.of("tencentcam.gone", uin));
		}
		List<String> left = profile.isEmpty() ? List.of() : write(user, profile);
		Message refused = this.groups.carryOut(user, groups);
		if (refused != null) {
			return Outcome.failed(refused);
		}
		return left.isEmpty() ? Outcome.done()
				: Outcome.failed(Message.of("tencentcam.not-emptied", String.join(", ", left)));
	}

	/** Gives the fields that are not empty although they were to be. */
	private List<String> write(SubAccount user, Profile profile) {
		String name = Objects.requireNonNull(user.name());
		try {
			Refusals.surely(() -> this.client.updateUser(profile.update(name)));
		}
		catch (Refusal refusal) {
			Profile rest = profile.given();
			if (!rest.equals(profile) && !rest.isEmpty()) {
				// Should it be about what is to be empty, the rest need not wait for
				// that.
				Refusals.surely(() -> this.client.updateUser(rest.update(name)));
			}
			throw refusal;
		}
		return profile.emptied().isEmpty() ? List.of() : left(name, profile);
	}

	/** That an empty text empties a field, CAM's pages do not say. */
	private List<String> left(String name, Profile profile) {
		User now = this.lookup.named(name);
		return (now != null) ? profile.left(now) : profile.emptied();
	}

	private static boolean isRenamed(Change change) {
		String after = (change.after() != null) ? change.after().fields().value(FieldNames.USERNAME) : null;
		return after != null && !after.equals(name(change.before()));
	}

	private static String name(@Nullable Entry image) {
		String name = (image != null) ? image.fields().value(FieldNames.USERNAME) : null;
		return (name != null) ? name : "";
	}

}
