package dev.rollcall.job;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

import dev.rollcall.connector.memory.MemoryDirectory;
import dev.rollcall.definition.ApplicationTerms;
import dev.rollcall.definition.JobDefinition;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.DepartmentTree;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import dev.rollcall.definition.LeaveTerms;
import dev.rollcall.plan.Limits;
import dev.rollcall.plan.OnLeave;
import dev.rollcall.staging.ApplicationStore;
import dev.rollcall.staging.AuditLog;
import dev.rollcall.staging.LeaverStore;
import dev.rollcall.plan.PlanRehearsal;
import dev.rollcall.plan.RandomScenario;
import dev.rollcall.staging.CreatedDepartments;
import dev.rollcall.staging.LinkStore;
import dev.rollcall.staging.Plan;
import dev.rollcall.staging.PlanProgress;
import dev.rollcall.staging.PlanStore;
import dev.rollcall.staging.PlannedChange;
import dev.rollcall.staging.Run;
import dev.rollcall.staging.RunState;
import dev.rollcall.staging.Side;
import dev.rollcall.staging.SnapshotStore;
import dev.rollcall.staging.SnapshotWriter;

import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.retry.support.RetryTemplate;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The steps of one run after the other, with the real stores between them. */
final class StoredRun {

	private final JdbcTemplate jdbc;

	private final RunContext context;

	private final SnapshotStore snapshots;

	private final PlanStore plans;

	private final TransactionTemplate chunk;

	private final TransactionTemplate ownTransaction;

	StoredRun(JdbcTemplate jdbc, long id, RandomScenario scenario, MemoryDirectory target) {
		this.jdbc = jdbc;
		this.context = new RunContext(run(id), definition(scenario.rules()), scenario.source(), target);
		this.snapshots = new SnapshotStore(jdbc);
		this.plans = new PlanStore(jdbc);
		this.chunk = new TransactionTemplate(new JdbcTransactionManager(jdbc.getDataSource()));
		this.ownTransaction = new TransactionTemplate(this.chunk.getTransactionManager());
		this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	/**
	 * Stages both sides and makes the plan.
	 * @param whole whether the source says that it is whole
	 * @param chunk how many members are written at once
	 * @param backwards whether entries are read the other way round
	 */
	Plan plan(boolean whole, int chunk, boolean backwards) {
		stage(Side.SOURCE, (MemoryDirectory) this.context.source(), whole, chunk, backwards);
		stage(Side.TARGET, (MemoryDirectory) this.context.target(), true, chunk, backwards);
		new PlanTasklet(this.context, this.snapshots, this.plans, new MemberMatchings(this.snapshots, this.jdbc),
				this.context.ledgerOfDepartments(this.jdbc))
			.execute(null, null);
		return this.plans.find(this.context.id());
	}

	/** The plan as it is stored, with how far each change has come. */
	List<PlannedChange> changes() {
		List<PlannedChange> changes = new ArrayList<>();
		this.plans.read(this.plans.find(this.context.id())).forEachRemaining(changes::add);
		return changes;
	}

	/** Carries out what is open. */
	void apply() {
		ApplyWriter writer = new ApplyWriter(this.context, this.snapshots,
				new PlanProgress(this.jdbc, new AuditLog(this.jdbc, Clock.systemUTC(), "tester")),
				new CreatedDepartments(this.jdbc), WrittenFields.of(this.context, this.jdbc),
				new LeaverRecords(this.context, new LeaverStore(this.jdbc), Clock.systemUTC()),
				new LinkRecords(this.context, new LinkStore(this.jdbc)),
				new ApplicationRecords(this.context, new ApplicationStore(this.jdbc), Clock.systemUTC()),
				this.ownTransaction, RetryTemplate.builder().maxAttempts(1).noBackoff().build());
		writer.beforeStep(null);
		OpenChangesReader reader = new OpenChangesReader(this.context, this.plans);
		reader.open(new ExecutionContext());
		for (List<PlannedChange> batch = reader.read(); batch != null; batch = reader.read()) {
			Chunk<List<PlannedChange>> batches = Chunk.of(batch);
			this.chunk.executeWithoutResult((status) -> writer.write(batches));
		}
	}

	private void stage(Side side, MemoryDirectory directory, boolean whole, int chunk, boolean backwards) {
		this.snapshots.begin(this.context.id(), side, directory.departmentSchema(), directory.memberSchema(),
				List.of());
		SnapshotWriter writer = this.snapshots.writer(this.context.id(), side, this.context.firstKey());
		List<Department> departments = new ArrayList<>(directory.departments());
		List<Member> members = new ArrayList<>((side == Side.TARGET) ? directory.shown() : directory.members());
		if (backwards) {
			Collections.reverse(departments);
			Collections.reverse(members);
		}
		DepartmentTree tree = new DepartmentTree(departments);
		departments.sort(Comparator.comparingInt((department) -> tree.depth(department.ref())));
		writer.write(departments, List.of(), List.of(), whole ? List.of() : List.of(Message.of("test.gap")));
		for (int i = 0; i < members.size(); i += chunk) {
			writer.write(List.of(), members.subList(i, Math.min(members.size(), i + chunk)), List.of(), List.of());
		}
	}

	private static JobDefinition definition(PlanRehearsal.Rules rules) {
		return new JobDefinition("random", "", null, null, rules.members(), rules.departments(), rules.operations(),
				rules.update(), rules.ignore(), new LeaveTerms(OnLeave.DELETE, null), rules.scope(), Limits.DEFAULT,
				null, ApplicationTerms.NONE);
	}

	private static Run run(long id) {
		return new Run(id, "random", Run.Goal.APPLY, RunState.RUNNING, "", "", null, null, null, null, Instant.EPOCH,
				null, 0, null, null, 0);
	}

}
