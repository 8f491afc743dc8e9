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

		/** One whose sides have the same departments, so that a path says it all. */
		static Trial ofSameDepartments(long number) {
			Random random = new Random(number);
			MemoryDirectory source = RandomDirectories.whole(random);
			MemoryDirectory others = RandomDirectories.whole(random);
			MemoryDirectory target = MemoryDirectory.plain("same", RandomDirectories.SCHEMA, "mobile");
			source.departments().forEach((each) -> target.put(each.parent(), each.name(), each.id()));
			int count = target.departments().size();
			others.members()
				.stream()
				.filter((member) -> member.placements()
					.departments()
					.stream()
					.allMatch((ref) -> Integer.parseInt(ref) <= count))
				.forEach(target::put);
			DepartmentTree tree = new DepartmentTree(source.departments());
			String path = tree.path(Integer.toString(1 + random.nextInt(count)));
			Map<String, Member> members = new LinkedHashMap<>();
			target.members().forEach((member) -> members.put(member.ref(), member));
			return new Trial(source, target, new EntrySelector(Set.of(), List.of(path)), members, Map.of());
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
	void nothingIsDoneToMembersOutsideTheChosenDepartmentsAndEverythingToThoseInside() {
		int inside = 0;
		int outside = 0;
		for (long number = 0; number < PAIRS; number++) {
			Trial trial = Trial.ofSameDepartments(number);
			DepartmentTree tree = new DepartmentTree(trial.source().departments());
			Map<String, Set<String>> places = new LinkedHashMap<>();
			for (MemoryDirectory side : List.of(trial.source(), trial.target())) {
				side.members()
					.forEach((member) -> member.placements()
						.departments()
						.forEach((ref) -> places.computeIfAbsent(member.ref(), (any) -> new HashSet<>())
							.add(tree.path(ref))));
			}
			Set<String> meant = new HashSet<>(places.keySet());
			meant.removeIf((ref) -> places.get(ref).stream().noneMatch((path) -> isInside(path, trial.scope())));
			List<Change> all = PlanRehearsal
				.of(trial.source(), trial.target(), ALL, UpdateMode.CHANGED, IgnoreRules.NONE, true)
				.changes();
			assertThat(members(trial.plan().changes())).as("pair %d", number)
				.isEqualTo(members(all).stream().filter(meant::contains).toList());
			inside += meant.size();
			outside += places.size() - meant.size();
		}
		assertThat(inside).isGreaterThan(PAIRS);
		assertThat(outside).isGreaterThan(PAIRS);
	}

	private static boolean isInside(String path, EntrySelector scope) {
		String chosen = scope.departments().get(0);
		return (path + "/").startsWith(chosen + "/");
	}

	/** Whom changes are about, each once. */
	private static List<String> members(List<Change> changes) {
		return changes.stream()
			.filter((change) -> change.entry() == EntryKind.MEMBER)
			.map(Change::key)
			.distinct()
			.sorted()
			.toList();
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
	void departmentsCanBeCreatedRenamedAndMovedInTheOrderOfThePlan() {
		for (long number = 0; number < PAIRS; number++) {
			Trial trial = Trial.of(number, number % 2 == 0);
			PlanRehearsal plan = trial.plan();
			List<Outcome> outcomes = plan.apply();
			List<Change> changes = plan.changes();
			for (int i = 0; i < changes.size(); i++) {
				if (changes.get(i).entry() == EntryKind.DEPARTMENT && changes.get(i).kind() != ChangeKind.DELETE) {
					assertThat(outcomes.get(i).state()).as("pair %d: %s", number, changes.get(i))
						.isEqualTo(Outcome.State.DONE);
				}
			}
		}
	}

}
