package dev.rollcall.job;

import java.util.List;
import java.util.Objects;

import dev.rollcall.directory.Department;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.ChangeKind;
import dev.rollcall.plan.DepartmentRef;
import dev.rollcall.staging.Ledger;
import dev.rollcall.staging.LedgerEntries;
import dev.rollcall.staging.PlanProgress.Result;
import org.jspecify.annotations.Nullable;

/**
 * Remembers, in the ledger, what departments were last given that the target does not
 * show: their names above all, without which no path leads to them.
 */
final class WrittenDepartments {

	private final long run;

	private final Ledger ledger;

	WrittenDepartments(long run, Ledger ledger) {
		this.run = run;
		this.ledger = ledger;
	}

	/** Takes note of changes that have been carried out, in their order. */
	void remember(List<Result> done, RunDepartments refs) {
		List<Change> changes = this.ledger.isNeeded() ? done.stream()
			.map((result) -> result.change().change())
			.filter((change) -> change.entry() == EntryKind.DEPARTMENT)
			.toList() : List.of();
		if (changes.isEmpty()) {
			return;
		}
		LedgerEntries entries = this.ledger.entries(this.run,
				changes.stream().map((change) -> ref(change, refs)).filter(Objects::nonNull).distinct().toList());
		changes.forEach((change) -> remember(change, ref(change, refs), entries));
		entries.write();
	}

	/** Takes note of a department as soon as it is there. */
	void created(Department after, String ref) {
		if (this.ledger.isNeeded()) {
			LedgerEntries entries = this.ledger.entries(this.run, List.of(ref));
			entries.deleted(ref);
			entries.written(ref, after);
			entries.write();
		}
	}

	private static void remember(Change change, @Nullable String ref, LedgerEntries entries) {
		if (ref == null) {
			return;
		}
		if (change.kind() == ChangeKind.CREATE || change.kind() == ChangeKind.DELETE) {
			// What had the ref before was another one.
			entries.deleted(ref);
		}
		if (change.after() != null) {
			entries.written(ref, change.after());
		}
	}

	/**
	 * How the target addresses a department. One that was to be created and turned out to
	 * be there already has not been written to.
	 */
	private static @Nullable String ref(Change change, RunDepartments refs) {
		if (change.ref() != null || !(change.after() instanceof Department after)) {
			return change.ref();
		}
		String created = refs.ref(DepartmentRef.planned(after.ref()));
		return (created != null && !refs.wasThere(created)) ? created : null;
	}

}
