package dev.rollcall.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongConsumer;

import dev.rollcall.compare.DepartmentKey;
import dev.rollcall.compare.IgnoreRules;
import dev.rollcall.compare.MemberKey;
import dev.rollcall.connector.Outcome;
import dev.rollcall.connector.memory.MemoryDirectory;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.DepartmentTree;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Userid;
import dev.rollcall.plan.PlanRehearsal.Rules;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Small random directories, of which the target links some of its members by userid and
 * some not yet: nobody who is linked is linked to another one, and all else is as with
 * any target.
 */
class RandomLinkTests {

	private static final int PAIRS = 600;

	private static final Rules RULES = new Rules(List.of(MemberKey.USERID, MemberKey.MOBILE, MemberKey.NAME),
			List.of(DepartmentKey.ID, DepartmentKey.PATH), new Operations(true, true, true, true), UpdateMode.CHANGED,
			IgnoreRules.NONE, true);

	/** A plan for a target, and what that held before. */
	private record Trial(MemoryDirectory source, MemoryDirectory target, Map<String, Member> before,
			PlanRehearsal plan) {

		static Trial of(long number) {
			Random random = new Random(number);
			MemoryDirectory source = RandomDirectories.whole(random);
			MemoryDirectory target = linked(RandomDirectories.whole(random), random);
			Map<String, Member> before = new HashMap<>();
			target.members().forEach((member) -> before.put(member.ref(), member));
			return new Trial(source, target, before, PlanRehearsal.of(source, target, RULES));
		}

	}

	@Test
	void nobodyWhoIsLinkedIsLinkedToSomebodyElse() {
		forMany((number) -> {
			Trial trial = Trial.of(number);
			trial.plan().apply();
			for (Member now : trial.target().members()) {
				Member before = trial.before().get(now.ref());
				if (before != null && before.userid() != null) {
					assertThat(now.userid()).isEqualToIgnoringCase(before.userid());
				}
			}
		});
	}

	@Test
	void whoeverIsPairedIsLinkedWhenThePlanIsDone() {
		int[] written = { 0 };
		forMany((number) -> {
			Trial trial = Trial.of(number);
			Map<Member, Member> pairs = trial.plan().matched().pairs();
			if (!trial.plan().apply().stream().allMatch((outcome) -> outcome.state() == Outcome.State.DONE)) {
				// Somebody in conflict keeps a mobile that another one was to get.
				return;
			}
			Map<String, Member> now = new HashMap<>();
			trial.target().members().forEach((member) -> now.put(member.ref(), member));
			pairs.forEach((existing, desired) -> {
				if (existing.userid() == null) {
					assertThat(now.get(existing.ref()).userid()).isEqualTo(desired.userid());
					written[0]++;
				}
			});
		});
		assertThat(written[0]).isGreaterThan(PAIRS);
	}

	@Test
	void appliedOnceThereIsNothingLeftToDo() {
		int[] settled = { 0 };
		forMany((number) -> {
			Trial trial = Trial.of(number);
			boolean done = trial.plan().apply().stream().allMatch((outcome) -> outcome.state() == Outcome.State.DONE);
			if (done && trial.plan().remarks().isEmpty() && trial.plan().withheld().isEmpty()) {
				settled[0]++;
				assertThat(PlanRehearsal.of(trial.source(), trial.target(), RULES).changes()).isEmpty();
			}
		});
		assertThat(settled[0]).isGreaterThan(PAIRS / 10);
	}

	@Test
	void anUndoRestoresWhoWasLinkedToWhomAndItsUndoDoesItAgain() {
		forMany((number) -> {
			Trial trial = Trial.of(number);
			List<String> before = lines(trial.target());
			UndoRehearsal run = UndoRehearsal.first(trial.plan(), trial.target(), Integer.MAX_VALUE);
			List<String> after = lines(trial.target());
			UndoRehearsal undo = run.undo().apply();
			assertThat(undo.withheld()).isEmpty();
			assertThat(lines(trial.target())).isEqualTo(before);
			undo.undo().apply();
			assertThat(lines(trial.target())).isEqualTo(after);
		});
	}

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

	/** The same directory where userids are links, some of which are missing. */
	private static MemoryDirectory linked(MemoryDirectory plain, Random random) {
		MemoryDirectory target = MemoryDirectory.linking("any", RandomDirectories.SCHEMA, "mobile");
		for (Department department : plain.departments()) {
			target.put(department.parent(), department.name(), department.id());
		}
		for (Member member : plain.members()) {
			target.put(new Member("of " + Userid.key(member.userid()), random.nextBoolean() ? member.userid() : null,
					null, member.fields(), member.placements(), null));
		}
		return target;
	}

	/** All that a directory holds, whatever its refs. */
	private static List<String> lines(MemoryDirectory directory) {
		DepartmentTree tree = new DepartmentTree(directory.departments());
		List<String> lines = new ArrayList<>();
		tree.all().forEach((department) -> lines.add(tree.path(department.ref()) + " " + department.id()));
		for (Member member : directory.members()) {
			List<String> places = member.placements()
				.list()
				.stream()
				.map((place) -> tree.path(place.department()) + " " + place.order() + " " + place.leader())
				.sorted()
				.toList();
			lines.add(member.userid() + " " + member.fields().known() + " in " + places + ", mainly "
					+ tree.path(String.valueOf(member.placements().main())));
		}
		lines.sort(null);
		return lines;
	}

}
