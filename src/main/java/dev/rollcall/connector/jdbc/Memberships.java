package dev.rollcall.connector.jdbc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the departments of one member after the other. Most belong to one department
 * without rank or lead: for those, everyone in it shares the same placements.
 */
final class Memberships {

	private static final Placements NOWHERE = new Placements(List.of(), null);

	private final Map<Long, Placements> plain = new HashMap<>();

	private final List<Placement> gathered = new ArrayList<>();

	/** The placements of somebody who is in one department only; in none for 0. */
	Placements onlyIn(long department) {
		return (department == 0) ? NOWHERE : this.plain.computeIfAbsent(department, (id) -> {
			String ref = Long.toString(id);
			return new Placements(List.of(new Placement(ref, 0L, false)), ref);
		});
	}

	/** One more department of the current member. */
	void add(long department, long order, boolean leader) {
		Placement plainly = onlyIn(department).list().get(0);
		this.gathered.add((order == 0 && !leader) ? plainly : new Placement(plainly.department(), order, leader));
	}

	/**
	 * All departments of the current member; the next one begins with none.
	 * @param main the placements of somebody who is in the main department only
	 */
	Placements take(@Nullable Placements main) {
		Placements plainly = (main != null) ? main : NOWHERE;
		if (this.gathered.equals(plainly.list())) {
			this.gathered.clear();
			return plainly;
		}
		Placements all = new Placements(this.gathered, plainly.main());
		this.gathered.clear();
		return all;
	}

}
