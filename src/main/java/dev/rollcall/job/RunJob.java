package dev.rollcall.job;

import dev.rollcall.staging.ApplicationStore;
import dev.rollcall.staging.PlanCounts;
import dev.rollcall.staging.Run;
import dev.rollcall.staging.Side;
import dev.rollcall.staging.LeaverStore;
import dev.rollcall.staging.LinkStore;
import dev.rollcall.staging.PlannedChange;
import dev.rollcall.connector.Page;

import java.time.Clock;
import java.util.List;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.FlowBuilder;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.flow.Flow;
import org.springframework.batch.core.job.flow.FlowExecutionStatus;
import org.springframework.batch.core.job.flow.JobExecutionDecider;
import org.springframework.batch.core.job.flow.support.SimpleFlow;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.builder.TaskletStepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/**
 * Builds the Spring Batch job of one run.
 *
 * <pre>
 * stageSource ┐
 *             ├─ plan ─ limits ─┬─ held, or only to be planned: stop here
 * stageTarget ┘                 ├─ apply ─ report
 *                               └─ verifyTarget ─ apply ─ report   (a plan saved before)
 * </pre>
 *
 * A run that takes another one back begins with the plan: it has no source, and looks up
 * only what the other one has changed. One whose failed changes are tried again consists
 * of lookAgain, apply and report.
 */
final class RunJob {

	private static final String STOP = "STOP";

	private static final String APPLY = "APPLY";

	private static final String VERIFY = "VERIFY";

	private final JobParts parts;

	private final RunContext context;

	private final RunObserver observer;

	private final Clock clock;

	private final RunTraffic traffic;

	RunJob(JobParts parts, RunContext context, RunObserver observer, Clock clock, RunTraffic traffic) {
		this.parts = parts;
		this.context = context;
		this.observer = observer;
		this.clock = clock;
		this.traffic = traffic;
	}

	Job build() {
		if (this.context.run().retries() > 0) {
			return retry();
		}
		// Passed by every execution: one that has nothing to do but to stop behind the
		// limits, Spring Batch would take for completed; and there may be an approval
		// now.
		Step limits = builder(Steps.LIMITS, new LimitsTasklet(this.context, this.parts.approvals(), this.clock))
			.allowStartIfComplete(true)
			.build();
		Step verify = tasklet(Steps.VERIFY_TARGET,
				isUndo() ? new UndoVerifyTasklet(this.context, this.parts, this.observer)
						: new VerifyTargetTasklet(this.context, this.parts, this.observer));
		Step apply = apply();
		Step report = report();
		JobExecutionDecider decider = (execution, step) -> new FlowExecutionStatus(decide());
		return new JobBuilder(this.context.definition().name(), this.parts.repository()).start(planned())
			.next(limits)
			.next(decider)
			.on(STOP)
			.stop()
			.from(decider)
			.on(APPLY)
			.to(apply)
			.from(decider)
			.on(VERIFY)
			.to(verify)
			.next(apply)
			.next(report)
			.end()
			.build();
	}

	/** What the target has refused to a run that is over. */
	private Job retry() {
		return new JobBuilder(this.context.definition().name(), this.parts.repository())
			.start(tasklet(Steps.LOOK_AGAIN, new RetryTasklet(this.context, this.parts, this.observer)))
			.next(apply())
			.next(report())
			.build();
	}

	/** All that comes before the limits. */
	private Flow planned() {
		if (isUndo()) {
			return flow(tasklet(Steps.PLAN, new UndoPlanTasklet(this.context, this.parts, this.observer)));
		}
		Flow stage = new FlowBuilder<SimpleFlow>("stage").split(new SimpleAsyncTaskExecutor("stage-"))
			.add(flow(stage(Side.SOURCE)), flow(stage(Side.TARGET)))
			.build();
		return new FlowBuilder<SimpleFlow>("planned").start(stage)
			.next(tasklet(Steps.PLAN,
					new PlanTasklet(this.context, this.parts.snapshots(), this.parts.plans(),
							new MemberMatchings(this.parts.snapshots(), this.parts.jdbc()),
							this.context.ledgerOfDepartments(this.parts.jdbc()))))
			.build();
	}

	private boolean isUndo() {
		return this.context.run().undoes() != null;
	}

	/** Where to go behind the limits. */
	private String decide() {
		Run run = this.parts.runs().find(this.context.id());
		if (run == null || this.parts.approvals().isHeld(run.id()) || run.goal() == Run.Goal.PLAN) {
			return STOP;
		}
		PlanCounts counts = this.parts.plans().counts(run.id());
		boolean untouched = counts.done() == 0 && counts.failed() == 0;
		if (run.goal() == Run.Goal.APPLY_SAVED && untouched) {
			return VERIFY;
		}
		this.observer.planned(run);
		return APPLY;
	}

	private Step stage(Side side) {
		SideStaging staging = SideStaging.of(this.parts, this.context, side, this.observer);
		return new StepBuilder(StageWriter.step(side), this.parts.repository()).<Page, Page>chunk(StagedChunk.PAGES)
			.transactionManager(this.parts.transactions())
			.reader(staging.reader())
			.writer(staging.writer())
			.listener(staging.writer())
			.build();
	}

	private Step report() {
		return tasklet(Steps.REPORT, new ReportTasklet(this.context, this.parts, this.traffic));
	}

	private Step apply() {
		ApplyWriter writer = new ApplyWriter(this.context, this.parts.snapshots(), this.parts.progress(),
				this.parts.created(), WrittenFields.of(this.context, this.parts.jdbc()),
				new LeaverRecords(this.context, new LeaverStore(this.parts.jdbc()), this.clock),
				new LinkRecords(this.context, new LinkStore(this.parts.jdbc())),
				new ApplicationRecords(this.context, new ApplicationStore(this.parts.jdbc()), this.clock),
				this.parts.ownTransaction(), this.parts.retry());
		return new StepBuilder(Steps.APPLY, this.parts.repository()).<List<PlannedChange>, List<PlannedChange>>chunk(1)
			.transactionManager(this.parts.transactions())
			.reader(new OpenChangesReader(this.context, this.parts.plans()))
			.writer(writer)
			.listener(writer)
			.listener(new ApplyProgress(this.context, this.parts.plans(), this.observer))
			.build();
	}

	private Step tasklet(String name, Tasklet tasklet) {
		return builder(name, tasklet).build();
	}

	private TaskletStepBuilder builder(String name, Tasklet tasklet) {
		return new StepBuilder(name, this.parts.repository()).tasklet(tasklet, this.parts.transactions())
			.listener(new StepObserver(this.observer));
	}

	private static Flow flow(Step step) {
		return new FlowBuilder<SimpleFlow>(step.getName()).start(step).build();
	}

}
