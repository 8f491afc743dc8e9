package dev.rollcall.plan;

import java.util.Set;

import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Member;
import org.jspecify.annotations.Nullable;

/**
 * Whom a target keeps although nobody else has them, such as those whom it has suspended.
 *
 * @param statuses values of the field {@code status}
 * @param disabledAs the one of these that members have whom a run has disabled; null when
 * that is none of them
 */
public record Spared(Set<String> statuses, @Nullable String disabledAs) {

	/** Nobody is. */
	public static final Spared NOBODY = new Spared(Set.of(), null);

	public Spared {
		statuses = Set.copyOf(statuses);
	}

	/**
	 * Whether a member is neither deleted nor disabled.
	 * @param leaver what the queue knows of it, null when it is not in there: whoever was
	 * disabled by a run has that status from it, and waits for what the job says
	 */
	boolean includes(Member existing, @Nullable Leaver leaver) {
		String status = this.statuses.isEmpty() ? null : existing.fields().value(FieldNames.STATUS);
		return status != null && this.statuses.contains(status) && (leaver == null || !status.equals(this.disabledAs));
	}

}
