package dev.rollcall.definition;

import java.time.Duration;
import java.util.Locale;

import dev.rollcall.plan.OnLeave;
import org.jspecify.annotations.Nullable;

/**
 * What a job does about members whom only its target has.
 *
 * @param rule whether they are deleted or disabled
 * @param deleteAfter how long they are disabled before they are deleted; null when they
 * are deleted at once or never
 */
public record LeaveTerms(OnLeave rule, @Nullable Duration deleteAfter) {

	static final LeaveTerms DELETE = new LeaveTerms(OnLeave.DELETE, null);

	/** The wait as job files write it, in the largest unit that fits; empty for none. */
	public String deleteAfterText() {
		if (this.deleteAfter == null) {
			return "";
		}
		if (this.deleteAfter.equals(Duration.ofDays(this.deleteAfter.toDays()))) {
			return this.deleteAfter.toDays() + "d";
		}
		return this.deleteAfter.equals(Duration.ofHours(this.deleteAfter.toHours())) ? this.deleteAfter.toHours() + "h"
				: this.deleteAfter.toString().substring(2).toLowerCase(Locale.ROOT);
	}

}
