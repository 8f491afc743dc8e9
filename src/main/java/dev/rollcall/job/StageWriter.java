package dev.rollcall.job;

import java.util.List;
import java.util.Objects;

import dev.rollcall.connector.Page;
import dev.rollcall.connector.Source;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Schema;
import dev.rollcall.staging.Ledger;
import dev.rollcall.staging.Side;
import dev.rollcall.staging.SnapshotStore;
import dev.rollcall.staging.SnapshotWriter;
import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/**
 * Stages the pages of one side, the target's departments with what only the ledger knows
 * of them: by their names they are matched. Members of a target with bare accounts get
 * their userids in the same way.
 */
final class StageWriter implements ItemWriter<Page>, StepExecutionListener {

	private final RunContext context;

	private final Side side;

	private final SnapshotStore snapshots;

	private final Ledger ledger;

	private final Ledger owners;

	private final Schema members;

	private final PageItemReader reader;

	private final RunObserver observer;

	private @Nullable SnapshotWriter writer;

	private long staged;

	/**
	 * About how many members there are, as long as the reader cannot tell; -1 unknown.
	 */
	private long expected = -1;

	StageWriter(RunContext context, Side side, JobParts parts, PageItemReader reader, RunObserver observer) {
		this.context = context;
		this.side = side;
		this.snapshots = parts.snapshots();
		this.ledger = context.ledgerOfDepartments(parts.jdbc());
		this.owners = context.ledger(parts.jdbc());
		this.members = context.memberSchema(side);
		this.reader = reader;
		this.observer = observer;
	}

	@Override
	public void beforeStep(StepExecution step) {
		begin();
	}

	@Override
	public @Nullable ExitStatus afterStep(StepExecution step) {
		end();
		return null;
	}

	/** Begins the snapshot, or goes on with it. */
	void begin() {
		Source directory = (this.side == Side.SOURCE) ? this.context.source() : this.context.target();
		long run = this.context.id();
		this.snapshots.begin(run, this.side, directory.departmentSchema(), this.members,
				this.context.derived(this.side), directory.parts());
		this.staged = this.snapshots.find(run, this.side).members();
		if (this.side == Side.TARGET) {
			this.expected = this.snapshots.membersLastTime(directory.identity().directory());
		}
		this.writer = this.snapshots.writer(run, this.side, this.context.firstKey());
		this.observer.stepBegins(step(this.side), -1);
	}

	void end() {
		this.observer.stepEnds(step(this.side));
	}

	/** The name of the step that stages a side. */
	static String step(Side side) {
		return (side == Side.SOURCE) ? Steps.STAGE_SOURCE : Steps.STAGE_TARGET;
	}

	@Override
	public void write(Chunk<? extends Page> pages) {
		StagedChunk chunk = StagedChunk.of(pages.getItems());
		List<Department> departments = (this.side == Side.TARGET) ? this.ledger.complete(chunk.departments())
				: chunk.departments();
		List<Member> members = (this.side == Side.TARGET) ? this.owners.owned(chunk.members())
				: extended(chunk.members());
		Objects.requireNonNull(this.writer).write(departments, members, chunk.findings(), chunk.gaps());
		List<? extends Page> items = pages.getItems();
		this.snapshots.readTo(this.context.id(), this.side, items.get(items.size() - 1).cursor());
		this.staged += chunk.members().size();
		this.observer.stepAdvances(step(this.side), this.staged,
				(this.reader.expected() < 0) ? this.expected : this.reader.expected());
	}

	/** With the fields that the target derives, of which nothing is known yet. */
	private List<Member> extended(List<Member> told) {
		Source source = this.context.source();
		return source.memberSchema().equals(this.members) ? told
				: told.stream().map((member) -> member.with(member.fields().in(this.members))).toList();
	}

}
