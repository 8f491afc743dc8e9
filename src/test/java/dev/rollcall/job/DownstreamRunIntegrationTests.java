package dev.rollcall.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.rollcall.connector.memory.MemoryConnector;
import dev.rollcall.connector.memory.MemoryDirectory;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import dev.rollcall.directory.Schema;
import dev.rollcall.plan.Disposition;
import dev.rollcall.plan.Explanation;
import dev.rollcall.report.Masking;
import dev.rollcall.report.RunView;
import dev.rollcall.report.RunViews;
import dev.rollcall.report.Words;
import dev.rollcall.staging.Run;
import dev.rollcall.staging.RunState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A directory that feeds another one: entries that it cannot use, and departments that
 * are chosen.
 */
class DownstreamRunIntegrationTests {

	private static final Schema SCHEMA = Schema.of("name", "mobile", "enabled");

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
		this.source = MemoryConnector.add("upper",
				MemoryDirectory.plain("upper", Schema.of("name", "mobile", "position")));
		this.target = MemoryConnector.add("lower", MemoryDirectory.disabling("lower", SCHEMA));
		this.ours = this.source.put(null, "公司", null);
		this.theirs = this.target.put(null, "公司", null);
		this.workplace = Workplace.open(new Home(this.home), Words.in(Locale.ENGLISH), "test");
	}

	@AfterEach
	void close() {
		this.workplace.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "delete", "disable", "{disable-then-delete-after: 1d}" })
	void whoeverIsRejectedIsNeitherCreatedNorChangedNorTakenForGoneAndOthersAre(String onLeave) throws IOException {
		here("stays", "甲", this.ours);
		there("stays", "甲", this.theirs);
		there("rejected", "乙", this.theirs);
		there("left", "丙", this.theirs);
		this.source.reject("rejected");
		this.source.reject("nobody-yet");
		job("on-leave: " + onLeave);
		Run run = run();
		assertThat(run.state()).as("it is not a success").isEqualTo(RunState.PARTIAL);
		assertThat(people())
			.containsExactlyElementsOf(onLeave.equals("delete") ? List.of("rejected 乙 true", "stays 甲 true")
					: List.of("left 丙 false", "rejected 乙 true", "stays 甲 true"));
		RunView.SideView read = view(run).source();
		assertThat(read.gaps()).isEmpty();
		assertThat(read.rejected()).isEqualTo(2);
		assertThat(explain("nobody-yet").decision()).isEqualTo(Disposition.INCOMPLETE);
		assertThat(explain("rejected").decision()).isEqualTo(Disposition.EQUAL);
	}

	@Test
	void whoeverIsRejectedWhileDisabledIsNeitherEnabledNorDeletedBecauseOfThat() throws IOException {
		there("a", "甲", this.theirs);
		here("stays", "乙", this.ours);
		there("stays", "乙", this.theirs);
		job("on-leave: disable\nlimits: {disable: {small-percent: 100}}");
		run();
		assertThat(people()).contains("a 甲 false");
		this.source.reject("a");
		run();
		assertThat(people()).contains("a 甲 false");
		here("a", "甲", this.ours);
		run();
		assertThat(people()).as("now it is there as somebody who can be used").contains("a 甲 true");
	}

	@Test
	void whereSomebodyCouldBeMeantByAnotherKeyNobodyIsTakenForGone() throws IOException {
		here("stays", "甲", this.ours);
		there("stays", "甲", this.theirs);
		there("other", "乙", this.theirs);
		this.source.reject("rejected");
		job("match: {members: [userid, name]}");
		Run run = run();
		assertThat(run.state()).isEqualTo(RunState.PARTIAL);
		assertThat(this.target.applied()).isEmpty();
		assertThat(view(run).source().gaps()).singleElement().asString().contains("matched by userid alone");
	}

	@Test
	void nobodyIsCreatedOfNothingEvenWhereTheTargetAsksForNothing() throws IOException {
		this.target = MemoryConnector.add("lower", MemoryDirectory.linking("lower", SCHEMA));
		this.target.put(null, "公司", null);
		here("stays", "甲", this.ours);
		this.source.reject("rejected");
		job("");
		run();
		assertThat(this.target.members()).extracting(Member::userid).containsExactly("stays");
	}

	@Test
	void nobodyIsLinkedOnTheWordOfARowThatCouldNotBeUsed() throws IOException {
		Schema accounts = Schema.of("name", "username");
		this.target = MemoryConnector.add("lower", MemoryDirectory.linking("lower", accounts));
		String top = this.target.put(null, "公司", null);
		this.target.put(new Member("m", null, null, Fields.of(accounts, Map.of("name", "甲", "username", "rejected")),
				in(top), null));
		here("stays", "乙", this.ours);
		this.source.reject("rejected");
		job("match: {members: [userid, username]}");
		run();
		assertThat(this.target.members()).extracting(Member::userid).containsExactly(null, "stays");
	}

	@Test
	void outsideTheDepartmentsThatWereChosenNothingIsCreatedChangedOrDeleted() throws IOException {
		String chosen = this.source.put(this.ours, "销售部", null);
		String below = this.source.put(chosen, "华东", null);
		String outside = this.source.put(this.ours, "研发部", null);
		String known = this.target.put(this.theirs, "销售部", null);
		String old = this.target.put(known, "旧组", null);
		String other = this.target.put(this.theirs, "行政部", null);
		here("new", "新", below);
		here("changed", "改", chosen);
		there("changed", "原", known);
		there("left", "走", old);
		here("outside-new", "外", outside);
		here("outside-changed", "外改", this.ours);
		there("outside-changed", "外原", this.theirs);
		there("outside-left", "外走", other);
		job("operations: [create, update, delete: {departments: true}]\nscope: {departments: [公司/销售部]}\n"
				+ "limits: {delete: {small-percent: 100}, departments: {delete: {small-percent: 100}}}");
		assertThat(run().state()).isEqualTo(RunState.DONE);
		assertThat(people()).containsExactly("changed 改 true", "new 新 ", "outside-changed 外原 true",
				"outside-left 外走 true");
		assertThat(this.target.departments()).extracting(Department::name)
			.containsExactlyInAnyOrder("公司", "销售部", "华东", "行政部");
		assertThat(explain("outside-left").decision()).isEqualTo(Disposition.OUT_OF_SCOPE);
	}

	@Test
	void aDepartmentBelowATopThatIsNotNamedIsChosenByTheNameOfTheOtherTop() throws IOException {
		this.source = MemoryConnector.add("upper",
				MemoryDirectory.plain("upper", Schema.of("name", "mobile", "position")));
		this.ours = this.source.put(null, "", null);
		String chosen = this.source.put(this.ours, "销售部", null);
		this.source.put(this.ours, "研发部", null);
		here("new", "新", chosen);
		here("other", "外", this.ours);
		job("scope: {departments: [公司/销售部]}");
		assertThat(run().state()).isEqualTo(RunState.DONE);
		assertThat(this.target.departments()).extracting(Department::name).containsExactly("公司", "销售部");
		assertThat(people()).containsExactly("new 新 ");
		assertThat(this.workplace.runs().explain("down", Map.of(), "公司/销售部", NOBODY).explanations()).hasSize(1);
	}

	@Test
	void whoComesIntoADepartmentThatWasChosenIsMeantAsIsWhoLeavesIt() throws IOException {
		String chosen = this.source.put(this.ours, "销售部", null);
		String known = this.target.put(this.theirs, "销售部", null);
		here("comes", "来", chosen);
		there("comes", "来", this.theirs);
		here("goes", "去", this.ours);
		there("goes", "去", known);
		job("scope: {departments: [公司/销售部]}\nlimits: {move: {small-percent: 100}}");
		assertThat(run().state()).isEqualTo(RunState.DONE);
		assertThat(this.target.members()).extracting((member) -> member.placements().main())
			.containsExactly(known, this.theirs);
	}

	@Test
	void aDepartmentThatNeitherSideHasIsRefusedAndNothingIsWritten() throws IOException {
		here("a", "甲", this.ours);
		job("scope: {departments: [公司, 公司/销售郶]}");
		assertThatExceptionOfType(RunException.class).isThrownBy(this::run)
			.satisfies((refused) -> assertThat(refused.text().code()).isEqualTo("job.scope-unknown"))
			.satisfies((refused) -> assertThat(refused.text().arguments()).containsExactly("公司/销售郶"));
		assertThat(this.target.applied()).isEmpty();
	}

	private void job(String more) throws IOException {
		Files.createDirectories(this.home.resolve("jobs"));
		Files.writeString(this.home.resolve("jobs/down.yaml"), """
				source: {connector: memory, name: upper}
				target: {connector: memory, name: lower}
				%s
				%s
				""".formatted(more.startsWith("operations") ? "" : "operations: [create, update, delete]", more));
	}

	private Run run() {
		return this.workplace.runs().begin("down", Map.of(), Run.Goal.APPLY, NOBODY);
	}

	private Explanation explain(String word) {
		return this.workplace.runs().explain("down", Map.of(), word, NOBODY).explanations().get(0);
	}

	private RunView view(Run run) {
		return this.workplace.views()
			.of(run, new RunViews.Scope(RunViews.Changes.ALL, 100, 100, new Masking(true), Words.in(Locale.ENGLISH)));
	}

	private List<String> people() {
		return this.target.members()
			.stream()
			.map((member) -> member.userid() + " " + member.name() + " " + member.fields().value("enabled"))
			.toList();
	}

	private void here(String userid, String name, String department) {
		this.source.put(new Member(userid, userid, null,
				Fields.of(Schema.of("name", "mobile", "position"), Map.of("name", name, "mobile", "", "position", "")),
				in(department), null));
	}

	private void there(String userid, String name, String department) {
		this.target.put(new Member(userid, userid, null,
				Fields.of(SCHEMA, Map.of("name", name, "mobile", "", "enabled", "true")), in(department), null));
	}

	private static Placements in(String department) {
		return new Placements(List.of(new Placement(department, 0L, false)), department);
	}

}
