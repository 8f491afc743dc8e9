package dev.rollcall.plan;

import java.util.ArrayList;
import java.util.List;

import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

/**
 * Why something may be missing in a directory that was read to its end. Only a source
 * without any such reason can say that somebody has left.
 */
public final class Gaps {

	/** Who loses fewer has not lost half of anything worth speaking of. */
	static final int FEW = 5;

	private static final String SHRUNK_MEMBERS = "plan.gap.shrunk-members";

	private static final String SHRUNK_DEPARTMENTS = "plan.gap.shrunk-departments";

	/**
	 * What a source held when it was last known to be whole.
	 *
	 * @param run in which run that was
	 * @param departments how many departments
	 * @param members how many members
	 */
	public record Before(long run, long departments, long members) {

	}

	private Gaps() {
	}

	/**
	 * What does not agree with what a directory says of itself.
	 * @param departments how many departments were read
	 * @param members how many members were read
	 * @param claimedDepartments how many it says it holds, negative: it does not say
	 * @param claimedMembers likewise
	 */
	public static List<Message> claimed(long departments, long members, long claimedDepartments, long claimedMembers) {
		List<Message> gaps = new ArrayList<>();
		if (claimedMembers >= 0 && claimedMembers != members) {
			gaps.add(Message.of("plan.gap.claimed-members", members, claimedMembers));
		}
		if (claimedDepartments >= 0 && claimedDepartments != departments) {
			gaps.add(Message.of("plan.gap.claimed-departments", departments, claimedDepartments));
		}
		return gaps;
	}

	/**
	 * What is less than half of what was there before. Whoever exports half a company by
	 * mistake does not know it; nor does the file.
	 * @param departments how many departments there are, null where only members tell
	 * them
	 * @param members how many members there are
	 * @param before null when nothing is known of before
	 */
	public static List<Message> shrunk(@Nullable Long departments, long members, @Nullable Before before) {
		List<Message> gaps = new ArrayList<>();
		if (before != null && isShrunk(members, before.members())) {
			gaps.add(Message.of(SHRUNK_MEMBERS, members, before.members(), before.run()));
		}
		if (before != null && departments != null && isShrunk(departments, before.departments())) {
			gaps.add(Message.of(SHRUNK_DEPARTMENTS, departments, before.departments(), before.run()));
		}
		return gaps;
	}

	/** Whether a gap is that a source holds much less than before. */
	public static boolean isShrunk(Message gap) {
		return gap.code().equals(SHRUNK_MEMBERS) || gap.code().equals(SHRUNK_DEPARTMENTS);
	}

	private static boolean isShrunk(long now, long before) {
		return before - now >= FEW && 2 * now < before;
	}

}
