package dev.rollcall.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import dev.rollcall.directory.Department;
import dev.rollcall.directory.DepartmentTree;
import dev.rollcall.plan.DepartmentPlaces.Place;
import org.jspecify.annotations.Nullable;

/**
 * Orders the creations, renames and moves of departments so that each is possible when
 * its turn comes: the parent is there, and no sibling has the name. A department that
 * stands in another's way, because both swap names or because it is going to be deleted,
 * is first given a name that nobody has.
 */
final class DepartmentOrder {

	private final DepartmentTree target;

	private final Set<String> doomed;

	private final List<Change> impossible = new ArrayList<>();

	/**
	 * An order for changes of one target.
	 * @param doomed refs of departments that the same plan deletes later on
	 */
	DepartmentOrder(DepartmentTree target, Set<String> doomed) {
		this.target = target;
		this.doomed = Set.copyOf(doomed);
	}

	/**
	 * The changes in a possible order. One that could only be begun is not begun: the
	 * department would keep the name that was to be given up again.
	 * @param changes parents before children, as the tree is to be
	 */
	List<Change> order(List<Change> changes) {
		List<Change> possible = new ArrayList<>(changes);
		while (true) {
			Attempt attempt = new Attempt(possible);
			List<Change> begun = possible.stream().filter(attempt::isOnlyBegun).toList();
			this.impossible.addAll(begun.isEmpty() ? attempt.pending : begun);
			if (begun.isEmpty()) {
				return attempt.ordered;
			}
			possible.removeAll(begun);
		}
	}

	/** Changes that are in no order, because a department that stays has the name. */
	List<Change> impossible() {
		return this.impossible;
	}

	private static String name(Change change) {
		return (change.ref() != null) ? DepartmentRef.existing(change.ref())
				: DepartmentRef.planned(image(change.after()).ref());
	}

	private static Department image(@Nullable Object entry) {
		return (Department) Objects.requireNonNull(entry);
	}

	/** Plays changes through until all are done or none of those left is possible. */
	private final class Attempt {

		private final DepartmentPlaces places = new DepartmentPlaces(DepartmentOrder.this.target);

		private final Set<String> doomed = new HashSet<>(DepartmentOrder.this.doomed);

		private final Set<String> parked = new HashSet<>();

		private final List<Change> ordered = new ArrayList<>();

		private List<Change> pending;

		Attempt(List<Change> changes) {
			this.pending = changes;
			boolean goesOn = !changes.isEmpty();
			while (goesOn) {
				List<Change> blocked = playPossible();
				goesOn = !blocked.isEmpty() && (blocked.size() < this.pending.size() || park(blocked));
				this.pending = blocked;
			}
		}

		boolean isOnlyBegun(Change change) {
			return this.parked.contains(name(change))
					&& this.pending.stream().anyMatch((other) -> name(other).equals(name(change)));
		}

		/** Plays what is possible; gives the others. */
		private List<Change> playPossible() {
			List<Change> blocked = new ArrayList<>();
			for (Change change : this.pending) {
				if (this.places.isPossible(name(change), destination(change))) {
					play(change);
				}
				else {
					blocked.add(change);
				}
			}
			return blocked;
		}

		private void play(Change change) {
			this.places.move(name(change), destination(change));
			this.ordered.add(change);
		}

		/** Gives the first department that stands in another's way a name nobody has. */
		private boolean park(List<Change> blocked) {
			for (Change change : blocked) {
				Place place = destination(change);
				String occupant = this.places.occupant(place);
				int index = (occupant != null) ? indexOf(occupant, blocked) : -1;
				if (occupant != null && index >= 0) {
					ParkedDepartment split = ParkedDepartment.of(blocked.get(index), place.name(),
							this.places.freeName(place));
					blocked.set(index, split.rest());
					this.parked.add(occupant);
					play(split.parking());
					return true;
				}
				if (occupant != null && !DepartmentRef.isPlanned(occupant)
						&& this.doomed.remove(DepartmentRef.ref(occupant))) {
					play(parkingOfDoomed(DepartmentRef.ref(occupant), place, change));
					return true;
				}
			}
			return false;
		}

		private Change parkingOfDoomed(String ref, Place place, Change change) {
			DepartmentTree tree = DepartmentOrder.this.target;
			return ParkedDepartment.parking(Objects.requireNonNull(tree.find(ref)), tree.path(ref),
					this.places.freeName(place), image(change.after()).fields().schema());
		}

		private static int indexOf(String department, List<Change> changes) {
			for (int i = 0; i < changes.size(); i++) {
				if (name(changes.get(i)).equals(department) && changes.get(i).kind() != ChangeKind.CREATE) {
					return i;
				}
			}
			return -1;
		}

		private Place destination(Change change) {
			Department after = image(change.after());
			if (change.kind() == ChangeKind.CREATE) {
				return new Place(after.parent(), after.name());
			}
			Place now = Objects.requireNonNull(this.places.of(name(change)));
			String name = after.name().isEmpty() ? now.name() : after.name();
			return new Place((change.kind() == ChangeKind.MOVE) ? after.parent() : now.parent(), name);
		}

	}

}
