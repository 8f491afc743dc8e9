package dev.rollcall.connector.authing.write;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.rollcall.connector.MemberChanges;
import dev.rollcall.connector.Outcome;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Schema;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.ChangeKind;
import dev.rollcall.sandbox.Fault;
import dev.rollcall.sandbox.authing.pool.Habit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Creating, changing, moving and deleting departments of Authing. */
class WritingDepartmentsIntegrationTests {

	private static final Schema NAME = Schema.of(FieldNames.NAME);

	private Organization organization = new Organization(true);

	@AfterEach
	void end() {
		this.organization.close();
	}

	private void with(boolean ignoresRoot, Habit... habits) {
		this.organization.close();
		this.organization = new Organization(ignoresRoot, habits);
	}

	@ParameterizedTest
	@EnumSource(names = { "ANSWER_LOST", "DROPPED", "SERVER_ERROR", "BUSY", "TOKEN_EXPIRED" })
	void whateverBefallsACallNoDepartmentIsCreatedTwice(Fault fault) {
		this.organization.authing.faults().next("create-department", fault, 2);
		assertThat(this.organization.states(create("a", this.organization.root(), "2", "研发部"),
				create("b", "+a", null, "后端组")))
			.containsOnly(Outcome.State.DONE);
		assertThat(departments()).isEqualTo(3);
		assertThat(this.organization.refs.created).containsOnlyKeys("+a", "+b");
	}

	@ParameterizedTest
	@EnumSource(names = { "STEADY_ORDER", "ROOT_UNLISTED" })
	void theRootNodeIsAdoptedAndLinkedAndNeverTouchedOtherwise(Habit habit) {
		with(true, habit);
		String root = this.organization.root().substring(1);
		assertThat(this.organization.states(create("top", null, "1", "公司"), create("a", "+top", "2", "研发部")))
			.containsOnly(Outcome.State.DONE);
		assertThat(this.organization.refs.created).containsEntry("+top", root);
		assertThat(this.organization.department("+top").customData()).containsEntry("wechatwork_department_id", "1");
		assertThat(this.organization.department("+a").customData()).containsEntry("wechatwork_parent_department_id",
				"1");
		assertThat(codes(create("other", null, "9", "另一公司"), update(root, "新名", null), delete(root),
				move(root, "=" + this.organization.refs.ref("+a"))))
			.containsExactly("authing.other-top", "authing.root-stays", "authing.root-stays", "authing.root-stays");
		assertThat(this.organization.department("+top").name()).isEqualTo("企业");
		assertThat(this.organization.writing.lost(delete(root)).all()).isTrue();
	}

	@Test
	void theTopLiesBelowTheOrganizationWhereTheRootIsNotIgnored() {
		with(false);
		assertThat(this.organization.states(create("top", null, "1", "公司"), create("a", "+top", "2", "研发部"),
				create("top2", null, null, "另一公司")))
			.containsOnly(Outcome.State.DONE);
		String root = this.organization.root().substring(1);
		assertThat(this.organization.department("+top").parentDepartmentId()).isEqualTo(root);
		assertThat(this.organization.department("+top2").parentDepartmentId()).isEqualTo(root);
		assertThat(this.organization.states(move(ref("+a"), null))).containsOnly(Outcome.State.DONE);
		assertThat(this.organization.department("+a").parentDepartmentId()).isEqualTo(root);
		Department found = (Department) this.organization.writing
			.find(List.of(create("x", null, null, "公司")), this.organization.refs)
			.get(0);
		assertThat(found.ref()).isEqualTo(ref("+top"));
		assertThat(found.parent()).isNull();
	}

	@ParameterizedTest
	@EnumSource(names = { "STEADY_ORDER", "NULL_KEEPS", "EMPTY_KEEPS" })
	void anIdIsGivenAndTakenAwayAndThoseBelowAreToldOfIt(Habit habit) {
		with(true, habit);
		this.organization.apply(create("a", this.organization.root(), null, "研发部"), create("b", "+a", "3", "后端组"));
		assertThat(this.organization.states(update(ref("+a"), null, "2"))).containsOnly(Outcome.State.DONE);
		assertThat(this.organization.department("+a").customData()).containsEntry("wechatwork_department_id", "2");
		assertThat(this.organization.department("+b").customData()).containsEntry("wechatwork_parent_department_id",
				"2");
		assertThat(this.organization.states(update(ref("+a"), "研究院", ""))).containsOnly(Outcome.State.DONE);
		assertThat(this.organization.department("+a").customData()).doesNotContainKey("wechatwork_department_id");
		assertThat(this.organization.department("+a").name()).isEqualTo("研究院");
		assertThat(this.organization.department("+b").customData()).doesNotContainKey("wechatwork_parent_department_id")
			.containsEntry("wechatwork_department_id", "3");
	}

	@Test
	void anIdThatCannotBeTakenAwayIsTold() {
		with(true, Habit.NULL_KEEPS, Habit.EMPTY_KEEPS);
		this.organization.apply(create("a", this.organization.root(), "2", "研发部"));
		assertThat(codes(update(ref("+a"), null, ""))).containsExactly("authing.not-emptied");
	}

	@Test
	void movesAndRenamesAtOnce() {
		this.organization.apply(create("a", this.organization.root(), "2", "研发部"),
				create("b", this.organization.root(), "3", "销售部"), create("c", "+a", "4", "后端组"));
		assertThat(this.organization.states(move(ref("+c"), "+b"))).containsOnly(Outcome.State.DONE);
		assertThat(this.organization.department("+c").parentDepartmentId()).isEqualTo(ref("+b"));
		assertThat(this.organization.department("+c").name()).isEqualTo("平台组");
		assertThat(this.organization.department("+c").customData()).containsEntry("wechatwork_parent_department_id",
				"3");
	}

	@ParameterizedTest
	@EnumSource(names = { "STEADY_ORDER", "DELETES_FULL_DEPARTMENTS" })
	void deletesNothingButWhatIsEmpty(Habit habit) {
		with(true, habit);
		this.organization.apply(create("a", this.organization.root(), null, "研发部"), create("b", "+a", null, "后端组"),
				MemberChanges.create("u", Map.of("name", "张三"), MemberChanges.in("+b")));
		assertThat(codes(delete(ref("+a")), delete(ref("+b")))).containsExactly("authing.department-not-empty",
				"authing.department-not-empty");
		assertThat(departments()).isEqualTo(3);
		this.organization.apply(MemberChanges.delete(Objects.requireNonNull(this.organization.user("u").userId())));
		this.organization.authing.faults().next("delete-department", Fault.ANSWER_LOST, 1);
		assertThat(this.organization.states(delete(ref("+b")), delete(ref("+a")), delete(ref("+b"))))
			.containsOnly(Outcome.State.DONE);
		assertThat(departments()).isEqualTo(1);
	}

	@Test
	void noTwoOfOneNameNorOfOneId() {
		this.organization.apply(create("a", this.organization.root(), "2", "研发部"));
		assertThat(codes(create("x", this.organization.root(), null, "研发部"),
				create("y", this.organization.root(), "2", "销售部"), create("z", "+nowhere", null, "测试部")))
			.containsExactly("authing.department-exists", "authing.department-id-taken", "authing.parent-missing");
		assertThat(departments()).isEqualTo(2);
	}

	private int departments() {
		return this.organization.authing.state().get("departments").size();
	}

	private String ref(String planned) {
		return Objects.requireNonNull(this.organization.refs.ref(planned));
	}

	private List<String> codes(Change... changes) {
		return this.organization.apply(changes)
			.stream()
			.map((outcome) -> Objects.requireNonNull(outcome.why()).code())
			.toList();
	}

	private static Change create(String ref, @Nullable String parent, @Nullable String id, String name) {
		return MemberChanges.createDepartment(ref, parent, id, name);
	}

	private static Change update(String ref, @Nullable String name, @Nullable String id) {
		return change(ChangeKind.UPDATE, ref, null, name, id);
	}

	private static Change move(String ref, @Nullable String parent) {
		return change(ChangeKind.MOVE, ref, parent, "平台组", null);
	}

	private static Change delete(String ref) {
		return new Change(ChangeKind.DELETE, EntryKind.DEPARTMENT, ref, ref,
				new Department(ref, null, null, Fields.unknown(NAME), null), null, Message.of("test"));
	}

	private static Change change(ChangeKind kind, String ref, @Nullable String parent, @Nullable String name,
			@Nullable String id) {
		Fields fields = (name != null) ? Fields.of(NAME, Map.of(FieldNames.NAME, name)) : Fields.unknown(NAME);
		return new Change(kind, EntryKind.DEPARTMENT, ref, ref,
				new Department(ref, null, null, Fields.unknown(NAME), null),
				new Department(ref, parent, id, fields, null), Message.of("test"));
	}

}
