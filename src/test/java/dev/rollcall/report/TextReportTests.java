package dev.rollcall.report;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

import dev.rollcall.report.RunView.ApprovalView;
import dev.rollcall.report.RunView.ChangeView;
import dev.rollcall.report.RunView.CountView;
import dev.rollcall.report.RunView.DecisionView;
import dev.rollcall.report.RunView.EffortView;
import dev.rollcall.report.RunView.DifferenceView;
import dev.rollcall.report.RunView.FindingView;
import dev.rollcall.report.RunView.HeldView;
import dev.rollcall.report.RunView.LimitView;
import dev.rollcall.report.RunView.SideView;
import dev.rollcall.report.RunView.TrafficView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What a run looks like in words. */
class TextReportTests {

	private static final Instant BEGAN = Instant.parse("2026-11-20T03:00:00Z");

	private static final Instant ENDED = Instant.parse("2026-11-20T03:00:05Z");

	private String state = "done";

	private Instant ended = ENDED;

	private String problem;

	private HeldView held;

	private EffortView effort;

	private List<TrafficView> traffic = List.of();

	private List<String> gaps = List.of();

	private List<String> proof = List.of();

	private String wayOut;

	private ApprovalView takenForWhole;

	private List<CountView> counts = List.of();

	private List<DecisionView> decisions = List.of(new DecisionView("member", "equal", 3, 3));

	private List<FindingView> rejected = List.of();

	private List<ChangeView> changes = List.of();

	private long changesInAll;

	@Test
	void onlyARunThatFailedIsSaidToHaveFailed() {
		this.problem = "something happened";
		this.state = "failed";
		assertThat(summary()).contains("Failed: something happened").doesNotContain("Note:");
		for (String other : List.of("abandoned", "planned", "stopped", "held")) {
			this.state = other;
			assertThat(summary()).contains("Note: something happened").doesNotContain("Failed:");
		}
	}

	@Test
	void saysWhenARunBeganAndEnded() {
		assertThat(summary())
			.startsWith("Run 7 of nightly: done. Began 2026-11-20 03:00:00, ended 2026-11-20 03:00:05.\n");
		this.state = "running";
		this.ended = null;
		assertThat(summary()).startsWith("Run 7 of nightly: running. Began 2026-11-20 03:00:00.\n");
	}

	@Test
	void saysThatBothSidesAgreeOnlyWhenTheyDo() {
		assertThat(plan()).isEqualTo("Nothing to do: source and target agree.\n");
		this.decisions = List.of(new DecisionView("member", "equal", 3, 3),
				new DecisionView("member", "not-deleted", 0, 1));
		assertThat(plan()).isEqualTo("Nothing to do: the plan holds no change.\n");
		this.decisions = List.of();
		this.rejected = List.of(new FindingView("成员", 4, "账号", "a b", "not a userid"));
		assertThat(plan()).isEqualTo("Nothing to do: the plan holds no change.\n");
	}

	@Test
	void saysWhatItTakesWhileThereIsSomethingToDo() {
		this.effort = new EffortView(20400, 125);
		assertThat(summary()).doesNotContain("20400");
		this.counts = List.of(new CountView("member", "create", 20000, 5, 0, 0));
		assertThat(summary()).contains("Carrying the changes out takes 20400 calls; at best that lasts 2 min 5 s.\n");
	}

	@Test
	void saysWhatWasAskedOfTheDirectoriesByExecutionWhereThereWereSeveral() {
		this.traffic = List.of(new TrafficView(1, "source", "calls: 3"), new TrafficView(1, "target", "calls: 9"));
		assertThat(summary()).contains("  Source: calls: 3\n  Target: calls: 9\n").doesNotContain("execution");
		this.traffic = List.of(new TrafficView(1, "target", "calls: 9"), new TrafficView(2, "target", "calls: 1"));
		assertThat(summary()).contains("  Target, execution 1: calls: 9\n  Target, execution 2: calls: 1\n");
	}

	@Test
	void saysHowManyMoreChangesThereAre() {
		changes(3, 3);
		assertThat(plan()).contains("  ~ member  u2  (because)\n      mobile: 1 → (empty)\n").doesNotContain("more");
		changes(3, 10);
		assertThat(plan()).endsWith("  ... and 7 more: \"show 7 --changes\"\n");
		assertThat(said(TextReport::trouble)).startsWith("Not done:\n")
			.endsWith("  ... and 7 more: \"show 7 --changes\"\n");
		changes(0, 0);
		assertThat(said(TextReport::trouble)).isEmpty();
	}

	@Test
	void saysWhatFailedOnlyWhereSomethingDid() {
		this.counts = List.of(new CountView("member", "create", 9, 9, 0, 0),
				new CountView("member", "delete", 5, 2, 1, 2));
		assertThat(summary()).contains("  create member: 9 planned, 9 done\n",
				"  delete member: 5 planned, 2 done, 1 failed, 2 withheld\n");
	}

	@Test
	void saysHowAPlanIsCarriedOutWhileItCanBe() {
		this.state = "planned";
		this.counts = List.of(new CountView("member", "create", 9, 0, 0, 0));
		assertThat(summary()).endsWith("Nothing has been written yet. \"apply 7\" carries the plan out.\n");
		this.problem = "it is stale";
		assertThat(summary()).doesNotContain("apply 7");
		this.problem = null;
		this.counts = List.of(new CountView("member", "delete", 9, 0, 0, 9));
		assertThat(summary()).doesNotContain("apply 7");
	}

	@Test
	void saysWhatIsTypedToLetAHeldPlanThrough() {
		this.held = held(null);
		assertThat(said(TextReport::held)).isEqualTo("""
				Held: too many.
				Such as:
				  ~ member  u0  (because)
				      mobile: 1 → (empty)
				Nothing was written. Look at it with "show 7 --changes"; if it is right, type:
				  approve 7 --digest 5c1f2a7b --reason "…"
				  apply 7
				""");
	}

	@Test
	void saysWhoseApprovalCanBeMadeUseOfUntilWhen() {
		this.held = held(new ApprovalView("alice", "reorganised", BEGAN, ENDED, true));
		assertThat(said(TextReport::held)).startsWith("Held: too many.\n")
			.endsWith("Approved by alice until 2026-11-20 03:00:05: reorganised. \"apply 7\" carries the plan out.\n")
			.doesNotContain("approve 7");
		this.held = held(new ApprovalView("alice", "reorganised", BEGAN, ENDED, false));
		assertThat(said(TextReport::held)).contains("The approval by alice expired at 2026-11-20 03:00:05.\n",
				"approve 7 --digest");
	}

	@Test
	void aStalePlanCannotBeLetThrough() {
		this.held = held(null);
		this.problem = "it is stale";
		assertThat(said(TextReport::held)).contains("Held: too many.").doesNotContain("approve 7", "apply 7");
	}

	@Test
	void aPlanThatWasLetThroughSaysByWhom() {
		this.held = new HeldView(List.of(new LimitView("too many", "member", "delete", null, 9L, 10L)), List.of(), null,
				null, new ApprovalView("alice", "reorganised", BEGAN, ENDED, true));
		assertThat(said(TextReport::held))
			.isEqualTo("Passed limits by the approval of alice, 2026-11-20 03:00:00: reorganised\n  too many\n");
		this.held = null;
		assertThat(said(TextReport::held)).isEmpty();
	}

	@Test
	void saysByWhatASideIsProvedWholeOrWhyNot() {
		this.proof = List.of("read to its end", "no rejected row");
		assertThat(summary()).contains("3 members\n  Proved whole: read to its end, no rejected row\n");
		this.proof = List.of();
		this.gaps = List.of("it holds 3 members, less than half of the 9 of run 2");
		this.wayOut = "approve 7 --digest 5c1f2a7b --reason \"…\"";
		assertThat(summary()).contains("""
				  Not proved whole: it holds 3 members, less than half of the 9 of run 2
				  If it is whole all the same, type approve 7 --digest 5c1f2a7b --reason "…": then\
				""");
		this.wayOut = null;
		this.takenForWhole = new ApprovalView("alice", "sold", BEGAN, null, true);
		assertThat(summary()).contains("  Taken for whole by alice, 2026-11-20 03:00:00: sold\n");
	}

	private HeldView held(ApprovalView approval) {
		changes(1, 1);
		return new HeldView(List.of(new LimitView("too many", "member", "delete", null, 9L, 10L)),
				List.copyOf(this.changes), "approve 7 --digest 5c1f2a7b --reason \"…\"", "apply 7", approval);
	}

	@Test
	void namesTheCellOfARejectedRowAsFarAsThereIsOne() {
		this.rejected = List.of(new FindingView("成员", 4, "账号", "a b", "not a userid"),
				new FindingView("成员", 5, "姓名", "", "empty"), new FindingView("成员", 6, "", "twice", "said twice"));
		assertThat(summary()).contains("""
				Rejected rows: 40
				  成员 row 4 账号 "a b": not a userid
				  成员 row 5 姓名: empty
				  成员 row 6 "twice": said twice
				  ... and 37 more
				""");
	}

	@ParameterizedTest
	@ValueSource(strings = { "done", "failed", "planned", "interrupted" })
	void saysTheSameInChinese(String state) {
		this.state = state;
		this.problem = "某事";
		changes(1, 5);
		this.decisions = List.of(new DecisionView("member", "equal", 3, 3),
				new DecisionView("member", "not-deleted", 0, 1));
		StringWriter out = new StringWriter();
		TextReport report = new TextReport(Words.in(Locale.CHINESE), ZoneOffset.UTC, new PrintWriter(out));
		report.summary(view());
		report.plan(view());
		assertThat(out.toString())
			.contains("任务 nightly 的运行 7：", "3 个一致 + 1 个仅在目标中（任务不删除）", "~ 成员  u0  （because）", "（空）",
					"…… 另有 4 项：“show 7 --changes”")
			.doesNotContainPattern("member|done|report\\.");
	}

	private void changes(int shown, long all) {
		this.changes = IntStream.range(0, shown)
			.mapToObj((i) -> new ChangeView("~", "update", "member", "u" + i, null,
					List.of(new DifferenceView("mobile", "1", "")), "because", "test.because", "pending", null))
			.toList();
		this.changesInAll = all;
	}

	private String summary() {
		return said(TextReport::summary);
	}

	private String plan() {
		return said(TextReport::plan);
	}

	private String said(BiConsumer<TextReport, RunView> what) {
		StringWriter out = new StringWriter();
		what.accept(new TextReport(Words.in(Locale.ENGLISH), ZoneOffset.UTC, new PrintWriter(out)), view());
		return out.toString();
	}

	private RunView view() {
		return new RunView(7, "nightly", "nightly", this.state, BEGAN, this.ended, 0, null, null, 0, this.problem,
				new SideView("excel:contacts.xlsx", 1, 3, 40, 0, true, this.gaps, this.gaps.isEmpty(), this.proof, null,
						this.wayOut, this.takenForWhole),
				new SideView("jdbc:embedded", 1, 3, 0, 0, true, List.of(), true, List.of(), null, null, null), "5c1f",
				this.effort, this.traffic, this.held, this.counts, List.of(), this.decisions, this.rejected, List.of(),
				List.of(), this.changes, this.changesInAll, List.of());
	}

}
