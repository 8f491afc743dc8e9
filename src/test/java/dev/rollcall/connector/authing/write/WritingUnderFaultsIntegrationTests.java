package dev.rollcall.connector.authing.write;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.rollcall.connector.MemberChanges;
import dev.rollcall.connector.Outcome;
import dev.rollcall.connector.authing.api.UserDetail;
import dev.rollcall.connector.authing.client.AuthingCall;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import dev.rollcall.plan.Change;
import dev.rollcall.sandbox.Disturbance;
import dev.rollcall.sandbox.Fault;
import dev.rollcall.sandbox.authing.AuthingOptions;
import dev.rollcall.sandbox.authing.pool.Habit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The same changes end in the same state, whatever goes wrong on the way. */
class WritingUnderFaultsIntegrationTests {

	private static final int USERS = 300;

	/** All but the one for a token, which cannot expire in that. */
	private static final Set<String> CALLS = Arrays.stream(AuthingCall.values())
		.filter((call) -> call != AuthingCall.TOKEN)
		.map(AuthingCall::path)
		.collect(Collectors.toUnmodifiableSet());

	private static final Map<String, String> UNDISTURBED = state(Disturbance.NONE, List.of());

	static Stream<List<Habit>> habits() {
		return Stream.of(List.of(), List.of(Habit.BATCH_STOPS, Habit.DEPARTMENTS_MERGE, Habit.NULL_KEEPS),
				List.of(Habit.BATCH_PASSES, Habit.EMPTY_KEEPS, Habit.HTTP_STATUS),
				List.of(Habit.DEPARTMENTS_MERGE, Habit.ROOT_UNLISTED, Habit.DELETES_FULL_DEPARTMENTS));
	}

	@ParameterizedTest
	@MethodSource("habits")
	void faultsAndHabitsChangeNothingInTheEnd(List<Habit> habits) {
		Disturbance disturbance = Disturbance.NONE.with(Fault.ANSWER_LOST, 0.03)
			.with(Fault.DROPPED, 0.02)
			.with(Fault.SERVER_ERROR, 0.02)
			.with(Fault.BUSY, 0.02)
			.with(Fault.THROTTLED, 0.01)
			.with(Fault.TOKEN_EXPIRED, 0.01)
			.only(CALLS)
			.seeded(habits.size());
		assertThat(state(disturbance, habits)).isEqualTo(UNDISTURBED);
	}

	@Test
	void thereIsSomethingToCompare() {
		assertThat(UNDISTURBED).hasSizeGreaterThan(USERS / 2);
		assertThat(UNDISTURBED.get("u1")).contains("新名").doesNotContain("小1");
		assertThat(UNDISTURBED).doesNotContainKey("u0");
	}

	/** What a first load, a change of nearly everybody, and deletions end in. */
	private static Map<String, String> state(Disturbance disturbance, List<Habit> habits) {
		AuthingOptions options = AuthingOptions.defaults()
			.linked(true)
			.with(disturbance)
			.with(habits.toArray(Habit[]::new));
		try (Organization organization = new Organization(options, new Manner(true, false))) {
			for (int i = 0; i < 10; i++) {
				String above = (i == 0) ? organization.root() : "+d" + (i - 1) / 3;
				done(organization, List.of(MemberChanges.createDepartment("d" + i, above, "" + (i + 2), "部门" + i)));
			}
			done(organization,
					IntStream.range(0, USERS).mapToObj(WritingUnderFaultsIntegrationTests::creation).toList());
			done(organization, changes(organization));
			assertThat(organization.authing.faults().done().isEmpty()).isEqualTo(disturbance.shares().isEmpty());
			organization.authing.faults().set(Disturbance.NONE);
			return organization.everything();
		}
	}

	private static void done(Organization organization, List<Change> changes) {
		assertThat(organization.apply(changes)).allMatch((outcome) -> outcome.state() == Outcome.State.DONE, "done");
	}

	private static Change creation(int i) {
		List<Placement> places = new ArrayList<>(List.of(Placement.in("+d" + i % 10)));
		if (i % 4 == 0) {
			places.add(new Placement("+d" + (i + 1) % 10, null, i % 40 == 0));
		}
		return MemberChanges.create("u" + i,
				MemberChanges.map("name", "张三", "alias", "小" + i, "mobile", String.valueOf(13_800_000_000L + i)),
				new Placements(places, places.get(places.size() - 1).department()));
	}

	/** Mobiles go round, aliases are emptied, some move, every seventh leaves. */
	private static List<Change> changes(Organization organization) {
		List<Change> changes = new ArrayList<>();
		for (int i = 0; i < USERS; i++) {
			UserDetail user = organization.user("u" + i);
			String ref = Objects.requireNonNull(user.userId());
			if (i % 7 == 0) {
				changes.add(MemberChanges.delete(ref));
				continue;
			}
			Placements places = (i % 5 != 0) ? null : new Placements(
					List.of(new Placement("+d" + (i + 3) % 10, null, i % 10 == 0)), "+d" + (i + 3) % 10);
			changes.add(MemberChanges.update(ref, Map.of(),
					Map.of("name", "新名", "alias", "", "mobile", String.valueOf(13_900_000_000L + i)), places));
		}
		return changes;
	}

}
