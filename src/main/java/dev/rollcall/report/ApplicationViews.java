package dev.rollcall.report;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import dev.rollcall.staging.ApplicationStore;
import org.jspecify.annotations.Nullable;

/** Puts together what is shown of applications. */
public final class ApplicationViews {

	private final ApplicationStore applications;

	private final Clock clock;

	public ApplicationViews(ApplicationStore applications, Clock clock) {
		this.applications = applications;
		this.clock = clock;
	}

	/**
	 * All applications, the youngest first.
	 * @param job only those that were made by it; null for all
	 */
	public List<ApplicationLine> of(@Nullable String job) {
		Instant now = this.clock.instant();
		return this.applications.all()
			.stream()
			.filter((application) -> job == null || job.equals(application.job()))
			.map((application) -> ApplicationLine.of(application, now))
			.toList();
	}

}
