package dev.rollcall.job;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

import dev.rollcall.connector.DepartmentDirectory;
import dev.rollcall.directory.Department;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.ChangeKind;
import dev.rollcall.plan.DepartmentRef;
import dev.rollcall.staging.CreatedDepartments;
import dev.rollcall.staging.PlannedChange;
import org.jspecify.annotations.Nullable;

/** What the departments of a run's plan are called in its target. */
final class RunDepartments implements DepartmentDirectory {

	private final Supplier<Set<String>> before;

	private final Keeping keeping;

	private final Map<String, String> created;

	/** Planned departments whose creation may have been carried out. */
	private final Set<String> doubtful = new HashSet<>();

	private @Nullable Set<String> there;

	/** Keeps for good what a department is called. */
	@FunctionalInterface
	interface Keeping {

		/**
		 * A department has been created.
		 * @param department a planned department
		 * @param ref what the target calls it
		 */
		void created(String department, String ref);

	}

	/** For those who look departments up and create none. */
	RunDepartments(long run, CreatedDepartments store) {
		this(run, store, Set::of, (department, ref) -> store.put(run, department, ref));
	}

	/**
	 * What departments are called that are being created.
	 * @param before gives the refs of those that were there before
	 * @param keeping keeps what is created
	 */
	RunDepartments(long run, CreatedDepartments store, Supplier<Set<String>> before, Keeping keeping) {
		this.before = before;
		this.keeping = keeping;
		this.created = store.find(run);
	}

	@Override
	public @Nullable String ref(String department) {
		return DepartmentRef.isPlanned(department) ? this.created.get(department) : DepartmentRef.ref(department);
	}

	@Override
	public boolean mayBeOurs(String department, String ref) {
		return this.doubtful.contains(department) && !this.created.containsValue(ref) && !wasThere(ref);
	}

	@Override
	public void created(String department, String ref) {
		if (!ref.equals(this.created.get(department))) {
			this.keeping.created(department, ref);
			this.created.put(department, ref);
		}
	}

	/** Whether a department was there before anything was sent. */
	boolean wasThere(String ref) {
		if (this.there == null) {
			this.there = this.before.get();
		}
		return this.there.contains(ref);
	}

	/** Takes note of changes that have been sent and were not found in the target. */
	void doubt(List<PlannedChange> sent) {
		sent.stream().map((planned) -> planned(planned.change())).filter(Objects::nonNull).forEach(this.doubtful::add);
	}

	/** Which department a change creates, null if it does not create any. */
	static @Nullable String planned(Change change) {
		return (change.kind() == ChangeKind.CREATE && change.after() instanceof Department after)
				? DepartmentRef.planned(after.ref()) : null;
	}

	/** The name of the existing department that a planned one has become. */
	String settled(String department) {
		String ref = ref(department);
		return (ref != null) ? DepartmentRef.existing(ref) : department;
	}

}
