package dev.rollcall.plan;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

import dev.rollcall.compare.DepartmentMatch;
import dev.rollcall.compare.DepartmentMatching;
import dev.rollcall.compare.MemberComparison;
import dev.rollcall.directory.Department;
import org.jspecify.annotations.Nullable;

/**
 * How a plan calls the departments of both sides: one that the target has by the target's
 * ref, one that is to be created by the source's. A department of the source that is
 * neither has no name, and nobody is placed there.
 */
public final class PlannedDepartments implements MemberComparison.Departments {

	private final DepartmentMatching matching;

	private final boolean kept;

	private final Map<String, String> desired = new HashMap<>();

	private final Map<String, String> existing = new HashMap<>();

	/**
	 * Names all departments.
	 * @param kept whether the target has departments at all
	 * @param created whether an unmatched department of the source may be created
	 */
	PlannedDepartments(DepartmentMatching matching, boolean kept, Predicate<Department> created) {
		this.matching = matching;
		this.kept = kept;
		for (Department department : matching.target().all()) {
			this.existing.put(department.ref(), DepartmentRef.existing(department.ref()));
		}
		for (Department department : matching.source().all()) {
			name(department, created);
		}
	}

	@Override
	public boolean areKept() {
		return this.kept;
	}

	@Override
	public @Nullable String desired(String ref) {
		return this.desired.get(ref);
	}

	@Override
	public String existing(String ref) {
		return this.existing.computeIfAbsent(ref, DepartmentRef::existing);
	}

	@Override
	public String desiredPath(String ref) {
		return this.matching.source().path(ref);
	}

	@Override
	public String existingPath(String ref) {
		return this.matching.target().path(ref);
	}

	boolean isPlanned(String ref) {
		String name = this.desired.get(ref);
		return name != null && DepartmentRef.isPlanned(name);
	}

	/** All departments that the plan can name, with their paths as they will be. */
	public Map<String, String> paths() {
		Map<String, String> paths = new HashMap<>();
		this.existing.forEach((ref, name) -> paths.put(name, existingPath(ref)));
		this.desired.forEach((ref, name) -> paths.put(name, desiredPath(ref)));
		return paths;
	}

	private void name(Department department, Predicate<Department> created) {
		DepartmentMatch match = this.matching.ofSource(department.ref());
		if (match != null) {
			this.desired.put(department.ref(), existing(match.existing().ref()));
		}
		else if (!this.matching.isContestedInSource(department.ref()) && created.test(department)
				&& hasNamedParent(department)) {
			this.desired.put(department.ref(), DepartmentRef.planned(department.ref()));
		}
	}

	private boolean hasNamedParent(Department department) {
		return department.parent() == null || this.desired.containsKey(department.parent());
	}

}
