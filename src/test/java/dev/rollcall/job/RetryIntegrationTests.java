package dev.rollcall.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import dev.rollcall.connector.Capabilities;
import dev.rollcall.connector.memory.MemoryConnector;
import dev.rollcall.connector.memory.MemoryDirectory;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import dev.rollcall.directory.Schema;
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

/**
 * What is done about a run afterwards: what the target has refused is tried again; hidden
 * fields come back by the ledger.
 */
class RetryIntegrationTests {

	private static final Schema SCHEMA = Schema.of("name", "mobile");

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
	void open() throws IOException {
		this.source = MemoryConnector.add("retry-source", MemoryDirectory.plain("retry-source", SCHEMA));
		this.target = MemoryConnector.add("retry-target", MemoryDirectory.plain("retry-target", SCHEMA, "mobile"));
		this.ours = this.source.put(null, "公司", null);
		this.theirs = this.target.put(null, "公司", null);
		job("upsert", "[create, update]");
		job("delete", "[{delete: {departments: true}}]");
		this.workplace = Workplace.open(new Home(this.home), Words.in(Locale.ENGLISH), "test");
	}

	@AfterEach
	void close() {
		this.workplace.close();
	}

	@Test
	void triesAgainOnlyWhatFailed() {
		put(this.source, "a", this.ours, "甲", "1");
		put(this.source, "b", this.ours, "乙", "9");
		put(this.target, "other", this.theirs, "占着号码", "9");
		assertThat(begin("upsert").state()).isEqualTo(RunState.PARTIAL);
		int applied = this.target.applied().size();
		put(this.target, "other", this.theirs, "占着号码", "8");
		Run again = runs().retry("upsert", NOBODY);
		assertThat(again.id()).isEqualTo(1);
		assertThat(again.state()).isEqualTo(RunState.DONE);
		assertThat(again.retries()).isEqualTo(1);
		assertThat(this.target.applied()).hasSize(applied + 1);
		assertThat(view(again).counts()).singleElement()
			.satisfies((count) -> assertThat(count.done()).isEqualTo(2))
			.satisfies((count) -> assertThat(count.failed()).isZero());
		assertThat(view(again).changes()).isEmpty();
	}

	@Test
	void whatFailsAgainCanBeTriedAgain() {
		put(this.source, "b", this.ours, "乙", "9");
		put(this.target, "other", this.theirs, "占着号码", "9");
		begin("upsert");
		Run again = runs().retry("1", NOBODY);
		assertThat(again.state()).isEqualTo(RunState.PARTIAL);
		assertThat(view(again).counts()).singleElement().satisfies((count) -> assertThat(count.failed()).isEqualTo(1));
		assertThat(view(again).changes()).singleElement()
			.satisfies((change) -> assertThat(change.why()).contains("mobile taken"));
		put(this.target, "other", this.theirs, "占着号码", "8");
		assertThat(runs().retry("1", NOBODY)).satisfies((run) -> assertThat(run.retries()).isEqualTo(2))
			.satisfies((run) -> assertThat(run.state()).isEqualTo(RunState.DONE));
	}

	@Test
	void whatSomebodyElseHasDoneMeanwhileIsDone() {
		put(this.source, "b", this.ours, "乙", "9");
		put(this.target, "other", this.theirs, "占着号码", "9");
		begin("upsert");
		put(this.target, "other", this.theirs, "占着号码", "8");
		put(this.target, "b", this.theirs, "乙", "9");
		int applied = this.target.applied().size();
		assertThat(runs().retry("1", NOBODY).state()).isEqualTo(RunState.DONE);
		assertThat(this.target.applied()).hasSize(applied);
	}

	@Test
	void whatSomebodyElseHasChangedSinceStaysFailed() {
		put(this.source, "b", this.ours, "乙", "9");
		put(this.target, "b", this.theirs, "乙", "7");
		put(this.target, "other", this.theirs, "占着号码", "9");
		begin("upsert");
		put(this.target, "b", this.theirs, "乙", "6");
		put(this.target, "other", this.theirs, "占着号码", "8");
		Run again = runs().retry("1", NOBODY);
		assertThat(again.state()).isEqualTo(RunState.PARTIAL);
		assertThat(view(again).changes()).singleElement()
			.satisfies((change) -> assertThat(change.why())
				.isEqualTo("not tried again, because somebody else has changed mobile since"));
		assertThat(this.target.members()).extracting((member) -> member.fields().value("mobile"))
			.containsExactly("6", "8");
	}

	@Test
	void takesUpWhatWasHeldBackBecauseAnotherFailed() {
		String group = this.source.put(this.ours, "组", "7");
		put(this.source, "b", group, "乙", "9");
		String other = this.target.put(null, "别的公司", null);
		put(this.target, "other", other, "占着号码", "9");
		begin("upsert");
		put(this.target, "other", other, "占着号码", "8");
		assertThat(runs().retry("1", NOBODY).state()).isEqualTo(RunState.DONE);
		assertThat(this.target.members()).extracting(Member::userid).containsExactly("b", "other");
	}

	@Test
	void triesASwapAgainThatFailedHalfWay() {
		put(this.source, "a", this.ours, "甲", "2");
		put(this.source, "b", this.ours, "乙", "3");
		put(this.source, "c", this.ours, "丙", "1");
		put(this.target, "a", this.theirs, "甲", "1");
		put(this.target, "b", this.theirs, "乙", "2");
		put(this.target, "c", this.theirs, "丙", "3");
		this.target.fail(2);
		assertThat(begin("upsert").state()).isEqualTo(RunState.PARTIAL);
		assertThat(runs().retry("1", NOBODY).state()).isEqualTo(RunState.DONE);
		assertThat(this.target.members()).extracting((member) -> member.fields().value("mobile"))
			.containsExactly("2", "3", "1");
	}

	@Test
	void saysWhenThereIsNothingToTryAgain() {
		put(this.source, "a", this.ours, "甲", "1");
		begin("upsert");
		List<Run> told = new ArrayList<>();
		Run same = runs().retry("1", new RunObserver() {
			@Override
			public void nothingFailed(Run run) {
				told.add(run);
			}
		});
		assertThat(told).containsExactly(same);
		assertThat(same.retries()).isZero();
	}

	@Test
	void neverTriesWhatThePlanItselfHoldsBack() {
		put(this.target, "a", this.theirs, "甲", "1");
		MemoryConnector.add("retry-source", MemoryDirectory.plain("retry-source", SCHEMA));
		assertThat(begin("delete").state()).isEqualTo(RunState.PARTIAL);
		assertThat(runs().retry("1", NOBODY).retries()).isZero();
		assertThat(this.target.members()).hasSize(1);
	}

	@Test
	void continuesARetryThatWasInterrupted() {
		put(this.source, "b", this.ours, "乙", "9");
		put(this.target, "other", this.theirs, "占着号码", "9");
		begin("upsert");
		put(this.target, "other", this.theirs, "占着号码", "8");
		this.target.refuse(1);
		assertThatExceptionOfType(dev.rollcall.connector.DirectoryException.class)
			.isThrownBy(() -> runs().retry("1", NOBODY));
		assertThat(runs().find(1).state()).isEqualTo(RunState.FAILED);
		assertThatExceptionOfType(RunException.class).isThrownBy(() -> runs().retry("1", NOBODY))
			.satisfies((refused) -> assertThat(refused.text().code()).isEqualTo("job.retry.restart-first"));
		Run restarted = runs().restart("1", NOBODY);
		assertThat(restarted.state()).isEqualTo(RunState.DONE);
		assertThat(restarted.retries()).isEqualTo(1);
	}

	@Test
	void doesNotTryAgainWhatWasTakenBack() {
		put(this.source, "a", this.ours, "甲", "1");
		put(this.source, "b", this.ours, "乙", "9");
		put(this.target, "other", this.theirs, "占着号码", "9");
		begin("upsert");
		assertThat(runs().undo(1, Run.Goal.APPLY, NOBODY).state()).isEqualTo(RunState.DONE);
		assertThatExceptionOfType(RunException.class).isThrownBy(() -> runs().retry("1", NOBODY))
			.satisfies((refused) -> assertThat(refused.text().code()).isEqualTo("job.retry.undone"));
		assertThat(this.target.members()).extracting(Member::userid).containsExactly("other");
	}

	@Test
	void anUndoThatWasSavedIsStaleOnceTheOtherRunHasGoneOn() {
		put(this.source, "a", this.ours, "甲", "1");
		put(this.source, "b", this.ours, "乙", "9");
		put(this.target, "other", this.theirs, "占着号码", "9");
		begin("upsert");
		runs().undo(1, Run.Goal.PLAN, NOBODY);
		put(this.target, "other", this.theirs, "占着号码", "8");
		runs().retry("1", NOBODY);
		assertThatExceptionOfType(TargetMovedOnException.class).isThrownBy(() -> runs().apply(2, NOBODY))
			.satisfies((refused) -> assertThat(refused.text().code()).isEqualTo("job.undone-went-on"));
		assertThat(this.target.members()).hasSize(3);
	}

	@Test
	void bringsBackHiddenFieldsAsTheyWereLastWritten() {
		this.target = MemoryConnector.add("retry-target", new MemoryDirectory("retry-target", SCHEMA,
				new Capabilities(false, Set.of("mobile"), List.of(Set.of("name")), List.of("mobile"), 10, false)));
		this.theirs = this.target.put(null, "公司", null);
		put(this.target, "b", this.theirs, "乙", "5");
		put(this.source, "a", this.ours, "甲", "1");
		put(this.source, "b", this.ours, "乙", "2");
		begin("upsert");
		put(this.source, "a", this.ours, "甲", "7");
		begin("upsert");
		runs().undo(2, Run.Goal.APPLY, NOBODY);
		assertThat(this.target.members()).extracting((member) -> member.fields().value("mobile"))
			.containsExactly("1", "2");
		Run undo = runs().undo(1, Run.Goal.APPLY, NOBODY);
		assertThat(undo.state()).as("nobody knows which mobile b had").isEqualTo(RunState.PARTIAL);
		assertThat(this.target.members()).extracting(Member::userid).containsExactly("b");
		assertThat(view(undo).changes()).singleElement()
			.satisfies((change) -> assertThat(change.why()).isEqualTo("nobody knows what it held before: mobile"));
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
				Fields.of(SCHEMA, Map.of(FieldNames.NAME, name, FieldNames.MOBILE, mobile)),
				new Placements(List.of(new Placement(department, 0L, false)), department), null));
	}

	private void job(String name, String operations) throws IOException {
		Files.createDirectories(this.home.resolve("jobs"));
		Files.writeString(this.home.resolve("jobs").resolve(name + ".yaml"), """
				source: {connector: memory, name: retry-source}
				target: {connector: memory, name: retry-target}
				operations: %s
				limits: {delete: {percent: 100, small-percent: 100}}
				""".formatted(operations));
	}

}
