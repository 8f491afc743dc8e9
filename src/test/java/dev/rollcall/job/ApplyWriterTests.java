package dev.rollcall.job;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.rollcall.connector.DirectoryException;
import dev.rollcall.connector.memory.MemoryDirectory;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Placements;
import dev.rollcall.directory.Schema;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.ChangeKind;
import dev.rollcall.plan.DepartmentRef;
import dev.rollcall.plan.Phase;
import dev.rollcall.staging.ApplicationStore;
import dev.rollcall.staging.AuditLog;
import dev.rollcall.staging.ChangeState;
import dev.rollcall.staging.CreatedDepartments;
import dev.rollcall.staging.LeaverStore;
import dev.rollcall.staging.Ledger;
import dev.rollcall.staging.LinkStore;
import dev.rollcall.staging.PlanProgress;
import dev.rollcall.staging.PlanStore;
import dev.rollcall.staging.PlanWriter;
import dev.rollcall.staging.PlannedChange;
import dev.rollcall.staging.Run;
import dev.rollcall.staging.RunState;
import dev.rollcall.staging.Side;
import dev.rollcall.staging.SnapshotStore;
import dev.rollcall.staging.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.retry.support.RetryTemplate;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** How changes are marked, sent, and sent again in another process. */
class ApplyWriterTests {

	private static final Schema SCHEMA = Schema.of("name", "mobile");

	private final JdbcTemplate jdbc = TestDatabase.create();

	private final PlanStore plans = new PlanStore(this.jdbc);

	private final TransactionTemplate chunk = new TransactionTemplate(
			new JdbcTransactionManager(this.jdbc.getDataSource()));

	private final TransactionTemplate ownTransaction = new TransactionTemplate(this.chunk.getTransactionManager());

	private final Ledger names = new Ledger(this.jdbc, EntryKind.DEPARTMENT, "target", List.of("name"));

	private final MemoryDirectory target = MemoryDirectory.plain("target", SCHEMA, "mobile");

	/** Two who swap their mobiles, in three writes. */
	@BeforeEach
	void plan() {
		this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		this.target.put(member("a", "1"));
		this.target.put(member("b", "2"));
		new SnapshotStore(this.jdbc).begin(1, Side.TARGET, MemoryDirectory.DEPARTMENTS, SCHEMA, List.of());
		PlanWriter plan = this.plans.writer(1, MemoryDirectory.DEPARTMENTS, SCHEMA, List.of("mobile"));
		plan.change(Phase.MEMBER_UPSERT, update("a", "1", "2"), null);
		plan.change(Phase.MEMBER_UPSERT, update("b", "2", "1"), null);
		plan.seal(Map.of());
	}

	@Test
	void marksWhatItSendsBeforeItSendsIt() {
		this.target.refuse(1);
		assertThatExceptionOfType(DirectoryException.class).isThrownBy(() -> write(1));
		assertThat(open()).hasSize(3).allMatch((change) -> change.state() == ChangeState.SENT);
		assertThat(this.plans.counts(1).open()).isEqualTo(3);
	}

	@Test
	void sendsNothingAgainThatWasDoneWhenTheProcessDied() {
		this.target.loseAnswers(1);
		assertThatExceptionOfType(DirectoryException.class).isThrownBy(() -> write(1));
		write(1);
		assertThat(this.target.applied()).hasSize(3);
		assertSwapped();
	}

	@Test
	void sendsTheRestWhenTheProcessDiedInTheMiddle() {
		this.target.loseConnectionAfter(1);
		assertThatExceptionOfType(DirectoryException.class).isThrownBy(() -> write(1));
		assertThat(mobiles()).containsExactly("", "2");
		write(1);
		assertThat(this.target.applied()).hasSize(3);
		assertSwapped();
	}

	@Test
	void triesAgainByItselfWhenAFailureMayPass() {
		this.target.loseConnectionAfter(2);
		write(2);
		assertThat(this.target.applied()).hasSize(3);
		assertSwapped();
	}

	@Test
	void keepsWhatDepartmentsAreCalledBeforeTheRestOfTheBatchIsDone() {
		new SnapshotStore(this.jdbc).begin(2, Side.TARGET, MemoryDirectory.DEPARTMENTS, SCHEMA, List.of());
		PlanWriter plan = this.plans.writer(2, MemoryDirectory.DEPARTMENTS, SCHEMA, List.of());
		plan.change(Phase.DEPARTMENT_UPSERT, create("r", "研发部"), null);
		plan.change(Phase.DEPARTMENT_UPSERT, create("s", "销售部"), null);
		plan.seal(Map.of());
		this.target.loseConnectionAfter(1);
		assertThatExceptionOfType(DirectoryException.class).isThrownBy(() -> write(2, 1));
		assertThat(this.plans.counts(2).done()).isZero();
		Map<String, String> created = new CreatedDepartments(this.jdbc).find(2);
		assertThat(created).containsOnlyKeys(DepartmentRef.planned("r"));
		assertThat(this.names.remembered(List.copyOf(created.values())).values())
			.containsExactly(Map.of("name", "研发部"));
	}

	private static Change create(String ref, String name) {
		return new Change(ChangeKind.CREATE, EntryKind.DEPARTMENT, name, null, null,
				new Department(ref, null, null, Fields.of(MemoryDirectory.DEPARTMENTS, Map.of("name", name)), null),
				Message.of("test"));
	}

	private void assertSwapped() {
		assertThat(mobiles()).containsExactly("2", "1");
		assertThat(open()).isEmpty();
		assertThat(this.plans.counts(1).done()).isEqualTo(3);
		assertThat(this.plans.counts(1).failed()).isZero();
	}

	/** Writes what is still to be done, as the step does in one process. */
	private void write(int tries) {
		write(1, tries);
	}

	private void write(long run, int tries) {
		RunContext context = new RunContext(run(run), null, null, this.target);
		ApplyWriter writer = new ApplyWriter(context, new SnapshotStore(this.jdbc),
				new PlanProgress(this.jdbc, new AuditLog(this.jdbc, Clock.systemUTC(), "tester")),
				new CreatedDepartments(this.jdbc),
				new WrittenFields(run, new Ledger(this.jdbc, EntryKind.MEMBER, "target", List.of()), this.names),
				new LeaverRecords(context, new LeaverStore(this.jdbc), Clock.systemUTC()),
				new LinkRecords(context, new LinkStore(this.jdbc)),
				new ApplicationRecords(context, new ApplicationStore(this.jdbc), Clock.systemUTC()),
				this.ownTransaction, RetryTemplate.builder().maxAttempts(tries).noBackoff().build());
		writer.beforeStep(null);
		OpenChangesReader reader = new OpenChangesReader(context, this.plans);
		reader.open(new ExecutionContext());
		for (List<PlannedChange> batch = reader.read(); batch != null; batch = reader.read()) {
			Chunk<List<PlannedChange>> batches = Chunk.of(batch);
			this.chunk.executeWithoutResult((status) -> writer.write(batches));
		}
	}

	private List<PlannedChange> open() {
		List<PlannedChange> open = new ArrayList<>();
		this.plans.readOpen(this.plans.find(1)).forEachRemaining(open::add);
		return open;
	}

	private List<String> mobiles() {
		return this.target.members().stream().map((member) -> member.fields().value("mobile")).toList();
	}

	private static Change update(String userid, String before, String after) {
		return new Change(ChangeKind.UPDATE, EntryKind.MEMBER, userid, userid, image(userid, before),
				image(userid, after), Message.of("test"));
	}

	private static Member image(String userid, String mobile) {
		return new Member(userid, null, null, Fields.of(SCHEMA, Map.of("mobile", mobile)), null, null);
	}

	private static Member member(String userid, String mobile) {
		return new Member(userid, userid, null, Fields.of(SCHEMA, Map.of("name", "名", "mobile", mobile)),
				new Placements(List.of(), null), null);
	}

	private static Run run(long id) {
		return new Run(id, "job", Run.Goal.APPLY, RunState.RUNNING, "", "", null, null, null, null, Instant.EPOCH, null,
				0, null, null, 0);
	}

}
