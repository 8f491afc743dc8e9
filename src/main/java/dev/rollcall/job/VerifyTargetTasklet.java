package dev.rollcall.job;

import java.util.Objects;

import dev.rollcall.connector.PageReader;
import dev.rollcall.connector.Target;
import dev.rollcall.directory.Message;
import dev.rollcall.staging.Ledger;
import dev.rollcall.staging.Side;
import dev.rollcall.staging.Snapshot;
import dev.rollcall.staging.SnapshotDigest;
import dev.rollcall.staging.SnapshotStore;

import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Reads the target once more before a saved plan is applied, and refuses if it is not
 * what the plan was made for.
 */
final class VerifyTargetTasklet implements Tasklet {

	private final RunContext context;

	private final SnapshotStore snapshots;

	private final Ledger ledger;

	private final Ledger owners;

	private final RunObserver observer;

	VerifyTargetTasklet(RunContext context, JobParts parts, RunObserver observer) {
		this.context = context;
		this.snapshots = parts.snapshots();
		this.ledger = context.ledgerOfDepartments(parts.jdbc());
		this.owners = context.ledger(parts.jdbc());
		this.observer = observer;
	}

	@Override
	public RepeatStatus execute(StepContribution contribution, ChunkContext scope) {
		Target target = this.context.target();
		SnapshotDigest digest = new SnapshotDigest(target.departmentSchema(), target.memberSchema(),
				this.context.firstKey());
		Snapshot snapshot = this.snapshots.find(this.context.id(), Side.TARGET);
		long read = 0;
		try (PageReader reader = target.read(null)) {
			for (StagedChunk chunk = StagedChunk.next(reader); chunk != null; chunk = StagedChunk.next(reader)) {
				digest.add(this.ledger.complete(chunk.departments()), this.owners.owned(chunk.members()));
				read += chunk.members().size();
				this.observer.stepAdvances(Steps.VERIFY_TARGET, read, snapshot.members());
			}
		}
		if (!Objects.equals(snapshot.digest(), digest.digest())) {
			throw new TargetMovedOnException(
					Message.of("job.target-moved-on", this.context.id(), this.context.run().arguments()));
		}
		this.observer.planned(this.context.run());
		return RepeatStatus.FINISHED;
	}

}
