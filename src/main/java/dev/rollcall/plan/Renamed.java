package dev.rollcall.plan;

import dev.rollcall.directory.Member;
import dev.rollcall.directory.Userid;
import org.jspecify.annotations.Nullable;

/**
 * A change of a userid.
 *
 * @param from the userid before, ignoring case
 * @param to the userid after, likewise
 */
public record Renamed(String from, String to) {

	/** What a change does to the userid; null when it leaves it alone. */
	public static @Nullable Renamed by(Change change) {
		if (!(change.before() instanceof Member before) || !(change.after() instanceof Member after)
				|| before.userid() == null || after.userid() == null || after.userid().isEmpty()) {
			return null;
		}
		Renamed renamed = new Renamed(Userid.key(before.userid()), Userid.key(after.userid()));
		return renamed.from().equals(renamed.to()) ? null : renamed;
	}

	/** Whether a userid is one that somebody has between two writes only. */
	public static boolean isParked(String userid) {
		return userid.startsWith(ParkedChange.USERID);
	}

}
