package dev.rollcall.plan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import dev.rollcall.directory.Department;
import dev.rollcall.directory.DepartmentName;
import dev.rollcall.directory.DepartmentTree;
import org.jspecify.annotations.Nullable;

/**
 * Where departments stand while changes are played through. They are named by
 * {@link DepartmentRef}.
 */
final class DepartmentPlaces {

	private final Map<String, Place> places = new HashMap<>();

	private final Map<Place, String> occupants = new HashMap<>();

	/**
	 * Where a department stands.
	 *
	 * @param parent the department above, null at the top
	 * @param name what it is called there
	 */
	record Place(@Nullable String parent, String name) {

	}

	/** The departments of a target as they are. */
	DepartmentPlaces(DepartmentTree target) {
		for (Department department : target.all()) {
			String parent = department.parent();
			put(DepartmentRef.existing(department.ref()),
					new Place((parent != null) ? DepartmentRef.existing(parent) : null, department.name()));
		}
	}

	/** Where a department stands, null when it is not there. */
	@Nullable Place of(String department) {
		return this.places.get(department);
	}

	/** Who stands in a place, null when nobody does. */
	@Nullable String occupant(Place place) {
		return this.occupants.get(place);
	}

	/** Whether a department can stand in a place as things are. */
	boolean isPossible(String department, Place place) {
		boolean stays = place.equals(this.places.get(department));
		return (place.parent() == null || this.places.containsKey(place.parent()))
				&& !isBelow(place.parent(), department) && (stays || !this.occupants.containsKey(place));
	}

	/** Puts a department in its new place. */
	void move(String department, Place place) {
		Place left = this.places.get(department);
		if (left != null) {
			this.occupants.remove(left, department);
		}
		put(department, place);
	}

	/** A name like that of a place, but one that nobody beside it has. */
	String freeName(Place place) {
		for (int i = 1;; i++) {
			String suffix = "~" + i;
			int kept = Math.min(place.name().length(), DepartmentName.MAX_LENGTH - suffix.length());
			String name = place.name().substring(0, kept) + suffix;
			if (!this.occupants.containsKey(new Place(place.parent(), name))) {
				return name;
			}
		}
	}

	private void put(String department, Place place) {
		this.places.put(department, place);
		this.occupants.putIfAbsent(place, department);
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

}
