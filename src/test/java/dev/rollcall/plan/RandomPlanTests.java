package dev.rollcall.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

import dev.rollcall.compare.IgnoreRules;
import dev.rollcall.connector.Outcome;
import dev.rollcall.connector.memory.MemoryDirectory;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.Member;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What has to hold for any two directories: tried on many small random ones. The target
 * is strict: it refuses a value or a name that is still taken and a parent that is not
 * there, so that a plan in a wrong order does not get through.
 */
class RandomPlanTests {

	private static final Operations ALL = new Operations(true, true, true, true);

	private static final int PAIRS = 250;

	/** Tries something on many pairs, and says on which it fails. */
	private static void forMany(LongConsumer test) {
		for (long number = 0; number < PAIRS; number++) {
			try {
				test.accept(number);
			}
			catch (AssertionError ex) {
				throw new AssertionError("pair " + number + ": " + ex.getMessage(), ex);
			}
		}
	}

	/** Two directories, and what the target held before. */
	private record Pair(MemoryDirectory source, MemoryDirectory target, Map<String, Member> members,
			Map<String, Department> departments) {

		static Pair of(long number, Function<Random, MemoryDirectory> directory) {
			Random random = new Random(number);
			MemoryDirectory source = directory.apply(random);
			MemoryDirectory target = directory.apply(random);
			return new Pair(source, target, members(target), departments(target));
		}

		PlanRehearsal plan(Operations operations) {
			return plan(operations, UpdateMode.CHANGED, true);
		}

		PlanRehearsal plan(Operations operations, UpdateMode update, boolean whole) {
			return PlanRehearsal.of(this.source, this.target, operations, update, IgnoreRules.NONE, whole);
		}

		Map<String, Member> membersNow() {
			return members(this.target);
		}

		Map<String, Department> departmentsNow() {
			return departments(this.target);
		}

		private static Map<String, Member> members(MemoryDirectory directory) {
			Map<String, Member> members = new LinkedHashMap<>();
			directory.members().forEach((member) -> members.put(member.ref(), member));
			return members;
		}

		private static Map<String, Department> departments(MemoryDirectory directory) {
			Map<String, Department> departments = new LinkedHashMap<>();
			directory.departments().forEach((department) -> departments.put(department.ref(), department));
			return departments;
		}

	}

	@Test
	void everyChangeIsPossibleWhenItsTurnComes() {
		forMany((number) -> {
			PlanRehearsal plan = Pair.of(number, RandomDirectories::whole).plan(ALL);
			assertThat(plan.apply()).allMatch((outcome) -> outcome.state() == Outcome.State.DONE);
		});
	}

	@Test
	void appliedOnceThereIsNothingLeftToDo() {
		forMany((number) -> {
			Pair whole = Pair.of(number, RandomDirectories::whole);
			whole.plan(ALL).apply();
			assertThat(PlanText.lines(whole.plan(ALL))).isEmpty();
			Pair gaps = Pair.of(number, RandomDirectories::withGaps);
			gaps.plan(ALL).apply();
			assertThat(gaps.plan(ALL).changes()).isEmpty();
		});
	}

	@Test
	void everyEntryIsDecidedAboutOnce() {
		forMany((number) -> {
			Pair pair = Pair.of(number, RandomDirectories::withGaps);
			PlanRehearsal plan = pair.plan(operations(number));
			assertThat(plan.decided(EntryKind.MEMBER)).containsExactly(pair.source().members().size(),
					pair.target().members().size());
			assertThat(plan.decided(EntryKind.DEPARTMENT)).containsExactly(pair.source().departments().size(),
					pair.target().departments().size());
		});
	}

	@Test
	void doesOnlyWhatTheJobMayDo() {
		forMany((number) -> {
			Operations allowed = operations(number);
			Pair pair = Pair.of(number, RandomDirectories::withGaps);
			pair.plan(allowed).apply();
			if (!allowed.create()) {
				assertThat(pair.membersNow().keySet()).isSubsetOf(pair.members().keySet());
				assertThat(pair.departmentsNow().keySet()).isSubsetOf(pair.departments().keySet());
			}
			if (!allowed.delete()) {
				assertThat(pair.membersNow()).containsKeys(refs(pair.members()));
			}
			if (!allowed.deleteDepartments()) {
				assertThat(pair.departmentsNow()).containsKeys(refs(pair.departments()));
			}
			if (!allowed.update()) {
				assertSurvivorsUnchanged(pair);
			}
		});
	}

	@Test
	void deletesExactlyThoseWhoLeft() {
		forMany((number) -> {
			Pair pair = Pair.of(number, RandomDirectories::withGaps);
			pair.plan(new Operations(false, false, true, true)).apply();
			Set<String> stay = pair.source().members().stream().map(Member::ref).collect(Collectors.toSet());
			stay.retainAll(pair.members().keySet());
			assertThat(pair.membersNow().keySet()).isEqualTo(stay);
			assertSurvivorsUnchanged(pair);
		});
	}

	@Test
	void removesNothingOnTheWordOfASourceThatMayNotBeWhole() {
		forMany((number) -> {
			Pair pair = Pair.of(number, RandomDirectories::withGaps);
			pair.plan(ALL, UpdateMode.CHANGED, false).apply();
			assertThat(pair.membersNow()).containsKeys(refs(pair.members()));
			assertThat(pair.departmentsNow()).containsKeys(refs(pair.departments()));
		});
	}

	@ParameterizedTest
	@EnumSource(UpdateMode.class)
	void whatTheSourceDoesNotKnowStaysAsItWas(UpdateMode update) {
		forMany((number) -> {
			Pair pair = Pair.of(number, RandomDirectories::withGaps);
			pair.plan(ALL, update, true).apply();
			for (Member desired : pair.source().members()) {
				Member before = pair.members().get(desired.ref());
				if (before != null) {
					assertUnknownStays(desired, before, pair.membersNow().get(desired.ref()));
				}
			}
		});
	}

	@Test
	void overwritingEndsWhereChangingDoes() {
		forMany((number) -> {
			Pair changed = Pair.of(number, RandomDirectories::whole);
			changed.plan(ALL).apply();
			Pair overwritten = Pair.of(number, RandomDirectories::whole);
			overwritten.plan(ALL, UpdateMode.OVERWRITE, true).apply();
			assertThat(overwritten.membersNow()).isEqualTo(changed.membersNow());
			assertThat(overwritten.departmentsNow()).isEqualTo(changed.departmentsNow());
		});
	}

	@ParameterizedTest
	@EnumSource(UpdateMode.class)
	void theSamePairGivesTheSamePlan(UpdateMode update) {
		forMany((number) -> assertThat(lines(number, update)).isEqualTo(lines(number, update)));
	}

	private static void assertUnknownStays(Member desired, Member before, Member now) {
		for (String field : RandomDirectories.SCHEMA.names()) {
			if (desired.fields().value(field) == null) {
				assertThat(now.fields().value(field)).as(field).isEqualTo(before.fields().value(field));
			}
		}
		if (desired.placements() == null) {
			assertThat(now.placements()).isEqualTo(before.placements());
		}
	}

	private static List<String> lines(long number, UpdateMode update) {
		return PlanText.lines(Pair.of(number, RandomDirectories::withGaps).plan(ALL, update, true));
	}

	private static void assertSurvivorsUnchanged(Pair pair) {
		pair.members().forEach((ref, before) -> assertThat(pair.membersNow().get(ref)).isIn(null, before));
		pair.departments().forEach((ref, before) -> assertThat(pair.departmentsNow().get(ref)).isIn(null, before));
	}

	/** All combinations in turn. */
	private static Operations operations(long number) {
		return new Operations((number & 1) != 0, (number & 2) != 0, (number & 4) != 0, (number & 8) != 0);
	}

	private static String[] refs(Map<String, ?> entries) {
		return entries.keySet().toArray(String[]::new);
	}

}
