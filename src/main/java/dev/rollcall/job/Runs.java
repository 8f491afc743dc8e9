package dev.rollcall.job;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.rollcall.connector.Surroundings;
import dev.rollcall.definition.JobDefinition;
import dev.rollcall.definition.JobFileException;
import dev.rollcall.definition.JobFolder;
import dev.rollcall.definition.JobReader;
import dev.rollcall.definition.JobText;
import dev.rollcall.definition.Schedule;
import dev.rollcall.directory.Message;
import dev.rollcall.report.Explained;
import dev.rollcall.report.WorksheetView;
import dev.rollcall.staging.EmbeddedDatabase;
import dev.rollcall.staging.Run;
import dev.rollcall.staging.RunState;
import dev.rollcall.staging.RunStore;
import org.jspecify.annotations.Nullable;

/** Begins, continues and gives up runs. */
public final class Runs {

	private final EmbeddedDatabase database;

	private final JobFolder folder;

	private final JobReader reader;

	private final Surroundings surroundings;

	private final RunStore runs;

	private final RunRecords records;

	private final Executions executions;

	private final Approvals approvals;

	private final Aftermath aftermath;

	private final Explaining explaining;

	private final Worksheets worksheets;

	Runs(EmbeddedDatabase database, JobFolder folder, JobReader reader, Surroundings surroundings, RunStore runs,
			RunRecords records, Executions executions, Approvals approvals, Aftermath aftermath, Explaining explaining,
			Worksheets worksheets) {
		this.database = database;
		this.folder = folder;
		this.reader = reader;
		this.surroundings = surroundings;
		this.runs = runs;
		this.records = records;
		this.executions = executions;
		this.approvals = approvals;
		this.aftermath = aftermath;
		this.explaining = explaining;
		this.worksheets = worksheets;
	}

	/**
	 * Begins a run of a job and carries it out as far as it is to go.
	 * @param overrides keys of the job file that are set for this run
	 * @return the run as it stands in the end
	 */
	public Run begin(String job, Map<String, String> overrides, Run.Goal goal, RunObserver observer) {
		JobText text = this.folder.read(job, overrides);
		JobDefinition definition = this.reader.read(text);
		this.database.requireOwner();
		Run run = this.records.begins(text, goal, owner());
		return this.executions.execute(run, definition, observer);
	}

	/**
	 * Applies a plan that was saved before, or held and approved.
	 * @throws RunException when the run does not wait for that
	 */
	public Run apply(long id, RunObserver observer) {
		Run run = find(id);
		this.database.requireOwner();
		if (run.state() == RunState.HELD) {
			this.approvals.require(run);
		}
		else if (run.state() != RunState.PLANNED) {
			throw new RunException(Message.of("job.no-plan", id, word(run.state()), run.arguments()));
		}
		return resume(run, Run.Goal.APPLY_SAVED, observer);
	}

	/**
	 * Continues a run that was stopped, failed, or whose process has died.
	 * @param jobOrRun a run's number, or a job whose last run is meant
	 * @throws RunException when there is nothing to continue
	 */
	public Run restart(String jobOrRun, RunObserver observer) {
		Run run = find(jobOrRun);
		this.database.requireOwner();
		if (!run.state().canRestart()) {
			throw new RunException(Message.of("job.cannot-restart", run.id(), word(run.state()), run.arguments()));
		}
		return resume(run, run.goal(), observer);
	}

	/**
	 * Takes back what a run has done, however it ended; one that could be continued is
	 * given up. That is a run of its own, which can be taken back as well.
	 * @return the run that takes it back as it stands in the end
	 * @throws RunException when there is no such run
	 */
	public Run undo(long id, Run.Goal goal, RunObserver observer) {
		Run undone = find(id);
		this.database.requireOwner();
		JobDefinition definition = definition(undone);
		return this.executions.execute(this.aftermath.undo(undone, goal, owner()), definition, observer);
	}

	/**
	 * Tries again what the target has refused to a run that is over.
	 * @param jobOrRun a run's number, or a job whose last run is meant
	 * @throws RunException when the run is not over, or has been taken back
	 */
	public Run retry(String jobOrRun, RunObserver observer) {
		Run run = find(jobOrRun);
		this.database.requireOwner();
		if (run.state().canRestart()) {
			throw new RunException(Message.of("job.retry.restart-first", run.id(), word(run.state())));
		}
		if (run.state() != RunState.DONE && run.state() != RunState.PARTIAL) {
			throw new RunException(Message.of("job.retry.not-over", run.id(), word(run.state())));
		}
		if (!this.aftermath.isAnyRefused(run)) {
			observer.nothingFailed(run);
			return run;
		}
		JobDefinition definition = definition(run);
		return this.executions.execute(this.aftermath.retry(run, owner()), definition, observer);
	}

	/** Gives a run up for good. */
	public Run abandon(long id) {
		Run run = find(id);
		if (run.state().isOver()) {
			throw new RunException(Message.of("job.is-over", id, word(run.state())));
		}
		if (run.state() == RunState.RUNNING) {
			this.database.requireOwner();
		}
		this.executions.abandon(run);
		this.records.isGivenUp(run);
		return find(id);
	}

	/** Asks a run that another process carries out to stop at the next chunk. */
	public Run stop(long id) {
		Run run = find(id);
		if (run.state() != RunState.RUNNING || this.database.isOwner()) {
			throw new RunException(Message.of("job.not-running", id, word(run.state())));
		}
		this.executions.stop(run);
		return run;
	}

	/** Stops the run that this process carries out, if any, at the next chunk. */
	public void stopMine() {
		this.executions.stopMine();
	}

	/**
	 * What a run of a job would do about an entry, and why. Writes nothing, and leaves
	 * nothing behind.
	 * @param word what the entry is called: a userid, a name, a mobile, a path
	 */
	public Explained explain(String job, Map<String, String> overrides, String word, RunObserver observer) {
		JobText text = this.folder.read(job, overrides);
		JobDefinition definition = this.reader.read(text);
		this.database.requireOwner();
		return this.explaining.explain(text, definition, word, observer);
	}

	/**
	 * Writes a workbook of those members whom a run of a job could not bind to WeCom.
	 * Writes nothing else, and leaves nothing else behind.
	 * @param file where to, null for a file of its own
	 * @param replaces whether a file that is there is replaced
	 */
	public WorksheetView worksheet(String job, Map<String, String> overrides, @Nullable String file, boolean replaces,
			RunObserver observer) {
		JobText text = this.folder.read(job, overrides);
		JobDefinition definition = this.reader.read(text);
		this.database.requireOwner();
		return this.worksheets.write(text, definition, new Worksheets.Place(file, replaces), observer);
	}

	/** The definition that a job file gives now. */
	public JobDefinition definition(String job, Map<String, String> overrides) {
		return this.reader.read(this.folder.read(job, overrides));
	}

	/** All jobs, with their last run and next time. */
	public List<JobLine> jobs() {
		return this.folder.names().stream().map(this::line).toList();
	}

	private JobLine line(String job) {
		Run last = this.runs.last(job);
		try {
			JobDefinition definition = definition(job, Map.of());
			Schedule schedule = definition.schedule();
			return new JobLine(job, definition.description(), false, last,
					(schedule != null) ? schedule.next(clock().instant()) : null);
		}
		catch (JobFileException ex) {
			return new JobLine(job, "", true, last, null);
		}
	}

	/**
	 * A run by its number.
	 * @throws RunException when there is none
	 */
	public Run find(long id) {
		Run run = this.runs.find(id);
		if (run == null) {
			throw new RunException(Message.of("job.no-such-run", id));
		}
		return run;
	}

	private Run find(String jobOrRun) {
		return jobOrRun.chars().allMatch(Character::isDigit) ? find(Long.parseLong(jobOrRun)) : last(jobOrRun);
	}

	private Run last(String job) {
		Run run = this.runs.last(job);
		if (run == null) {
			throw new RunException(Message.of("job.never-ran", job, String.join(", ", this.folder.names())));
		}
		return run;
	}

	private Run resume(Run run, Run.Goal goal, RunObserver observer) {
		JobDefinition definition = definition(run);
		return this.executions.execute(this.runs.resume(run.id(), goal, owner()), definition, observer);
	}

	/** The definition as it was when a run began. */
	private JobDefinition definition(Run run) {
		return this.reader
			.read(new JobText(run.job(), "run " + run.id(), run.definition(), JobText.overrides(run.overrides())));
	}

	/** The state in words, whichever language they are read in. */
	static String word(RunState state) {
		return "report.run-state." + state.name().toLowerCase(Locale.ROOT);
	}

	private String owner() {
		return "process " + ProcessHandle.current().pid();
	}

	private Clock clock() {
		return this.surroundings.clock();
	}

}
