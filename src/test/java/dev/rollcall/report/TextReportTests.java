package dev.rollcall.report;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

import dev.rollcall.report.RunView.ChangeView;
import dev.rollcall.report.RunView.CountView;
import dev.rollcall.report.RunView.DecisionView;
import dev.rollcall.report.RunView.DifferenceView;
import dev.rollcall.report.RunView.FindingView;
import dev.rollcall.report.RunView.HeldView;
import dev.rollcall.report.RunView.SideView;
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

	private List<HeldView> held = List.of();

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
	void saysTheCommandThatLetsAHeldPlanThrough() {
		this.held = List.of(new HeldView("too many", "run nightly --set limits.delete.count=12"));
		assertThat(said(TextReport::held))
			.isEqualTo("Held: too many. Nothing was written. Look at it with \"show 7 --changes\"; "
					+ "if it is right, \"run nightly --set limits.delete.count=12\" carries it out.\n");
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
		return new RunView(7, "nightly", "nightly", this.state, BEGAN, this.ended, 0, this.problem,
				new SideView("excel:contacts.xlsx", 1, 3, 40, 0, true, List.of()),
				new SideView("jdbc:embedded", 1, 3, 0, 0, true, List.of()), "5c1f", this.held, this.counts,
				this.decisions, this.rejected, List.of(), List.of(), this.changes, this.changesInAll, List.of());
	}

}
