package dev.rollcall.connector.authing.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import dev.rollcall.connector.DepartmentDirectory;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import org.jspecify.annotations.Nullable;

/**
 * Where a member is to be, by the ids of departments that are there.
 *
 * @param list one for each department
 * @param main the id of the main department, null to leave it as it is
 * @param former where the member was before, null when that is not known
 */
record Places(List<Place> list, @Nullable String main, @Nullable List<Place> former) {

	/**
	 * A department that somebody is in.
	 *
	 * @param leads null when it is not known
	 */
	record Place(String department, @Nullable Boolean leads) {

	}

	/** Of placements whose departments are all there. */
	static Places of(Placements after, @Nullable Placements before, DepartmentDirectory refs) {
		return new Places(places(after, refs), (after.main() != null) ? refs.ref(after.main()) : null,
				(before != null) ? places(before, refs) : null);
	}

	private static List<Place> places(Placements placements, DepartmentDirectory refs) {
		List<Place> places = new ArrayList<>();
		for (Placement placement : placements.list()) {
			String ref = refs.ref(placement.department());
			if (ref != null) {
				places.add(new Place(ref, placement.leader()));
			}
		}
		return List.copyOf(places);
	}

	Set<String> ids() {
		return this.list.stream().map(Place::department).collect(Collectors.toSet());
	}

	/** All of them, the main one in front, which Authing takes for that. */
	List<String> mainFirst() {
		List<String> ids = new ArrayList<>(this.list.stream().map(Place::department).toList());
		if (this.main != null && ids.remove(this.main)) {
			ids.add(0, this.main);
		}
		return List.copyOf(ids);
	}

	/**
	 * Whether a user that was created with these departments has to be told more of them:
	 * that it leads one, or which of several is the main one.
	 * @param main what Authing says that the main one is
	 */
	boolean wantMore(@Nullable String main, @Nullable List<String> departments) {
		boolean leads = this.list.stream().anyMatch((place) -> Boolean.TRUE.equals(place.leads()));
		boolean otherMain = this.list.size() > 1 && this.main != null && !this.main.equals(main);
		boolean missing = departments != null && !Set.copyOf(departments).containsAll(ids());
		return leads || otherMain || missing;
	}

	/** Departments that the member has led, or may have, and is to be in no more. */
	List<String> ledNoMore() {
		Set<String> now = ids();
		return (this.former == null) ? List.of()
				: this.former.stream()
					.filter((place) -> !Objects.equals(place.leads(), false) && !now.contains(place.department()))
					.map(Place::department)
					.toList();
	}

}
