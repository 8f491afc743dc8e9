package dev.rollcall.job;

import java.time.Clock;

import dev.rollcall.definition.JobText;
import dev.rollcall.directory.Message;
import dev.rollcall.staging.AuditLog;
import dev.rollcall.staging.Run;
import dev.rollcall.staging.RunState;
import dev.rollcall.staging.RunStore;
import dev.rollcall.staging.SnapshotStore;
import org.jspecify.annotations.Nullable;

import org.springframework.transaction.support.TransactionTemplate;

/**
 * Records that a run begins or ends, together with what belongs to it: what a person has
 * decided goes into the audit log, and what nobody needs any more goes away.
 */
final class RunRecords {

	private final RunStore runs;

	private final SnapshotStore snapshots;

	private final AuditLog audit;

	private final TransactionTemplate together;

	private final Clock clock;

	RunRecords(RunStore runs, SnapshotStore snapshots, AuditLog audit, TransactionTemplate together, Clock clock) {
		this.runs = runs;
		this.snapshots = snapshots;
		this.audit = audit;
		this.together = together;
		this.clock = clock;
	}

	/** A run begins. */
	Run begins(JobText job, Run.Goal goal, String owner) {
		Run begun = this.together.execute((status) -> {
			Run run = this.runs.begin(job.name(), goal, job.yaml(), job.overrideLines(), owner, this.clock.instant());
			if (!job.overrides().isEmpty()) {
				this.audit.append(AuditLog.Kind.OVERRIDE, run.id(), job.discreetOverrideLines(AuditLog.COVERED));
			}
			return run;
		});
		if (begun == null) {
			throw new IllegalStateException("a run is always begun");
		}
		return begun;
	}

	/**
	 * A run is over. Which departments its target had is still to be known if something
	 * may be sent again.
	 */
	void isOver(long run, boolean flawless) {
		this.together.executeWithoutResult((status) -> {
			this.runs.ended(run, flawless ? RunState.DONE : RunState.PARTIAL, null, this.clock.instant());
			if (flawless) {
				this.snapshots.deleteEntries(run);
			}
		});
	}

	/** A person gives a run up. */
	void isGivenUp(Run run) {
		giveUp(run, run.problem(), "by=command");
	}

	/** A run gives way to a later one. */
	void isSuperseded(Run run, long by) {
		giveUp(run, Message.of("job.superseded", by), "by=run " + by);
	}

	private void giveUp(Run run, @Nullable Message problem, String content) {
		this.together.executeWithoutResult((status) -> {
			this.runs.ended(run.id(), RunState.ABANDONED, problem, this.clock.instant());
			this.snapshots.deleteEntries(run.id());
			this.audit.append(AuditLog.Kind.ABANDONED, run.id(), content);
		});
	}

}
