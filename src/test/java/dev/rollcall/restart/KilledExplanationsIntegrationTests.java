package dev.rollcall.restart;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A process that dies while it explains leaves nothing that the next one does not remove.
 */
class KilledExplanationsIntegrationTests {

	@ParameterizedTest
	@ValueSource(ints = { 9, 14 })
	void leaveNothingBehind(int write) {
		try (Attempt attempt = Attempt.in(Homes.SMALL.loaded())) {
			EndState before = attempt.endState();
			Program killed = attempt.start(KillPoint.kill(KillPoint.BETWEEN, write), "explain", "upsert", "none");
			assertThat(killed.exitCode()).as(killed.toString()).isEqualTo(Program.KILLED);
			assertThat(attempt.endState().part("own SNAPSHOT")).as("something is left to be removed")
				.hasSizeGreaterThan(before.part("own SNAPSHOT").size());
			assertThat(attempt.runs()).hasSize(1);
			attempt.endState().isSameAs(before, attempt.home() + ", killed at write " + write);
			attempt.wentWell();
		}
	}

}
