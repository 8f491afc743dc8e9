package dev.rollcall.job;

import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.rollcall.directory.Department;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Schema;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.ChangeKind;
import dev.rollcall.plan.DepartmentRef;
import dev.rollcall.plan.Phase;
import dev.rollcall.staging.ChangeState;
import dev.rollcall.staging.CreatedDepartments;
import dev.rollcall.staging.Ledger;
import dev.rollcall.staging.PlanProgress.Result;
import dev.rollcall.staging.PlannedChange;
import dev.rollcall.staging.TestDatabase;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** The ledger follows what happens to members and departments. */
class WrittenFieldsTests {

	private static final Schema SCHEMA = Schema.of("name", "mobile");

	private final JdbcTemplate jdbc = TestDatabase.create();

	private final Ledger ledger = new Ledger(this.jdbc, EntryKind.MEMBER, "target", List.of("mobile"));

	private final Ledger departments = new Ledger(this.jdbc, EntryKind.DEPARTMENT, "target", List.of("name"));

	private final WrittenFields written = new WrittenFields(1, this.ledger, this.departments);

	private final RunDepartments refs = new RunDepartments(1, new CreatedDepartments(this.jdbc), () -> Set.of("1"),
			(department, ref) -> {
			});

	@Test
	void whoIsCreatedIsRememberedByTheUseridInLowerCase() {
		remember(ChangeKind.CREATE, null, null, member("A", Map.of("name", "甲", "mobile", "1")));
		assertThat(this.ledger.remembered(List.of("a", "old", "new", "id-7")))
			.isEqualTo(Map.of("a", Map.of("mobile", "1")));
	}

	@Test
	void anUpdateReplacesOnlyWhatItWrites() {
		remember(ChangeKind.CREATE, null, null, member("a", Map.of("mobile", "1")));
		remember(ChangeKind.UPDATE, "a", image("a", null), image("a", null));
		assertThat(this.ledger.remembered(List.of("a", "old", "new", "id-7")))
			.isEqualTo(Map.of("a", Map.of("mobile", "1")));
	}

	@Test
	void whoIsDeletedIsForgotten() {
		remember(ChangeKind.CREATE, null, null, member("a", Map.of("mobile", "1")));
		remember(ChangeKind.DELETE, "a", member("a", Map.of("mobile", "1")), null);
		assertThat(this.ledger.remembered(List.of("a", "old", "new", "id-7"))).isEmpty();
	}

	@Test
	void whoIsRenamedIsRememberedUnderTheNewUserid() {
		remember(ChangeKind.CREATE, null, null, member("old", Map.of("mobile", "1")));
		remember(ChangeKind.UPDATE, "old", image("old", "old"), image("old", "New"));
		assertThat(this.ledger.remembered(List.of("a", "old", "new", "id-7")))
			.isEqualTo(Map.of("new", Map.of("mobile", "1")));
	}

	@Test
	void aRefThatIsNoUseridStaysWhenTheUseridChanges() {
		remember(ChangeKind.UPDATE, "id-7", image("id-7", "old"),
				new Member("id-7", "new", null, Fields.of(SCHEMA, Map.of("mobile", "2")), null, null));
		assertThat(this.ledger.remembered(List.of("a", "old", "new", "id-7")))
			.isEqualTo(Map.of("id-7", Map.of("mobile", "2")));
	}

	@Test
	void aDepartmentThatIsCreatedIsRememberedByWhatTheTargetCallsIt() {
		this.refs.created(DepartmentRef.planned("p"), "7");
		this.written.remember(List.of(done(ChangeKind.CREATE, null, null, department("p", "研发部"))), this.refs);
		assertThat(this.departments.remembered("7")).isEqualTo(Map.of("name", "研发部"));
		assertThat(this.departments.remembered("p")).isEmpty();
	}

	@Test
	void oneThatTurnsOutToBeThereAlreadyWasNotGivenItsName() {
		this.refs.created(DepartmentRef.planned("top"), "1");
		this.written.remember(List.of(done(ChangeKind.CREATE, null, null, department("top", "示例科技"))), this.refs);
		assertThat(this.departments.remembered("1")).isEmpty();
	}

	@Test
	void aDepartmentIsRememberedByTheNameItWasGivenLast() {
		this.written.remember(List.of(done(ChangeKind.UPDATE, "7", department("7", "研发部"), department("7", "parked")),
				done(ChangeKind.MOVE, "7", department("7", "parked"), department("7", "工程部"))), this.refs);
		assertThat(this.departments.remembered("7")).isEqualTo(Map.of("name", "工程部"));
	}

	@Test
	void aMoveAloneLeavesTheNameAsItWas() {
		this.written.remember(List.of(done(ChangeKind.UPDATE, "7", department("7", ""), department("7", "研发部"))),
				this.refs);
		Department image = new Department("7", "existing:1", null, Fields.unknown(SCHEMA), null);
		this.written.remember(List.of(done(ChangeKind.MOVE, "7", image, image)), this.refs);
		assertThat(this.departments.remembered("7")).isEqualTo(Map.of("name", "研发部"));
	}

	@Test
	void aDepartmentThatIsDeletedIsForgotten() {
		this.written.remember(List.of(done(ChangeKind.UPDATE, "7", department("7", ""), department("7", "研发部"))),
				this.refs);
		this.written.remember(List.of(done(ChangeKind.DELETE, "7", department("7", "研发部"), null)), this.refs);
		assertThat(this.departments.remembered("7")).isEmpty();
	}

	private static Result done(ChangeKind kind, String ref, Department before, Department after) {
		Change change = new Change(kind, EntryKind.DEPARTMENT, "key", ref, before, after, Message.of("test"));
		return new Result(new PlannedChange(Phase.DEPARTMENT_UPSERT, 0, 0, change, ChangeState.SENT), ChangeState.DONE,
				null);
	}

	private static Department department(String ref, String name) {
		return new Department(ref, null, null, Fields.of(SCHEMA, Map.of("name", name)), null);
	}

	private void remember(ChangeKind kind, String ref, Member before, Member after) {
		Change change = new Change(kind, EntryKind.MEMBER, "key", ref, before, after, Message.of("test"));
		this.written.remember(List.of(new Result(new PlannedChange(Phase.MEMBER_UPSERT, 0, 0, change, ChangeState.SENT),
				ChangeState.DONE, null)), this.refs);
	}

	private static Member member(String userid, Map<String, String> values) {
		return new Member(userid, userid, null, Fields.of(SCHEMA, values), null, null);
	}

	private static Member image(String ref, String userid) {
		return new Member(ref, userid, null, Fields.unknown(SCHEMA), null, null);
	}

}
