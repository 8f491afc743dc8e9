package dev.rollcall.plan;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.rollcall.connector.memory.MemoryDirectory;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.DepartmentTree;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import dev.rollcall.directory.Userid;

/**
 * What a directory holds at one moment, to be compared with another.
 *
 * @param members by ref, with the fields that a target has from the beginning
 * @param departments by ref
 */
public record DirectoryState(Map<String, Member> members, Map<String, Department> departments) {

	public static DirectoryState of(MemoryDirectory directory) {
		Map<String, Member> members = new TreeMap<>();
		directory.members().forEach((member) -> members.put(member.ref(), comparable(member)));
		Map<String, Department> departments = new TreeMap<>();
		directory.departments().forEach((department) -> departments.put(department.ref(), department));
		return new DirectoryState(members, departments);
	}

	/** The ref of a member to whom changes may have given another userid. */
	public static String refNow(String before, List<Change> applied) {
		String ref = before;
		for (Change change : applied) {
			if (ref.equals(change.ref()) && change.after() instanceof Member after && after.userid() != null) {
				ref = Userid.key(after.userid());
			}
		}
		return ref;
	}

	/**
	 * What the directory holds in words that do not tell by which way it has come there:
	 * refs of departments do.
	 */
	public static List<String> inWords(MemoryDirectory directory) {
		DepartmentTree tree = new DepartmentTree(directory.departments());
		MemoryDirectory named = MemoryDirectory.plain("named", directory.memberSchema());
		tree.parentsFirst().forEach((department) -> named.put(null, tree.path(department.ref()), department.id()));
		directory.members()
			.forEach(
					(member) -> named.put(new Member(member.ref(), member.userid(), null, member.fields(),
							(member.placements() != null)
									? sorted(member.placements().map((ref) -> ref(named, tree.path(ref)))) : null,
							null)));
		return RandomCompany.lines(named).stream().map((line) -> line.replaceAll(" \\w+=(?= |$)", "")).toList();
	}

	private static Placements sorted(Placements placements) {
		return new Placements(placements.list().stream().sorted(Comparator.comparing(Placement::department)).toList(),
				placements.main());
	}

	private static String ref(MemoryDirectory named, String path) {
		return named.departments()
			.stream()
			.filter((department) -> department.name().equals(path))
			.map(Department::ref)
			.findFirst()
			.orElseThrow();
	}

	private static Member comparable(Member member) {
		return new Member(member.ref(), member.userid(), null, member.fields().in(RandomCompany.SCHEMA),
				member.placements(), null);
	}

}
