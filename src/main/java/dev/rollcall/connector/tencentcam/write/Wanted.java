package dev.rollcall.connector.tencentcam.write;

import java.util.Objects;

import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Member;
import dev.rollcall.plan.Change;
import org.jspecify.annotations.Nullable;

/**
 * A sub-user as a creation wants it.
 *
 * @param key the member as operators know it
 * @param userid WeCom's account of the member, null when there is none
 * @param name the sub-user's only name, empty when there is none
 * @param profile what else is known
 * @param groups the groups that it is put into
 */
record Wanted(String key, @Nullable String userid, String name, Profile profile, GroupDifference groups) {

	static Wanted of(Change creation) {
		Member after = (Member) Objects.requireNonNull(creation.after());
		String name = after.fields().value(FieldNames.USERNAME);
		return new Wanted(creation.key(), after.userid(), (name != null) ? name : "", Profile.of(after.fields()),
				GroupDifference.of(creation));
	}

}
