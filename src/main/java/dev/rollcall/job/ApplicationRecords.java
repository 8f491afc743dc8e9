package dev.rollcall.job;

import java.time.Clock;
import java.util.Set;

import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Userid;
import dev.rollcall.plan.ChangeKind;
import dev.rollcall.staging.ApplicationStore;
import dev.rollcall.staging.PlanProgress.Result;
import org.jspecify.annotations.Nullable;

/**
 * Notes with an approved application that its member has the account now: made by a run,
 * or found and taken for theirs. In the transaction that says that the change is done.
 */
final class ApplicationRecords {

	private final RunContext context;

	private final ApplicationStore applications;

	private final Clock clock;

	/** Who waits; nobody else costs a statement. */
	private @Nullable Set<String> awaited;

	ApplicationRecords(RunContext context, ApplicationStore applications, Clock clock) {
		this.context = context;
		this.applications = applications;
		this.clock = clock;
	}

	/** Takes note of a change that has been carried out. */
	void remember(Result done) {
		if (done.change().change().entry() != EntryKind.MEMBER || done.change().change().kind() == ChangeKind.DELETE
				|| this.context.target().capabilities().accounts() == null) {
			return;
		}
		String userid = (done.change().change().after() instanceof Member after) ? after.userid() : null;
		if (userid != null && awaited().remove(Userid.key(userid))) {
			this.applications.imported(target(), userid, this.clock.instant());
		}
	}

	private Set<String> awaited() {
		if (this.awaited == null) {
			this.awaited = this.applications.awaited(target());
		}
		return this.awaited;
	}

	private String target() {
		return this.context.target().identity().directory();
	}

}
