package dev.rollcall.job;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;

import dev.rollcall.directory.Message;
import dev.rollcall.staging.Run;
import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.dao.OptimisticLockingFailureException;

/** Asks runs to stop, and tells whether one has been asked to. */
final class StopRequests {

	private static final int ATTEMPTS = 1000;

	private static final Duration INTERVAL = Duration.ofMillis(20);

	private final JobRepository repository;

	private final Function<Run, @Nullable JobExecution> last;

	/**
	 * Requests that are kept in a repository.
	 * @param last finds the last execution of a run
	 */
	StopRequests(JobRepository repository, Function<Run, @Nullable JobExecution> last) {
		this.repository = repository;
		this.last = last;
	}

	/**
	 * Asks the process that carries a run out to stop at its next chunk. Only the status
	 * of the whole is changed, which each step looks at behind each chunk: to stop a step
	 * itself would overwrite what its chunks have just saved, such as how far it has
	 * read.
	 * @throws RunException when it is not going on
	 */
	void stop(Run run) {
		JobExecution execution = this.last.apply(run);
		if (execution == null || !execution.isRunning()) {
			throw new RunException(Message.of("job.not-running", run.id(), Runs.word(run.state())));
		}
		execution.setStatus(BatchStatus.STOPPING);
		this.repository.update(execution);
	}

	/**
	 * Stops a run of this process.
	 * @param mine the one that it carries out now, null for none
	 */
	void stop(Supplier<@Nullable Run> mine) {
		Run run = mine.get();
		for (int attempt = 0; attempt < ATTEMPTS && run != null && !isTold(run); attempt++) {
			// It has not quite begun, or a step has just written what was to be changed.
			LockSupport.parkNanos(INTERVAL.toNanos());
			run = mine.get();
		}
	}

	/** Whether a run has been asked to stop and goes on still. */
	boolean isStopping(Run run) {
		JobExecution execution = this.last.apply(run);
		return execution != null && execution.getStatus() == BatchStatus.STOPPING;
	}

	private boolean isTold(Run run) {
		try {
			stop(run);
			return true;
		}
		catch (OptimisticLockingFailureException | RunException ex) {
			return false;
		}
	}

}
