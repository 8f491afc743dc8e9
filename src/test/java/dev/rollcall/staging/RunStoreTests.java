package dev.rollcall.staging;

import java.time.Instant;

import dev.rollcall.directory.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** Runs are numbered, continued and found again. */
class RunStoreTests {

	private static final Instant MONDAY = Instant.parse("2026-11-23T03:00:00Z");

	private static final Instant TUESDAY = Instant.parse("2026-11-24T03:00:00.123Z");

	private final RunStore store = new RunStore(TestDatabase.create());

	@Test
	void aRunBeginsWithEverythingThatItNeedsToBeContinued() {
		Run run = this.store.begin("job", Run.Goal.APPLY, "a: 1\n企微", "k=v\n", "process 7", MONDAY);
		assertThat(run).isEqualTo(new Run(1, "job", Run.Goal.APPLY, RunState.RUNNING, "a: 1\n企微", "k=v\n", null, null,
				null, "process 7", MONDAY, null, 0, null, null, 0));
		this.store.opened(1, "excel:/a.xlsx", "5c1f", "jdbc:embedded");
		Run opened = this.store.find(1);
		assertThat(opened.sourceDirectory()).isEqualTo("excel:/a.xlsx");
		assertThat(opened.sourceContent()).isEqualTo("5c1f");
		assertThat(opened.targetDirectory()).isEqualTo("jdbc:embedded");
		assertThat(this.store.find(2)).isNull();
	}

	@Test
	void aRunThatIsContinuedIsTheSameAndCountsIt() {
		begin("job");
		this.store.ended(1, RunState.FAILED, Message.of("why", "a", ""), TUESDAY);
		assertThat(this.store.find(1).problem()).isEqualTo(Message.of("why", "a", ""));
		assertThat(this.store.find(1).endedAt()).isEqualTo(TUESDAY);
		Run continued = this.store.resume(1, Run.Goal.APPLY, "process 8");
		assertThat(continued.restarts()).isEqualTo(1);
		assertThat(continued.state()).isEqualTo(RunState.RUNNING);
		assertThat(continued.owner()).isEqualTo("process 8");
		assertThat(continued.endedAt()).isNull();
		assertThat(continued.problem()).isNull();
		assertThat(continued.startedAt()).isEqualTo(MONDAY);
	}

	@Test
	void applyingASavedPlanIsNoRestart() {
		begin("job");
		this.store.ended(1, RunState.PLANNED, null, TUESDAY);
		Run applied = this.store.resume(1, Run.Goal.APPLY_SAVED, "process 8");
		assertThat(applied.restarts()).isZero();
		assertThat(applied.goal()).isEqualTo(Run.Goal.APPLY_SAVED);
	}

	@Test
	void findsTheLastOneOfAJobAndTheLatestOfAll() {
		begin("upsert");
		begin("delete");
		begin("upsert");
		begin("delete");
		assertThat(this.store.last("upsert").id()).isEqualTo(3);
		assertThat(this.store.last("never ran")).isNull();
		assertThat(this.store.latest(3)).extracting(Run::id).containsExactly(4L, 3L, 2L);
	}

	@ParameterizedTest
	@EnumSource(RunState.class)
	void whatCanBeRestartedIsUnfinishedAndWhatIsOverIsNot(RunState state) {
		begin("job");
		this.store.ended(1, state, null, TUESDAY);
		boolean unfinished = switch (state) {
			case RUNNING, STOPPED, FAILED -> true;
			case PLANNED, HELD, DONE, PARTIAL, ABANDONED -> false;
		};
		boolean over = switch (state) {
			case DONE, PARTIAL, ABANDONED -> true;
			case RUNNING, STOPPED, FAILED, PLANNED, HELD -> false;
		};
		assertThat(this.store.unfinished()).hasSize(unfinished ? 1 : 0);
		assertThat(state.canRestart()).isEqualTo(unfinished);
		assertThat(state.isOver()).isEqualTo(over);
	}

	@Test
	void cannotContinueWhatIsNotThere() {
		assertThatIllegalStateException().isThrownBy(() -> this.store.resume(7, Run.Goal.APPLY, "process 8"));
	}

	private void begin(String job) {
		this.store.begin(job, Run.Goal.APPLY, "", "", "process 7", MONDAY);
	}

}
