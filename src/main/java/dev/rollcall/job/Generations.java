package dev.rollcall.job;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import dev.rollcall.directory.Department;
import dev.rollcall.directory.Entry;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.Member;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.ChangeKind;
import dev.rollcall.plan.DepartmentRef;
import org.jspecify.annotations.Nullable;

/**
 * Takes changes apart so that those of one part can be looked up together: none of them
 * names a department that another one of them may have created. There are as many parts
 * as such departments stand below one another.
 */
final class Generations {

	private Generations() {
	}

	/**
	 * Shows one part after the other.
	 * @param visitor takes the places of changes in the list
	 */
	static void forEach(List<Change> changes, Consumer<List<Integer>> visitor) {
		List<Integer> left = new ArrayList<>(changes.size());
		Set<String> unknown = new HashSet<>();
		for (int i = 0; i < changes.size(); i++) {
			left.add(i);
			created(changes.get(i)).forEach(unknown::add);
		}
		while (!left.isEmpty()) {
			List<Integer> ready = new ArrayList<>();
			List<Integer> later = new ArrayList<>();
			left.forEach((place) -> (named(changes.get(place)).anyMatch(unknown::contains) ? later : ready).add(place));
			// Should they go round in a circle, none of them is there.
			List<Integer> part = ready.isEmpty() ? later : ready;
			visitor.accept(part);
			part.forEach((place) -> created(changes.get(place)).forEach(unknown::remove));
			left = ready.isEmpty() ? List.of() : later;
		}
	}

	private static Stream<String> created(Change change) {
		return (change.kind() == ChangeKind.CREATE && change.entry() == EntryKind.DEPARTMENT && change.after() != null)
				? Stream.of(DepartmentRef.planned(change.after().ref())) : Stream.of();
	}

	/** The departments that the entry stands in, before or behind the change. */
	private static Stream<String> named(Change change) {
		return Stream.concat(above(change.before()), above(change.after()));
	}

	private static Stream<String> above(@Nullable Entry image) {
		if (image instanceof Department department) {
			return Stream.ofNullable(department.parent());
		}
		return (image instanceof Member member && member.placements() != null)
				? member.placements().departments().stream() : Stream.of();
	}

}
