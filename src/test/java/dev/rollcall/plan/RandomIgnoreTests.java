package dev.rollcall.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

import dev.rollcall.compare.EntrySelector;
import dev.rollcall.compare.IgnoreRule;
import dev.rollcall.compare.IgnoreRules;
import dev.rollcall.compare.Operation;
import dev.rollcall.connector.memory.MemoryDirectory;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.DepartmentTree;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Placement;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an ignore rule covers is never touched: random rules, of fields × operations ×
 * entries, on random directories.
 */
class RandomIgnoreTests {

	private static final List<String> FIELDS = List.of("name", "position", "mobile", "departments", "main_department",
			"order", "leader", "parent");

	private static final int PAIRS = 500;

	@Test
	void whatARuleCoversStaysAsItWas() {
		for (int number = 0; number < PAIRS; number++) {
			Random random = new Random(number);
			Trial trial = new Trial(rules(random), RandomDirectories.withGaps(random),
					RandomDirectories.withGaps(random));
			try {
				trial.run();
			}
			catch (AssertionError ex) {
				throw new AssertionError("pair " + number + ", " + trial.rules + ": " + ex.getMessage(), ex);
			}
		}
	}

	private static List<IgnoreRule> rules(Random random) {
		List<IgnoreRule> rules = new ArrayList<>();
		for (int i = 0; i <= random.nextInt(2); i++) {
			rules.add(new IgnoreRule(some(FIELDS, random), some(List.of(Operation.values()), random),
					random.nextBoolean() ? EntrySelector.ALL
							: new EntrySelector(some(List.of("U0", "U1", "U2"), random),
									List.copyOf(some(List.of("公司/部0", "公司/部1", "公司/部2/部1"), random)))));
		}
		return rules;
	}

	private static <T> Set<T> some(List<T> all, Random random) {
		Set<T> some = new HashSet<>();
		for (int i = 0; i < random.nextInt(3); i++) {
			some.add(all.get(random.nextInt(all.size())));
		}
		return some;
	}

	/** One plan carried out, with what was there before. */
	private static final class Trial {

		private final List<IgnoreRule> rules;

		private final MemoryDirectory source;

		private final MemoryDirectory target;

		private final DepartmentTree desiredTree;

		private final DepartmentTree existingTree;

		private final Map<String, Member> before = new HashMap<>();

		Trial(List<IgnoreRule> rules, MemoryDirectory source, MemoryDirectory target) {
			this.rules = rules;
			this.source = source;
			this.target = target;
			this.desiredTree = new DepartmentTree(List.copyOf(source.departments()));
			this.existingTree = new DepartmentTree(List.copyOf(target.departments()));
			target.members().forEach((member) -> this.before.put(member.ref(), member));
		}

		void run() {
			PlanRehearsal plan = PlanRehearsal.of(this.source, this.target, new Operations(true, true, true, true),
					UpdateMode.CHANGED, new IgnoreRules(this.rules), true);
			plan.apply();
			this.before.values().forEach(this::assertMember);
			this.existingTree.all().forEach((department) -> assertDepartment(department, plan));
			this.target.members()
				.stream()
				.filter((member) -> !this.before.containsKey(member.ref()))
				.forEach(this::assertCreated);
		}

		private void assertMember(Member held) {
			Member desired = find(this.source.members(), held.ref());
			Member now = find(this.target.members(), held.ref());
			Set<String> paths = paths(held, this.existingTree);
			if (desired == null) {
				if (isIgnored(Operation.DELETE, null, held.ref(), paths)) {
					assertThat(now).as("protected from deletion: %s", held).isNotNull();
				}
				return;
			}
			paths.addAll(paths(desired, this.desiredTree));
			for (String field : FIELDS) {
				if (isIgnored(Operation.UPDATE, field, held.ref(), paths)) {
					assertStays(field, held, now);
				}
			}
		}

		private void assertStays(String field, Member held, Member now) {
			switch (field) {
				case "departments" -> assertThat(departments(now)).as(field).isEqualTo(departments(held));
				case "main_department" -> {
					if (held.placements() != null && held.placements().main() != null
							&& departments(now).contains(held.placements().main())) {
						assertThat(now.placements().main()).as(field).isEqualTo(held.placements().main());
					}
				}
				case "order", "leader" -> assertStanding(field, held, now);
				case "parent" -> {
					// Of departments only.
				}
				default -> assertThat(now.fields().value(field)).as(field).isEqualTo(held.fields().value(field));
			}
		}

		private static void assertStanding(String field, Member held, Member now) {
			for (Placement was : (held.placements() != null) ? held.placements().list() : List.<Placement>of()) {
				Placement is = now.placements().in(was.department());
				if (is != null) {
					assertThat(field.equals("order") ? is.order() : is.leader()).as(field)
						.isEqualTo(field.equals("order") ? was.order() : was.leader());
				}
			}
		}

		private void assertCreated(Member created) {
			Member desired = Objects.requireNonNull(find(this.source.members(), created.ref()));
			Set<String> paths = paths(desired, this.desiredTree);
			for (String field : List.of("name", "position", "mobile")) {
				if (isIgnored(Operation.CREATE, field, created.ref(), paths)) {
					assertThat(created.fields().value(field)).as("created with %s", field).isIn("", null);
				}
			}
			for (Placement placement : created.placements().list()) {
				if (isIgnored(Operation.CREATE, "order", created.ref(), paths)) {
					assertThat(placement.order()).as("created with order").isNull();
				}
				if (isIgnored(Operation.CREATE, "leader", created.ref(), paths)) {
					assertThat(placement.leader()).as("created with leader").isNull();
				}
			}
			if (isIgnored(Operation.CREATE, "main_department", created.ref(), paths)) {
				assertThat(created.placements().main()).as("created with main department").isNull();
			}
			assertThat(isIgnored(Operation.CREATE, null, created.ref(), paths)).as("created: %s", created).isFalse();
		}

		private void assertDepartment(Department held, PlanRehearsal plan) {
			String path = this.existingTree.path(held.ref());
			Department now = this.target.departments()
				.stream()
				.filter((department) -> department.ref().equals(held.ref()))
				.findFirst()
				.orElse(null);
			if (isIgnored(Operation.DELETE, null, null, Set.of(path))) {
				assertThat(now).as("protected from deletion: %s", path).isNotNull();
			}
			if (now != null && isIgnored(Operation.UPDATE, "parent", null, Set.of(path))) {
				assertThat(now.parent()).as("parent of %s", path).isEqualTo(held.parent());
			}
			if (now != null && isIgnored(Operation.UPDATE, "name", null, Set.of(path))) {
				assertThat(now.name()).as("name of %s: %s", path, PlanText.lines(plan)).isEqualTo(held.name());
			}
		}

		/**
		 * Whether some rule covers a field of an entry.
		 * @param field null for the entry as a whole
		 */
		private boolean isIgnored(Operation operation, String field, String userid, Set<String> paths) {
			for (IgnoreRule rule : this.rules) {
				boolean operations = rule.operations().isEmpty() || rule.operations().contains(operation);
				boolean fields = rule.fields().isEmpty() || (field != null && rule.fields().contains(field));
				boolean everybody = rule.entries().members().isEmpty() && rule.entries().departments().isEmpty();
				boolean member = userid != null && rule.entries().members().contains(userid);
				boolean inside = rule.entries()
					.departments()
					.stream()
					.anyMatch((department) -> paths.stream()
						.anyMatch((path) -> (path + "/").startsWith(department + "/")));
				if (operations && fields && (everybody || member || inside)) {
					return true;
				}
			}
			return false;
		}

		private static Set<String> departments(Member member) {
			return (member.placements() != null) ? Set.copyOf(member.placements().departments()) : Set.of();
		}

		private static Set<String> paths(Member member, DepartmentTree tree) {
			Set<String> paths = new HashSet<>();
			departments(member).forEach((ref) -> paths.add(tree.path(ref)));
			return paths;
		}

		private static Member find(Collection<Member> members, String ref) {
			return members.stream().filter((member) -> member.ref().equals(ref)).findFirst().orElse(null);
		}

	}

}
