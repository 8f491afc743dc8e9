package dev.rollcall.job;

import java.util.List;
import java.util.Objects;

import dev.rollcall.connector.Identity;
import dev.rollcall.connector.StoppedException;
import dev.rollcall.connector.Surroundings;
import dev.rollcall.definition.JobDefinition;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.RollcallException;
import dev.rollcall.staging.Plan;
import dev.rollcall.staging.Run;
import dev.rollcall.staging.RunState;
import dev.rollcall.staging.TrafficStore;
import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.configuration.support.MapJobRegistry;

/**
 * Carries runs out as Spring Batch job executions. A run is one job instance, told from
 * all others by its number.
 */
final class Executions {

	private final JobParts parts;

	private final JobOperator operator;

	private final MapJobRegistry registry;

	private final Surroundings surroundings;

	private final ParkedMembers parked;

	private final StopRequests stops;

	private volatile @Nullable Run mine;

	Executions(JobParts parts, JobOperator operator, MapJobRegistry registry, Surroundings surroundings) {
		this.parts = parts;
		this.operator = operator;
		this.registry = registry;
		this.surroundings = surroundings;
		this.parked = new ParkedMembers(parts.plans());
		this.stops = new StopRequests(parts.repository(), this::last);
	}

	/**
	 * Begins a run, or continues it from its last checkpoint; gives it as it then stands.
	 */
	Run execute(Run run, JobDefinition definition, RunObserver observer) {
		observer.begins(run);
		this.mine = run;
		try (RunContext context = open(run, definition, observer)) {
			List<Message> objections = context.objections();
			if (!objections.isEmpty()) {
				throw new JobRefusedException(objections.get(0));
			}
			checkIdentity(context);
			supersede(context);
			RunTraffic traffic = new RunTraffic(context, new TrafficStore(this.parts.jdbc()));
			JobExecution execution = execute(context,
					new RunJob(this.parts, context, observer, this.surroundings.clock(), traffic).build());
			this.parts.ownTransaction().executeWithoutResult((status) -> traffic.save());
			return end(run, execution);
		}
		catch (RollcallException ex) {
			end(run, stateAfter(run, ex), ex.text());
			throw ex;
		}
		catch (JobExecutionException ex) {
			Message problem = Message.of("job.batch", String.valueOf(ex.getMessage()));
			end(run, RunState.FAILED, problem);
			throw new RunException(problem);
		}
		finally {
			this.mine = null;
		}
	}

	private RunContext open(Run run, JobDefinition definition, RunObserver observer) {
		Surroundings heard = this.surroundings
			.telling(new StopSignal(observer, () -> this.stops.isStopping(run), this.surroundings.clock()));
		if (run.retries() > 0) {
			return RunContext.open(run, definition, UnreadSource.of(run), heard);
		}
		Long undone = run.undoes();
		if (undone == null) {
			return RunContext.open(run, definition, heard);
		}
		Plan plan = this.parts.plans().find(undone);
		UnreadSource source = UnreadSource.undone(undone, (plan != null) ? plan.digest() : null,
				this.parts.plans().counts(undone).done());
		return RunContext.open(run, definition, source, heard);
	}

	/** As {@link StopRequests#stop}. */
	void stop(Run run) {
		this.stops.stop(run);
	}

	/** Stops the run that this process carries out, if any. */
	void stopMine() {
		this.stops.stop(() -> this.mine);
	}

	/**
	 * Makes sure that Spring Batch, too, knows that a run is given up.
	 * @throws RunException when it must not be
	 */
	void abandon(Run run) {
		this.parked.requireNone(run);
		abandonExecution(run);
	}

	private void abandonExecution(Run run) {
		JobExecution execution = last(run);
		if (execution != null && execution.isRunning()) {
			execution = this.operator.recover(execution);
		}
		try {
			if (execution != null && execution.getStatus() != BatchStatus.COMPLETED) {
				this.operator.abandon(execution);
			}
		}
		catch (JobExecutionException ex) {
			throw new RunException(Message.of("job.batch", String.valueOf(ex.getMessage())));
		}
	}

	/** Makes Spring Batch forget all that it knows of a run. */
	void forget(@Nullable Run run) {
		if (run != null) {
			forgetInstance(run);
		}
	}

	private JobExecution execute(RunContext context, Job job) throws JobExecutionException {
		JobExecution last = last(context.run());
		if (last != null && last.isRunning()) {
			// Its process is dead: this one could not have the database otherwise.
			last = this.operator.recover(last);
		}
		if (last == null) {
			forgetInstance(context.run());
		}
		this.registry.register(job);
		try {
			if (last == null) {
				return this.operator.start(job, parameters(context.run()));
			}
			return (last.getStatus() == BatchStatus.COMPLETED) ? last : this.operator.restart(last);
		}
		finally {
			this.registry.unregister(job.getName());
		}
	}

	private void checkIdentity(RunContext context) {
		Run run = context.run();
		Identity source = context.source().identity();
		checkTarget(run, context.target().identity().directory());
		if (run.sourceDirectory() == null) {
			this.parts.runs()
				.opened(run.id(), source.directory(), source.content(), context.target().identity().directory());
		}
		else if (!Objects.equals(run.sourceContent(), source.content())) {
			if (run.undoes() != null) {
				throw new TargetMovedOnException(Message.of("job.undone-went-on", run.id(), run.undoes()));
			}
			throw new SourceChangedException(
					Message.of("job.source-changed", run.id(), source.directory(), run.arguments()));
		}
	}

	/** What was written to one directory is not taken back in another. */
	private void checkTarget(Run run, String target) {
		Run undone = (run.undoes() != null) ? this.parts.runs().find(run.undoes()) : null;
		String written = (undone != null) ? undone.targetDirectory() : run.targetDirectory();
		if (written != null && !written.equals(target) && (undone != null || run.retries() > 0)) {
			throw new RunException(
					Message.of("job.other-target", (undone != null) ? undone.id() : run.id(), written, target));
		}
	}

	/**
	 * Gives up what earlier runs have left unfinished on the same target: once this run
	 * has written, their plans are for a target that does not exist any more.
	 * @throws RunException when only they know who somebody is
	 */
	private void supersede(RunContext context) {
		Run run = context.run();
		if (run.goal() == Run.Goal.PLAN) {
			return;
		}
		String target = context.target().identity().directory();
		for (Run other : this.parts.runs().unfinished()) {
			boolean same = target.equals(other.targetDirectory()) || run.job().equals(other.job());
			if (same && other.id() != run.id()) {
				if (!Objects.equals(run.undoes(), other.id())) {
					this.parked.requireNone(other);
				}
				abandonExecution(other);
				this.parts.records().isSuperseded(other, run.id());
			}
		}
	}

	private Run end(Run run, JobExecution execution) {
		RollcallException failure = execution.getAllFailureExceptions()
			.stream()
			.map(Failures::known)
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
		switch (execution.getStatus()) {
			case COMPLETED -> {
				// The report has said how it ended.
			}
			case STOPPED -> {
				if (!isOver(run)) {
					end(run, stoppedState(run), null);
				}
			}
			default -> {
				if (failure instanceof StoppedException) {
					end(run, RunState.STOPPED, null);
					break;
				}
				Message problem = (failure != null) ? failure.text() : Failures.unknown(execution);
				end(run, (failure != null) ? stateAfter(run, failure) : RunState.FAILED, problem);
				throw (failure != null) ? failure : new RunFailedException(problem, Failures.cause(execution));
			}
		}
		return Objects.requireNonNull(this.parts.runs().find(run.id()));
	}

	private void end(Run run, RunState state, @Nullable Message problem) {
		this.parts.runs().ended(run.id(), state, problem, this.surroundings.clock().instant());
	}

	/** Whoever asks a run to stop while it writes its report comes too late. */
	private boolean isOver(Run run) {
		Run now = this.parts.runs().find(run.id());
		return now != null && now.state().isOver();
	}

	/**
	 * Behind the limits a run stops on purpose; anywhere else because it was asked to.
	 */
	private RunState stoppedState(Run run) {
		if (run.retries() == 0 && this.parts.approvals().isHeld(run.id())) {
			return RunState.HELD;
		}
		Run now = this.parts.runs().find(run.id());
		boolean planned = now != null && now.goal() == Run.Goal.PLAN && this.parts.plans().find(run.id()) != null;
		return planned ? RunState.PLANNED : RunState.STOPPED;
	}

	private RunState stateAfter(Run run, RollcallException failure) {
		if (failure instanceof JobRefusedException && this.parts.plans().find(run.id()) == null) {
			abandon(run);
			this.parts.snapshots().deleteEntries(run.id());
			return RunState.ABANDONED;
		}
		if (!(failure instanceof TargetMovedOnException)) {
			return RunState.FAILED;
		}
		this.parts.approvals().release(run.id());
		return this.parts.approvals().isHeld(run.id()) ? RunState.HELD : RunState.PLANNED;
	}

	private @Nullable JobExecution last(Run run) {
		return this.parts.repository().getLastJobExecution(run.job(), parameters(run));
	}

	/**
	 * A process that dies just behind the first thing that Spring Batch writes leaves an
	 * instance without any execution, which Spring Batch can neither start nor restart.
	 */
	private void forgetInstance(Run run) {
		JobInstance instance = this.parts.repository().getJobInstance(run.job(), parameters(run));
		if (instance != null) {
			this.parts.repository().deleteJobInstance(instance);
		}
	}

	/**
	 * Trying again what has failed is a job instance of its own: the first is complete.
	 */
	private static JobParameters parameters(Run run) {
		JobParametersBuilder parameters = new JobParametersBuilder().addLong("run", run.id());
		if (run.retries() > 0) {
			parameters.addLong("retry", (long) run.retries());
		}
		return parameters.toJobParameters();
	}

}
