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
import dev.rollcall.connector.memory.MemoryConnector;
import dev.rollcall.connector.memory.MemoryDirectory;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import dev.rollcall.directory.RollcallException;
import dev.rollcall.directory.Schema;
import dev.rollcall.report.Masking;
import dev.rollcall.report.RunView;
import dev.rollcall.report.RunView.TrafficView;
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
import static org.assertj.core.api.Assertions.tuple;

/**
 * A target whose every call counts, and that hides some fields: it is told much at once,
 * asked about many at once, and sent nothing twice.
 */
class CostlyTargetIntegrationTests {

	private static final Schema SCHEMA = Schema.of("name", "mobile", "email");

	/** More than stand in one piece of a plan. */
	private static final int MEMBERS = 2500;

	@TempDir
	Path home;

	private final Listener listener = new Listener();

	private MemoryDirectory source;

	private MemoryDirectory target;

	private String ours;

	private Workplace workplace;

	@BeforeEach
	void open() throws IOException {
		this.source = MemoryConnector.add("costly-source", MemoryDirectory.plain("costly-source", SCHEMA));
		this.target = MemoryConnector.add("costly-target",
				new MemoryDirectory("costly-target", SCHEMA, new Capabilities(false, Set.of("mobile", "email"),
						List.of(Set.of("name"), Set.of("mobile", "email")), List.of(), 10, false)));
		this.ours = this.source.put(null, "公司", null);
		this.target.put(null, "公司", null);
		Files.createDirectories(this.home.resolve("jobs"));
		for (String update : List.of("changed", "overwrite", "never")) {
			Files.writeString(this.home.resolve("jobs").resolve(update + ".yaml"), """
					source: {connector: memory, name: costly-source}
					target: {connector: memory, name: costly-target}
					operations: [create, update]
					update: %s
					limits: {update: {percent: 100, small-percent: 100}, delete: {percent: 100, cap: 5000}}
					""".formatted(update));
		}
		this.workplace = Workplace.open(new Home(this.home), Words.in(Locale.ENGLISH), "test");
	}

	@AfterEach
	void close() {
		this.workplace.close();
	}

	@Test
	void handsOverAsManyAsTheTargetWantsWhateverPiecesThePlanStandsIn() {
		put(MEMBERS);
		this.target.takes(2000);
		Run run = begin("changed", Run.Goal.APPLY);
		assertThat(run.state()).isEqualTo(RunState.DONE);
		assertThat(this.target.batches()).containsExactly(2000, 500);
		assertThat(this.target.members()).hasSize(MEMBERS);
		assertThat(view(run).counts()).singleElement()
			.satisfies((count) -> assertThat(count.done()).isEqualTo(MEMBERS));
	}

	@Test
	void aPlanSaysWhatItTakesAndSoDoesWhoeverCarriesItOut() {
		put(30);
		this.target.takes(7);
		Run planned = begin("changed", Run.Goal.PLAN);
		assertThat(view(planned).effort()).isEqualTo(new RunView.EffortView(5, 5));
		assertThat(this.listener.efforts).isEmpty();
		runs().apply(planned.id(), this.listener);
		assertThat(this.listener.efforts).containsExactly("5 PT5S");
	}

	@Test
	void saysNothingWhereCallsAreNoMatter() {
		put(30);
		Run run = begin("changed", Run.Goal.APPLY);
		assertThat(view(run).effort()).isNull();
		assertThat(this.listener.efforts).isEmpty();
	}

	@Test
	void whatWasSentWhenTheTargetWentAwayIsLookedUpTogetherAndOnlyTheRestIsSent() {
		put(MEMBERS);
		this.target.takes(2000);
		this.target.leaveAfter(1500);
		assertThatExceptionOfType(RollcallException.class).isThrownBy(() -> begin("changed", Run.Goal.APPLY));
		this.target.refuse(0);
		Run run = runs().restart("1", this.listener);
		assertThat(run.state()).isEqualTo(RunState.DONE);
		assertThat(this.target.lookups()).containsExactly(2000);
		assertThat(this.target.applied()).hasSize(MEMBERS);
		assertThat(this.target.members()).hasSize(MEMBERS);
		assertThat(this.listener.efforts).containsExactly("2 PT2S", "2 PT2S");
		assertThat(view(run).counts()).singleElement()
			.satisfies((count) -> assertThat(count.done()).isEqualTo(MEMBERS));
	}

	@Test
	void anUndoLooksManyUpAtOnceWhenItIsPlannedAndWhenItIsVerified() {
		put(MEMBERS);
		this.target.takes(2000);
		begin("changed", Run.Goal.APPLY);
		Run undo = runs().undo(1, Run.Goal.PLAN, this.listener);
		assertThat(this.target.lookups()).hasSizeLessThan(10).contains(MEMBERS);
		this.target.lookups().clear();
		assertThat(view(undo).effort()).isNotNull();
		runs().apply(undo.id(), this.listener);
		assertThat(this.target.lookups()).as("verified").containsExactly(MEMBERS);
		assertThat(this.target.members()).isEmpty();
	}

	@Test
	void failedChangesAreLookedUpTogetherBeforeTheyAreTriedAgain() {
		put(40);
		this.target.fail(40);
		assertThat(begin("changed", Run.Goal.APPLY).state()).isEqualTo(RunState.PARTIAL);
		assertThat(runs().retry("1", this.listener).state()).isEqualTo(RunState.DONE);
		assertThat(this.target.members()).hasSize(40);
		assertThat(this.target.lookups()).as("whether they are there, and as what").containsExactly(40, 40);
	}

	@Test
	void hiddenFieldsAreSentWhenTheyChangeAlwaysOrNever() {
		put(30);
		begin("changed", Run.Goal.APPLY);
		int created = this.target.applied().size();
		begin("changed", Run.Goal.APPLY);
		assertThat(this.target.applied()).as("all is remembered").hasSize(created);
		put("u7", "名7", "another");
		begin("never", Run.Goal.APPLY);
		assertThat(this.target.applied()).hasSize(created);
		begin("changed", Run.Goal.APPLY);
		assertThat(this.target.applied()).hasSize(created + 1);
		begin("overwrite", Run.Goal.APPLY);
		assertThat(this.target.applied()).filteredOn((change) -> change.entry() == EntryKind.MEMBER)
			.hasSize(created + 1 + 30);
	}

	@Test
	void ofWhomNothingIsRememberedWhatTheSourceKnowsIsSentOnce() {
		put(3);
		for (int i = 0; i < 3; i++) {
			this.target.put(new Member("u" + i, "u" + i, null,
					Fields.of(SCHEMA, Map.of("name", "名" + i, "mobile", "m" + i, "email", "")),
					new Placements(List.of(new Placement("1", 0L, false)), "1"), null));
		}
		begin("changed", Run.Goal.APPLY);
		assertThat(this.target.applied()).hasSize(3);
		begin("changed", Run.Goal.APPLY);
		assertThat(this.target.applied()).hasSize(3);
	}

	@Test
	void keepsWhatUsingTheDirectoriesCameToForEachExecution() {
		put(30);
		this.source.says(Message.of("outcome.refused", "read", "3"));
		this.target.says(Message.of("outcome.refused", "calls", "11"));
		this.target.leaveAfter(5);
		assertThatExceptionOfType(RollcallException.class).isThrownBy(() -> begin("changed", Run.Goal.APPLY));
		assertThat(view(runs().find(1)).traffic()).extracting(TrafficView::execution, TrafficView::side)
			.containsExactly(tuple(1, "source"), tuple(1, "target"));
		this.target.refuse(0);
		this.source.says();
		Run run = runs().restart("1", this.listener);
		assertThat(view(run).traffic()).extracting(TrafficView::execution).containsExactly(1, 1, 2);
		assertThat(view(run).traffic().get(2).said()).contains("calls", "11");
		assertThat(this.workplace.reports().folder(1).resolve("report.txt")).content()
			.contains("Target, execution 2: ");
	}

	@Test
	void whatTheTargetSaysMeanwhileIsHeardAtOnce() {
		put(12);
		begin("changed", Run.Goal.APPLY);
		assertThat(this.listener.notices).containsExactly("memory.batch[10]", "memory.batch[2]");
	}

	private Run begin(String job, Run.Goal goal) {
		return runs().begin(job, Map.of(), goal, this.listener);
	}

	private Runs runs() {
		return this.workplace.runs();
	}

	private RunView view(Run run) {
		return this.workplace.views()
			.of(run, new RunViews.Scope(RunViews.Changes.TROUBLE, 100, 100, new Masking(true),
					Words.in(Locale.ENGLISH)));
	}

	private void put(int members) {
		for (int i = 0; i < members; i++) {
			put("u" + i, "名" + i, "m" + i);
		}
	}

	private void put(String userid, String name, String mobile) {
		this.source.put(new Member(userid, userid, null,
				Fields.of(SCHEMA, Map.of("name", name, "mobile", mobile, "email", userid + "@x.cn")),
				new Placements(List.of(new Placement(this.ours, 0L, false)), this.ours), null));
	}

	private static final class Listener implements RunObserver {

		private final List<String> efforts = new ArrayList<>();

		private final List<String> notices = new ArrayList<>();

		@Override
		public void takes(long calls, Duration atBest) {
			this.efforts.add(calls + " " + atBest);
		}

		@Override
		public synchronized void notice(Message notice) {
			this.notices.add(notice.toString());
		}

	}

}
