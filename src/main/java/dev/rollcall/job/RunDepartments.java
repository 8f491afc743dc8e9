package dev.rollcall.job;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

import dev.rollcall.connector.DepartmentDirectory;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.ChangeKind;
import dev.rollcall.plan.DepartmentRef;
import dev.rollcall.staging.CreatedDepartments;
import dev.rollcall.staging.PlannedChange;
import org.jspecify.annotations.Nullable;

/** What the departments of a run's plan are called in its target. */
final class RunDepartments implements DepartmentDirectory {

	private final long run;

	private final CreatedDepartments store;

	private final Supplier<Set<String>> before;

	private final Consumer<Runnable> transaction;

	private final Map<String, String> created;

	/** Planned departments whose creation may have been carried out. */
	private final Set<String> doubtful = new HashSet<>();

	private @Nullable Set<String> there;

	/** For those who look departments up and create none. */
	RunDepartments(long run, CreatedDepartments store) {
		this(run, store, Set::of, Runnable::run);
	}

	/**
	 * What departments are called that are being created.
	 * @param before gives the refs of those that were there before
	 * @param transaction in which it is kept what a department is called. Where the
	 * target does not wait for our own transaction, neither may this: after a crash it
	 * has the department, and need not say what it is called
	 */
	RunDepartments(long run, CreatedDepartments store, Supplier<Set<String>> before, Consumer<Runnable> transaction) {
		this.run = run;
		this.store = store;
		this.before = before;
		this.transaction = transaction;
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
			this.transaction.accept(() -> this.store.put(this.run, department, ref));
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
		for (PlannedChange planned : sent) {
			Change change = planned.change();
			if (change.entry() == EntryKind.DEPARTMENT && change.kind() == ChangeKind.CREATE) {
				this.doubtful.add(DepartmentRef.planned(Objects.requireNonNull(change.after()).ref()));
			}
		}
	}

	/** The name of the existing department that a planned one has become. */
	String settled(String department) {
		String ref = ref(department);
		return (ref != null) ? DepartmentRef.existing(ref) : department;
	}

}
