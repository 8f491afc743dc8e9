package dev.rollcall.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.rollcall.connector.memory.AccountDirectory;
import dev.rollcall.connector.memory.MemoryConnector;
import dev.rollcall.connector.memory.MemoryDirectory;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import dev.rollcall.directory.Schema;
import dev.rollcall.plan.Disposition;
import dev.rollcall.report.ExplanationViews;
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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * A target that keeps bare accounts and cannot tell whose they are: Rollcall remembers
 * it, and touches nobody else's.
 */
class AccountRunIntegrationTests {

	private static final Schema SCHEMA = Schema.of("name");

	private static final String ALL = """
			operations: [create, update, delete]
			limits: {delete: {small-percent: 100}}
			""";

	private static final RunObserver NOBODY = new RunObserver() {
	};

	@TempDir
	Path home;

	private MemoryDirectory source;

	private AccountDirectory target;

	private String company;

	private String outside;

	private Workplace workplace;

	@BeforeEach
	void open() {
		this.source = MemoryConnector.add("accounts-source", MemoryDirectory.plain("accounts-source", SCHEMA));
		this.target = MemoryConnector.add("accounts-target", new AccountDirectory());
		this.company = this.source.put(null, "公司", "1");
		this.outside = this.source.put(null, "外部", "2");
		this.workplace = Workplace.open(new Home(this.home), Words.in(Locale.ENGLISH), "test");
	}

	@AfterEach
	void close() {
		this.workplace.close();
	}

	@Test
	void createsWhoIsMeantAndRemembersWhoseTheAccountsAre() throws IOException {
		here("Li@a.com", "李", this.company);
		here("guest", "客", this.outside);
		this.target.put("90", "terraform");
		RunView view = view(run(ALL));
		assertThat(view.state()).isEqualTo("done");
		assertThat(view.notes()).as("what is derived is not silent").isEmpty();
		assertThat(this.target.lines()).containsExactly("101 li", "90 terraform");
		assertThat(view.decisions()).extracting(RunView.DecisionView::decision)
			.contains("not-meant", "stranger", "not-kept");
		assertThat(view(run(ALL)).changes()).as("a second run").isEmpty();
		this.source.remove("Li@a.com");
		here("wang", "王", this.company);
		run(ALL);
		assertThat(this.target.lines()).containsExactly("102 wang", "90 terraform");
	}

	@Test
	void whoLeavesTheVisibleRangeLosesTheAccount() throws IOException {
		here("li", "李", this.company);
		run(ALL);
		here("li", "李", this.outside);
		assertThat(view(run(ALL)).changes()).singleElement().extracting(RunView.ChangeView::key).isEqualTo("li");
		assertThat(this.target.lines()).isEmpty();
	}

	@Test
	void anAccountMadeByHandIsTakenOverAndCanBeGivenBack() throws IOException {
		here("li", "李", this.company);
		this.target.put("90", "LI");
		Run adopting = run(ALL);
		assertThat(view(adopting).changes()).singleElement()
			.satisfies((change) -> assertThat(change.differences())
				.contains(new RunView.DifferenceView("userid", "", "li")));
		assertThat(view(run(ALL)).changes()).isEmpty();
		this.workplace.runs().undo(adopting.id(), Run.Goal.APPLY, NOBODY);
		this.source.remove("li");
		here("wang", "王", this.company);
		run(ALL);
		assertThat(this.target.lines()).as("nobody's again, so never deleted").contains("90 li");
	}

	@Test
	void anAccountThatWasMadeAnewUnderTheSameNameIsNobodys() throws IOException {
		here("li", "李", this.company);
		here("wang", "王", this.company);
		run(ALL);
		this.target.remove("101");
		this.target.put("200", "li");
		this.source.remove("li");
		run(ALL);
		assertThat(this.target.lines()).containsExactly("102 wang", "200 li");
	}

	@Test
	void aLostAnswerIsNeitherDoneTwiceNorForgotten() throws IOException {
		here("a", "甲", this.company);
		here("b", "乙", this.company);
		here("c", "丙", this.company);
		this.target.loseAnswers(2);
		assertThat(run(ALL).state()).isEqualTo(RunState.DONE);
		assertThat(this.target.lines()).containsExactly("101 a", "102 b", "103 c");
		assertThat(this.target.applied()).hasSize(3);
		assertThat(view(run(ALL)).changes()).as("all are known").isEmpty();
	}

	@Test
	void membersWhoWouldShareANameAreToldOfBeforeAnythingIsWritten() throws IOException {
		here("li@a.com", "李", this.company);
		here("li@b.com", "黎", this.company);
		RunView view = view(run(ALL));
		assertThat(this.target.applied()).isEmpty();
		assertThat(view.conflicts()).hasSize(2)
			.allSatisfy((conflict) -> assertThat(conflict.reason()).contains("li@a.com, li@b.com"));
		this.target.call("li@b.com", "li-b");
		run(ALL);
		assertThat(this.target.lines()).containsExactly("101 li", "102 li-b");
	}

	@Test
	void anotherUseridIsShownAndDecidedByAPerson() throws IOException {
		here("li", "李", this.company);
		run(ALL);
		this.source.remove("li");
		this.source.put(new Member("li2", "li2", "li", fields("李"), in(this.company), null));
		Run shown = run(ALL);
		assertThat(view(shown).changes()).isEmpty();
		assertThat(view(shown).conflicts()).singleElement()
			.satisfies((conflict) -> assertThat(conflict.reason()).contains("account li is li's", "\"li2,li\""));
		assertThat(ExplanationViews
			.of(this.workplace.runs().explain("accounts", Map.of(), "li2", NOBODY), new Masking(true),
					Words.in(Locale.ENGLISH))
			.toString()).contains("cannot be given another name");
		this.target.call("li2", "li");
		assertThat(view(run(ALL)).changes()).singleElement()
			.satisfies((change) -> assertThat(change.differences())
				.contains(new RunView.DifferenceView("userid", "li", "li2")));
		assertThat(this.target.lines()).containsExactly("101 li");
		this.source.put(new Member("li2", "li2", null, fields("李"), in(this.company), null));
		assertThat(view(run(ALL)).changes()).isEmpty();
	}

	@Test
	void aPersonMayDecideWithoutTheSourceSayingWhoItWas() throws IOException {
		here("li", "李", this.company);
		here("wang", "王", this.company);
		run(ALL);
		this.source.remove("li");
		here("li2", "李", this.company);
		this.target.call("li2", "li");
		run(ALL);
		assertThat(this.target.lines()).containsExactly("101 li", "102 wang");
		assertThat(view(run(ALL)).changes()).isEmpty();
	}

	@Test
	void undoingACreationDeletesAndUndoingADeletionCreates() throws IOException {
		here("li", "李", this.company);
		Run created = run(ALL);
		Run undone = this.workplace.runs().undo(created.id(), Run.Goal.APPLY, NOBODY);
		assertThat(undone.state()).isEqualTo(RunState.DONE);
		assertThat(this.target.lines()).isEmpty();
		this.workplace.runs().undo(undone.id(), Run.Goal.APPLY, NOBODY);
		assertThat(this.target.lines()).containsExactly("102 li");
		assertThat(view(run(ALL)).changes()).as("it is known whose it is").isEmpty();
	}

	@Test
	void aDepartmentThatIsNotThereGivesTheRunUp() throws IOException {
		here("li", "李", this.company);
		run(ALL);
		this.target.meant("公司/研发");
		assertThatThrownBy(() -> run(ALL)).isInstanceOf(JobRefusedException.class);
		assertThat(this.target.lines()).containsExactly("101 li");
	}

	@Test
	void aSavedPlanIsAppliedLater() throws IOException {
		here("li", "李", this.company);
		run(ALL);
		here("wang", "王", this.company);
		job(ALL);
		Run planned = this.workplace.runs().begin("accounts", Map.of(), Run.Goal.PLAN, NOBODY);
		assertThat(this.workplace.runs().apply(planned.id(), NOBODY).state()).isEqualTo(RunState.DONE);
		assertThat(this.target.lines()).containsExactly("101 li", "102 wang");
	}

	@Test
	void explainsThatSomebodyIsNotMeant() throws IOException {
		here("li", "李", this.company);
		here("guest", "客", this.outside);
		job(ALL);
		assertThat(this.workplace.runs().explain("accounts", Map.of(), "guest", NOBODY).explanations()).singleElement()
			.satisfies((explanation) -> assertThat(explanation.decision()).isEqualTo(Disposition.NOT_MEANT));
	}

	private void job(String more) throws IOException {
		Files.createDirectories(this.home.resolve("jobs"));
		Files.writeString(this.home.resolve("jobs/accounts.yaml"), """
				source: {connector: memory, name: accounts-source}
				target: {connector: memory, name: accounts-target}
				match: {members: [userid, username]}
				%s""".formatted(more));
	}

	private Run run(String more) throws IOException {
		job(more);
		return this.workplace.runs().begin("accounts", Map.of(), Run.Goal.APPLY, NOBODY);
	}

	private RunView view(Run run) {
		return this.workplace.views()
			.of(run, new RunViews.Scope(RunViews.Changes.ALL, 100, 100, new Masking(true), Words.in(Locale.ENGLISH)));
	}

	private void here(String userid, String name, String department) {
		this.source.put(new Member(userid, userid, null, fields(name), in(department), null));
	}

	private static Fields fields(String name) {
		return Fields.of(SCHEMA, Map.of("name", name));
	}

	private static Placements in(String department) {
		return new Placements(List.of(new Placement(department, 0L, false)), department);
	}

}
