package dev.rollcall.connector;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

import dev.rollcall.directory.Department;
import dev.rollcall.directory.DepartmentTree;
import dev.rollcall.directory.Entry;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.FieldState;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Finding;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import dev.rollcall.directory.Schema;
import dev.rollcall.plan.Achieved;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.ChangeKind;
import dev.rollcall.plan.DepartmentRef;
import dev.rollcall.plan.Disposition;
import dev.rollcall.plan.Lost;
import dev.rollcall.plan.Phase;
import dev.rollcall.plan.PlanSink;
import dev.rollcall.plan.UndoPlanner;
import dev.rollcall.plan.UndoTarget;
import dev.rollcall.plan.UndoneDepartments;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every target must do beside what a source must. A connector joins by a subclass
 * that opens an empty directory.
 */
public abstract class DirectoryContractTests extends SourceContractTests {

	private static final Message WHY = Message.of("test");

	private static final Schema FIELDS = Schema.of(FieldNames.NAME, FieldNames.POSITION, FieldNames.MOBILE,
			FieldNames.EMAIL);

	private final Map<String, String> created = new HashMap<>();

	private final HiddenFields hiddenFields = new HiddenFields();

	protected final DepartmentDirectory refs = new DepartmentDirectory() {
		@Override
		public @Nullable String ref(String department) {
			return DepartmentRef.isPlanned(department) ? DirectoryContractTests.this.created.get(department)
					: DepartmentRef.ref(department);
		}

		@Override
		public void created(String department, String ref) {
			DirectoryContractTests.this.created.put(department, ref);
		}
	};

	private @Nullable Target opened;

	/** An empty directory. */
	protected abstract Target open();

	/**
	 * Whether it always has one department at the top, 公司, so that creating that one
	 * changes nothing.
	 */
	protected boolean hasOneTop() {
		return false;
	}

	/**
	 * Who tells what the directory holds: another one where the target itself does not
	 * show all that it takes.
	 */
	protected Source witness() {
		return target();
	}

	/** Whether members can be given another userid; if not, it says so. */
	protected boolean renames() {
		return true;
	}

	/**
	 * Whether a userid is a link that a member may lack, not what it is addressed by.
	 */
	protected boolean links() {
		return false;
	}

	/** Whether a department can be given an id; if not, it has one of its own. */
	protected boolean takesIds() {
		return true;
	}

	@Override
	protected final Source filled() {
		fill();
		return target();
	}

	protected Target target() {
		if (this.opened == null) {
			this.opened = open();
		}
		return this.opened;
	}

	@AfterEach
	void close() {
		if (this.opened != null) {
			this.opened.close();
		}
	}

	@Test
	void readsBackWhatWasWritten() {
		fill();
		Read read = readAll();
		assertThat(read.paths()).containsExactlyInAnyOrder("公司", "公司/研发部", "公司/研发部/后端组");
		Member member = read.member("ZhangSan");
		assertThat(member.fields().value(FieldNames.NAME)).isEqualTo("张三");
		assertThat(member.fields().value(FieldNames.POSITION)).isEqualTo("工程师 𠮷");
		assertThat(read.placements(member)).containsExactlyInAnyOrder("公司/研发部", "公司/研发部/后端组");
		assertThat(read.path(member.placements().main())).isEqualTo("公司/研发部/后端组");
	}

	@Test
	void changesOnlyTheFieldsOfAnUpdate() {
		fill();
		Member held = readAll().member("ZhangSan");
		apply(update(held, Map.of(FieldNames.POSITION, "经理"), null));
		Member now = readAll().member("ZhangSan");
		assertThat(now.fields().value(FieldNames.POSITION)).isEqualTo("经理");
		assertThat(now.fields().value(FieldNames.NAME)).isEqualTo("张三");
		assertThat(now.placements()).isEqualTo(held.placements());
	}

	@Test
	void emptiesAField() {
		fill();
		apply(update(readAll().member("ZhangSan"), Map.of(FieldNames.POSITION, ""), null));
		Fields fields = readAll().member("ZhangSan").fields();
		assertThat(fields.state(fields.schema().position(FieldNames.POSITION))).isEqualTo(FieldState.EMPTY);
	}

	@Test
	void movesAMember() {
		fill();
		Read read = readAll();
		Member held = read.member("ZhangSan");
		String to = DepartmentRef.existing(read.ref("公司"));
		apply(update(held, Map.of(), new Placements(List.of(new Placement(to, 7L, true)), to)));
		Read after = readAll();
		Member now = after.member("ZhangSan");
		assertThat(after.placements(now)).containsExactly("公司");
		assertThat(now.placements().list().get(0).order()).isIn(null, 7L);
		assertThat(now.placements().list().get(0).leader()).isIn(null, true);
	}

	@Test
	void renamesAndMovesADepartment() {
		fill();
		Read read = readAll();
		String ref = read.ref("公司/研发部/后端组");
		apply(new Change(ChangeKind.MOVE, EntryKind.DEPARTMENT, "", ref,
				department(ref, DepartmentRef.existing(read.ref("公司/研发部")), "后端组"),
				department(ref, DepartmentRef.existing(read.ref("公司")), "平台组"), WHY));
		assertThat(readAll().paths()).containsExactlyInAnyOrder("公司", "公司/研发部", "公司/平台组");
	}

	@Test
	void refusesWhatIsThereAlreadyAndGoesOn() {
		fill();
		List<Outcome> outcomes = target().apply(List.of(create("zhangsan", "又一个"), create("lisi", "李四")), this.refs);
		assertThat(outcomes).extracting(Outcome::state).containsExactly(Outcome.State.FAILED, Outcome.State.DONE);
		assertThat(outcomes.get(0).why()).isNotNull();
		assertThat(readAll().member("ZhangSan").fields().value(FieldNames.NAME)).isEqualTo("张三");
	}

	@Test
	void refusesToChangeWhatIsGone() {
		fill();
		Member held = readAll().member("ZhangSan");
		apply(delete(held));
		List<Outcome> outcomes = target().apply(List.of(update(held, Map.of(FieldNames.POSITION, "经理"), null)),
				this.refs);
		assertThat(outcomes).extracting(Outcome::state).containsExactly(Outcome.State.FAILED);
	}

	@Test
	void deletesAndDeletesAgain() {
		fill();
		Member held = readAll().member("ZhangSan");
		apply(delete(held));
		assertThat(readAll().members()).isEmpty();
		apply(delete(held));
	}

	@Test
	void disablesAMemberIfItCan() {
		fill();
		Member held = readAll().member("ZhangSan");
		boolean can = target().capabilities().disabling();
		List<Outcome> outcomes = target().apply(List.of(disable(held)), this.refs);
		assertThat(outcomes).extracting(Outcome::state)
			.containsExactly(can ? Outcome.State.DONE : Outcome.State.FAILED);
		assertThat(isAchieved(disable(held))).isEqualTo(can && shows(FieldNames.ENABLED));
		Member now = readAll().member("ZhangSan");
		assertThat("false".equals(now.fields().value(FieldNames.ENABLED))).isEqualTo(can);
		assertThat(now.fields().value(FieldNames.NAME)).isEqualTo("张三");
		assertThat(now.placements()).isEqualTo(held.placements());
	}

	@Test
	void refusesToDisableWhoeverIsGone() {
		fill();
		Member held = readAll().member("ZhangSan");
		apply(delete(held));
		assertThat(target().apply(List.of(disable(held)), this.refs)).extracting(Outcome::state)
			.containsExactly(Outcome.State.FAILED);
		assertThat(readAll().members()).isEmpty();
	}

	@Test
	void refusesToDeleteADepartmentThatIsNotEmpty() {
		fill();
		for (String path : List.of("公司/研发部", "公司/研发部/后端组")) {
			List<Outcome> outcomes = target().apply(List.of(deleteDepartment(readAll().ref(path))), this.refs);
			assertThat(outcomes).extracting(Outcome::state).containsExactly(Outcome.State.FAILED);
		}
		assertThat(readAll().paths()).hasSize(3);
	}

	@Test
	void refusesTwoSiblingsOfOneName() {
		fill();
		Change twin = new Change(ChangeKind.CREATE, EntryKind.DEPARTMENT, "公司/研发部", null, null,
				department("twin", DepartmentRef.existing(readAll().ref("公司")), "研发部"), WHY);
		assertThat(target().apply(List.of(twin), this.refs)).extracting(Outcome::state)
			.containsExactly(Outcome.State.FAILED);
	}

	@Test
	void aChangeThatWasCarriedOutIsFoundToBeAchieved() {
		Change company = createDepartment("c", null, "公司");
		assertThat(isAchieved(company)).isEqualTo(hasOneTop());
		apply(company);
		assertThat(isAchieved(company)).isTrue();
		Change member = new Change(ChangeKind.CREATE, EntryKind.MEMBER, "a", null, null,
				member("a", "甲", new Placements(List.of(Placement.in("+c")), "+c")), WHY);
		assertThat(isAchieved(member)).isFalse();
		apply(member);
		assertThat(isAchieved(member)).isTrue();
		Member held = readAll().member("a");
		Change update = update(held, Map.of(FieldNames.POSITION, "经理"), null);
		assertThat(isAchieved(update)).isFalse();
		apply(update);
		// Where it cannot be seen, it is sent again, which does no harm.
		assertThat(isAchieved(update)).isEqualTo(shows(FieldNames.POSITION));
		Change delete = delete(held);
		assertThat(isAchieved(delete)).isFalse();
		apply(delete);
		assertThat(isAchieved(delete)).isTrue();
	}

	@Test
	void aRenamedMemberIsFoundUnderItsNewUserid() {
		fill();
		Member held = readAll().member("ZhangSan");
		Change rename = new Change(ChangeKind.UPDATE, EntryKind.MEMBER, "ZhangSan", held.ref(),
				new Member(held.ref(), "ZhangSan", null, Fields.unknown(FIELDS), null, null),
				new Member(held.ref(), "San.Zhang", null, Fields.unknown(FIELDS), null, null), WHY);
		assertThat(isAchieved(rename)).isFalse();
		if (!renames()) {
			Outcome outcome = target().apply(List.of(rename), this.refs).get(0);
			assertThat(outcome.state()).isEqualTo(Outcome.State.FAILED);
			assertThat(readAll().members()).extracting(Member::userid).containsExactly("ZhangSan");
			return;
		}
		apply(rename);
		assertThat(readAll().members()).extracting(Member::userid).containsExactly("San.Zhang");
		assertThat(isAchieved(rename)).isTrue();
	}

	@Test
	void aUseridIsWhatAMemberIsAddressedByOrALinkThatIsTakenAwayAndGiven() {
		fill();
		Member held = readAll().member("ZhangSan");
		assertThat(held.isItsUserid()).isNotEqualTo(links());
		if (!links()) {
			return;
		}
		Change unlinking = link(held, "ZhangSan", "");
		assertThat(isAchieved(unlinking)).isFalse();
		apply(unlinking);
		assertThat(isAchieved(unlinking)).isTrue();
		assertThat(readAll().members()).singleElement().extracting(Member::userid).isNull();
		Change linking = link(held, null, "San.Zhang");
		assertThat(isAchieved(linking)).isFalse();
		apply(linking);
		assertThat(isAchieved(linking)).isTrue();
		Member now = readAll().member("San.Zhang");
		assertThat(List.of(now.ref(), now.fields(), now.placements()))
			.isEqualTo(List.of(held.ref(), held.fields(), held.placements()));
		apply(create("lisi", "李四"));
		assertThat(target().apply(List.of(link(readAll().member("lisi"), "lisi", "San.Zhang")), this.refs))
			.extracting(Outcome::state)
			.containsExactly(Outcome.State.FAILED);
	}

	@Test
	void givesADepartmentAnIdAndTakesItAwayIfItCan() {
		fill();
		String ref = readAll().ref("公司/研发部");
		if (!takesIds()) {
			assertThat(Objects.requireNonNull(readAll().tree().find(ref)).id()).isNotNull();
			return;
		}
		Change giving = identify(ref, "21");
		assertThat(isAchieved(giving)).isFalse();
		apply(giving);
		assertThat(isAchieved(giving)).isTrue();
		assertThat(Objects.requireNonNull(readAll().tree().find(ref)).id()).isEqualTo("21");
		apply(identify(ref, ""));
		assertThat(Objects.requireNonNull(readAll().tree().find(ref)).id()).isNull();
		assertThat(readAll().ref("公司/研发部")).isEqualTo(ref);
	}

	@Test
	void preparesItselfAsOftenAsOneWants() {
		List<CheckResult> first = target().prepare();
		assertThat(first).allMatch(CheckResult::good);
		assertThat(target().prepare()).hasSameSizeAs(first).allMatch(CheckResult::good);
		assertThat(target().check()).allMatch(CheckResult::good);
	}

	@Test
	void aDepartmentIsNotFoundBelowOneThatWasNotCreated() {
		fill();
		Change company = createDepartment("other", "+missing", "公司");
		assertThat(target().find(company, this.refs)).isNull();
		assertThat(target().apply(List.of(company), this.refs)).extracting(Outcome::state)
			.doesNotContain(Outcome.State.DONE);
		assertThat(readAll().paths()).hasSize(3);
	}

	@Test
	void anUndoRestoresWhatWasThereAndItsUndoWhatCameAfter() {
		fill();
		List<String> before = lines();
		String heldBefore = held();
		List<Change> done = changesOfEveryKind(readAll());
		done.forEach(this::apply);
		List<String> after = lines();
		String heldAfter = held();
		assertThat(after).isNotEqualTo(before);
		List<Change> undo = applyUndo(done, Map.of());
		assertThat(lines()).isEqualTo(before);
		assertThat(held()).isEqualTo(heldBefore);
		if (tellsNames()) {
			// What a department was called whose name was never seen, nobody knows.
			applyUndo(undo, Map.copyOf(this.created));
			assertThat(lines()).isEqualTo(after);
			assertThat(held()).isEqualTo(heldAfter);
		}
	}

	/**
	 * All fields of members that the directory holds, those that it never shows included,
	 * where its look-alike tells them; else nothing.
	 */
	protected String held() {
		return "";
	}

	/** All that the target shows. */
	private List<String> lines() {
		return readAll().lines(target().capabilities().hidden());
	}

	/**
	 * Departments and members created, changed, moved, renamed and deleted. Departments
	 * whose names are not shown are renamed by no plan.
	 */
	private List<Change> changesOfEveryKind(Read read) {
		List<Change> changes = new ArrayList<>(allChanges(read));
		changes.removeIf((change) -> change.entry() == EntryKind.DEPARTMENT && change.kind() == ChangeKind.UPDATE
				&& !tellsNames());
		return changes;
	}

	private List<Change> allChanges(Read read) {
		String company = DepartmentRef.existing(read.ref("公司"));
		String group = read.ref("公司/研发部/后端组");
		Member held = read.member("ZhangSan");
		Placements former = held.placements().map(DepartmentRef::existing);
		Placements moved = new Placements(List.of(new Placement("+n", 7L, true)), "+n");
		Department bare = department(group, DepartmentRef.existing(read.ref("公司/研发部")), "后端组");
		return List.of(createDepartment("n", company, "新部门"),
				new Change(ChangeKind.UPDATE, EntryKind.DEPARTMENT, "研发部", read.ref("公司/研发部"),
						department(read.ref("公司/研发部"), null, "研发部"), department(read.ref("公司/研发部"), null, "研究院"), WHY),
				new Change(ChangeKind.MOVE, EntryKind.MEMBER, "ZhangSan", held.ref(), new Member(held.ref(), null, null,
						Fields.of(FIELDS, Map.of(FieldNames.POSITION, "工程师 𠮷", FieldNames.MOBILE, "")), former, null),
						new Member(held.ref(), null, null,
								Fields.of(FIELDS, Map.of(FieldNames.POSITION, "经理", FieldNames.MOBILE, "13800000001")),
								moved, null),
						WHY),
				new Change(ChangeKind.CREATE, EntryKind.MEMBER, "lisi", null, null, member("lisi", "李四", moved), WHY),
				new Change(ChangeKind.DELETE, EntryKind.DEPARTMENT, "后端组", group, bare, null, WHY));
	}

	/** Plans to take changes back as they are, and does so. */
	private List<Change> applyUndo(List<Change> done, Map<String, String> made) {
		Map<String, String> names = new HashMap<>(made.isEmpty() ? this.created : made);
		Map<Phase, List<Change>> plan = new EnumMap<>(Phase.class);
		UndoTarget now = new UndoTarget() {
			@Override
			public @Nullable Entry find(Change change) {
				return DirectoryContractTests.this.hiddenFields
					.complete(target().find(change, DirectoryContractTests.this.refs));
			}

			@Override
			public Lost lost(Change inverse) {
				return target().lost(inverse);
			}
		};
		this.created.clear();
		new UndoPlanner(1, now, new UndoneDepartments(now, names, Map.of(), (name) -> name),
				new UndoPlanner.Known(target().departmentSchema(), target().memberSchema(),
						target().capabilities().hidden()),
				new UndoSink(plan))
			.plan((phases, visitor) -> done.stream()
				.filter((change) -> phases.contains(phase(change)))
				.forEach((change) -> visitor.accept(phase(change), change)));
		List<Change> inOrder = plan.values().stream().flatMap(List::stream).toList();
		inOrder.forEach(this::apply);
		return inOrder;
	}

	private static Phase phase(Change change) {
		return switch (change.entry()) {
			case DEPARTMENT -> (change.kind() == ChangeKind.DELETE) ? Phase.DEPARTMENT_DELETE : Phase.DEPARTMENT_UPSERT;
			case MEMBER -> change.kind().removes() ? Phase.MEMBER_DELETE : Phase.MEMBER_UPSERT;
		};
	}

	/** Takes a plan in which nothing is withheld. */
	private record UndoSink(Map<Phase, List<Change>> plan) implements PlanSink {

		@Override
		public void change(Phase phase, Change change, @Nullable Message withheld) {
			assertThat(withheld).as(change.toString()).isNull();
			this.plan.computeIfAbsent(phase, (any) -> new ArrayList<>()).add(change);
		}

		@Override
		public void decided(EntryKind kind, Disposition disposition, int desired, int existing) {
			assertThat(disposition).isEqualTo(Disposition.CHANGED);
		}

		@Override
		public void conflict(EntryKind kind, String key, Message reason) {
			throw new IllegalStateException(key);
		}

		@Override
		public void contradiction(Member member, Message reason) {
			throw new IllegalStateException(member.userid());
		}

		@Override
		public void returned(String ref) {
			throw new IllegalStateException(ref);
		}

	}

	private boolean shows(String field) {
		return !target().capabilities().hidden().contains(field);
	}

	private boolean isAchieved(Change change) {
		return Achieved.by(change, target().find(change, this.refs), (department) -> {
			String ref = this.refs.ref(department);
			return (ref != null) ? DepartmentRef.existing(ref) : department;
		});
	}

	/** One company, a department, a group in it, and one member in the last two. */
	private void fill() {
		apply(createDepartment("c", null, "公司"));
		apply(createDepartment("r", "+c", "研发部"), createDepartment("b", "+r", "后端组"));
		Placements placements = new Placements(List.of(Placement.in("+b"), Placement.in("+r")), "+b");
		apply(new Change(ChangeKind.CREATE, EntryKind.MEMBER, "ZhangSan", null, null,
				new Member(
						"ZhangSan", "ZhangSan", null, Fields.of(FIELDS, Map.of(FieldNames.NAME, "张三",
								FieldNames.POSITION, "工程师 𠮷", FieldNames.EMAIL, "zhangsan@example.com")),
						placements, null),
				WHY));
	}

	protected void apply(Change... changes) {
		assertThat(target().apply(List.of(changes), this.refs))
			.allMatch((outcome) -> outcome.state() == Outcome.State.DONE);
		List.of(changes).forEach((change) -> this.hiddenFields.written(change, target().capabilities().hidden()));
	}

	private static Change createDepartment(String ref, @Nullable String parent, String name) {
		return new Change(ChangeKind.CREATE, EntryKind.DEPARTMENT, name, null, null, department(ref, parent, name),
				WHY);
	}

	private static Change deleteDepartment(String ref) {
		return new Change(ChangeKind.DELETE, EntryKind.DEPARTMENT, ref, ref, department(ref, null, ""), null, WHY);
	}

	private Change create(String userid, String name) {
		return new Change(ChangeKind.CREATE, EntryKind.MEMBER, userid, null, null,
				member(userid, name, new Placements(List.of(Placement.in("+c")), "+c")), WHY);
	}

	private static Change update(Member held, Map<String, String> fields, @Nullable Placements placements) {
		Member before = new Member(held.ref(), null, null, Fields.unknown(FIELDS), null, null);
		Member after = new Member(held.ref(), null, null, Fields.of(FIELDS, fields), placements, null);
		return new Change(ChangeKind.UPDATE, EntryKind.MEMBER, held.ref(), held.ref(), before, after, WHY);
	}

	private static Change link(Member held, @Nullable String from, String to) {
		return new Change(ChangeKind.UPDATE, EntryKind.MEMBER, to, held.ref(),
				new Member(held.ref(), from, null, Fields.unknown(FIELDS), null, null),
				new Member(held.ref(), to, null, Fields.unknown(FIELDS), null, null), WHY);
	}

	private static Change identify(String ref, String id) {
		Fields none = Fields.unknown(Schema.of(FieldNames.NAME));
		return new Change(ChangeKind.UPDATE, EntryKind.DEPARTMENT, "", ref, new Department(ref, null, null, none, null),
				new Department(ref, null, id, none, null), WHY);
	}

	private static Change delete(Member held) {
		return new Change(ChangeKind.DELETE, EntryKind.MEMBER, held.ref(), held.ref(), held, null, WHY);
	}

	private static Change disable(Member held) {
		Schema enabled = Schema.of(FieldNames.ENABLED);
		Member before = new Member(held.ref(), null, null, Fields.unknown(enabled), null, null);
		Member after = new Member(held.ref(), null, null, Fields.of(enabled, Map.of(FieldNames.ENABLED, "false")), null,
				null);
		return new Change(ChangeKind.DISABLE, EntryKind.MEMBER, held.ref(), held.ref(), before, after, WHY);
	}

	private static Department department(String ref, @Nullable String parent, String name) {
		return new Department(ref, parent, null, Fields.of(Schema.of(FieldNames.NAME), Map.of(FieldNames.NAME, name)),
				null);
	}

	private static Member member(String userid, String name, Placements placements) {
		return new Member(userid, userid, null,
				Fields.of(FIELDS, Map.of(FieldNames.NAME, name, FieldNames.EMAIL, userid + "@example.com")), placements,
				null);
	}

	private Read readAll() {
		List<Department> departments = new ArrayList<>();
		List<Member> members = new ArrayList<>();
		List<Finding> findings = new ArrayList<>();
		for (Page page : pages(witness(), null)) {
			departments.addAll(page.departments());
			members.addAll(page.members());
			findings.addAll(page.findings());
		}
		assertThat(findings).isEmpty();
		return new Read(new DepartmentTree(departments), members);
	}

	/** All that a directory holds. */
	private record Read(DepartmentTree tree, List<Member> members) {

		List<String> paths() {
			return this.tree.all().stream().map((department) -> this.tree.path(department.ref())).toList();
		}

		String path(@Nullable String ref) {
			return this.tree.path(Objects.requireNonNull(ref));
		}

		String ref(String path) {
			return this.tree.all()
				.stream()
				.filter((department) -> this.tree.path(department.ref()).equals(path))
				.findFirst()
				.orElseThrow()
				.ref();
		}

		Member member(String userid) {
			return this.members.stream()
				.filter((member) -> userid.equalsIgnoreCase(member.userid()))
				.findFirst()
				.orElseThrow();
		}

		/** Everything by userids and paths. */
		List<String> lines(Set<String> hidden) {
			List<String> lines = new ArrayList<>(paths());
			for (Member member : this.members) {
				Map<String, String> shown = new TreeMap<>(member.fields().known());
				shown.keySet().removeAll(hidden);
				List<String> places = member.placements()
					.list()
					.stream()
					.map((place) -> path(place.department()) + " " + place.order() + " " + place.leader())
					.sorted()
					.toList();
				lines.add(member.userid() + " " + shown + " " + places + " " + path(member.placements().main()));
			}
			lines.sort(null);
			return lines;
		}

		List<String> placements(Member member) {
			return member.placements().departments().stream().map(this.tree::path).toList();
		}

	}

}
