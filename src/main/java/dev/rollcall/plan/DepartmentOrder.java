package dev.rollcall.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.rollcall.directory.Department;
import dev.rollcall.directory.DepartmentName;
import dev.rollcall.directory.DepartmentTree;
import org.jspecify.annotations.Nullable;

/**
 * Orders the creations, renames and moves of departments so that each is possible when
 * its turn comes: the parent is there, and no sibling has the name. A department that
 * stands in another's way, because both swap names or because it is going to be deleted,
 * is first given a name that nobody has.
 */
final class DepartmentOrder {

	/** Where a department stands while the changes are played through. */
	private record Place(@Nullable String parent, String name) {

	}

	private final DepartmentTree target;

	private final Set<String> doomed;

	private final Map<String, Place> places = new HashMap<>();

	private final Map<Place, String> occupants = new HashMap<>();

	private final List<Change> impossible = new ArrayList<>();

	/**
	 * An order for changes of one target.
	 * @param doomed refs of departments that the same plan deletes later on
	 */
	DepartmentOrder(DepartmentTree target, Set<String> doomed) {
		this.target = target;
		this.doomed = new HashSet<>(doomed);
		for (Department department : target.all()) {
			String parent = department.parent();
			put(DepartmentRef.existing(department.ref()),
					new Place((parent != null) ? DepartmentRef.existing(parent) : null, department.name()));
		}
	}

	/**
	 * The changes in a possible order.
	 * @param changes parents before children, as the tree is to be
	 */
	List<Change> order(List<Change> changes) {
		List<Change> ordered = new ArrayList<>(changes.size());
		List<Change> pending = changes;
		while (!pending.isEmpty()) {
			List<Change> blocked = new ArrayList<>();
			for (Change change : pending) {
				if (isPossible(change)) {
					play(change);
					ordered.add(change);
				}
				else {
					blocked.add(change);
				}
			}
			if (blocked.size() == pending.size() && !park(blocked, ordered)) {
				this.impossible.addAll(blocked);
				break;
			}
			pending = blocked;
		}
		return ordered;
	}

	/** Changes that are in no order, because a department that stays has the name. */
	List<Change> impossible() {
		return this.impossible;
	}

	private boolean isPossible(Change change) {
		Place place = destination(change);
		boolean stays = place.equals(this.places.get(name(change)));
		return (place.parent() == null || this.places.containsKey(place.parent()))
				&& !isBelow(place.parent(), name(change)) && (stays || !this.occupants.containsKey(place));
	}

	/** Whether a department stands somewhere below another, or is that one. */
	private boolean isBelow(@Nullable String department, String other) {
		Set<String> seen = new HashSet<>();
		String next = department;
		while (next != null && !next.equals(other) && seen.add(next)) {
			Place place = this.places.get(next);
			next = (place != null) ? place.parent() : null;
		}
		return other.equals(next);
	}

	private void play(Change change) {
		Place left = this.places.get(name(change));
		if (left != null) {
			this.occupants.remove(left, name(change));
		}
		put(name(change), destination(change));
	}

	private void put(String department, Place place) {
		this.places.put(department, place);
		this.occupants.putIfAbsent(place, department);
	}

	/** Gives the first department that stands in another's way a name nobody has. */
	private boolean park(List<Change> blocked, List<Change> ordered) {
		for (Change change : blocked) {
			Place place = destination(change);
			String occupant = this.occupants.get(place);
			if (occupant == null) {
				continue;
			}
			int pending = indexOf(occupant, blocked);
			boolean isDoomed = !DepartmentRef.isPlanned(occupant) && this.doomed.remove(DepartmentRef.ref(occupant));
			if (pending < 0 && !isDoomed) {
				continue;
			}
			String parked = parkedName(place);
			Change parking;
			if (pending >= 0) {
				ParkedDepartment split = ParkedDepartment.of(blocked.get(pending), place.name(), parked);
				blocked.set(pending, split.rest());
				parking = split.parking();
			}
			else {
				parking = ParkedDepartment.parking(
						Objects.requireNonNull(this.target.find(DepartmentRef.ref(occupant))),
						this.target.path(DepartmentRef.ref(occupant)), parked, image(change.after()).fields().schema());
			}
			play(parking);
			ordered.add(parking);
			return true;
		}
		return false;
	}

	private int indexOf(String department, List<Change> changes) {
		for (int i = 0; i < changes.size(); i++) {
			if (name(changes.get(i)).equals(department) && changes.get(i).kind() != ChangeKind.CREATE) {
				return i;
			}
		}
		return -1;
	}

	private String parkedName(Place place) {
		for (int i = 1;; i++) {
			String suffix = "~" + i;
			int kept = Math.min(place.name().length(), DepartmentName.MAX_LENGTH - suffix.length());
			String name = place.name().substring(0, kept) + suffix;
			if (!this.occupants.containsKey(new Place(place.parent(), name))) {
				return name;
			}
		}
	}

	private Place destination(Change change) {
		Department after = image(change.after());
		if (change.kind() == ChangeKind.CREATE) {
			return new Place(after.parent(), after.name());
		}
		Place now = Objects.requireNonNull(this.places.get(name(change)));
		String name = after.name().isEmpty() ? now.name() : after.name();
		return new Place((change.kind() == ChangeKind.MOVE) ? after.parent() : now.parent(), name);
	}

	private static String name(Change change) {
		return (change.ref() != null) ? DepartmentRef.existing(change.ref())
				: DepartmentRef.planned(image(change.after()).ref());
	}

	private static Department image(@Nullable Object entry) {
		return (Department) Objects.requireNonNull(entry);
	}

}
