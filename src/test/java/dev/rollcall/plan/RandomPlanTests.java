package dev.rollcall.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

import dev.rollcall.compare.IgnoreRule;
import dev.rollcall.compare.IgnoreRules;
import dev.rollcall.connector.Outcome;
import dev.rollcall.connector.memory.MemoryDirectory;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.Member;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What has to hold for any two directories: tried on many small random ones. */
class RandomPlanTests {

	private static final int PAIRS = 400;

	private static final Operations ALL = new Operations(true, true, true, true);

	private static final Operations UPSERT = new Operations(true, true, false, false);

	private static final Operations DELETE = new Operations(false, false, true, false);

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3 })
	void appliedOnceThereIsNothingLeftToDo(long seed) {
		for (int i = 0; i < PAIRS; i++) {
			Random random = new Random(seed * 1_000_000 + i);
			MemoryDirectory source = RandomDirectories.whole(random);
			MemoryDirectory target = RandomDirectories.whole(random);
			PlanRehearsal plan = plan(source, target, ALL, IgnoreRules.NONE);
			assertThat(plan.apply()).as("seed %d, pair %d", seed, i)
				.extracting(Outcome::state)
				.containsOnly(expectedStates(plan));
			assertThat(PlanText.lines(plan(source, target, ALL, IgnoreRules.NONE))).as("seed %d, pair %d", seed, i)
				.isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(longs = { 4, 5 })
	void everyEntryIsDecidedAboutOnce(long seed) {
		for (int i = 0; i < PAIRS; i++) {
			Random random = new Random(seed * 1_000_000 + i);
			MemoryDirectory source = RandomDirectories.whole(random);
			MemoryDirectory target = RandomDirectories.whole(random);
			for (Operations operations : List.of(ALL, UPSERT, DELETE)) {
				PlanRehearsal plan = plan(source, target, operations, IgnoreRules.NONE);
				assertThat(plan.decided(EntryKind.MEMBER)).containsExactly(source.members().size(),
						target.members().size());
				assertThat(plan.decided(EntryKind.DEPARTMENT)).containsExactly(source.departments().size(),
						target.departments().size());
			}
		}
	}

	@ParameterizedTest
	@ValueSource(longs = { 6, 7 })
	void upsertNeverTakesAnybodyAway(long seed) {
		for (int i = 0; i < PAIRS; i++) {
			Random random = new Random(seed * 1_000_000 + i);
			MemoryDirectory target = RandomDirectories.whole(random);
			Set<String> before = userids(target);
			int departments = target.departments().size();
			PlanRehearsal plan = plan(RandomDirectories.whole(random), target, UPSERT, IgnoreRules.NONE);
			plan.apply();
			assertThat(userids(target)).containsAll(before);
			assertThat(target.departments()).hasSizeGreaterThanOrEqualTo(departments);
		}
	}

	@ParameterizedTest
	@ValueSource(longs = { 8, 9 })
	void deleteOnlyRemovesExactlyThoseWhoLeft(long seed) {
		for (int i = 0; i < PAIRS; i++) {
			Random random = new Random(seed * 1_000_000 + i);
			MemoryDirectory source = RandomDirectories.whole(random);
			MemoryDirectory target = RandomDirectories.whole(random);
			Map<String, Member> before = target.members().stream().collect(Collectors.toMap(Member::ref, (m) -> m));
			plan(source, target, DELETE, IgnoreRules.NONE).apply();
			assertThat(userids(target)).isSubsetOf(userids(source));
			assertThat(target.members()).allMatch((member) -> member.equals(before.get(member.ref())));
		}
	}

	@ParameterizedTest
	@ValueSource(longs = { 10, 11 })
	void anIgnoredFieldStaysAsItWas(long seed) {
		IgnoreRules rules = new IgnoreRules(List.of(IgnoreRule.fields("position")));
		for (int i = 0; i < PAIRS; i++) {
			Random random = new Random(seed * 1_000_000 + i);
			MemoryDirectory target = RandomDirectories.whole(random);
			Map<String, String> before = new HashMap<>();
			target.members().forEach((member) -> before.put(member.ref(), member.fields().value("position")));
			plan(RandomDirectories.whole(random), target, ALL, rules).apply();
			assertThat(target.members())
				.allMatch((member) -> member.fields().value("position").equals(before.getOrDefault(member.ref(), "")));
		}
	}

	private static Outcome.State[] expectedStates(PlanRehearsal plan) {
		return plan.changes().isEmpty() ? new Outcome.State[0] : new Outcome.State[] { Outcome.State.DONE };
	}

	private static PlanRehearsal plan(MemoryDirectory source, MemoryDirectory target, Operations operations,
			IgnoreRules rules) {
		return PlanRehearsal.of(source, target, operations, UpdateMode.CHANGED, rules, true);
	}

	private static Set<String> userids(MemoryDirectory directory) {
		return directory.members().stream().map(Member::ref).collect(Collectors.toSet());
	}

}
