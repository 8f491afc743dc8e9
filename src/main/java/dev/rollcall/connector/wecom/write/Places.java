package dev.rollcall.connector.wecom.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import dev.rollcall.connector.DepartmentDirectory;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import org.jspecify.annotations.Nullable;

/**
 * A member's departments as WeCom takes them: together, and with them, each as long, the
 * sort weights and who leads.
 *
 * <p>
 * WeCom takes all weights or none. Where one is not known that the member has already,
 * none is sent, so that none is lost; what is absent stays as it is.
 *
 * @param departments their ids
 * @param orders the sort weights, null to leave them as they are
 * @param leads 1 where the member leads, null to leave that as it is
 * @param main the id of the main department, null to leave it as it is
 */
record Places(List<Long> departments, @Nullable List<Long> orders, @Nullable List<Integer> leads, @Nullable Long main) {

	/**
	 * Of placements that keep the rules and whose departments are all there.
	 * @param before where the member is now, null when that is not known
	 * @param creation whether there is nothing yet that could be lost
	 */
	static Places of(Placements placements, @Nullable Placements before, boolean creation, DepartmentDirectory refs) {
		List<Long> ids = new ArrayList<>();
		placements.list().forEach((placement) -> ids.add(id(placement.department(), refs)));
		Function<Placement, Boolean> isNew = (placement) -> creation
				|| (before != null && before.in(placement.department()) == null);
		List<Long> orders = all(placements, Placement::order, isNew, 0L);
		List<Boolean> leads = all(placements, Placement::leader, isNew, false);
		return new Places(ids, orders, (leads != null) ? leads.stream().map((lead) -> lead ? 1 : 0).toList() : null,
				(placements.main() != null) ? id(placements.main(), refs) : null);
	}

	private static long id(String department, DepartmentDirectory refs) {
		return Long.parseLong(Objects.requireNonNull(refs.ref(department)));
	}

	/** The values for all departments; null when one is not known, or none is. */
	private static <T> @Nullable List<T> all(Placements placements, Function<Placement, @Nullable T> known,
			Function<Placement, Boolean> isNew, T otherwise) {
		List<T> all = new ArrayList<>();
		boolean any = false;
		for (Placement placement : placements.list()) {
			T value = known.apply(placement);
			any |= value != null;
			if (value == null && !isNew.apply(placement)) {
				return null;
			}
			all.add((value != null) ? value : otherwise);
		}
		return any ? all : null;
	}

}
