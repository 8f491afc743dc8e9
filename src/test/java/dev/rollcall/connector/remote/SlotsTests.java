package dev.rollcall.connector.remote;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SlotsTests {

	private final Slots slots = new Slots(8);

	@Test
	void halvesOnceHoweverManyCallsComplainAndGrowsBackWithTime() {
		int first = takeAll(0);
		for (int i = 0; i < first; i++) {
			this.slots.giveBack(0, 10, Verdict.TOO_MANY_AT_ONCE);
		}
		assertThat(first).isEqualTo(8);
		int second = takeAll(11);
		assertThat(second).isEqualTo(4);
		this.slots.giveBack(11, 12, Verdict.TOO_MANY_AT_ONCE);
		this.slots.giveBack(11, 12, Verdict.FINE);
		this.slots.giveBack(11, 12, Verdict.FINE);
		this.slots.giveBack(11, 12, Verdict.FINE);
		int third = takeAll(13);
		assertThat(third).isEqualTo(2);
		assertThat(takeAll(12 + Duration.ofSeconds(30).toNanos())).isEqualTo(4 - third);
		assertThat(takeAll(12 + Duration.ofSeconds(60).toNanos())).isEqualTo(8 - 4);
		assertThat(takeAll(12 + Duration.ofSeconds(90).toNanos())).isZero();
	}

	@Test
	void oneIsAlwaysLeft() {
		for (int i = 1; i < 20; i++) {
			assertThat(this.slots.free(i)).isTrue();
			this.slots.take();
			this.slots.giveBack(i, i, Verdict.TOO_MANY_AT_ONCE);
		}
	}

	private int takeAll(long now) {
		int taken = 0;
		while (this.slots.free(now)) {
			this.slots.take();
			taken++;
		}
		return taken;
	}

}
