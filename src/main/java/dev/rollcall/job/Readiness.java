package dev.rollcall.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import dev.rollcall.connector.CheckResult;
import dev.rollcall.connector.Source;
import dev.rollcall.connector.Surroundings;
import dev.rollcall.connector.Target;
import dev.rollcall.definition.JobDefinition;
import dev.rollcall.definition.JobFolder;
import dev.rollcall.definition.JobReader;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.RollcallException;
import dev.rollcall.staging.AuditLog;
import dev.rollcall.staging.EmbeddedDatabase;

/**
 * Finds out whether a run of a job could do what it has to, and defines in the target
 * what that takes. Reads no entry and changes none.
 */
public final class Readiness {

	private final JobFolder folder;

	private final JobReader reader;

	private final Surroundings surroundings;

	private final EmbeddedDatabase database;

	private final AuditLog audit;

	Readiness(JobFolder folder, JobReader reader, Surroundings surroundings, EmbeddedDatabase database,
			AuditLog audit) {
		this.folder = folder;
		this.reader = reader;
		this.surroundings = surroundings;
		this.database = database;
		this.audit = audit;
	}

	/**
	 * Finds out whether a run of a job could do what it has to, without doing any of it.
	 */
	public List<CheckResult> check(String job, Map<String, String> overrides) {
		JobDefinition definition = definition(job, overrides);
		List<CheckResult> results = new ArrayList<>();
		results.add(new CheckResult(true, Message.of("job.check.file", job)));
		results.addAll(check(() -> definition.source().openSource(this.surroundings)));
		results.addAll(check(() -> definition.target().openTarget(this.surroundings)));
		if (results.stream().allMatch(CheckResult::good)) {
			results.addAll(checkRules(definition));
		}
		return results;
	}

	/**
	 * Defines in the target of a job what is missing there, and notes it in the audit
	 * log, also when it fails half-way.
	 * @return what was defined or was there already, or could not be defined; never empty
	 */
	public List<CheckResult> prepare(String job, Map<String, String> overrides) {
		JobDefinition definition = definition(job, overrides);
		this.database.requireOwner();
		try (Target target = definition.target().openTarget(this.surroundings)) {
			String directory = target.identity().directory();
			List<CheckResult> results = prepare(target, "job=" + job + "\ntarget=" + directory);
			return !results.isEmpty() ? results
					: List.of(new CheckResult(true, Message.of("job.prepare.nothing", directory)));
		}
	}

	private List<CheckResult> prepare(Target target, String content) {
		try {
			List<CheckResult> results = target.prepare();
			if (!results.isEmpty()) {
				long failed = results.stream().filter((result) -> !result.good()).count();
				this.audit.append(AuditLog.Kind.PREPARED, 0,
						content + "\ndone=" + (results.size() - failed) + "\nfailed=" + failed);
			}
			return results;
		}
		catch (RuntimeException ex) {
			this.audit.append(AuditLog.Kind.PREPARED, 0, content + "\nbroken-off=true");
			throw ex;
		}
	}

	/** One side that cannot be opened must not hide what is wrong with the other. */
	private static List<CheckResult> check(Supplier<Source> side) {
		try (Source opened = side.get()) {
			return opened.check();
		}
		catch (RollcallException ex) {
			return List.of(new CheckResult(false, ex.text()));
		}
	}

	private List<CheckResult> checkRules(JobDefinition definition) {
		try (Source source = definition.source().openSource(this.surroundings);
				Target target = definition.target().openTarget(this.surroundings)) {
			return RunContext.objections(definition, source, target)
				.stream()
				.map((objection) -> new CheckResult(false, objection))
				.toList();
		}
	}

	private JobDefinition definition(String job, Map<String, String> overrides) {
		return this.reader.read(this.folder.read(job, overrides));
	}

}
