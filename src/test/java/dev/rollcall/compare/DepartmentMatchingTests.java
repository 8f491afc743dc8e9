package dev.rollcall.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.rollcall.compare.DepartmentMatch.How;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.DepartmentTree;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import dev.rollcall.directory.Schema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Which department is which: by id, by path, by who is in it. */
class DepartmentMatchingTests {

	private static final Schema SCHEMA = Schema.of("name");

	private final List<Department> source = new ArrayList<>();

	private final List<Department> target = new ArrayList<>();

	@Test
	void whatOneSideDoesNotNameIsCalledInPathsAsTheOtherOneDoes() {
		source("c", null, "");
		source("s", "c", "销售部");
		target("1", null, "公司");
		target("2", "1", "", "7");
		target("3", "2", "华东");
		source("r", "c", "研发部", "7");
		DepartmentMatching matching = match(DepartmentKey.ID, DepartmentKey.PATH);
		assertThat(matching.source().path("s")).isEqualTo("公司/销售部");
		assertThat(matching.target().path("3")).isEqualTo("公司/研发部/华东");
		assertThat(matching.source().find("c")).extracting(Department::name).as("it is still unknown").isEqualTo("");
	}

	@Test
	void aPathIsNamesBelowParentsThatBelongTogether() {
		source("c", null, "公司");
		source("r", "c", "研发");
		source("s", "r", "研发");
		target("1", null, "公司");
		target("2", "1", "研发");
		target("3", null, "研发");
		DepartmentMatching matching = match(DepartmentKey.PATH);
		assertMatches(matching, "c=1 PATH", "r=2 PATH");
		assertThat(matching.onlyInSource()).extracting(Department::ref).containsExactly("s");
		assertThat(matching.onlyInTarget()).extracting(Department::ref).containsExactly("3");
	}

	@Test
	void unknownNamesAreNotTheSameName() {
		source("c", null, "公司");
		target("1", null, "公司");
		this.source.add(new Department("d", "c", null, Fields.unknown(SCHEMA), null));
		this.target.add(new Department("2", "1", null, Fields.unknown(SCHEMA), null));
		assertMatches(match(DepartmentKey.PATH), "c=1 PATH");
	}

	@Test
	void theOnlyTopIsTheOnlyTopWhateverItIsCalled() {
		source("c", null, "公司");
		source("d", "c", "甲");
		this.target.add(new Department("1", null, "1", Fields.unknown(SCHEMA), null));
		this.target.add(new Department("2", "1", "2", Fields.unknown(SCHEMA), null));
		DepartmentMatching matching = match(DepartmentKey.ID, DepartmentKey.PATH);
		assertMatches(matching, "c=1 PATH");
		assertThat(matching.hasKeyInTarget(this.source.get(1))).as("it may be the nameless one").isFalse();
		assertThat(matching.hasKeyInSource(this.target.get(1))).isFalse();
	}

	@Test
	void wherePathsTellNothingIdsMay() {
		source("c", null, "公司", "1");
		source("d", "c", "甲", "7");
		this.target.add(new Department("1", null, "1", Fields.unknown(SCHEMA), null));
		this.target.add(new Department("2", "1", "2", Fields.unknown(SCHEMA), null));
		DepartmentMatching matching = match(DepartmentKey.ID, DepartmentKey.PATH);
		assertThat(matching.hasKeyInTarget(this.source.get(1))).isTrue();
		assertThat(matching.hasKeyInSource(this.target.get(1))).isTrue();
	}

	@Test
	void anIdGoesBeforeAPathAndChildrenFollowTheParentThatItTells() {
		source("c", null, "公司", "1");
		source("x", "c", "新名", "2");
		source("y", "x", "组", null);
		target("1", null, "公司", "1");
		target("2", "1", "旧名", "2");
		target("3", "1", "新名", "3");
		target("4", "2", "组", null);
		assertMatches(match(DepartmentKey.ID, DepartmentKey.PATH), "c=1 ID", "x=2 ID", "y=4 PATH");
	}

	@Test
	void childrenFollowAParentThatOnlyTheSecondKeyTells() {
		source("c", null, "公司", null);
		source("x", "c", "新名", "2");
		source("y", "x", "组", null);
		target("1", null, "公司", null);
		target("2", "1", "旧名", "2");
		target("4", "2", "组", null);
		assertMatches(match(DepartmentKey.PATH, DepartmentKey.ID), "c=1 PATH", "x=2 ID", "y=4 PATH");
	}

	@Test
	void onlyTheKeysOfTheJobCount() {
		source("c", null, "公司", "1");
		source("x", "c", "甲", "2");
		target("1", null, "公司", "1");
		target("2", "1", "乙", "2");
		target("3", "1", "甲", "9");
		assertMatches(match(DepartmentKey.ID), "c=1 ID", "x=2 ID");
		assertMatches(match(DepartmentKey.PATH), "c=1 PATH", "x=3 PATH");
		assertMatches(match(DepartmentKey.PATH, DepartmentKey.ID), "c=1 PATH", "x=3 PATH");
	}

	@Test
	void anIdThatSeveralHaveTellsNothingAndNobodyElseGetsThem() {
		source("a", null, "甲", "7");
		source("b", null, "乙", "7");
		target("1", null, "甲", "7");
		target("2", null, "丙", "7");
		DepartmentMatching matching = match(DepartmentKey.ID, DepartmentKey.PATH);
		assertMatches(matching);
		assertThat(matching.conflicts()).singleElement().satisfies((conflict) -> {
			assertThat(conflict.key()).isEqualTo("7");
			assertThat(conflict.desired()).extracting(Department::ref).containsExactly("a", "b");
			assertThat(conflict.existing()).extracting(Department::ref).containsExactly("1", "2");
		});
		assertThat(matching.isContestedInSource("a")).isTrue();
		assertThat(matching.isContestedInTarget("2")).isTrue();
		assertThat(matching.onlyInSource()).isEmpty();
		assertThat(matching.onlyInTarget()).as("not taken for gone").isEmpty();
	}

	@Test
	void anIdThatTheTargetDoesNotKnowLeavesThePathToTell() {
		source("a", null, "甲", "7");
		source("b", null, "乙", "7");
		target("1", null, "甲", null);
		assertMatches(match(DepartmentKey.ID, DepartmentKey.PATH), "a=1 PATH");
	}

	@Test
	void twoSiblingsOfOneNameInTheTargetCannotBeTold() {
		source("a", null, "甲");
		target("1", null, "甲");
		target("2", null, "甲");
		DepartmentMatching matching = match(DepartmentKey.PATH);
		assertMatches(matching);
		assertThat(matching.conflicts()).extracting(DepartmentConflict::key).containsExactly("甲");
		assertThat(matching.onlyInTarget()).isEmpty();
	}

	@Test
	void nothingOnAPathIsPairedWhenANameHoldsTheSeparator() {
		source("c", null, "公司");
		source("r", "c", "研发");
		source("h", "r", "后端");
		source("m", "c", "市场");
		target("1", null, "公司");
		target("2", "1", "研发/后端");
		target("3", "1", "市场");
		target("4", "1", "研发");
		DepartmentMatching matching = match(DepartmentKey.PATH);
		assertMatches(matching, "c=1 PATH", "m=3 PATH");
		assertThat(matching.conflicts()).extracting(DepartmentConflict::key).containsExactly("公司/研发/后端");
		assertThat(matching.isContestedInSource("r")).isTrue();
		assertThat(matching.isContestedInSource("h")).isTrue();
		assertThat(matching.isContestedInTarget("2")).isTrue();
	}

	/** Or what a run has created would be in conflict with itself in the next one. */
	@Test
	void aSourceThatHasSuchNamesItselfIsPairedNameByName() {
		source("c", null, "公司");
		source("rd", "c", "研发/测试");
		source("r", "c", "研发");
		source("t", "r", "测试");
		target("1", null, "公司");
		target("2", "1", "研发/测试");
		target("3", "1", "研发");
		target("4", "3", "测试");
		DepartmentMatching matching = match(DepartmentKey.PATH);
		assertMatches(matching, "c=1 PATH", "rd=2 PATH", "r=3 PATH", "t=4 PATH");
		assertThat(matching.conflicts()).isEmpty();
	}

	@Test
	void moreThanHalfOfTheLargerOnesMembersMakeItTheSame() {
		twoRenamed();
		assertThat(recognise(members("n", "a", "b", "c"), members("2", "a", "b", "x"))).containsExactly("n=2 2/3");
		assertThat(recognise(members("n", "a", "b"), members("2", "a", "b", "x", "y"))).as("half is not enough")
			.isEmpty();
		assertThat(recognise(members("n", "a", "b", "x", "y"), members("2", "a", "b"))).as("of the larger one")
			.isEmpty();
	}

	@Test
	void oneMemberAloneProvesNothing() {
		twoRenamed();
		assertThat(recognise(members("n", "a"), members("2", "a"))).isEmpty();
		assertThat(recognise(members("n", "a", "b"), members("2", "a", "b"))).containsExactly("n=2 2/2");
	}

	@Test
	void whoIsOnOneSideOnlyCountsAgainstIt() {
		twoRenamed();
		assertThat(recognise(members("n", "a", "b", "new1", "new2"), members("2", "a", "b"))).isEmpty();
		assertThat(recognise(members("n", "a", "b", "new1"), members("2", "a", "b"))).containsExactly("n=2 2/3");
	}

	@Test
	void aDepartmentOfDepartmentsIsKnownByEveryoneBelowIt() {
		source("c", null, "公司");
		source("n", "c", "新中心");
		source("g", "n", "组");
		target("1", null, "公司");
		target("2", "1", "旧中心");
		target("3", "2", "组");
		assertThat(recognise(members("g", "a", "b"), members("3", "a", "b"))).containsExactly("n=2 2/2");
		assertThat(matchAndRecognise(members("g", "a", "b"), members("3", "a", "b")).ofSource("g").how())
			.as("by name again below the parent that is known now")
			.isEqualTo(How.PATH);
	}

	@Test
	void theOneInTheSamePlaceIsLikelierThanOneOfTheSameName() {
		source("c", null, "公司");
		source("p", "c", "平台");
		source("n", "p", "测试");
		target("1", null, "公司");
		target("2", "1", "平台");
		target("3", "1", "测试");
		target("4", "2", "质量");
		Map<String, String> both = Map.of("a", "3 4", "b", "3 4", "c", "3 4");
		assertThat(recognise(members("n", "a", "b", "c"), both)).containsExactly("n=4 3/3");
	}

	@Test
	void whenTwoAreEquallyLikelyNeitherIsIt() {
		source("c", null, "公司");
		source("n", "c", "新");
		target("1", null, "公司");
		target("2", "1", "甲");
		target("3", "1", "乙");
		assertThat(recognise(members("n", "a", "b"), Map.of("a", "2 3", "b", "2 3"))).isEmpty();
	}

	@Test
	void whoseDepartmentsAreUnknownProvesNothing() {
		twoRenamed();
		assertThat(recognise(Map.of("a", "", "b", ""), members("2", "a", "b"))).isEmpty();
	}

	/** 新 in place of 旧. */
	private void twoRenamed() {
		source("c", null, "公司");
		source("n", "c", "新");
		target("1", null, "公司");
		target("2", "1", "旧");
	}

	private DepartmentMatching match(DepartmentKey... keys) {
		return new DepartmentMatching(new DepartmentTree(this.source), new DepartmentTree(this.target), List.of(keys));
	}

	private static void assertMatches(DepartmentMatching matching, String... expected) {
		assertThat(matching.matches())
			.extracting((match) -> match.desired().ref() + "=" + match.existing().ref() + " " + match.how())
			.containsExactlyInAnyOrder(expected);
		matching.matches().forEach((match) -> assertThat(matching.ofTarget(match.existing().ref())).isSameAs(match));
	}

	private List<String> recognise(Map<String, String> desired, Map<String, String> existing) {
		return matchAndRecognise(desired, existing).matches()
			.stream()
			.filter((match) -> match.how() == How.MEMBERS)
			.map((match) -> match.desired().ref() + "=" + match.existing().ref() + " " + match.agreeing() + "/"
					+ match.members())
			.toList();
	}

	private DepartmentMatching matchAndRecognise(Map<String, String> desired, Map<String, String> existing) {
		DepartmentMatching matching = match(DepartmentKey.PATH);
		assertThat(matching.isOpen()).isTrue();
		MemberAgreement agreement = new MemberAgreement(matching);
		desired.forEach((userid, departments) -> {
			if (existing.containsKey(userid)) {
				agreement.pair(member(userid, departments), member(userid, existing.get(userid)));
			}
			else {
				agreement.onlyInSource(member(userid, departments));
			}
		});
		existing.forEach((userid, departments) -> {
			if (!desired.containsKey(userid)) {
				agreement.onlyInTarget(member(userid, departments));
			}
		});
		matching.recognise(agreement);
		return matching;
	}

	/** Some userids, all in one department. */
	private static Map<String, String> members(String department, String... userids) {
		Map<String, String> members = new TreeMap<>();
		for (String userid : userids) {
			members.put(userid, department);
		}
		return members;
	}

	private static Member member(String userid, String departments) {
		Placements placements = departments.isEmpty() ? null
				: new Placements(List.of(departments.split(" ")).stream().map(Placement::in).toList(), null);
		return new Member(userid, userid, null, Fields.unknown(SCHEMA), placements, null);
	}

	private void source(String ref, @Nullable String parent, String name) {
		source(ref, parent, name, null);
	}

	private void source(String ref, @Nullable String parent, String name, @Nullable String id) {
		this.source.add(new Department(ref, parent, id, Fields.of(SCHEMA, Map.of("name", name)), null));
	}

	private void target(String ref, @Nullable String parent, String name) {
		target(ref, parent, name, null);
	}

	private void target(String ref, @Nullable String parent, String name, @Nullable String id) {
		this.target.add(new Department(ref, parent, id, Fields.of(SCHEMA, Map.of("name", name)), null));
	}

}
