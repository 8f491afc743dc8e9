package dev.rollcall.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import dev.rollcall.connector.memory.MemoryDirectory;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.DepartmentTree;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Placements;
import dev.rollcall.directory.Userid;

/** What no directory may come to, whatever is done to it: looked for from outside. */
final class DirectoryFaults {

	private final List<String> faults = new ArrayList<>();

	private final Set<String> taken = new HashSet<>();

	private DirectoryFaults() {
	}

	static List<String> of(MemoryDirectory directory) {
		DirectoryFaults found = new DirectoryFaults();
		DepartmentTree tree = new DepartmentTree(directory.departments());
		directory.departments().forEach((department) -> found.inspect(department, tree));
		directory.members().forEach((member) -> found.inspect(member, tree, directory.capabilities().unique()));
		return found.faults;
	}

	private void inspect(Department department, DepartmentTree tree) {
		take("name " + department.name() + " below " + department.parent());
		List<Department> lineage = tree.lineage(department.ref());
		if (lineage.get(lineage.size() - 1).parent() != null) {
			this.faults.add("not below the top: " + department);
		}
	}

	private void inspect(Member member, DepartmentTree tree, List<String> unique) {
		take("userid " + Userid.key(Objects.requireNonNull(member.userid())));
		for (String field : unique) {
			String value = member.fields().value(field);
			if (value != null && !value.isEmpty()) {
				take(field + " " + value.toLowerCase(Locale.ROOT));
			}
		}
		Placements placements = member.placements();
		if (placements == null) {
			return;
		}
		placements.departments()
			.stream()
			.filter((ref) -> tree.find(ref) == null)
			.forEach((ref) -> this.faults.add(member.userid() + " is in a department that is gone: " + ref));
		if (placements.main() != null && placements.in(placements.main()) == null) {
			this.faults.add(member.userid() + " has a main department it is not in: " + placements.main());
		}
	}

	private void take(String value) {
		if (!this.taken.add(value)) {
			this.faults.add("twice: " + value);
		}
	}

}
