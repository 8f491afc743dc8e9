package dev.rollcall.plan;

import dev.rollcall.compare.MemberKey;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

/** Receives a plan while it is made. */
public interface PlanSink {

	/**
	 * A change.
	 * @param withheld why it is listed but will not be carried out; null when it will
	 */
	void change(Phase phase, Change change, @Nullable Message withheld);

	/**
	 * What was decided about some entries.
	 * @param desired how many of the source
	 * @param existing how many of the target
	 */
	void decided(EntryKind kind, Disposition disposition, int desired, int existing);

	/**
	 * What was decided about a department of the source, of the target, or both.
	 * @param desired null when only the target has it
	 * @param existing null when only the source has it
	 */
	default void decided(Disposition disposition, @Nullable Department desired, @Nullable Department existing) {
		decided(EntryKind.DEPARTMENT, disposition, (desired != null) ? 1 : 0, (existing != null) ? 1 : 0);
	}

	/**
	 * A pair that was found by a key weaker than the userid, and that is to be remembered
	 * when the run has carried its change out.
	 * @param equal whether there is no change to be carried out
	 */
	default void paired(Member desired, Member existing, MemberKey by, boolean equal) {
	}

	/** Entries that claim one another. */
	void conflict(EntryKind kind, String key, Message reason);

	/** A member of the source that contradicts another row of the source. */
	void contradiction(Member member, Message reason);

	/**
	 * A leaver who is no more one: the source has them again, or the target has them no
	 * more. They leave the queue when the run ends.
	 * @param ref how the target addresses the member
	 */
	void returned(String ref);

}
