package dev.rollcall.connector.tencentcam.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import dev.rollcall.plan.Change;
import dev.rollcall.sandbox.Disturbance;
import dev.rollcall.sandbox.Fault;
import dev.rollcall.sandbox.cam.CamOptions;
import dev.rollcall.sandbox.cam.account.Habit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The same changes end in the same state, whatever goes wrong on the way. */
class WritingToCamUnderFaultsIntegrationTests {

	private static final int MEMBERS = 100;

	private static final String UNDISTURBED = state(Disturbance.NONE, List.of());

	/** Each more disturbed than the last, until processes end in the middle. */
	@ParameterizedTest
	@CsvSource({ "1,0.01,", "2,0.03,names-ignore-case", "3,0.05,", "4,0.08,", "5,0.08,gone-undescribed" })
	void faultsAndHabitsChangeNothingInTheEnd(long seed, double share, @Nullable String habit) {
		Disturbance disturbance = Disturbance.NONE.seeded(seed)
			.with(Fault.ANSWER_LOST, share)
			.with(Fault.DROPPED, share)
			.with(Fault.SERVER_ERROR, share)
			.with(Fault.BUSY, share)
			.with(Fault.CONFLICT, share)
			.with(Fault.THROTTLED, 0.01);

		assertThat(state(disturbance, (habit != null) ? List.of(Habit.of(habit)) : List.of())).isEqualTo(UNDISTURBED);
	}

	@Test
	void thereIsSomethingToCompare() {
		assertThat(UNDISTURBED).contains("\"u1\"", "新名", "developers").doesNotContain("\"u0\"");
	}

	/** What a first load, a change of nearly everybody, and deletions end in. */
	private static String state(Disturbance disturbance, List<Habit> habits) {
		CamOptions options = CamOptions.defaults().with(habits.toArray(Habit[]::new));
		try (Rehearsal rehearsal = new Rehearsal(options, Rehearsal.grouping("auditors", "developers"))) {
			rehearsal.groups("auditors", "developers");
			rehearsal.cam.faults().set(disturbance);
			assertThat(rehearsal.carryOut(
					IntStream.range(0, MEMBERS).mapToObj(WritingToCamUnderFaultsIntegrationTests::creation).toList()))
				.isEmpty();
			rehearsal.cam.faults().set(Disturbance.NONE);
			List<Change> changes = changes(rehearsal);
			rehearsal.cam.faults().set(disturbance.seeded(disturbance.seed() + 100));
			assertThat(rehearsal.carryOut(changes)).isEmpty();
			assertThat(rehearsal.cam.faults().done().isEmpty()).isEqualTo(disturbance.shares().isEmpty());
			if (disturbance.shares().getOrDefault(Fault.DROPPED, 0.0) > 0.07) {
				assertThat(rehearsal.processes).as("processes").isGreaterThan(1);
			}
			return rehearsal.cam.state().toString();
		}
	}

	private static Change creation(int i) {
		return Rehearsal.create("u" + i, "name", "名" + i, "mobile", String.valueOf(13_800_000_000L + i), "email",
				"u" + i + "@example.com", "groups",
				(i % 3 == 0) ? "" : (i % 3 == 1) ? "auditors" : "auditors,developers");
	}

	/** Names change, mails are emptied, some change groups, every seventh leaves. */
	private static List<Change> changes(Rehearsal rehearsal) {
		List<Change> changes = new ArrayList<>();
		for (int i = 0; i < MEMBERS; i++) {
			String ref = rehearsal.ref("u" + i);
			if (i % 7 == 0) {
				changes.add(Rehearsal.delete(ref));
			}
			else if (i % 3 == 1) {
				changes.add(Rehearsal.update(ref, Map.of("groups", "auditors", "email", "u" + i + "@example.com"),
						Map.of("groups", "developers", "email", "")));
			}
			else {
				changes.add(Rehearsal.update(ref, Map.of("name", "名" + i), Map.of("name", "新名" + i)));
			}
		}
		return changes;
	}

}
