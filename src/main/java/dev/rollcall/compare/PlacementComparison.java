package dev.rollcall.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import org.jspecify.annotations.Nullable;

/**
 * A pair's departments, compared each for itself: which they are, which is the main one,
 * and in each the sort weight and whether the member leads it. Both sides name
 * departments alike.
 *
 * @param after how the placements ought to be, with everything that is unknown or ignored
 * taken over from the existing ones
 * @param departments whether the set of departments differs
 * @param main whether the main department differs
 * @param order whether a sort weight differs
 * @param leader whether a leader flag differs
 */
record PlacementComparison(Placements after, boolean departments, boolean main, boolean order, boolean leader) {

	static PlacementComparison of(@Nullable Placements desired, Placements existing, Ignored ignored) {
		if (desired == null || ignored.entry()) {
			return new PlacementComparison(existing, false, false, false, false);
		}
		boolean keepsSet = ignored.ignores(FieldNames.DEPARTMENTS);
		boolean keepsOrder = ignored.ignores(FieldNames.ORDER);
		boolean keepsLeader = ignored.ignores(FieldNames.LEADER);
		List<Placement> after = new ArrayList<>();
		boolean orderDiffers = false;
		boolean leaderDiffers = false;
		for (Placement placement : keepsSet ? existing.list() : desired.list()) {
			Placement wanted = desired.in(placement.department());
			Placement held = existing.in(placement.department());
			Long order = known((wanted != null && !keepsOrder) ? wanted.order() : null,
					(held != null) ? held.order() : null);
			Boolean leader = known((wanted != null && !keepsLeader) ? wanted.leader() : null,
					(held != null) ? held.leader() : null);
			orderDiffers |= held != null && held.order() != null && !held.order().equals(order);
			leaderDiffers |= held != null && held.leader() != null && !held.leader().equals(leader);
			after.add(new Placement(placement.department(), order, leader));
		}
		boolean setDiffers = !keepsSet && !sameDepartments(desired, existing);
		String main = main(desired, existing, after, ignored);
		boolean mainDiffers = existing.main() != null && !Objects.equals(main, existing.main());
		return new PlacementComparison(new Placements(after, main), setDiffers, mainDiffers, orderDiffers,
				leaderDiffers);
	}

	/** The placements of a member that is created, without what is ignored. */
	static @Nullable Placements created(@Nullable Placements desired, Ignored ignored) {
		if (desired == null || ignored.ignores(FieldNames.DEPARTMENTS)) {
			return null;
		}
		boolean order = !ignored.ignores(FieldNames.ORDER);
		boolean leader = !ignored.ignores(FieldNames.LEADER);
		if (order && leader && !ignored.ignores(FieldNames.MAIN_DEPARTMENT)) {
			return desired;
		}
		List<Placement> placements = desired.list()
			.stream()
			.map((placement) -> new Placement(placement.department(), order ? placement.order() : null,
					leader ? placement.leader() : null))
			.toList();
		return new Placements(placements, ignored.ignores(FieldNames.MAIN_DEPARTMENT) ? null : desired.main());
	}

	boolean differs() {
		return this.departments || this.main || this.order || this.leader;
	}

	/**
	 * Whether the member changes its place in the tree, rather than its standing there.
	 */
	boolean moves() {
		return this.departments || this.main;
	}

	private static <T> @Nullable T known(@Nullable T wanted, @Nullable T held) {
		return (wanted != null) ? wanted : held;
	}

	private static boolean sameDepartments(Placements desired, Placements existing) {
		return desired.list().size() == existing.list().size()
				&& desired.list().stream().allMatch((placement) -> existing.in(placement.department()) != null);
	}

	/** The wanted main department if it is one of those to be; else the one that is. */
	private static @Nullable String main(Placements desired, Placements existing, List<Placement> after,
			Ignored ignored) {
		String wanted = ignored.ignores(FieldNames.MAIN_DEPARTMENT) ? null : desired.main();
		if (wanted != null && isAmong(after, wanted)) {
			return wanted;
		}
		String held = existing.main();
		if (held != null && isAmong(after, held)) {
			return held;
		}
		return after.isEmpty() ? null : after.get(0).department();
	}

	private static boolean isAmong(List<Placement> placements, String department) {
		return placements.stream().anyMatch((placement) -> placement.department().equals(department));
	}

}
