package dev.rollcall.job;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import dev.rollcall.connector.DirectoryException;
import dev.rollcall.connector.StoppedException;
import dev.rollcall.connector.Outcome;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.Entry;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.PersonalValues;
import dev.rollcall.staging.ChangeState;
import dev.rollcall.staging.CreatedDepartments;
import dev.rollcall.staging.PlanProgress;
import dev.rollcall.staging.PlanProgress.Result;
import dev.rollcall.staging.PlannedChange;
import dev.rollcall.staging.Side;
import dev.rollcall.staging.SnapshotStore;
import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.retry.support.RetryTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries out one batch of changes. Where the target's writes commit together with our
 * bookkeeping there is nothing more to it. Elsewhere each change is first marked as sent,
 * in a transaction of its own; one that is found so after a crash, or whose answer was
 * lost, is looked up in the target before it is sent again.
 */
final class ApplyWriter implements ItemWriter<List<PlannedChange>>, StepExecutionListener {

	private final RunContext context;

	private final SnapshotStore snapshots;

	private final PlanProgress progress;

	private final CreatedDepartments created;

	private final WrittenFields written;

	private final LeaverRecords leavers;

	private final LinkRecords links;

	private final ApplicationRecords applications;

	private final TransactionTemplate ownTransaction;

	private final RetryTemplate retry;

	private @Nullable RunDepartments departments;

	/** What is being carried out. */
	private List<PlannedChange> batch = List.of();

	ApplyWriter(RunContext context, SnapshotStore snapshots, PlanProgress progress, CreatedDepartments created,
			WrittenFields written, LeaverRecords leavers, LinkRecords links, ApplicationRecords applications,
			TransactionTemplate ownTransaction, RetryTemplate retry) {
		this.context = context;
		this.snapshots = snapshots;
		this.progress = progress;
		this.created = created;
		this.written = written;
		this.leavers = leavers;
		this.links = links;
		this.applications = applications;
		this.ownTransaction = ownTransaction;
		this.retry = retry;
	}

	@Override
	public void beforeStep(StepExecution step) {
		this.departments = new RunDepartments(this.context.id(), this.created, this::departmentsBefore, this::keep);
	}

	@Override
	public void write(Chunk<? extends List<PlannedChange>> batches) {
		for (List<PlannedChange> batch : batches) {
			this.batch = batch;
			List<Result> results = this.context.target().capabilities().transactional() ? send(batch)
					: sendTraceably(batch);
			this.progress.ended(this.context.id(), results);
			List<Result> done = results.stream().filter((result) -> result.state() == ChangeState.DONE).toList();
			this.written.remember(done, Objects.requireNonNull(this.departments));
			done.forEach(this.leavers::remember);
			this.links.remember(done);
			done.forEach(this.applications::remember);
		}
	}

	/**
	 * Keeps what a department is called. Where the target does not wait for our own
	 * transaction, neither may this: after a crash it has the department, and need not
	 * say by which name, not even to a run that is begun anew.
	 */
	private void keep(String department, String ref) {
		if (this.context.target().capabilities().transactional()) {
			this.created.put(this.context.id(), department, ref);
			return;
		}
		this.ownTransaction.executeWithoutResult((status) -> {
			this.created.put(this.context.id(), department, ref);
			if (!Objects.requireNonNull(this.departments).wasThere(ref)) {
				this.batch.stream()
					.filter((planned) -> department.equals(RunDepartments.planned(planned.change())))
					.forEach((planned) -> this.written
						.created((Department) Objects.requireNonNull(planned.change().after()), ref));
			}
		});
	}

	private List<Result> sendTraceably(List<PlannedChange> batch) {
		List<Result> results = new ArrayList<>(batch.size());
		List<PlannedChange> open = new ArrayList<>(batch);
		settle(open, batch.stream().filter((change) -> change.state() == ChangeState.SENT).toList(), results);
		if (open.isEmpty()) {
			return results;
		}
		this.ownTransaction.executeWithoutResult((status) -> this.progress.sent(this.context.id(), open));
		results.addAll(this.retry.execute((attempt) -> {
			if (attempt.getRetryCount() > 0) {
				settle(open, List.copyOf(open), results);
			}
			return open.isEmpty() ? List.<Result>of() : send(open);
		}));
		return results;
	}

	/** Takes out of a list what the target turns out to have done already. */
	private void settle(List<PlannedChange> open, List<PlannedChange> doubtful, List<Result> results) {
		RunDepartments refs = Objects.requireNonNull(this.departments);
		LostAnswers answers = new LostAnswers(this.context.target(), refs, this::departmentsBefore);
		List<Result> carriedOut = answers.carriedOut(doubtful);
		results.addAll(carriedOut);
		Set<PlannedChange> settled = Collections.newSetFromMap(new IdentityHashMap<>());
		carriedOut.forEach((done) -> settled.add(done.change()));
		open.removeIf(settled::contains);
		refs.doubt(doubtful.stream().filter((change) -> !settled.contains(change)).toList());
	}

	private Set<String> departmentsBefore() {
		return this.snapshots.departments(this.context.id(), Side.TARGET)
			.stream()
			.map(Department::ref)
			.collect(Collectors.toSet());
	}

	/**
	 * Hands changes to the target.
	 * @throws DirectoryException when it cannot be told what became of them
	 */
	private List<Result> send(List<PlannedChange> batch) {
		List<Outcome> outcomes = outcomes(batch);
		List<Result> results = new ArrayList<>(batch.size());
		for (int i = 0; i < batch.size(); i++) {
			Outcome outcome = outcomes.get(i);
			ChangeState state = switch (outcome.state()) {
				case DONE -> ChangeState.DONE;
				case FAILED -> ChangeState.FAILED;
				case WITHHELD -> ChangeState.WITHHELD;
			};
			results
				.add(new Result(batch.get(i), state, covered(outcome.why(), batch.subList(i, i + 1)), outcome.ref()));
		}
		return results;
	}

	/** What the target says, which may be of the values that it refuses. */
	private List<Outcome> outcomes(List<PlannedChange> batch) {
		try {
			return this.context.target()
				.apply(batch.stream().map(PlannedChange::change).toList(), Objects.requireNonNull(this.departments));
		}
		catch (StoppedException ex) {
			throw ex;
		}
		catch (DirectoryException ex) {
			throw new DirectoryException(Objects.requireNonNull(covered(ex.text(), batch)), ex.isPassing(), ex);
		}
	}

	private static @Nullable Message covered(@Nullable Message said, List<PlannedChange> about) {
		List<@Nullable Entry> entries = new ArrayList<>();
		for (PlannedChange planned : (said != null) ? about : List.<PlannedChange>of()) {
			entries.add(planned.change().before());
			entries.add(planned.change().after());
		}
		return (said != null) ? PersonalValues.of(entries).coveredIn(said) : null;
	}

}
