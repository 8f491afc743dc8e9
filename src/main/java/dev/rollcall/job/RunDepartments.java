package dev.rollcall.job;

import java.util.Map;

import dev.rollcall.connector.DepartmentDirectory;
import dev.rollcall.plan.DepartmentRef;
import dev.rollcall.staging.CreatedDepartments;
import org.jspecify.annotations.Nullable;

/** What the departments of a run's plan are called in its target. */
final class RunDepartments implements DepartmentDirectory {

	private final long run;

	private final CreatedDepartments store;

	private final Map<String, String> created;

	RunDepartments(long run, CreatedDepartments store) {
		this.run = run;
		this.store = store;
		this.created = store.find(run);
	}

	@Override
	public @Nullable String ref(String department) {
		return DepartmentRef.isPlanned(department) ? this.created.get(department) : DepartmentRef.ref(department);
	}

	@Override
	public void created(String department, String ref) {
		if (this.created.putIfAbsent(department, ref) == null) {
			this.store.add(this.run, department, ref);
		}
	}

	/** The name of the existing department that a planned one has become. */
	String settled(String department) {
		String ref = ref(department);
		return (ref != null) ? DepartmentRef.existing(ref) : department;
	}

}
