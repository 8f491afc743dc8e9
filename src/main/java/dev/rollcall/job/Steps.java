package dev.rollcall.job;

import java.util.List;

/** The names of the steps, in their order. */
public final class Steps {

	public static final String STAGE_SOURCE = "stageSource";

	public static final String STAGE_TARGET = "stageTarget";

	public static final String PLAN = "plan";

	public static final String LIMITS = "limits";

	public static final String VERIFY_TARGET = "verifyTarget";

	public static final String LOOK_AGAIN = "lookAgain";

	public static final String APPLY = "apply";

	public static final String REPORT = "report";

	/** All of them. */
	public static final List<String> ALL = List.of(STAGE_SOURCE, STAGE_TARGET, PLAN, LIMITS, VERIFY_TARGET, LOOK_AGAIN,
			APPLY, REPORT);

	private Steps() {
	}

}
