package dev.rollcall.connector.remote;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BudgetTests {

	private static final long SECOND = Duration.ofSeconds(1).toNanos();

	private final Budget budget = new Budget(Rate.of(100, 1000), Duration.ofSeconds(60));

	@Test
	void aBlockIsCountedFromTheLastRefusalAndToldOnce() {
		for (int i = 0; i < 3; i++) {
			this.budget.begin();
		}
		assertThat(this.budget.end(0, SECOND, Verdict.TOO_OFTEN)).isEqualTo(60 * SECOND);
		assertThat(this.budget.end(0, 2 * SECOND, Verdict.TOO_OFTEN)).isZero();
		assertThat(this.budget.end(0, 3 * SECOND, Verdict.FINE)).isZero();
		assertThat(this.budget.remaining(3 * SECOND)).isEqualTo(59 * SECOND);
	}

	@Test
	void oneCallFindsOutWhetherABlockIsOver() {
		block();
		assertThat(this.budget.remaining(61 * SECOND)).isZero();
		this.budget.begin();
		assertThat(this.budget.remaining(61 * SECOND)).isEqualTo(Window.NEVER);
		this.budget.end(61 * SECOND, 62 * SECOND, Verdict.FINE);
		assertThat(this.budget.remaining(62 * SECOND)).isZero();
		this.budget.begin();
		assertThat(this.budget.end(62 * SECOND, 63 * SECOND, Verdict.TOO_OFTEN)).isEqualTo(60 * SECOND);
	}

	@Test
	void aCallWithoutAnAnswerLeavesThatToTheNext() {
		block();
		this.budget.begin();
		this.budget.end(61 * SECOND, 62 * SECOND, Verdict.UNKNOWN);
		assertThat(this.budget.remaining(62 * SECOND)).isZero();
		this.budget.begin();
		assertThat(this.budget.remaining(62 * SECOND)).isEqualTo(Window.NEVER);
		assertThat(this.budget.end(62 * SECOND, 63 * SECOND, Verdict.TOO_OFTEN)).isEqualTo(3600 * SECOND);
	}

	@Test
	void aRefusalThatComesLateDoesNotMakeEverybodyWaitForEver() {
		this.budget.begin();
		block();
		assertThat(this.budget.remaining(61 * SECOND)).isZero();
		this.budget.begin();
		this.budget.end(0, 62 * SECOND, Verdict.TOO_OFTEN);
		this.budget.end(61 * SECOND, 63 * SECOND, Verdict.FINE);
		assertThat(this.budget.remaining(63 * SECOND)).isEqualTo(59 * SECOND);
		assertThat(this.budget.remaining(122 * SECOND)).isZero();
	}

	private void block() {
		this.budget.begin();
		this.budget.end(0, SECOND, Verdict.TOO_OFTEN);
	}

}
