package dev.rollcall.plan;

import java.util.ArrayList;
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
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import dev.rollcall.directory.Schema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What has to hold for any two directories: tried on many small random ones. */
class RandomPlanTests {

	private static final int PAIRS = 400;

	private static final Schema SCHEMA = Schema.of("name", "position", "mobile");

	private static final Operations ALL = new Operations(true, true, true, true);

	private static final Operations UPSERT = new Operations(true, true, false, false);

	private static final Operations DELETE = new Operations(false, false, true, false);

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3 })
	void appliedOnceThereIsNothingLeftToDo(long seed) {
		for (int i = 0; i < PAIRS; i++) {
			Random random = new Random(seed * 1_000_000 + i);
			MemoryDirectory source = directory(random);
			MemoryDirectory target = directory(random);
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
			MemoryDirectory source = directory(random);
			MemoryDirectory target = directory(random);
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
			MemoryDirectory target = directory(random);
			Set<String> before = userids(target);
			int departments = target.departments().size();
			PlanRehearsal plan = plan(directory(random), target, UPSERT, IgnoreRules.NONE);
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
			MemoryDirectory source = directory(random);
			MemoryDirectory target = directory(random);
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
			MemoryDirectory target = directory(random);
			Map<String, String> before = new HashMap<>();
			target.members().forEach((member) -> before.put(member.ref(), member.fields().value("position")));
			plan(directory(random), target, ALL, rules).apply();
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

	/**
	 * Few names and few mobiles, so that renames, moves, swaps and circles are frequent.
	 */
	private static MemoryDirectory directory(Random random) {
		MemoryDirectory directory = MemoryDirectory.plain("any", SCHEMA, "mobile");
		List<String> refs = new ArrayList<>(List.of(directory.put(null, "公司", id(random, 0))));
		for (int i = 1; i < 7; i++) {
			String parent = refs.get(random.nextInt(refs.size()));
			String name = "部" + random.nextInt(5);
			boolean taken = directory.departments()
				.stream()
				.anyMatch((other) -> parent.equals(other.parent()) && other.name().equals(name));
			if (!taken) {
				refs.add(directory.put(parent, name, id(random, i)));
			}
		}
		List<Integer> mobiles = new ArrayList<>(List.of(1, 2, 3, 4, 5, 6, 7, 8));
		java.util.Collections.shuffle(mobiles, random);
		for (int i = 0; i < 8; i++) {
			if (random.nextInt(4) > 0) {
				directory.put(member("u" + i, mobiles.get(i), refs, random));
			}
		}
		return directory;
	}

	private static String id(Random random, int number) {
		return random.nextBoolean() ? Integer.toString(number) : null;
	}

	private static Member member(String userid, int mobile, List<String> refs, Random random) {
		List<Placement> placements = new ArrayList<>();
		for (int i = 0; i <= random.nextInt(2); i++) {
			String ref = refs.get(random.nextInt(refs.size()));
			if (placements.stream().noneMatch((placement) -> placement.department().equals(ref))) {
				placements.add(new Placement(ref, (long) random.nextInt(2), random.nextBoolean()));
			}
		}
		Fields fields = Fields.of(SCHEMA,
				Map.of("name", "名", "position", "职" + random.nextInt(2), "mobile", Integer.toString(mobile)));
		return new Member(userid, userid, null, fields, new Placements(placements, placements.get(0).department()),
				null);
	}

}
