package dev.rollcall.directory;

import java.util.List;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * All departments a member belongs to.
 *
 * @param list one for each department, in the directory's own order
 * @param main the ref of the main department, null when unknown
 */
public record Placements(List<Placement> list, @Nullable String main) {

	public Placements {
		list = List.copyOf(list);
	}

	/** The placement in a department, or null. */
	public @Nullable Placement in(String department) {
		for (Placement placement : this.list) {
			if (placement.department().equals(department)) {
				return placement;
			}
		}
		return null;
	}

	public List<String> departments() {
		return this.list.stream().map(Placement::department).toList();
	}

	/** The same placements with every ref replaced. */
	public Placements map(UnaryOperator<String> refs) {
		return new Placements(this.list.stream()
			.map((placement) -> new Placement(refs.apply(placement.department()), placement.order(),
					placement.leader()))
			.toList(), (this.main != null) ? refs.apply(this.main) : null);
	}

}
