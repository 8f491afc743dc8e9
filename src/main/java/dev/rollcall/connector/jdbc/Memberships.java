package dev.rollcall.connector.jdbc;

import java.util.ArrayList;
import java.util.Arrays;
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

	/** Ids mostly count up from one, and an array finds those faster than a map does. */
	private static final int DENSE = 1 << 20;

	private static final Placements NOWHERE = new Placements(List.of(), null);

	private @Nullable Placements[] plain = new Placements[0];

	private final Map<Long, Placements> others = new HashMap<>();

	private final List<Placement> gathered = new ArrayList<>();

	/** The only department gathered so far, if it is one without rank or lead; else 0. */
	private long only;

	/** One more department of the current member. */
	void add(long department, long order, boolean leader) {
		boolean plainly = order == 0 && !leader;
		if (plainly && this.only == 0 && this.gathered.isEmpty()) {
			this.only = department;
			return;
		}
		gatherOnly();
		this.gathered
			.add(plainly ? in(department).list().get(0) : new Placement(Long.toString(department), order, leader));
	}

	/**
	 * All departments of the current member; the next one begins with none.
	 * @param main the main department, 0 for none
	 */
	Placements take(long main) {
		long department = this.only;
		if (department == main && this.gathered.isEmpty()) {
			this.only = 0;
			return (main != 0) ? in(main) : NOWHERE;
		}
		gatherOnly();
		Placements all = new Placements(this.gathered, (main != 0) ? in(main).main() : null);
		this.gathered.clear();
		return all;
	}

	private void gatherOnly() {
		if (this.only != 0) {
			this.gathered.add(in(this.only).list().get(0));
			this.only = 0;
		}
	}

	private Placements in(long department) {
		if (department < 0 || department >= DENSE) {
			return this.others.computeIfAbsent(department, Memberships::only);
		}
		int at = (int) department;
		if (at >= this.plain.length) {
			this.plain = Arrays.copyOf(this.plain, Math.max(at + 1, 2 * this.plain.length));
		}
		Placements found = this.plain[at];
		if (found == null) {
			found = only(department);
			this.plain[at] = found;
		}
		return found;
	}

	private static Placements only(long department) {
		String ref = Long.toString(department);
		return new Placements(List.of(new Placement(ref, 0L, false)), ref);
	}

}
