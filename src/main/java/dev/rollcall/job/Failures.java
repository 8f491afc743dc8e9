package dev.rollcall.job;

import dev.rollcall.directory.Message;
import dev.rollcall.directory.PersonalValues;
import dev.rollcall.directory.RollcallException;
import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.job.JobExecution;

/** Why an execution has failed, among all that Spring Batch has wrapped around it. */
final class Failures {

	private Failures() {
	}

	static @Nullable RollcallException known(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof RollcallException known) {
				return known;
			}
		}
		return null;
	}

	static Message unknown(JobExecution execution) {
		Throwable cause = cause(execution);
		return Message.of("job.unexpected", (cause != null && cause.getMessage() != null)
				? PersonalValues.coveredIfLikely(cause.getMessage()) : "?");
	}

	static @Nullable Throwable cause(JobExecution execution) {
		Throwable cause = execution.getAllFailureExceptions().stream().findFirst().orElse(null);
		while (cause != null && cause.getCause() != null) {
			cause = cause.getCause();
		}
		return cause;
	}

}
