package dev.rollcall.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.rollcall.compare.AppliedRule;
import dev.rollcall.connector.memory.MemoryConnector;
import dev.rollcall.connector.memory.MemoryDirectory;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import dev.rollcall.directory.Schema;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.ChangeKind;
import dev.rollcall.plan.Disposition;
import dev.rollcall.plan.Explanation;
import dev.rollcall.plan.Pairing;
import dev.rollcall.report.ExplanationViews;
import dev.rollcall.report.Masking;
import dev.rollcall.report.RunView;
import dev.rollcall.report.RunViews;
import dev.rollcall.report.Words;
import dev.rollcall.staging.Run;
import dev.rollcall.staging.RunState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A target whose members have accounts of their own and are linked by userid: whoever is
 * found otherwise gets the link, and nobody gets somebody else's.
 */
class UseridWrittenBackIntegrationTests {

	private static final Schema SCHEMA = Schema.of("name", "mobile", "username");

	private static final RunObserver NOBODY = new RunObserver() {
	};

	@TempDir
	Path home;

	private MemoryDirectory source;

	private MemoryDirectory target;

	private String ours;

	private String theirs;

	private Workplace workplace;

	@BeforeEach
	void open() {
		this.source = MemoryConnector.add("userids-source",
				MemoryDirectory.plain("userids-source", Schema.of("name", "mobile")));
		this.target = MemoryConnector.add("userids-target", MemoryDirectory.linking("userids-target", SCHEMA));
		this.ours = this.source.put(null, "公司", "1");
		this.theirs = this.target.put(null, "公司", null);
		this.workplace = Workplace.open(new Home(this.home), Words.in(Locale.ENGLISH), "test");
	}

	@AfterEach
	void close() {
		this.workplace.close();
	}

	@Test
	void whoIsFoundByAnotherKeyGetsTheUseridOnceAlsoIfNothingElseDiffers() throws IOException {
		there("m-a", null, "甲", "1", "");
		here("ZhangSan", "甲", "1");
		Run planned = run("update: changed", Run.Goal.PLAN);
		assertThat(view(planned).changes()).filteredOn((change) -> change.entry().equals("member"))
			.singleElement()
			.satisfies((change) -> {
				assertThat(change.kind()).isEqualTo("update");
				assertThat(change.key()).isEqualTo("ZhangSan");
				assertThat(change.differences()).containsExactly(new RunView.DifferenceView("userid", "", "ZhangSan"));
				assertThat(change.reason()).isEqualTo("differs in userid");
			});
		assertThat(run("update: changed", Run.Goal.APPLY).state()).isEqualTo(RunState.DONE);
		assertThat(people()).containsExactly("m-a ZhangSan 甲 1");
		assertThat(changes()).containsExactly("UPDATE ZhangSan null -> ZhangSan");
		run("update: changed", Run.Goal.APPLY);
		assertThat(changes()).as("nothing is left to be done").hasSize(1);
		assertThat(explain("ZhangSan").pairing().how()).isEqualTo(Pairing.How.USERID);
	}

	@Test
	void aDepartmentThatIsFoundByItsPathGetsTheIdOfTheSource() throws IOException {
		here("ZhangSan", "甲", "1");
		run("", Run.Goal.APPLY);
		assertThat(this.target.departments()).extracting(Department::id).containsExactly("1");
		assertThat(this.target.applied()).filteredOn((change) -> change.kind() == ChangeKind.UPDATE).hasSize(1);
		this.workplace.runs().undo(1, Run.Goal.APPLY, NOBODY);
		assertThat(this.target.departments()).extracting(Department::id).containsOnlyNulls();
	}

	@Test
	void isDoneNeitherByAJobThatNeverUpdatesNorWhereARuleIgnoresUserids() throws IOException {
		there("m-a", null, "甲", "1", "");
		here("a", "甲", "1");
		run("update: never", Run.Goal.APPLY);
		run("ignore: [{fields: [userid]}]", Run.Goal.APPLY);
		assertThat(people()).containsExactly("m-a null 甲 1");
		assertThat(explain("a").fields()).filteredOn((field) -> field.field().equals("userid"))
			.singleElement()
			.satisfies((field) -> assertThat(field.rule()).isEqualTo(AppliedRule.IGNORED));
	}

	@Test
	void countsAsAnUpdateUnderTheLimits() throws IOException {
		Map<String, String> people = new LinkedHashMap<>();
		for (int i = 0; i < 10; i++) {
			people.put("u" + i, Integer.toString(i));
			there("m-" + i, null, "甲" + i, Integer.toString(i), "");
		}
		people.forEach((userid, mobile) -> here(userid, "甲" + mobile, mobile));
		Run run = run("limits: {members: {update: {small-percent: 50, floor: 5}}}", Run.Goal.APPLY);
		assertThat(run.state()).isEqualTo(RunState.HELD);
		assertThat(this.target.applied()).isEmpty();
	}

	@Test
	void explainsThatItIsWrittenBecauseTheTargetHasNone() throws IOException {
		there("m-a", null, "甲", "1", "");
		here("a", "甲", "1");
		job("");
		Explanation explanation = explain("a");
		assertThat(explanation.pairing().how()).isEqualTo(Pairing.How.MOBILE);
		assertThat(explanation.decision()).isEqualTo(Disposition.CHANGED);
		assertThat(explanation.fields().get(0).rule()).isEqualTo(AppliedRule.LINKED);
	}

	@Test
	void anUndoTakesItBackAndItsUndoGivesItAgain() throws IOException {
		there("m-a", null, "旧", "1", "");
		here("a", "甲", "1");
		run("", Run.Goal.APPLY);
		assertThat(people()).containsExactly("m-a a 甲 1");
		Run undo = this.workplace.runs().undo(1, Run.Goal.APPLY, NOBODY);
		assertThat(undo.state()).isEqualTo(RunState.DONE);
		assertThat(people()).containsExactly("m-a null 旧 1");
		assertThat(this.workplace.runs().undo(1, Run.Goal.APPLY, NOBODY).state()).isEqualTo(RunState.DONE);
		assertThat(people()).as("taken back before").containsExactly("m-a null 旧 1");
		this.workplace.runs().undo(undo.id(), Run.Goal.APPLY, NOBODY);
		assertThat(people()).containsExactly("m-a a 甲 1");
	}

	@Test
	void anUndoLeavesALinkThatSomebodyElseHasChanged() throws IOException {
		there("m-a", null, "甲", "1", "");
		here("a", "甲", "1");
		run("", Run.Goal.APPLY);
		there("m-a", "other", "甲", "1", "");
		assertThat(this.workplace.runs().undo(1, Run.Goal.APPLY, NOBODY).state()).isEqualTo(RunState.PARTIAL);
		assertThat(people()).containsExactly("m-a other 甲 1");
	}

	@Test
	void aLostAnswerIsNotTakenForALinkThatWasWritten() throws IOException {
		there("m-a", null, "甲", "1", "");
		there("m-b", null, "乙", "2", "");
		here("a", "甲", "1");
		here("b", "乙", "2");
		this.target.loseConnectionAfter(2);
		assertThat(run("", Run.Goal.APPLY).state()).isEqualTo(RunState.DONE);
		assertThat(people()).containsExactly("m-a a 甲 1", "m-b b 乙 2");
	}

	@Test
	void whoIsLinkedAlreadyIsNeverLinkedToSomebodyElseWhoHasTheMobileNow() throws IOException {
		there("m-left", "left", "甲", "1", "");
		here("new", "乙", "1");
		Run run = run("operations: [create, update, delete]\nlimits: {delete: {small-percent: 100}}", Run.Goal.APPLY);
		assertThat(run.state()).isEqualTo(RunState.PARTIAL);
		assertThat(people()).containsExactly("m-left left 甲 1");
		assertThat(view(run).conflicts()).singleElement().satisfies((conflict) -> {
			assertThat(conflict.reasonCode()).isEqualTo("plan.conflict.linked-to-another");
			assertThat(conflict.reason()).contains("new of the source", "belongs to left");
		});
		assertThat(explain("new").decision()).isEqualTo(Disposition.CONFLICT);
		assertThat(ExplanationViews
			.of(this.workplace.runs().explain("userids", Map.of(), "new", NOBODY), new Masking(true),
					Words.in(Locale.ENGLISH))
			.toString()).contains("that member belongs to left");
	}

	@Test
	void aNamesakeOfSomebodyWhoIsLinkedIsSomebodyElse() throws IOException {
		there("m-left", "left", "王伟", "1", "");
		here("new", "王伟", "2");
		assertThat(run("", Run.Goal.APPLY).state()).isEqualTo(RunState.DONE);
		assertThat(people()).containsExactly("m-left left 王伟 1", "m1 new 王伟 2");
	}

	@Test
	void twoOfOneNameAreNeverLinkedByIt() throws IOException {
		there("m-a", null, "王伟", "", "");
		there("m-b", null, "王伟", "", "");
		here("a", "王伟", "");
		assertThat(run("", Run.Goal.APPLY).state()).isEqualTo(RunState.PARTIAL);
		assertThat(people()).containsExactly("m-a null 王伟 ", "m-b null 王伟 ");
	}

	@Test
	void aUsernameThatIsTheUseridOfTheSourceIsFoundInAnyCase() throws IOException {
		there("m-a", null, "旧", "", "ZHANGsan");
		here("ZhangSan", "甲", "");
		job("");
		assertThat(explain("ZhangSan").pairing().how()).isEqualTo(Pairing.How.USERNAME);
		run("", Run.Goal.APPLY);
		assertThat(people()).containsExactly("m-a ZhangSan 甲 ");
	}

	@Test
	void aPlanThatPairsByUsernameFirstIsAppliedLater() throws IOException {
		there("m-a", null, "旧", "", "A");
		there("m-b", null, "乙", "", "b");
		here("a", "甲", "");
		here("b", "乙", "");
		Run planned = run("match: {members: [username]}", Run.Goal.PLAN);
		assertThat(this.workplace.runs().apply(planned.id(), NOBODY).state()).isEqualTo(RunState.DONE);
		assertThat(people()).containsExactly("m-a a 甲 ", "m-b b 乙 ");
	}

	private void job(String more) throws IOException {
		Files.createDirectories(this.home.resolve("jobs"));
		Files.writeString(this.home.resolve("jobs/userids.yaml"), """
				source: {connector: memory, name: userids-source}
				target: {connector: memory, name: userids-target}
				%s
				%s
				%s
				""".formatted(more.startsWith("match") ? "" : "match: {members: [userid, mobile, username, name]}",
				more.startsWith("operations") ? "" : "operations: [create, update]", more));
	}

	private Run run(String more, Run.Goal goal) throws IOException {
		job(more);
		return this.workplace.runs().begin("userids", Map.of(), goal, NOBODY);
	}

	private Explanation explain(String word) {
		return this.workplace.runs().explain("userids", Map.of(), word, NOBODY).explanations().get(0);
	}

	private RunView view(Run run) {
		return this.workplace.views()
			.of(run, new RunViews.Scope(RunViews.Changes.ALL, 100, 100, new Masking(true), Words.in(Locale.ENGLISH)));
	}

	private List<String> people() {
		return this.target.members()
			.stream()
			.map((member) -> member.ref() + " " + member.userid() + " " + member.name() + " "
					+ member.fields().value("mobile"))
			.toList();
	}

	/** What was done to members. */
	private List<String> changes() {
		return this.target.applied()
			.stream()
			.filter((change) -> change.before() instanceof Member)
			.map(UseridWrittenBackIntegrationTests::line)
			.toList();
	}

	private static String line(Change change) {
		return change.kind() + " " + change.key() + " " + ((Member) change.before()).userid() + " -> "
				+ ((Member) change.after()).userid();
	}

	private void here(String userid, String name, String mobile) {
		this.source.put(new Member(userid, userid, null,
				Fields.of(Schema.of("name", "mobile"), Map.of("name", name, "mobile", mobile)), in(this.ours), null));
	}

	private void there(String ref, @Nullable String userid, String name, String mobile, String username) {
		this.target.put(new Member(ref, userid, null,
				Fields.of(SCHEMA, Map.of("name", name, "mobile", mobile, "username", username)), in(this.theirs),
				null));
	}

	private static Placements in(String department) {
		return new Placements(List.of(new Placement(department, 0L, false)), department);
	}

}
