package dev.rollcall.job;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import dev.rollcall.definition.JobFolder;
import dev.rollcall.definition.JobReader;
import dev.rollcall.directory.Message;
import dev.rollcall.report.RunViews;
import dev.rollcall.staging.Application;
import dev.rollcall.staging.Application.State;
import dev.rollcall.staging.Application.Word;
import dev.rollcall.staging.ApplicationStore;
import dev.rollcall.staging.ApplicationToken;
import dev.rollcall.staging.AuditLog;
import org.jspecify.annotations.Nullable;

/**
 * Takes an administrator's word on an application. Whoever gives it has the token, which
 * is good once; taking an application back takes only its number, for it lets nobody in.
 */
public final class Applications {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
		.withZone(ZoneId.systemDefault());

	private final ApplicationStore applications;

	private final JobFolder folder;

	private final JobReader reader;

	private final AuditedWork work;

	private final Clock clock;

	Applications(ApplicationStore applications, JobFolder folder, JobReader reader, AuditedWork work, Clock clock) {
		this.applications = applications;
		this.folder = folder;
		this.reader = reader;
		this.work = work;
		this.clock = clock;
	}

	/**
	 * Approves an application: the next plan of its job has the member, though nobody
	 * meant it to otherwise.
	 * @param groups what the member may do there, of the groups that the job manages
	 * @param by who approves, null for whoever is at work in this process
	 * @return what has been approved
	 * @throws ApplicationException when the token is good for nothing, or a group is not
	 * one of the job's
	 */
	public Message approve(String token, Set<String> groups, @Nullable String by, String reason) {
		ApplicationToken given = new ApplicationToken(token);
		Application open = open(given);
		if (!groups.isEmpty()) {
			checkGroups(open, groups);
		}
		Word word = word(by, reason);
		decide(given, () -> this.applications.approve(given, groups, word),
				ApplicationContent.of(open, "approved", word, groups));
		return Message.of(groups.isEmpty() ? "job.application.approved" : "job.application.approved-groups", open.id(),
				open.userid(), open.job(), String.join(", ", new TreeSet<>(groups)));
	}

	/** Rejects an application; otherwise as approving it. */
	public Message reject(String token, @Nullable String by, String reason) {
		ApplicationToken given = new ApplicationToken(token);
		Application open = open(given);
		Word word = word(by, reason);
		decide(given, () -> this.applications.reject(given, word),
				ApplicationContent.of(open, "rejected", word, Set.of()));
		return Message.of("job.application.rejected", open.id(), open.userid());
	}

	/**
	 * Takes an application back, which waits or was approved.
	 * @throws ApplicationException when there is nothing to be taken back
	 */
	public Message withdraw(long id, @Nullable String by, String reason) {
		Application found = this.applications.find(id);
		if (found == null) {
			throw new ApplicationException(Message.of("job.application.unknown", id));
		}
		Word word = word(by, reason);
		boolean done = this.work.together(() -> this.applications.withdraw(id, word),
				ApplicationContent.of(found, "withdrawn", word, Set.of()));
		if (!done) {
			throw new ApplicationException(
					Message.of("job.application.over", id, stateWord(found.state(this.clock.instant()))));
		}
		return Message.of(
				(found.stored() == State.APPROVED) ? "job.application.withdrawn-approved" : "job.application.withdrawn",
				id, found.userid(), found.job());
	}

	private void decide(ApplicationToken token, AuditedWork.Work decision, String content) {
		if (!this.work.together(decision, content)) {
			// Somebody else was a moment faster, or the time has just come.
			open(token);
			throw new IllegalStateException("an application that is open can be decided");
		}
	}

	/** The application of a token that is still good. */
	private Application open(ApplicationToken token) {
		Application found = this.applications.byToken(token);
		if (found == null) {
			throw new ApplicationException(Message.of("job.application.no-such-token"));
		}
		Instant now = this.clock.instant();
		switch (found.state(now)) {
			case PENDING -> {
				return found;
			}
			case EXPIRED -> throw new ApplicationException(
					Message.of("job.application.expired", TIME.format(found.expiresAt()), found.job(), found.userid()));
			case APPROVED, IMPORTED, REJECTED, WITHDRAWN, SUPERSEDED ->
				throw new ApplicationException(spent(found, now));
		}
		throw new IllegalStateException("no such state");
	}

	private static Message spent(Application spent, Instant now) {
		Word word = (spent.decided() != null) ? spent.decided() : spent.ended();
		return Message.of("job.application.spent", spent.id(), stateWord(spent.state(now)),
				(word != null) ? word.by() : "?", (word != null) ? TIME.format(word.at()) : "?");
	}

	private void checkGroups(Application application, Set<String> groups) {
		Set<String> grantable = new TreeSet<>(
				this.reader.read(this.folder.read(application.job(), Map.of())).target().grantable());
		Set<String> strange = new TreeSet<>(groups);
		strange.removeAll(grantable);
		if (grantable.isEmpty()) {
			throw new ApplicationException(Message.of("job.application.no-groups", application.job()));
		}
		if (!strange.isEmpty()) {
			throw new ApplicationException(Message.of("job.application.groups", application.job(),
					String.join(", ", strange), String.join(", ", grantable)));
		}
	}

	private Word word(@Nullable String by, String reason) {
		return new Word((by != null) ? by : this.work.person(), this.clock.instant(), reason);
	}

	private static String stateWord(State state) {
		return "report.application-state." + RunViews.lower(state);
	}

}
