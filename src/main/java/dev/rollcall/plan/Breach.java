package dev.rollcall.plan;

import java.util.List;
import java.util.Locale;

import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

/**
 * A limit that a plan passes. Kept as the sentence that tells it, which holds all there
 * is to know.
 *
 * @param kind of which changes there are too many
 * @param entry what they change
 * @param department the path of the department within which they are too many, null when
 * they are too many in all
 * @param changes how many there are
 * @param held how many entries there are in all, or within the department
 * @param reason the same in words, measured against what is allowed
 */
public record Breach(ChangeKind kind, EntryKind entry, @Nullable String department, long changes, long held,
		Message reason) {

	private static final String MORE = "plan.limit.more-subtrees";

	private static final String WORD = "plan.word.";

	private static final String DEPARTMENTS = WORD + "departments";

	private static final String MEMBERS = WORD + "members";

	private static final String MEMBERS_OF_DEPARTMENTS = WORD + "members-of-departments";

	/**
	 * Measures changes of one kind.
	 * @param ofDepartments whether members are among them who only go with their
	 * departments
	 * @return null when there are not too many
	 */
	static @Nullable Breach of(ChangeKind kind, EntryKind entry, long changes, long held, boolean ofDepartments,
			Limit limit) {
		Limit.Bound passed = limit.passed(changes, held);
		if (passed == null) {
			return null;
		}
		String what = (entry == EntryKind.DEPARTMENT) ? DEPARTMENTS : ofDepartments ? MEMBERS_OF_DEPARTMENTS : MEMBERS;
		String share = percent(Limit.share(changes, held), limit, passed);
		Message reason = switch (passed) {
			case CAP -> Message.of("plan.limit.cap", word(kind), changes, held, what, share, limit.cap());
			case PERCENT -> Message.of("plan.limit.percent", word(kind), changes, held, what, share, limit.count(),
					percent(limit.percent()));
			case SMALL_PERCENT -> Message.of("plan.limit.small-percent", word(kind), changes, held, what, share,
					limit.count(), percent(limit.smallPercent()));
		};
		return new Breach(kind, entry, null, changes, held, reason);
	}

	/**
	 * Measures changes of members of one kind within a department and those below it.
	 * @param path its path
	 * @return null when there are not too many
	 */
	static @Nullable Breach within(String path, ChangeKind kind, long changes, long held, Limit limit) {
		Limit.Bound passed = limit.passed(changes, held);
		if (passed == null) {
			return null;
		}
		String share = percent(Limit.share(changes, held), limit, passed);
		Message reason = switch (passed) {
			case CAP -> Message.of("plan.limit.subtree-cap", word(kind), changes, held, path, share, limit.cap());
			case PERCENT -> Message.of("plan.limit.subtree-percent", word(kind), changes, held, path, share,
					limit.count(), percent(limit.percent()));
			case SMALL_PERCENT -> Message.of("plan.limit.subtree-small-percent", word(kind), changes, held, path, share,
					limit.count(), percent(limit.smallPercent()));
		};
		return new Breach(kind, EntryKind.MEMBER, path, changes, held, reason);
	}

	/** Says how many more departments there are in which too much is changed. */
	static Message more(long departments) {
		return Message.of(MORE, departments);
	}

	/** The breach that a sentence tells; null for one that only tells of others. */
	public static @Nullable Breach told(Message reason) {
		if (reason.code().equals(MORE)) {
			return null;
		}
		List<String> told = reason.arguments();
		boolean within = !told.get(3).startsWith(WORD);
		EntryKind entry = told.get(3).equals(DEPARTMENTS) ? EntryKind.DEPARTMENT : EntryKind.MEMBER;
		return new Breach(kind(told.get(0)), entry, within ? told.get(3) : null, Long.parseLong(told.get(1)),
				Long.parseLong(told.get(2)), reason);
	}

	private static String word(ChangeKind kind) {
		return WORD + kind.name().toLowerCase(Locale.ROOT);
	}

	private static ChangeKind kind(String word) {
		return ChangeKind.valueOf(word.substring(WORD.length()).toUpperCase(Locale.ROOT));
	}

	/** So exact that the share does not look like what it passes. */
	private static String percent(double share, Limit limit, Limit.Bound passed) {
		double allowed = switch (passed) {
			case CAP -> -1;
			case PERCENT -> limit.percent();
			case SMALL_PERCENT -> limit.smallPercent();
		};
		String text = rounded(share, 1);
		for (int digits = 2; digits <= 6 && Double.parseDouble(text) <= allowed; digits++) {
			text = rounded(share, digits);
		}
		return text;
	}

	private static String rounded(double value, int digits) {
		return String.format(Locale.ROOT, "%." + digits + "f", value);
	}

	/** As a job file would say it. */
	private static String percent(double value) {
		return (value == Math.rint(value)) ? Long.toString((long) value) : Double.toString(value);
	}

}
