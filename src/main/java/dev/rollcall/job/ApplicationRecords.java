package dev.rollcall.job;

import java.time.Clock;
import java.util.Map;

import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Userid;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.ChangeKind;
import dev.rollcall.staging.ApplicationStore;
import dev.rollcall.staging.PlanProgress.Result;
import org.jspecify.annotations.Nullable;

/**
 * Notes with an approved application whether its member has the account: made by a run,
 * or found and taken for theirs; and deleted again. In the transaction that says that the
 * change is done.
 */
final class ApplicationRecords {

	private final RunContext context;

	private final ApplicationStore applications;

	private final Clock clock;

	/** Who has an account by a run, or waits for one; nobody else costs a statement. */
	private @Nullable Map<String, Boolean> admitted;

	ApplicationRecords(RunContext context, ApplicationStore applications, Clock clock) {
		this.context = context;
		this.applications = applications;
		this.clock = clock;
	}

	/** Takes note of a change that has been carried out. */
	void remember(Result done) {
		Change change = done.change().change();
		if (change.entry() != EntryKind.MEMBER || this.context.target().capabilities().accounts() == null) {
			return;
		}
		boolean there = change.kind() != ChangeKind.DELETE;
		String userid = ((there ? change.after() : change.before()) instanceof Member member) ? member.userid() : null;
		if (userid != null && admitted().replace(Userid.key(userid), !there, there)) {
			this.applications.imported(target(), userid, there ? this.clock.instant() : null);
		}
	}

	private Map<String, Boolean> admitted() {
		if (this.admitted == null) {
			this.admitted = this.applications.imported(target());
		}
		return this.admitted;
	}

	private String target() {
		return this.context.target().identity().directory();
	}

}
