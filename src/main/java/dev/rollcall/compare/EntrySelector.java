package dev.rollcall.compare;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.rollcall.directory.DepartmentName;
import dev.rollcall.directory.Userid;

/**
 * Some entries: members by userid, and departments by path with everyone and everything
 * below them. Naming nothing means all entries.
 *
 * @param members userids in any case
 * @param departments paths
 */
public record EntrySelector(Set<String> members, List<String> departments) {

	public static final EntrySelector ALL = new EntrySelector(Set.of(), List.of());

	public EntrySelector {
		members = members.stream().map(Userid::key).collect(Collectors.toUnmodifiableSet());
		departments = List.copyOf(departments);
	}

	public boolean selectsAll() {
		return this.members.isEmpty() && this.departments.isEmpty();
	}

	/**
	 * Whether an entry is meant.
	 * @param userids a member's userids, none for a department
	 * @param paths the paths of the department, or of the member's departments
	 */
	public boolean selects(Collection<String> userids, Collection<String> paths) {
		return selectsAll() || userids.stream().map(Userid::key).anyMatch(this.members::contains)
				|| paths.stream().anyMatch(this::isInside);
	}

	private boolean isInside(String path) {
		return this.departments.stream()
			.anyMatch(
					(department) -> path.equals(department) || path.startsWith(department + DepartmentName.SEPARATOR));
	}

}
