package dev.rollcall.connector.tencentcam.rules;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.rollcall.connector.SettingsException;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.DepartmentName;
import dev.rollcall.directory.DepartmentTree;
import dev.rollcall.directory.Message;

/**
 * Finds the departments that a job names: by path, with or without the department at the
 * top, by id, or by a name that only one has.
 *
 * <p>
 * A key that begins with a slash is a path from the top and nothing else. Of any other, a
 * path from the top that fits goes before a path below the top; otherwise whatever fits
 * counts, and it must be one.
 */
final class DepartmentKeys {

	private static final int EXAMPLES = 3;

	private final DepartmentTree tree;

	DepartmentKeys(DepartmentTree tree) {
		this.tree = tree;
	}

	/**
	 * The department of a key.
	 * @param setting where the key stands in the job file
	 * @throws SettingsException when there is none, or more than one
	 */
	Department find(String setting, String key) {
		List<Department> found = candidates(key.strip());
		if (found.size() == 1) {
			return found.get(0);
		}
		if (found.isEmpty()) {
			throw new SettingsException(Message.of("tencentcam.department.none", setting, key, hint(key)));
		}
		throw new SettingsException(
				Message.of("tencentcam.department.several", setting, key, found.size(), examples(found)));
	}

	private List<Department> candidates(String key) {
		if (key.startsWith(DepartmentName.SEPARATOR)) {
			return where((department) -> path(department).equals(key.substring(1)));
		}
		if (!key.contains(DepartmentName.SEPARATOR)) {
			return where((department) -> key.equals(department.id()) || key.equals(name(department)));
		}
		List<Department> whole = where((department) -> path(department).equals(key) || key.equals(department.id()));
		return whole.isEmpty()
				? where((department) -> key.equals(belowTop(department)) || key.equals(name(department))) : whole;
	}

	private List<Department> where(Predicate<Department> fits) {
		return this.tree.all().stream().filter(fits).toList();
	}

	private String path(Department department) {
		return this.tree.path(department.ref());
	}

	/** Its own, which may have a slash in it, or the one that another side has told. */
	private String name(Department department) {
		if (!department.name().isEmpty()) {
			return department.name();
		}
		String path = path(department);
		return path.substring(path.lastIndexOf(DepartmentName.SEPARATOR) + 1);
	}

	private String belowTop(Department department) {
		String path = path(department);
		int top = path.indexOf(DepartmentName.SEPARATOR);
		return (top < 0) ? "" : path.substring(top + 1);
	}

	/** What may have been meant, best first; else how departments can be named at all. */
	private String hint(String key) {
		String wanted = key.substring(key.lastIndexOf(DepartmentName.SEPARATOR) + 1).strip();
		List<Department> near = this.tree.parentsFirst()
			.stream()
			.filter((department) -> Likeness.isLike(wanted, name(department)))
			.sorted(Comparator.comparingInt((department) -> Likeness.distance(wanted, name(department))))
			.toList();
		return examples(near.isEmpty() ? this.tree.parentsFirst() : near);
	}

	private String examples(Collection<Department> departments) {
		Stream<String> shown = departments.stream()
			.limit(EXAMPLES)
			.map((department) -> path(department) + ((department.id() != null) ? " (" + department.id() + ")" : ""));
		return shown.collect(Collectors.joining(", ")) + ((departments.size() > EXAMPLES) ? ", …" : "");
	}

}
