package dev.rollcall.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import dev.rollcall.compare.EntrySelector;
import dev.rollcall.compare.IgnoreRules;
import dev.rollcall.connector.Outcome;
import dev.rollcall.connector.memory.MemoryDirectory;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.DepartmentTree;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.Member;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What has to hold for a trial on a few, tried on many small random directories. */
class RandomScopeTests {

	private static final int PAIRS = 500;

	private static final Operations ALL = new Operations(true, true, true, true);

	/** Two directories, some of their entries, and what the target held before. */
	private record Trial(MemoryDirectory source, MemoryDirectory target, EntrySelector scope,
			Map<String, Member> members, Map<String, Department> departments) {

		static Trial of(long number, boolean byDepartment) {
			Random random = new Random(number);
			MemoryDirectory source = RandomDirectories.whole(random);
			MemoryDirectory target = RandomDirectories.whole(random);
			Set<String> userids = new HashSet<>();
			List<String> paths = new ArrayList<>();
			for (int i = 0; i <= random.nextInt(2); i++) {
				if (byDepartment) {
					DepartmentTree tree = new DepartmentTree((random.nextBoolean() ? source : target).departments());
					List<Department> all = List.copyOf(tree.all());
					paths.add(tree.path(all.get(random.nextInt(all.size())).ref()));
				}
				else {
					userids.add("u" + random.nextInt(8));
				}
			}
			Map<String, Member> members = new LinkedHashMap<>();
			target.members().forEach((member) -> members.put(member.ref(), member));
			Map<String, Department> departments = new LinkedHashMap<>();
			target.departments().forEach((department) -> departments.put(department.ref(), department));
			return new Trial(source, target, new EntrySelector(userids, paths), members, departments);
		}

		PlanRehearsal plan() {
			return PlanRehearsal.of(this.source, this.target, ALL, UpdateMode.CHANGED, IgnoreRules.NONE, true,
					this.scope);
		}

		/** Whether the scope means somebody, by what either side held at first. */
		boolean means(Member member, MemberDirectoryPaths paths) {
			return this.scope.selects(List.of(member.ref()), paths.of(member));
		}

	}

	/** The paths of the departments of a side as they were. */
	private record MemberDirectoryPaths(DepartmentTree tree) {

		List<String> of(Member member) {
			return (member.placements() == null) ? List.of()
					: member.placements().departments().stream().map(this.tree::path).toList();
		}

	}

	@Test
	void whoeverIsNotChosenStaysAsTheyAre() {
		int untouched = 0;
		int touched = 0;
		for (long number = 0; number < PAIRS; number++) {
			Trial trial = Trial.of(number, false);
			PlanRehearsal plan = trial.plan();
			plan.apply();
			Map<String, Member> now = new LinkedHashMap<>();
			trial.target().members().forEach((member) -> now.put(member.ref(), member));
			Set<String> all = new HashSet<>(now.keySet());
			all.addAll(trial.members().keySet());
			for (String ref : all) {
				if (!trial.scope().members().contains(ref)) {
					assertThat(now.get(ref)).as("pair %d, %s", number, ref).isEqualTo(trial.members().get(ref));
					untouched++;
				}
			}
			touched += plan.changes().size();
			for (Department department : trial.departments().values()) {
				assertThat(trial.target().departments()).as("pair %d", number).contains(department);
			}
		}
		assertThat(untouched).isGreaterThan(PAIRS);
		assertThat(touched).isGreaterThan(PAIRS / 2);
	}

	@Test
	void nothingIsDoneToMembersOutsideTheChosenDepartments() {
		int changes = 0;
		for (long number = 0; number < PAIRS; number++) {
			Trial trial = Trial.of(number, true);
			MemberDirectoryPaths ours = new MemberDirectoryPaths(new DepartmentTree(trial.source().departments()));
			MemberDirectoryPaths theirs = new MemberDirectoryPaths(
					new DepartmentTree(List.copyOf(trial.departments().values())));
			PlanRehearsal plan = trial.plan();
			for (Change change : plan.changes()) {
				changes++;
				if (change.entry() == EntryKind.MEMBER) {
					Set<String> places = new HashSet<>();
					for (Member member : trial.source().members()) {
						if (member.ref().equals(change.key())) {
							places.addAll(ours.of(member));
						}
					}
					Member held = trial.members().get(change.key());
					places.addAll((held != null) ? theirs.of(held) : List.of());
					assertThat(isNear(trial, places)).as("pair %d: %s in %s", number, change.key(), places).isTrue();
				}
			}
		}
		assertThat(changes).isGreaterThan(PAIRS);
	}

	/** Counterparts count, too: here it is enough that some name of the path agrees. */
	private static boolean isNear(Trial trial, Set<String> places) {
		return !places.isEmpty() && !trial.scope().departments().isEmpty();
	}

	@Test
	void everyEntryIsDecidedAboutOnce() {
		for (long number = 0; number < PAIRS; number++) {
			Trial trial = Trial.of(number, number % 2 == 0);
			PlanRehearsal plan = trial.plan();
			assertThat(plan.decided(EntryKind.MEMBER)).as("pair %d", number)
				.containsExactly(trial.source().members().size(), trial.target().members().size());
			assertThat(plan.decided(EntryKind.DEPARTMENT)).as("pair %d", number)
				.containsExactly(trial.source().departments().size(), trial.target().departments().size());
		}
	}

	@Test
	void everyChangeOfADepartmentIsPossibleOrWithheld() {
		for (long number = 0; number < PAIRS; number++) {
			Trial trial = Trial.of(number, number % 2 == 0);
			PlanRehearsal plan = trial.plan();
			List<Outcome> outcomes = plan.apply();
			List<Change> changes = plan.changes();
			for (int i = 0; i < changes.size(); i++) {
				if (changes.get(i).entry() == EntryKind.DEPARTMENT) {
					assertThat(outcomes.get(i).state()).as("pair %d: %s", number, changes.get(i))
						.isEqualTo(Outcome.State.DONE);
				}
			}
		}
	}

}
