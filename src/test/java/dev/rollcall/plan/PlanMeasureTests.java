package dev.rollcall.plan;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.rollcall.compare.MemberKey;
import dev.rollcall.compare.MemberLink;
import dev.rollcall.compare.MemberMatching.Found;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.DepartmentTree;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import dev.rollcall.directory.Schema;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a plan is found to do to how many of how many. The tree is 公司 with 研发, and 后端 in
 * that, and with 市场.
 */
class PlanMeasureTests {

	private static final Schema SCHEMA = Schema.of("name", "mobile");

	private static final DepartmentTree TREE = new DepartmentTree(List.of(department("1", null, "公司"),
			department("2", "1", "研发"), department("3", "2", "后端"), department("4", "1", "市场")));

	/** So that every change in sight is told. */
	private static final Limit NONE = new Limit(0, 0, 0, 0, 0);

	private static final Limits NOTHING = new Limits(each(NONE), each(NONE), each(NONE));

	private static final Limit ANY = new Limit(0, 100, 100, Long.MAX_VALUE, Limit.NO_CAP);

	private final RecordedPlan plan = new RecordedPlan();

	private PlanMeasure measure = new PlanMeasure(TREE, UpdateMode.CHANGED);

	private int people;

	@Test
	void saysNothingOfAPlanThatPassesNoLimit() {
		hold(1000, "4");
		delete(50, "3");
		assertThat(this.measure.breaches(Limits.DEFAULT)).as("but within 研发").hasSize(2);
		assertThat(this.measure.breaches(withoutSubtrees(Limits.DEFAULT))).isEmpty();
		assertThat(new PlanMeasure(TREE, UpdateMode.CHANGED).breaches(NOTHING)).isEmpty();
	}

	@Test
	void tellsWhatIsPassedByWhat() {
		hold(78, "4");
		delete(42, "3");
		assertThat(members(new Limit(50, 20, 30, 5, 500))).containsExactly(Message.of("plan.limit.small-percent",
				"plan.word.delete", 42, 120, "plan.word.members", "35.0", 50, "30"));
		assertThat(members(new Limit(40, 33.5, 80, 5, 500))).containsExactly(
				Message.of("plan.limit.percent", "plan.word.delete", 42, 120, "plan.word.members", "35.0", 40, "33.5"));
		assertThat(members(new Limit(50, 20, 80, 5, 41))).containsExactly(
				Message.of("plan.limit.cap", "plan.word.delete", 42, 120, "plan.word.members", "35.0", 41));
		assertThat(members(new Limit(50, 20, 80, 5, 42))).isEmpty();
	}

	@Test
	void tellsTheShareSoExactlyThatItIsSeenToPass() {
		hold(15_995, "4");
		delete(4_001, "4");
		assertThat(members(new Limit(50, 20, 80, 5, Limit.NO_CAP)).get(0).arguments().get(4)).isEqualTo("20.01");
	}

	@Test
	void holdsTheLimitOfAHundredAndTwentyThousandPeople() {
		hold(119_000, "4");
		delete(1_000, "4");
		assertThat(this.measure.breaches(Limits.DEFAULT)).containsExactly(
				Message.of("plan.limit.cap", "plan.word.delete", 1_000, 120_000, "plan.word.members", "0.8", 500));
	}

	@Test
	void measuresEachKindOfChangeByItself() {
		hold(10, "4");
		change(1, ChangeKind.DELETE, "4");
		change(2, ChangeKind.DISABLE, "4");
		change(3, ChangeKind.MOVE, "4");
		change(4, ChangeKind.UPDATE, "4");
		create(5, "=4");
		departments(6, ChangeKind.CREATE);
		departments(7, ChangeKind.UPDATE);
		assertThat(told(new Limits(each(NONE), each(NONE), Map.of()))).containsExactly("DELETE MEMBER 1 of 20",
				"DISABLE MEMBER 2 of 20", "MOVE MEMBER 3 of 20", "UPDATE MEMBER 4 of 20", "CREATE MEMBER 5 of 20",
				"UPDATE DEPARTMENT 7 of 4", "CREATE DEPARTMENT 6 of 4");
	}

	/** As an undo is measured, which looks at nobody but those it is about. */
	@Test
	void countsWhoeverIsDeletedTogetherWithTheirDepartment() {
		PlanMeasure byFigures = new PlanMeasure();
		for (int i = 0; i < 9; i++) {
			byFigures.change(new Change(ChangeKind.DELETE, EntryKind.MEMBER, "m" + i, "m" + i, member("m" + i, "=4"),
					null, Message.of("why")));
		}
		Department gone = department("4", "1", "市场");
		byFigures
			.change(new Change(ChangeKind.DELETE, EntryKind.DEPARTMENT, "公司/市场", "4", gone, null, Message.of("why")));
		byFigures.holds(4, 9);
		assertThat(byFigures.breaches(Limits.DEFAULT)).containsExactly(Message.of("plan.limit.small-percent",
				"plan.word.delete", 9, 9, "plan.word.members", "100.0", 50, "80"));
	}

	@Test
	void whereNobodyIsNothingCanBeLostByCreating() {
		create(9_000, "=4");
		departments(2_000, ChangeKind.CREATE);
		assertThat(this.measure.breaches(NOTHING)).isEmpty();
		hold(1, "4");
		assertThat(told(NOTHING)).startsWith("CREATE MEMBER 9000 of 1", "CREATE DEPARTMENT 2000 of 4");
	}

	@Test
	void whatIsWithheldDoesNotCount() {
		PlanSink sink = this.measure.over(this.plan);
		hold(9, "4");
		hold(1, "3");
		sink.change(Phase.MEMBER_DELETE, deletion(member("u1", "4")), Message.of("why"));
		assertThat(this.measure.breaches(NOTHING)).isEmpty();
		sink.change(Phase.MEMBER_DELETE, deletion(member("u2", "4")), null);
		assertThat(told(NOTHING)).containsExactly("DELETE MEMBER 1 of 10", "DELETE MEMBER 1 of 9 in 公司/市场");
		assertThat(this.plan.changes()).hasSize(2);
	}

	@Test
	void everybodyInADeletedDepartmentGoesWithIt() {
		hold(30, "3");
		hold(5, "2");
		hold(65, "4");
		delete(10, "3");
		move(20, "3", "4");
		deleteDepartment("3");
		assertThat(members(ANY.withCap(29))).containsExactly(Message.of("plan.limit.cap", "plan.word.delete", 40, 130,
				"plan.word.members-of-departments", "30.8", 29));
		deleteDepartment("2");
		assertThat(told(new Limits(each(ANY.withCap(29)), each(ANY), Map.of())))
			.containsExactly("DELETE MEMBER 45 of 130");
	}

	@Test
	void whoHasLeftADeletedDepartmentDoesNotGoWithIt() {
		hold(65, "4");
		delete(10, "3");
		move(20, "3", "4");
		deleteDepartment("3");
		assertThat(told(new Limits(each(ANY.withCap(0)), each(ANY), Map.of())))
			.containsExactly("DELETE MEMBER 10 of 95", "MOVE MEMBER 20 of 95");
	}

	@Test
	void whoIsInSeveralDeletedDepartmentsGoesOnce() {
		hold(7, "3", "4");
		hold(2, "1", "3");
		deleteDepartment("3");
		deleteDepartment("4");
		assertThat(told(new Limits(each(NONE), each(ANY), Map.of()))).containsExactly("DELETE MEMBER 9 of 9");
	}

	@Test
	void measuresADepartmentWithEverybodyBelowIt() {
		hold(1000, "4");
		hold(10, "2");
		delete(25, "3");
		delete(6, "2");
		assertThat(this.measure.breaches(Limits.DEFAULT)).containsExactly(Message.of("plan.limit.subtree-small-percent",
				"plan.word.delete", 25, 25, "公司/研发/后端", "100.0", 50, "80"));
		assertThat(told(NOTHING)).contains("DELETE MEMBER 31 of 41 in 公司/研发", "DELETE MEMBER 25 of 25 in 公司/研发/后端")
			.noneMatch((line) -> line.endsWith("in 公司"));
	}

	@Test
	void countsWhoIsInSeveralDepartmentsOnceInThoseAbove() {
		hold(1, "1");
		delete(8, "2", "3");
		delete(4, "3", "4");
		assertThat(told(NOTHING)).containsExactly("DELETE MEMBER 12 of 13", "DELETE MEMBER 12 of 12 in 公司/研发",
				"DELETE MEMBER 12 of 12 in 公司/研发/后端", "DELETE MEMBER 4 of 4 in 公司/市场");
	}

	@Test
	void createdOnesCountWhereTheyWillBe() {
		hold(1, "4");
		hold(20, "2");
		create(3, "=3");
		create(2, "+new");
		change(new Change(ChangeKind.CREATE, EntryKind.DEPARTMENT, "新", null, null, department("new", "=2", "新"),
				Message.of("why")));
		assertThat(told(NOTHING)).contains("CREATE MEMBER 5 of 20 in 公司/研发", "CREATE MEMBER 3 of 0 in 公司/研发/后端");
	}

	@Test
	void withinDepartmentsOnlyThatIsMeasuredWhichTheJobNamesOrTakesAway() {
		hold(300, "4");
		move(40, "3", "4");
		change(60, ChangeKind.DISABLE, "2");
		assertThat(told(Limits.DEFAULT)).containsExactly("DISABLE MEMBER 60 of 100 in 公司/研发");
	}

	@Test
	void namesTheLargestAndSaysHowManyMoreThereAre() {
		List<Department> departments = new ArrayList<>(List.of(department("top", null, "公司")));
		for (int i = 1; i <= 30; i++) {
			departments.add(department("d" + i, "top", "部" + i));
		}
		this.measure = new PlanMeasure(new DepartmentTree(departments), UpdateMode.CHANGED);
		hold(1, "top");
		for (int i = 1; i <= 30; i++) {
			delete(i, "d" + i);
		}
		List<Message> breaches = this.measure.breaches(new Limits(each(ANY), each(ANY), each(NONE)));
		assertThat(breaches).hasSize(PlanMeasure.MAX_SUBTREES + 1);
		assertThat(Breach.told(breaches.get(0)).department()).isEqualTo("公司/部30");
		assertThat(Breach.told(breaches.get(19)).department()).isEqualTo("公司/部11");
		assertThat(breaches.get(20)).isEqualTo(Message.of("plan.limit.more-subtrees", 10));
		assertThat(Breach.told(breaches.get(20))).isNull();
	}

	@Test
	void anUpdateThatOverwritesCountsOnlyWhereItAltersWhatTheTargetShows() {
		this.measure = new PlanMeasure(TREE, UpdateMode.OVERWRITE);
		hold(10, "4");
		update(Map.of("name", "甲", "mobile", "1"), Map.of("name", "甲", "mobile", "1"));
		update(Map.of("name", "甲"), Map.of("name", "甲", "mobile", "hidden before"));
		assertThat(this.measure.breaches(NOTHING)).isEmpty();
		update(Map.of("name", "甲", "mobile", "1"), Map.of("name", "甲", "mobile", "2"));
		update(Map.of("name", "甲", "mobile", ""), Map.of("name", "甲", "mobile", "2"));
		assertThat(told(NOTHING)).first().isEqualTo("UPDATE MEMBER 2 of 14");
	}

	@Test
	void aDepartmentThatStandsAsideForAnotherIsChangedOnce() {
		hold(1, "4");
		departments(1, ChangeKind.MOVE);
		Department aside = department("2", null, "研发~1");
		change(new Change(ChangeKind.UPDATE, EntryKind.DEPARTMENT, "公司/研发", "2", aside, aside, Reasons.parked()));
		assertThat(told(NOTHING)).containsExactly("MOVE DEPARTMENT 1 of 4");
	}

	@Test
	void looksAtEveryMemberOfTheTargetOnce() {
		Found found = this.measure.over(new MemberPlannerThatDeletes(this.measure.over(this.plan)));
		found.pair(member("a", "2"), member("a", "2"));
		found.onlyInSource(member("b", "2"));
		found.onlyInTarget(member("c", "2"));
		found.repeated(member("a", "2"));
		found.conflict("d", List.of(member("d", "2")), List.of(member("d", "3"), member("d2", "3")));
		assertThat(told(NOTHING)).first().isEqualTo("DELETE MEMBER 1 of 4");
	}

	/** Deletes whomever only the target has. */
	private record MemberPlannerThatDeletes(PlanSink sink) implements Found {

		@Override
		public void linked(Member desired, Member existing, MemberLink link) {
			pair(desired, existing);
		}

		@Override
		public void by(MemberKey key) {
			// It makes no difference.
		}

		@Override
		public void pair(Member desired, Member existing) {
		}

		@Override
		public void onlyInSource(Member desired) {
		}

		@Override
		public void onlyInTarget(Member existing) {
			this.sink.change(Phase.MEMBER_DELETE, deletion(existing), null);
		}

		@Override
		public void repeated(Member desired) {
		}

		@Override
		public void conflict(String key, List<Member> desired, List<Member> existing) {
		}

	}

	private List<Message> members(Limit deletions) {
		Map<ChangeKind, Limit> limits = each(ANY);
		limits.put(ChangeKind.DELETE, deletions);
		return this.measure.breaches(new Limits(limits, each(ANY), Map.of()));
	}

	private List<String> told(Limits limits) {
		return this.measure.breaches(limits)
			.stream()
			.map(Breach::told)
			.map((breach) -> breach.kind() + " " + breach.entry() + " " + breach.changes() + " of " + breach.held()
					+ ((breach.department() != null) ? " in " + breach.department() : ""))
			.toList();
	}

	/** Puts people in that nothing happens to. */
	private void hold(int count, String... departments) {
		for (int i = 0; i < count; i++) {
			this.measure.existing(member("u" + this.people++, departments));
		}
	}

	private void delete(int count, String... departments) {
		change(count, ChangeKind.DELETE, departments);
	}

	/** Puts people in and does something to each, of which the change tells little. */
	private void change(int count, ChangeKind kind, String... departments) {
		for (int i = 0; i < count; i++) {
			Member member = member("u" + this.people++, departments);
			this.measure.planning(member);
			Member image = new Member(member.ref(), null, null, Fields.unknown(SCHEMA), null, null);
			this.measure.change(new Change(kind, EntryKind.MEMBER, member.ref(), member.ref(), image,
					(kind == ChangeKind.DELETE) ? null : image, Message.of("why")));
		}
	}

	private void move(int count, String from, String to) {
		for (int i = 0; i < count; i++) {
			Member member = member("u" + this.people++, from);
			this.measure.existing(member);
			this.measure.change(new Change(ChangeKind.MOVE, EntryKind.MEMBER, member.ref(), member.ref(),
					member(member.ref(), "=" + from), member(member.ref(), "=" + to), Message.of("why")));
		}
	}

	private void create(int count, String department) {
		for (int i = 0; i < count; i++) {
			this.measure.change(new Change(ChangeKind.CREATE, EntryKind.MEMBER, "n" + i, null, null,
					member("n" + i, department), Message.of("why")));
		}
	}

	private void update(Map<String, String> before, Map<String, String> after) {
		Member member = member("u" + this.people++, "4");
		this.measure.planning(member);
		this.measure.change(new Change(ChangeKind.UPDATE, EntryKind.MEMBER, member.ref(), member.ref(),
				new Member(member.ref(), null, null, Fields.of(SCHEMA, before), null, null),
				new Member(member.ref(), null, null, Fields.of(SCHEMA, after), null, null), Message.of("why")));
	}

	private void departments(int count, ChangeKind kind) {
		for (int i = 0; i < count; i++) {
			Department department = department("d" + i, null, "部" + i);
			change(new Change(kind, EntryKind.DEPARTMENT, "部" + i, (kind != ChangeKind.CREATE) ? "2" : null, department,
					department, Message.of("why")));
		}
	}

	private void deleteDepartment(String ref) {
		change(new Change(ChangeKind.DELETE, EntryKind.DEPARTMENT, ref, ref, TREE.find(ref), null, Message.of("why")));
	}

	private void change(Change change) {
		this.measure.change(change);
	}

	private static Change deletion(Member member) {
		return new Change(ChangeKind.DELETE, EntryKind.MEMBER, member.ref(), member.ref(),
				new Member(member.ref(), null, null, member.fields(), named(member.placements()), null), null,
				Message.of("why"));
	}

	private static Placements named(Placements placements) {
		return placements.map(DepartmentRef::existing);
	}

	private static Limits withoutSubtrees(Limits limits) {
		return new Limits(limits.members(), limits.departments(), Map.of());
	}

	private static Map<ChangeKind, Limit> each(Limit limit) {
		Map<ChangeKind, Limit> limits = new EnumMap<>(ChangeKind.class);
		for (ChangeKind kind : ChangeKind.values()) {
			limits.put(kind, limit);
		}
		return limits;
	}

	private static Member member(String ref, String... departments) {
		return new Member(ref, ref, null, Fields.unknown(SCHEMA),
				new Placements(Stream.of(departments).map(Placement::in).toList(), departments[0]), null);
	}

	private static Department department(String ref, String parent, String name) {
		return new Department(ref, parent, null, Fields.of(Schema.of("name"), Map.of("name", name)), null);
	}

}
