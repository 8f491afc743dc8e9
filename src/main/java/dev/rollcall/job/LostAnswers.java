package dev.rollcall.job;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import dev.rollcall.connector.Target;
import dev.rollcall.directory.Entry;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.plan.Achieved;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.ChangeKind;
import dev.rollcall.plan.DepartmentRef;
import dev.rollcall.staging.ChangeState;
import dev.rollcall.staging.PlanProgress.Result;
import dev.rollcall.staging.PlannedChange;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which changes a target has carried out although its answer was lost, so that
 * only the others are sent again. Sending an update twice does no harm; taking one for
 * done that is not would lose it.
 */
final class LostAnswers {

	private final Target target;

	private final RunDepartments departments;

	private final Supplier<Set<String>> departmentsBefore;

	/** The entry that a change is about. */
	private record Subject(EntryKind kind, String ref) {

		static @Nullable Subject of(PlannedChange planned) {
			Change change = planned.change();
			return (change.ref() != null) ? new Subject(change.entry(), change.ref()) : null;
		}

	}

	/**
	 * Looks into a target.
	 * @param departmentsBefore gives the refs of the departments that were there before
	 * anything was sent
	 */
	LostAnswers(Target target, RunDepartments departments, Supplier<Set<String>> departmentsBefore) {
		this.target = target;
		this.departments = departments;
		this.departmentsBefore = departmentsBefore;
	}

	/** Those of some changes, in their order, that have been carried out. */
	List<Result> carriedOut(List<PlannedChange> sent) {
		@Nullable String[] created = new String[sent.size()];
		boolean[] done = lookedUp(sent.stream().map(PlannedChange::change).toList(), created);
		// An entry that is parked does not look so any more once the rest is done, too.
		Set<Subject> settled = new HashSet<>();
		for (int i = done.length - 1; i >= 0; i--) {
			Subject subject = Subject.of(sent.get(i));
			if (subject != null && done[i]) {
				settled.add(subject);
			}
			done[i] |= subject != null && settled.contains(subject);
		}
		List<Result> carriedOut = new ArrayList<>();
		for (int i = 0; i < done.length; i++) {
			if (done[i]) {
				carriedOut.add(new Result(sent.get(i), ChangeState.DONE, null, created[i]));
			}
		}
		return carriedOut;
	}

	/**
	 * Looks changes up.
	 * @param created takes how members are addressed that have been created, where that
	 * is not their userid
	 */
	private boolean[] lookedUp(List<Change> sent, @Nullable String[] created) {
		boolean[] done = new boolean[sent.size()];
		Generations.forEach(sent, (places) -> {
			Lookups<Integer> lookups = new Lookups<>((some) -> {
				List<@Nullable Entry> found = this.target.find(some.stream().map(sent::get).toList(), this.departments);
				for (int i = 0; i < some.size(); i++) {
					int place = some.get(i);
					done[place] = isCarriedOut(sent.get(place), found.get(i));
					created[place] = done[place] ? created(sent.get(place), found.get(i)) : null;
				}
			});
			places.forEach(lookups::add);
			lookups.flush();
		});
		return done;
	}

	private @Nullable String created(Change change, @Nullable Entry now) {
		boolean bare = this.target.capabilities().accounts() != null;
		return (bare && change.kind() == ChangeKind.CREATE && now != null) ? now.ref() : null;
	}

	private boolean isCarriedOut(Change change, @Nullable Entry now) {
		if (!Achieved.by(change, now, this.departments::settled)) {
			return false;
		}
		boolean created = change.kind() == ChangeKind.CREATE && change.entry() == EntryKind.DEPARTMENT;
		if (created && now != null && change.after() != null) {
			if (this.departmentsBefore.get().contains(now.ref())) {
				// It has the name that it gives up in this very plan.
				return false;
			}
			this.departments.created(DepartmentRef.planned(change.after().ref()), now.ref());
		}
		return true;
	}

}
