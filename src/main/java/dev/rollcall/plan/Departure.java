package dev.rollcall.plan;

import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about a member whom only the target has.
 *
 * @param disposition the decision
 * @param change what is done, null for nothing
 * @param withheld why it is listed but not done, null when it is
 */
record Departure(Disposition disposition, @Nullable Change change, @Nullable Message withheld) {

	static Departure none(Disposition disposition) {
		return new Departure(disposition, null, null);
	}

	/** Whether the member is not in the target any more when the plan is done. */
	boolean isGone() {
		return this.change != null && this.change.kind() == ChangeKind.DELETE && this.withheld == null;
	}

	/**
	 * Whether the member is still there only because it waits, disabled, or is not to be
	 * deleted at all but disabled.
	 */
	boolean isWaiting() {
		return this.disposition == Disposition.WAITING
				|| (this.change != null && this.change.kind() == ChangeKind.DISABLE && this.withheld == null);
	}

}
