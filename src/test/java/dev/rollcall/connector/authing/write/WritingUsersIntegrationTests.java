package dev.rollcall.connector.authing.write;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import dev.rollcall.connector.MemberChanges;
import dev.rollcall.connector.Outcome;
import dev.rollcall.connector.authing.api.UserDetail;
import dev.rollcall.directory.Entry;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import dev.rollcall.plan.Change;
import dev.rollcall.sandbox.Fault;
import dev.rollcall.sandbox.authing.AuthingOptions;
import dev.rollcall.sandbox.authing.pool.Habit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Creating, changing and deleting users of Authing. */
class WritingUsersIntegrationTests {

	private Organization organization = new Organization(true);

	@AfterEach
	void end() {
		this.organization.close();
	}

	private void with(Habit... habits) {
		this.organization.close();
		this.organization = new Organization(true, habits);
	}

	@Test
	void aThousandAreCreatedWithTwentyCalls() {
		assertThat(this.organization.states(creations(1000))).containsOnly(Outcome.State.DONE);
		assertThat(this.organization.users()).isEqualTo(1000);
		assertThat(this.organization.calls("create-users-batch")).isEqualTo(20);
		assertThat(this.organization.calls("set-user-departments")).isZero();
		// The token, the fields of users twice and of departments, the root, the tree.
		assertThat(this.organization.authing.calls().total()).isLessThanOrEqualTo(20 + 8);
	}

	@ParameterizedTest
	@EnumSource(names = { "ANSWER_LOST", "DROPPED", "SERVER_ERROR", "BUSY", "THROTTLED", "TOKEN_EXPIRED" })
	void whateverBefallsACallNobodyIsCreatedTwice(Fault fault) {
		this.organization.authing.faults().next("create-users-batch", fault, 2);
		assertThat(this.organization.states(creations(120))).containsOnly(Outcome.State.DONE);
		assertThat(this.organization.users()).isEqualTo(120);
	}

	@ParameterizedTest
	@EnumSource(names = { "STEADY_ORDER", "BATCH_STOPS", "BATCH_PASSES" })
	void oneWhomAuthingRefusesStandsAlone(Habit habit) {
		with(habit);
		this.organization.apply(create("first", "mobile", "13800000001"));
		List<Change> changes = new ArrayList<>(creations(100));
		changes.set(27, create("taken", "mobile", "13800000001"));
		List<Outcome> outcomes = this.organization.apply(changes);
		assertThat(outcomes.get(27).state()).isEqualTo(Outcome.State.FAILED);
		assertThat(outcomes.stream().filter((outcome) -> outcome.state() == Outcome.State.DONE)).hasSize(99);
		assertThat(this.organization.users()).isEqualTo(100);
		assertThat(this.organization.find("taken")).isNull();
	}

	@Test
	void whoIsThereAlreadyIsNotTakenForOneThatWasCreated() {
		this.organization.apply(create("a", "name", "先来"));
		List<Outcome> outcomes = this.organization.apply(create("a", "name", "后到", "email", "other@example.com"),
				create("b"));
		assertThat(outcomes).extracting(Outcome::state).containsExactly(Outcome.State.FAILED, Outcome.State.DONE);
		assertThat(this.organization.user("a").name()).isEqualTo("先来");
		assertThat(this.organization.users()).isEqualTo(2);
	}

	@Test
	void whoeverHasNeitherMobileNorMailIsToldByTheUserid() {
		this.organization.apply(create("ZhangSan", "email", ""), create("lisi"));
		assertThat(this.organization.user("ZhangSan").username()).isEqualTo("ZhangSan");
		assertThat(this.organization.user("lisi").username()).isNull();
	}

	@Test
	void passwordsAreMadeUpOnlyIfTheJobSaysSo() {
		this.organization.apply(create("a"));
		assertThat(this.organization.everything().get("a")).contains("\"password\":\"none\"");
		this.organization.close();
		this.organization = new Organization(AuthingOptions.defaults().linked(true), new Manner(true, true));
		this.organization.apply(create("a"));
		assertThat(this.organization.everything().get("a")).contains("\"password\":\"generated\"");
	}

	@ParameterizedTest
	@EnumSource(names = { "STEADY_ORDER", "NULL_KEEPS", "EMPTY_KEEPS" })
	void aFieldIsEmptiedInWhicheverWayAuthingWantsIt(Habit habit) {
		with(habit);
		this.organization.apply(IntStream.range(0, 60).mapToObj((i) -> create("u" + i, "alias", "小" + i)).toList());
		List<Change> updates = IntStream.range(0, 60)
			.mapToObj((i) -> update("u" + i, Map.of("alias", "", "name", "新名")))
			.toList();
		assertThat(this.organization.states(updates)).containsOnly(Outcome.State.DONE);
		for (int i = 0; i < 60; i++) {
			assertThat(this.organization.user("u" + i).nickname()).isNull();
			assertThat(this.organization.user("u" + i).name()).isEqualTo("新名");
		}
	}

	@Test
	void aFieldThatStaysFullIsToldAndDoesNotKeepTheOthersFromBeingWritten() {
		with(Habit.NULL_KEEPS, Habit.EMPTY_KEEPS);
		this.organization.apply(create("a", "alias", "小张"), create("b"));
		List<Outcome> outcomes = this.organization.apply(update("a", Map.of("alias", "")),
				update("b", Map.of("name", "新名")));
		assertThat(outcomes).extracting(Outcome::state).containsExactly(Outcome.State.FAILED, Outcome.State.DONE);
		assertThat(outcomes.get(0).why().code()).isEqualTo("authing.not-emptied");
		assertThat(this.organization.user("b").name()).isEqualTo("新名");
	}

	@ParameterizedTest
	@EnumSource(names = { "STEADY_ORDER", "BATCH_STOPS", "BATCH_PASSES" })
	void updatesOfThoseWhoAreGoneAreRefusedAlone(Habit habit) {
		with(habit);
		this.organization.apply(creations(60));
		List<Change> updates = new ArrayList<>(
				IntStream.range(0, 60).mapToObj((i) -> update("u" + i, Map.of("name", "新名"))).toList());
		this.organization.apply(delete("u7"));
		List<Outcome> outcomes = this.organization.apply(updates);
		assertThat(outcomes.get(7).state()).isEqualTo(Outcome.State.FAILED);
		assertThat(outcomes.stream().filter((outcome) -> outcome.state() == Outcome.State.DONE)).hasSize(59);
		assertThat(this.organization.everything().toString().split("新名")).hasSize(60);
	}

	@Test
	void aMobileGoesOverFromOneToTheOther() {
		this.organization.apply(create("a", "mobile", "13800000001"));
		assertThat(this.organization.states(
				update("a", Map.of("mobile", "13800000001"), Map.of("mobile", "13800000002"), null),
				create("b", "mobile", "13800000001")))
			.containsOnly(Outcome.State.DONE);
		assertThat(this.organization.user("b").phone()).isEqualTo("13800000001");
	}

	@Test
	void somebodyIsDisabledAndEnabledAgain() {
		this.organization.apply(create("a"));
		this.organization.apply(update("a", Map.of("enabled", "false")));
		assertThat(this.organization.user("a").status()).isEqualTo("Suspended");
		this.organization.apply(update("a", Map.of("enabled", "true")));
		assertThat(this.organization.user("a").status()).isEqualTo("Activated");
	}

	@ParameterizedTest
	@EnumSource(names = { "STEADY_ORDER", "BATCH_PASSES" })
	void deletesFiftyWithOneCallAndFindsTheOneThatIsGone(Habit habit) {
		with(habit);
		this.organization.apply(creations(120));
		List<Change> deletions = IntStream.range(0, 120).mapToObj((i) -> delete("u" + i)).toList();
		this.organization.apply(delete("u77"));
		this.organization.authing.faults().next("delete-users-batch", Fault.ANSWER_LOST, 1);
		assertThat(this.organization.states(deletions)).containsOnly(Outcome.State.DONE);
		assertThat(this.organization.users()).isZero();
		assertThat(this.organization.calls("delete-users-batch")).isLessThanOrEqualTo(5);
	}

	@ParameterizedTest
	@EnumSource(names = { "STEADY_ORDER", "DEPARTMENTS_MERGE", "MAIN_UNSET" })
	void somebodyMovesToOtherDepartmentsAndLeadsOne(Habit habit) {
		with(habit);
		departments();
		this.organization.apply(member("a", places("+d2", "+d1", "+d2")));
		assertThat(where("a")).containsExactlyInAnyOrder("+d1", "+d2");
		assertThat(this.organization.user("a").mainDepartmentId()).isEqualTo(this.organization.refs.ref("+d2"));
		Placements now = new Placements(List.of(new Placement("+d3", null, true), new Placement("+d1", null, false)),
				"+d3");
		assertThat(this.organization.states(update("a", Map.of(), Map.of(), now))).containsOnly(Outcome.State.DONE);
		assertThat(where("a")).containsExactlyInAnyOrder("+d1", "+d3");
		UserDetail user = this.organization.user("a");
		assertThat(user.mainDepartmentId()).isEqualTo(this.organization.refs.ref("+d3"));
		assertThat(user.customData()).containsEntry("wechatwork_department_ids", "3,1");
		assertThat(this.organization.department("+d3").leaderUserIds()).containsExactly(user.userId());
		Member found = (Member) this.organization.writing.find(List.of(update("a", Map.of())), this.organization.refs)
			.get(0);
		assertThat(found.placements().in("=" + this.organization.refs.ref("+d3")).leader()).isTrue();
		assertThat(found.placements().in("=" + this.organization.refs.ref("+d1")).leader()).isFalse();
	}

	@Test
	void aSecondCallIsMadeForThoseWhoLeadAndForNobodyElse() {
		departments();
		Placements leading = new Placements(List.of(new Placement("+d1", null, true)), "+d1");
		assertThat(this.organization.states(member("a", places("+d1", "+d1")), member("b", leading),
				member("c", places("+d2", "+d1", "+d2"))))
			.containsOnly(Outcome.State.DONE);
		assertThat(this.organization.calls("set-user-departments")).isEqualTo(1);
		assertThat(this.organization.department("+d1").leaderUserIds())
			.containsExactly(this.organization.user("b").userId());
	}

	@Test
	void aLinkIsWrittenBackAndTakenAway() {
		this.organization.apply(create("a"));
		String ref = this.organization.user("a").userId();
		assertThat(this.organization.states(link(ref, "a", ""))).containsOnly(Outcome.State.DONE);
		assertThat(this.organization.find("a")).isNull();
		assertThat(this.organization.states(link(ref, null, "A.New"))).containsOnly(Outcome.State.DONE);
		assertThat(this.organization.user("A.New").userId()).isEqualTo(ref);
	}

	@Test
	void findsManyWithFewCalls() {
		this.organization.apply(creations(100));
		List<Change> changes = new ArrayList<>(creations(100));
		IntStream.range(0, 100).forEach((i) -> changes.add(update("u" + i, Map.of("name", "新名"))));
		changes.add(create("nobody"));
		long before = this.organization.authing.calls().total();
		List<Entry> found = this.organization.writing.find(changes, this.organization.refs);
		assertThat(this.organization.authing.calls().total() - before).isLessThanOrEqualTo(7);
		assertThat(found.subList(0, 200)).doesNotContainNull();
		assertThat(found.get(200)).isNull();
		assertThat(((Member) found.get(3)).userid()).isEqualTo("u3");
	}

	@Test
	void nothingIsSentThatBreaksARule() {
		assertThat(this.organization.states(create("a", "email", "nobody"), create("b", "mobile", "手机"),
				MemberChanges.create("c", Map.of("name", "丙"), MemberChanges.in("=99")),
				update("x", Map.of("status", "resigned"))))
			.containsOnly(Outcome.State.WITHHELD);
		assertThat(this.organization.calls("create-users-batch")).isZero();
	}

	@Test
	void withoutTheLinkNobodyIsCreated() {
		this.organization.close();
		this.organization = new Organization(AuthingOptions.defaults(), new Manner(true, false));
		List<Outcome> outcomes = this.organization.apply(create("a"));
		assertThat(outcomes.get(0).why().code()).isEqualTo("authing.link-undefined");
		assertThat(this.organization.users()).isZero();
	}

	private Set<String> where(String userid) {
		Set<String> where = new HashSet<>();
		this.organization.refs.created.forEach((planned, ref) -> {
			if (this.organization.user(userid).departmentIds().contains(ref)) {
				where.add(planned);
			}
		});
		return where;
	}

	private void departments() {
		for (String id : List.of("1", "2", "3")) {
			this.organization.apply(MemberChanges.createDepartment("d" + id, this.organization.root(), id, "部门" + id));
		}
	}

	private static Placements places(String main, String... departments) {
		return new Placements(List.of(departments).stream().map(Placement::in).toList(), main);
	}

	private Change create(String userid, String... fields) {
		Map<String, String> all = MemberChanges.map("name", "张三", "email", userid + "@example.com");
		all.putAll(MemberChanges.map(fields));
		return MemberChanges.create(userid, all, MemberChanges.in(this.organization.root()));
	}

	private static Change member(String userid, Placements placements) {
		return MemberChanges.create(userid, MemberChanges.map("name", "张三", "email", userid + "@example.com"),
				placements);
	}

	private List<Change> creations(int count) {
		String root = this.organization.root();
		return IntStream.range(0, count)
			.mapToObj((i) -> MemberChanges.create("u" + i,
					MemberChanges.map("name", "张三", "email", "u" + i + "@example.com"), MemberChanges.in(root)))
			.toList();
	}

	private Change update(String userid, Map<String, String> after) {
		return update(userid, Map.of(), after, null);
	}

	private Change update(String userid, Map<String, String> before, Map<String, String> after,
			@org.jspecify.annotations.Nullable Placements placements) {
		UserDetail user = this.organization.find(userid);
		return MemberChanges.update((user != null) ? user.userId() : "0", before, after, placements);
	}

	private Change delete(String userid) {
		return MemberChanges.delete(this.organization.user(userid).userId());
	}

	private static Change link(String ref, @org.jspecify.annotations.Nullable String from, String to) {
		return MemberChanges.link(ref, from, to);
	}

}
