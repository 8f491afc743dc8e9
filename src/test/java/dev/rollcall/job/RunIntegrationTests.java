package dev.rollcall.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import dev.rollcall.connector.Capabilities;
import dev.rollcall.connector.CheckResult;
import dev.rollcall.connector.Claim;
import dev.rollcall.connector.memory.MemoryConnector;
import dev.rollcall.connector.memory.MemoryDirectory;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import dev.rollcall.directory.Remedy;
import dev.rollcall.directory.Schema;
import dev.rollcall.plan.Change;
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
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Whole runs, on a database in files, between two directories in memory. */
class RunIntegrationTests {

	private static final Schema SCHEMA = Schema.of("name", "position", "mobile");

	private static final RunObserver NOBODY = new RunObserver() {
	};

	@TempDir
	Path home;

	private MemoryDirectory source;

	private MemoryDirectory target;

	private Workplace workplace;

	@BeforeEach
	void open() throws IOException {
		this.source = MemoryConnector.add("source", MemoryDirectory.plain("source", SCHEMA));
		this.target = MemoryConnector.add("target", MemoryDirectory.plain("target", SCHEMA, "mobile"));
		job("upsert", "operations: [create, update]");
		job("delete", "operations: [delete]");
		job("all", "operations: [create, update, {delete: {departments: true}}]");
		this.workplace = Workplace.open(new Home(this.home), Words.in(Locale.ENGLISH), "test");
	}

	@AfterEach
	void close() {
		this.workplace.close();
	}

	@Test
	void bringsTheTargetInLineAndThenHasNothingToDo() {
		String department = this.source.put(this.source.put(null, "公司", null), "研发部", null);
		for (int i = 0; i < 250; i++) {
			put(this.source, "u" + i, department, "名" + i, "m" + i);
		}
		Run run = begin("upsert");
		assertThat(run.state()).isEqualTo(RunState.DONE);
		assertThat(this.target.members()).hasSize(250);
		assertThat(this.target.departments()).hasSize(2);
		int applied = this.target.applied().size();
		Run again = begin("upsert");
		assertThat(again.state()).isEqualTo(RunState.DONE);
		assertThat(this.target.applied()).hasSize(applied);
		assertThat(view(again).counts()).isEmpty();
	}

	@Test
	void deletesOnlyThoseWhoLeft() {
		String ours = this.source.put(null, "公司", null);
		String theirs = this.target.put(null, "公司", null);
		for (int i = 0; i < 100; i++) {
			put(this.target, "u" + i, theirs, "名" + i, "m" + i);
			if (i % 10 != 0) {
				put(this.source, "u" + i, ours, "改了" + i, "m" + i);
			}
		}
		put(this.source, "new", ours, "新", "m");
		assertThat(begin("delete").state()).isEqualTo(RunState.DONE);
		assertThat(this.target.members()).hasSize(90).noneMatch((member) -> member.name().startsWith("改了"));
	}

	@Test
	void holdsAPlanThatDeletesTooMuchAndWritesNothing() {
		String ours = this.source.put(null, "公司", null);
		String theirs = this.target.put(null, "公司", null);
		for (int i = 0; i < 100; i++) {
			put(this.target, "u" + i, theirs, "名" + i, "m" + i);
			if (i >= 30) {
				put(this.source, "u" + i, ours, "名" + i, "m" + i);
			}
		}
		Run run = runs().begin("delete", Map.of("limits.delete.count", "10"), Run.Goal.APPLY, NOBODY);
		assertThat(run.state()).isEqualTo(RunState.HELD);
		assertThat(this.target.members()).hasSize(100);
		assertThat(view(run).held().limits()).singleElement()
			.extracting(RunView.LimitView::reason)
			.isEqualTo("the plan deletes 30 of 100 members (30.0 %); the limit for more than 10 is 20 %");
		assertThatExceptionOfType(RunException.class).isThrownBy(() -> runs().apply(run.id(), NOBODY));
		Run allowed = runs().begin("delete", Map.of("limits.delete.percent", "50", "limits.delete.count", "10"),
				Run.Goal.APPLY, NOBODY);
		assertThat(allowed.state()).isEqualTo(RunState.DONE);
		assertThat(this.target.members()).hasSize(70);
	}

	@Test
	void neverDeletesOnTheWordOfAnEmptySource() {
		String theirs = this.target.put(null, "公司", null);
		put(this.target, "a", theirs, "甲", "1");
		Run run = begin("all");
		assertThat(run.state()).isEqualTo(RunState.PARTIAL);
		assertThat(this.target.members()).hasSize(1);
		assertThat(view(run).counts()).allMatch((count) -> count.withheld() == count.planned());
	}

	@Test
	void deletesNobodyOnTheWordOfASourceThatHoldsAnotherNumberThanItSays() {
		company(10);
		this.source.claims(new Claim(1, 10));
		Run run = begin("all");
		assertThat(run.state()).isEqualTo(RunState.PARTIAL);
		assertThat(this.target.members()).hasSize(10);
		assertThat(view(run).source()).satisfies((source) -> {
			assertThat(source.proved()).isFalse();
			assertThat(source.claimed()).isEqualTo(new RunView.ClaimView(1L, 10L));
			assertThat(source.gaps())
				.containsExactly("9 members were read, and the directory itself says that it holds 10");
			assertThat(source.wayOut()).as("nobody can approve a page that was lost").isNull();
		});
		this.source.claims(new Claim(-1, 9));
		Run proved = begin("all");
		assertThat(proved.state()).isEqualTo(RunState.DONE);
		assertThat(this.target.members()).hasSize(9);
		assertThat(view(proved).source().proof()).containsExactly("read to its end", "9 members, as it says itself",
				"no rejected row");
		assertThat(view(proved).target().proof()).containsExactly("read to its end");
	}

	@Test
	void aSourceThatIsHalfAsLargeAsItWasIsNotBelievedUntilAPersonSaysSo() {
		company(20);
		assertThat(begin("all").state()).isEqualTo(RunState.DONE);
		for (int i = 1; i < 13; i++) {
			this.source.remove("u" + i);
		}
		for (int night = 0; night < 2; night++) {
			Run run = begin("all");
			assertThat(run.state()).isEqualTo(RunState.PARTIAL);
			assertThat(view(run).source().gaps()).as("what was withheld is no measure")
				.containsExactly("it holds 7 members, less than half of the 19 of run 1");
		}
		assertThat(this.target.members()).hasSize(19);
		Run last = runs().find(3);
		RunView view = view(last);
		assertThat(view.source().wayOut())
			.isEqualTo("approve 3 --digest " + view.planDigest().substring(0, 8) + " --reason \"…\"");
		this.workplace.approvals().approve(last, view.planDigest(), "the other half was sold", Duration.ofHours(1));
		assertThat(view(last).source().wayOut()).isNull();
		assertThat(view(last).source().approval().reason()).isEqualTo("the other half was sold");
		assertThat(begin("all").state()).isEqualTo(RunState.DONE);
		assertThat(this.target.members()).hasSize(7);
		assertThat(view(runs().find(4)).source().gaps()).isEmpty();
	}

	@Test
	void aDepartmentIsNotEmptiedWithoutAPerson() {
		String company = this.target.put(null, "公司", null);
		String small = this.target.put(company, "小部门", null);
		String ours = this.source.put(null, "公司", null);
		for (int i = 0; i < 1000; i++) {
			put(this.target, "u" + i, (i < 30) ? small : company, "名" + i, "m" + i);
			if (i >= 30) {
				put(this.source, "u" + i, ours, "名" + i, "m" + i);
			}
		}
		Run run = begin("delete");
		assertThat(run.state()).isEqualTo(RunState.HELD);
		RunView.HeldView held = view(run).held();
		assertThat(held.limits()).extracting(RunView.LimitView::reason)
			.containsExactly("the plan deletes 30 of 30 members in 公司/小部门 and below (100.0 %); "
					+ "the limit for up to 50 is 80 %");
		assertThat(held.samples()).hasSize(10).allMatch((change) -> change.kind().equals("delete"));
		assertThat(this.target.members()).hasSize(1000);
	}

	@Test
	void aPlanIsMeasuredByTheLimitsThatItsRunBeganWith() throws IOException {
		company(30);
		job("strict", "operations: [delete]\nlimits: {delete: {cap: 0}}");
		Run run = begin("strict");
		assertThat(run.state()).isEqualTo(RunState.HELD);
		job("strict", "operations: [delete]\nlimits: {delete: {cap: 9}}");
		assertThatExceptionOfType(RunException.class).isThrownBy(() -> runs().apply(run.id(), NOBODY))
			.satisfies((refused) -> assertThat(refused.remedy()).isEqualTo(Remedy.CONFIRM_THE_PLAN));
		assertThat(this.target.members()).hasSize(30);
	}

	/** A company in both directories, except that the first one has left. */
	private void company(int people) {
		String ours = this.source.put(null, "公司", null);
		String theirs = this.target.put(null, "公司", null);
		for (int i = 0; i < people; i++) {
			put(this.target, "u" + i, theirs, "名" + i, "m" + i);
			if (i > 0) {
				put(this.source, "u" + i, ours, "名" + i, "m" + i);
			}
		}
	}

	@Test
	void savesAPlanAndAppliesItLater() {
		put(this.source, "a", this.source.put(null, "公司", null), "甲", "1");
		Run planned = runs().begin("upsert", Map.of(), Run.Goal.PLAN, NOBODY);
		assertThat(planned.state()).isEqualTo(RunState.PLANNED);
		assertThat(this.target.members()).isEmpty();
		Run applied = runs().apply(planned.id(), NOBODY);
		assertThat(applied.id()).isEqualTo(planned.id());
		assertThat(applied.state()).isEqualTo(RunState.DONE);
		assertThat(this.target.members()).hasSize(1);
		assertThatExceptionOfType(RunException.class).isThrownBy(() -> runs().apply(planned.id(), NOBODY));
	}

	@Test
	void refusesToApplyAPlanWhenTheTargetHasMovedOn() {
		put(this.source, "a", this.source.put(null, "公司", null), "甲", "1");
		Run planned = runs().begin("upsert", Map.of(), Run.Goal.PLAN, NOBODY);
		String theirs = this.target.put(null, "别的公司", null);
		assertThatExceptionOfType(TargetMovedOnException.class).isThrownBy(() -> runs().apply(planned.id(), NOBODY));
		assertThat(this.target.members()).isEmpty();
		this.target.put(theirs, "又一个", null);
		assertThat(begin("upsert").state()).isEqualTo(RunState.DONE);
	}

	@Test
	void looksUpWhatItSentWhenTheAnswerIsLost() {
		String department = this.source.put(null, "公司", null);
		for (int i = 0; i < 25; i++) {
			put(this.source, "u" + i, department, "名" + i, "m" + i);
		}
		this.target.loseAnswers(3);
		assertThat(begin("upsert").state()).isEqualTo(RunState.DONE);
		assertThat(this.target.members()).hasSize(25);
		assertThat(this.target.applied()).hasSize(26).doesNotHaveDuplicates();
	}

	@Test
	void failsWhenTheTargetStaysSilentAndGoesOnWhenItAnswersAgain() {
		String department = this.source.put(null, "公司", null);
		for (int i = 0; i < 25; i++) {
			put(this.source, "u" + i, department, "名" + i, "m" + i);
		}
		this.target.refuse(Integer.MAX_VALUE);
		assertThatExceptionOfType(dev.rollcall.connector.DirectoryException.class).isThrownBy(() -> begin("upsert"));
		Run failed = runs().find(1);
		assertThat(failed.state()).isEqualTo(RunState.FAILED);
		assertThat(failed.problem()).isNotNull();
		this.target.refuse(0);
		Run restarted = runs().restart("upsert", NOBODY);
		assertThat(restarted.id()).isEqualTo(failed.id());
		assertThat(restarted.state()).isEqualTo(RunState.DONE);
		assertThat(this.target.members()).hasSize(25);
	}

	@Test
	void aNewRunGivesUpWhatAnOlderOneLeftUnfinished() {
		put(this.source, "a", this.source.put(null, "公司", null), "甲", "1");
		this.target.refuse(Integer.MAX_VALUE);
		assertThatExceptionOfType(dev.rollcall.connector.DirectoryException.class).isThrownBy(() -> begin("upsert"));
		this.target.refuse(0);
		assertThat(begin("upsert").state()).isEqualTo(RunState.DONE);
		assertThat(runs().find(1).state()).isEqualTo(RunState.ABANDONED);
		assertThatExceptionOfType(RunException.class).isThrownBy(() -> runs().restart("1", NOBODY));
	}

	@Test
	void entriesThatFailAreToldAndTheOthersGoOn() {
		String department = this.source.put(null, "公司", null);
		put(this.source, "a", department, "甲", "1");
		put(this.source, "b", department, "乙", "9");
		String theirs = this.target.put(null, "公司", null);
		put(this.target, "other", theirs, "占着号码", "9");
		Run run = begin("upsert");
		assertThat(run.state()).isEqualTo(RunState.PARTIAL);
		RunView view = view(run);
		assertThat(view.changes()).singleElement()
			.satisfies((change) -> assertThat(change.key()).isEqualTo("b"))
			.satisfies((change) -> assertThat(change.why()).contains("mobile taken"));
		assertThat(this.target.members()).hasSize(2);
	}

	@Test
	void pairsByTheSecondKeyWhatTheFirstLeavesOver() throws IOException {
		job("by-mobile", "match: {members: [userid, mobile, name]}\noperations: [update]");
		String ours = this.source.put(null, "公司", null);
		String theirs = this.target.put(null, "公司", null);
		put(this.source, "same", ours, "同", "1");
		put(this.source, "new-account", ours, "改", "2");
		put(this.source, "twin1", ours, "双", "3");
		put(this.source, "twin2", ours, "双", "4");
		put(this.target, "same", theirs, "旧", "1");
		put(this.target, "old-account", theirs, "改", "2");
		put(this.target, "nobody", theirs, "双", "5");
		Run run = begin("by-mobile");
		assertThat(run.state()).isEqualTo(RunState.PARTIAL);
		assertThat(this.target.members()).extracting(Member::userid)
			.containsExactlyInAnyOrder("same", "new-account", "nobody");
		assertThat(view(run).conflicts()).singleElement()
			.satisfies((conflict) -> assertThat(conflict.key()).isEqualTo("双"));
	}

	@Test
	void deletesNobodyWhomARejectedRowMayBe() throws IOException {
		job("two-keys", "match: {members: [userid, mobile]}\noperations: [delete]");
		String ours = this.source.put(null, "公司", null);
		String theirs = this.target.put(null, "公司", null);
		put(this.source, "stays", ours, "甲", "1");
		this.source.reject("new-account");
		put(this.target, "stays", theirs, "甲", "1");
		put(this.target, "old-account", theirs, "乙", "2");
		assertThat(begin("two-keys").state()).isEqualTo(RunState.PARTIAL);
		assertThat(this.target.members()).hasSize(2);
		assertThat(begin("delete").state()).as("matched by userid alone").isEqualTo(RunState.PARTIAL);
		assertThat(this.target.members()).extracting(Member::userid).containsExactly("stays");
	}

	@Test
	void deletesNobodyWhomRowsThatContradictEachOtherMayMean() throws IOException {
		job("two-keys", "match: {members: [userid, mobile]}\noperations: [delete]\nlimits: {delete: {percent: 100}}");
		String ours = this.source.put(null, "公司", null);
		String theirs = this.target.put(null, "公司", null);
		put(this.source, "a", ours, "甲", "1");
		this.source
			.putAgain(new Member("A", "A", null, Fields.of(SCHEMA, Map.of("name", "乙", "mobile", "2")), null, null));
		put(this.target, "b", theirs, "甲", "1");
		put(this.target, "c", theirs, "乙", "2");
		put(this.target, "d", theirs, "丙", "3");
		begin("two-keys");
		assertThat(this.target.members()).extracting(Member::userid).containsExactly("b", "c");
	}

	@Test
	void comparesHiddenFieldsWithWhatItLastWrote() {
		MemoryConnector.add("target", new MemoryDirectory("target", SCHEMA,
				new Capabilities(false, Set.of("mobile"), List.of(Set.of("name")), List.of("mobile"), 10, false)));
		this.target = (MemoryDirectory) new MemoryConnector().openTarget(new MemoryConnector.MemorySettings("target"),
				null);
		String department = this.source.put(null, "公司", null);
		put(this.source, "a", department, "甲", "1");
		put(this.source, "b", department, "乙", "2");
		assertThat(begin("upsert").state()).isEqualTo(RunState.DONE);
		int applied = this.target.applied().size();
		begin("upsert");
		assertThat(this.target.applied()).as("nothing changed, so nothing is sent").hasSize(applied);
		put(this.source, "a", department, "甲", "7");
		begin("upsert");
		List<Change> later = this.target.applied().subList(applied, this.target.applied().size());
		assertThat(later).extracting(Change::key).containsExactly("a");
	}

	@Test
	void takesAColumnWithoutAnyValueForUnknown() {
		String ours = this.source.put(null, "公司", null);
		String theirs = this.target.put(null, "公司", null);
		this.source.put(new Member("a", "a", null, Fields.of(SCHEMA, Map.of("name", "甲", "mobile", "")),
				new Placements(List.of(Placement.in(ours)), ours), null));
		put(this.target, "a", theirs, "甲", "13800000000");
		Run run = begin("upsert");
		assertThat(this.target.members()).singleElement()
			.satisfies((member) -> assertThat(member.fields().value("mobile")).isEqualTo("13800000000"));
		assertThat(view(run).notes()).singleElement().asString().contains("mobile");
	}

	@Test
	void countsOfDecisionsAddUpToTheEntriesRead() {
		String ours = this.source.put(null, "公司", null);
		String theirs = this.target.put(null, "公司", null);
		for (int i = 0; i < 40; i++) {
			if (i % 3 != 0) {
				put(this.source, "u" + i, ours, "名" + i % 5, "m" + i);
			}
			if (i % 4 != 0) {
				put(this.target, "u" + i, theirs, "名" + i % 7, "m" + i);
			}
		}
		RunView view = view(begin("upsert"));
		long desired = view.decisions()
			.stream()
			.filter((d) -> d.entry().equals("member"))
			.mapToLong(RunView.DecisionView::source)
			.sum();
		long existing = view.decisions()
			.stream()
			.filter((d) -> d.entry().equals("member"))
			.mapToLong(RunView.DecisionView::target)
			.sum();
		assertThat(desired).isEqualTo(view.source().members()).isEqualTo(this.source.members().size());
		assertThat(existing).isEqualTo(view.target().members());
	}

	@Test
	void refusesToIgnoreAFieldThatNeitherSideHas() throws IOException {
		job("misspelt", "operations: [create, update]\nignore: [{fields: [moblie, mobile, 工号]}]");
		put(this.source, "a", this.source.put(null, "公司", null), "甲", "1");
		assertThatExceptionOfType(RunException.class).isThrownBy(() -> begin("misspelt"))
			.satisfies((refused) -> assertThat(refused.text().arguments().get(1)).isEqualTo("moblie, 工号"));
		assertThat(this.target.members()).isEmpty();
		assertThat(this.workplace.readiness().check("misspelt", Map.of())).anyMatch((result) -> !result.good());
		assertThat(this.workplace.readiness().check("upsert", Map.of())).allMatch(CheckResult::good);
	}

	@Test
	void aTypingErrorInTheScopeLeavesNothingToBeRestarted() {
		put(this.source, "a", this.source.put(null, "公司", null), "甲", "1");
		assertThatExceptionOfType(RunException.class)
			.isThrownBy(() -> runs().begin("upsert", Map.of("scope.members", "aa"), Run.Goal.APPLY, NOBODY))
			.satisfies((refused) -> assertThat(refused.text().code()).isEqualTo("job.scope-unknown"));
		assertThat(runs().find(1).state()).isEqualTo(RunState.ABANDONED);
		assertThatExceptionOfType(RunException.class).isThrownBy(() -> runs().restart("1", NOBODY));
		assertThat(this.target.applied()).isEmpty();
		assertThat(begin("upsert").state()).isEqualTo(RunState.DONE);
	}

	@Test
	void tellsTheObserverThePlanBeforeItWritesAnything() {
		put(this.source, "a", this.source.put(null, "公司", null), "甲", "1");
		List<Integer> writtenWhenPlanned = new ArrayList<>();
		runs().begin("upsert", Map.of(), Run.Goal.APPLY, new RunObserver() {
			@Override
			public void planned(Run run) {
				writtenWhenPlanned.add(RunIntegrationTests.this.target.applied().size());
			}
		});
		assertThat(writtenWhenPlanned).containsExactly(0);
	}

	private Run begin(String job) {
		return runs().begin(job, Map.of(), Run.Goal.APPLY, NOBODY);
	}

	private Runs runs() {
		return this.workplace.runs();
	}

	private RunView view(Run run) {
		return this.workplace.views()
			.of(run, new RunViews.Scope(RunViews.Changes.TROUBLE, 100, 100, new Masking(true),
					Words.in(Locale.ENGLISH)));
	}

	private static void put(MemoryDirectory directory, String userid, String department, String name, String mobile) {
		directory.put(new Member(userid, userid, null,
				Fields.of(SCHEMA, Map.of(FieldNames.NAME, name, FieldNames.MOBILE, mobile, FieldNames.POSITION, "职")),
				new Placements(List.of(new Placement(department, 0L, false)), department), null));
	}

	private void job(String name, String rules) throws IOException {
		Files.createDirectories(this.home.resolve("jobs"));
		Files.writeString(this.home.resolve("jobs").resolve(name + ".yaml"), """
				source: {connector: memory, name: source}
				target: {connector: memory, name: target}
				""" + rules + "\n");
	}

}
