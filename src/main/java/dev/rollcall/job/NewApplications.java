package dev.rollcall.job;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

import dev.rollcall.connector.Surroundings;
import dev.rollcall.connector.Target;
import dev.rollcall.definition.JobDefinition;
import dev.rollcall.definition.JobFolder;
import dev.rollcall.definition.JobReader;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Userid;
import dev.rollcall.staging.Application.Word;
import dev.rollcall.staging.ApplicationStore;
import dev.rollcall.staging.ApplicationStore.Opened;
import dev.rollcall.staging.ApplicationStore.Wish;
import dev.rollcall.staging.ApplicationToken;

/**
 * Makes applications of members who are to have an account in a job's target, though the
 * job does not mean them otherwise.
 */
public final class NewApplications {

	private final ApplicationStore applications;

	private final JobFolder folder;

	private final JobReader reader;

	private final Surroundings surroundings;

	private final AuditedWork work;

	private final SecureRandom chance = new SecureRandom();

	NewApplications(ApplicationStore applications, JobFolder folder, JobReader reader, Surroundings surroundings,
			AuditedWork work) {
		this.applications = applications;
		this.folder = folder;
		this.reader = reader;
		this.surroundings = surroundings;
		this.work = work;
	}

	/**
	 * Makes one. Nobody is told before {@link NewApplication#tell}.
	 * @throws ApplicationException when there can be none
	 */
	public NewApplication make(String job, String userid) {
		if (!Userid.isValid(userid)) {
			throw new ApplicationException(Message.of("job.application.userid", userid));
		}
		JobDefinition definition = this.reader.read(this.folder.read(job, Map.of()));
		String target = target(definition);
		Instant now = this.surroundings.clock().instant();
		Wish wish = new Wish(target, job, userid, new Word(this.work.person(), now, ""),
				now.plus(definition.applications().valid()));
		ApplicationToken token = ApplicationToken.any(this.chance);
		boolean admitted = this.applications.admitted(target, now).containsKey(Userid.key(userid));
		return new NewApplication(open(wish, token), token, definition.applications(), admitted);
	}

	private Opened open(Wish wish, ApplicationToken token) {
		AtomicReference<Opened> opened = new AtomicReference<>();
		this.work.together(() -> {
			opened.set(this.applications.open(wish, token));
			return true;
		}, ApplicationContent.of(wish));
		return Objects.requireNonNull(opened.get());
	}

	/** Which directory the job keeps, if that is one where one can apply. */
	private String target(JobDefinition definition) {
		try (Target target = definition.target().openTarget(this.surroundings)) {
			if (target.capabilities().accounts() == null) {
				throw new ApplicationException(
						Message.of("job.application.no-accounts", definition.name(), target.identity().directory()));
			}
			return target.identity().directory();
		}
	}

}
