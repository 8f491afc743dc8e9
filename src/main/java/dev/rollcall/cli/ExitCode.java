package dev.rollcall.cli;

import dev.rollcall.directory.RollcallException;
import dev.rollcall.staging.Run;
import dev.rollcall.staging.RunState;

/** What a command says to whoever called it. */
final class ExitCode {

	/** Done, or nothing to do. */
	static final int DONE = 0;

	/** Failed; a restart continues. */
	static final int FAILED = 1;

	/** The command or the job file is wrong. */
	static final int WRONG = 2;

	/** A limit is passed, or the target has moved on: a person has to look. */
	static final int HELD = 3;

	/** Done, but some entries failed, were rejected or withheld. */
	static final int PARTIAL = 4;

	/** A plan has changes; only where that was asked for. */
	static final int CHANGES = 10;

	private ExitCode() {
	}

	static int of(Run run) {
		return of(run.state());
	}

	static int of(RunState state) {
		return switch (state) {
			case DONE, PLANNED, ABANDONED, RUNNING -> DONE;
			case PARTIAL -> PARTIAL;
			case HELD -> HELD;
			case STOPPED, FAILED -> FAILED;
		};
	}

	static int of(RollcallException failure) {
		return switch (failure.remedy()) {
			case CHANGE_THE_JOB -> WRONG;
			case MEND_THE_SOURCE, TRY_AGAIN -> FAILED;
			case CONFIRM_THE_PLAN -> HELD;
		};
	}

}
