package dev.rollcall.plan;

import java.util.List;

import dev.rollcall.compare.DepartmentMatch;
import dev.rollcall.compare.MemberKey;
import dev.rollcall.compare.MemberLink;
import dev.rollcall.directory.Entry;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of both sides belong together, or claim one another, and by what.
 *
 * @param desired those of the source
 * @param existing those of the target
 * @param how by what
 * @param key what they share, empty when they do not share a text
 * @param agreeing how many members both departments have below them, if that is what they
 * were recognised by; else 0
 * @param members how many the larger of both has below it; else 0
 * @param link what an earlier run remembers of the pair, if that is what they were paired
 * by; else null
 */
public record Pairing(List<Entry> desired, List<Entry> existing, How how, String key, long agreeing, long members,
		@Nullable MemberLink link) {

	public Pairing {
		desired = List.copyOf(desired);
		existing = List.copyOf(existing);
	}

	Pairing(List<? extends Entry> desired, List<? extends Entry> existing, How how, String key) {
		this(List.copyOf(desired), List.copyOf(existing), how, key, 0, 0, null);
	}

	/** Members that an earlier run has linked. */
	static Pairing linked(Entry desired, Entry existing, MemberLink link) {
		return new Pairing(List.of(desired), List.of(existing), How.LINK, "", 0, 0, link);
	}

	/** By what entries belong together. */
	public enum How {

		USERID, NEW_USERID, NAME, MOBILE, EMAIL, USERNAME, LINK, ID, PATH, MEMBERS, ONLY_IN_SOURCE, ONLY_IN_TARGET,

		/** The source says the same as another row. */
		REPEATED,

		/** Several claim one another, so that nothing is done to any of them. */
		CONTESTED,

		/** Those of an earlier conflict may be the same one. */
		CLAIMED;

		static How of(MemberKey key) {
			return switch (key) {
				case USERID -> USERID;
				case NEW_USERID -> NEW_USERID;
				case NAME -> NAME;
				case MOBILE -> MOBILE;
				case EMAIL -> EMAIL;
				case USERNAME -> USERNAME;
			};
		}

		static How of(DepartmentMatch match) {
			return switch (match.how()) {
				case ID -> ID;
				case PATH -> PATH;
				case MEMBERS -> MEMBERS;
			};
		}

	}

}
