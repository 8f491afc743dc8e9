package dev.rollcall.connector.tencentcam.write;

import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import dev.rollcall.connector.Notices;
import dev.rollcall.connector.Outcome;
import dev.rollcall.connector.StoppedException;
import dev.rollcall.directory.Message;
import dev.rollcall.plan.Change;
import dev.rollcall.sandbox.Disturbance;
import dev.rollcall.sandbox.Fault;
import dev.rollcall.sandbox.cam.CamOptions;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** How much CAM takes, and what becomes of the rest. */
class WritingLimitsIntegrationTests {

	@Test
	void whoMayBeCreatedTomorrowOnlyIsWithheldAndTheRestGoesOn() {
		try (Rehearsal rehearsal = new Rehearsal(CamOptions.defaults(), Rehearsal.PLAIN)) {
			String updated = rehearsal.byHand("u", "甲");
			String deleted = rehearsal.byHand("d", "乙");
			rehearsal.limit("creations", 12);
			List<Change> changes = new ArrayList<>(creations(30));
			changes.add(Rehearsal.update(updated, Map.of(), Map.of("name", "丙")));
			changes.add(Rehearsal.delete(deleted));

			List<Outcome> outcomes = rehearsal.writing.apply(changes);

			assertThat(count(outcomes, Outcome.State.DONE)).isEqualTo(12);
			assertThat(count(outcomes, Outcome.State.WITHHELD)).isEqualTo(20);
			assertThat(outcomes.subList(30, 32)).containsOnly(Outcome.done());
			assertThat(rehearsal.names()).hasSize(11).doesNotContain("d");
			assertThat(outcomes).filteredOn((outcome) -> outcome.state() == Outcome.State.WITHHELD)
				.extracting((outcome) -> String.valueOf(outcome.why()))
				.allMatch((why) -> why.startsWith("tencentcam.creations-used-up[" + tomorrow() + ", RequestLimit"));
			long refused = rehearsal.cam.calls().count("AddUser", "RequestLimitExceeded.CreateUser");
			assertThat(refused).isBetween(1L, 4L);
			assertThat(rehearsal.writing.apply(creations(40).subList(30, 40))).extracting(Outcome::state)
				.containsOnly(Outcome.State.WITHHELD);
			assertThat(rehearsal.cam.calls().count("AddUser", "RequestLimitExceeded.CreateUser")).isEqualTo(refused);
		}
	}

	@Test
	void thoseWhoHaveBeenWithheldAreCreatedWhenThereIsRoom() {
		try (Rehearsal rehearsal = new Rehearsal(CamOptions.defaults(), Rehearsal.PLAIN)) {
			rehearsal.limit("creations", 10);
			assertThat(rehearsal.carryOut(creations(15))).hasSize(5);
			rehearsal.restart();
			rehearsal.limit("creations", 0);

			assertThat(rehearsal.carryOut(creations(15))).isEmpty();
			assertThat(rehearsal.names()).hasSize(15);
		}
	}

	@Test
	void aFullAccountIsMeasured() {
		try (Rehearsal rehearsal = new Rehearsal(CamOptions.defaults(), Rehearsal.PLAIN)) {
			rehearsal.limit("subUsers", 3);

			List<Outcome> outcomes = rehearsal.writing.apply(creations(20));

			assertThat(count(outcomes, Outcome.State.DONE)).isEqualTo(3);
			assertThat(count(outcomes, Outcome.State.FAILED)).isBetween(1L, 4L);
			assertThat(outcomes).filteredOn((outcome) -> outcome.state() != Outcome.State.DONE)
				.extracting((outcome) -> String.valueOf(outcome.why()))
				.allMatch((why) -> why.startsWith("tencentcam.full[3, InvalidParameter.SubUserFull, "));
		}
	}

	@Test
	void callsTooOftenAreMadeAgain() {
		CamOptions options = CamOptions.defaults().with(Disturbance.NONE.with(Fault.THROTTLED, 0.1));
		try (Rehearsal rehearsal = new Rehearsal(options, Rehearsal.PLAIN)) {
			assertThat(rehearsal.carryOut(creations(50))).isEmpty();
			assertThat(rehearsal.names()).hasSize(50);
			assertThat(rehearsal.cam.calls().count("AddUser", "OK")).isEqualTo(50);
		}
	}

	@Test
	void isSilentAsSoonAsSomebodyWantsItToStop() {
		boolean[] stopping = new boolean[1];
		Notices notices = new Notices() {

			@Override
			public void tell(Message notice) {
				stopping[0] = true;
			}

			@Override
			public boolean isStopping() {
				return stopping[0];
			}

		};
		CamOptions options = CamOptions.defaults();
		try (Rehearsal rehearsal = new Rehearsal(options, Rehearsal.PLAIN, notices)) {
			stopping[0] = true;
			rehearsal.cam.faults().next("AddUser", Fault.THROTTLED, 100);

			assertThatExceptionOfType(StoppedException.class).isThrownBy(() -> rehearsal.writing.apply(creations(50)));
			assertThat(rehearsal.cam.calls().count("AddUser")).isLessThan(50);
			assertThat(rehearsal.names()).isEmpty();
		}
	}

	private static List<Change> creations(int many) {
		return IntStream.range(0, many).mapToObj((i) -> Rehearsal.create("u" + i, "name", "名" + i)).toList();
	}

	private static long count(List<Outcome> outcomes, Outcome.State state) {
		return outcomes.stream().filter((outcome) -> outcome.state() == state).count();
	}

	private static String tomorrow() {
		return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
			.format(Rehearsal.NOW.plus(Duration.ofDays(1)).atZone(ZoneId.systemDefault()));
	}

}
