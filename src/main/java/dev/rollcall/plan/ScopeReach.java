package dev.rollcall.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.rollcall.compare.DepartmentMatch;
import dev.rollcall.compare.DepartmentMatching;
import dev.rollcall.compare.EntrySelector;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.DepartmentTree;
import org.jspecify.annotations.Nullable;

/**
 * Finds the departments that are meant by some paths: those of either side that have one,
 * all below them, and the counterparts of all these on the other side.
 */
final class ScopeReach {

	private final DepartmentMatching matching;

	private final Map<String, List<String>> belowInSource;

	private final Map<String, List<String>> belowInTarget;

	private final Set<String> inSource = new HashSet<>();

	private final Set<String> inTarget = new HashSet<>();

	/** A department of the source or of the target. */
	private record Reached(boolean ofSource, String ref) {

	}

	ScopeReach(DepartmentMatching matching, List<String> paths) {
		this.matching = matching;
		this.belowInSource = below(matching.source());
		this.belowInTarget = below(matching.target());
		if (!paths.isEmpty()) {
			EntrySelector chosen = new EntrySelector(Set.of(), paths);
			Deque<Reached> open = new ArrayDeque<>();
			chosen(matching.source(), chosen).forEach((ref) -> open.push(new Reached(true, ref)));
			chosen(matching.target(), chosen).forEach((ref) -> open.push(new Reached(false, ref)));
			spread(open);
		}
	}

	/** Refs of departments of the source. */
	Set<String> inSource() {
		return this.inSource;
	}

	/** Refs of departments of the target. */
	Set<String> inTarget() {
		return this.inTarget;
	}

	private void spread(Deque<Reached> open) {
		while (!open.isEmpty()) {
			Reached reached = open.pop();
			boolean source = reached.ofSource();
			if (!(source ? this.inSource : this.inTarget).add(reached.ref())) {
				continue;
			}
			(source ? this.belowInSource : this.belowInTarget).getOrDefault(reached.ref(), List.of())
				.forEach((ref) -> open.push(new Reached(source, ref)));
			String counterpart = counterpart(reached);
			if (counterpart != null) {
				open.push(new Reached(!source, counterpart));
			}
		}
	}

	private @Nullable String counterpart(Reached reached) {
		DepartmentMatch match = reached.ofSource() ? this.matching.ofSource(reached.ref())
				: this.matching.ofTarget(reached.ref());
		return (match == null) ? null : (reached.ofSource() ? match.existing() : match.desired()).ref();
	}

	private static List<String> chosen(DepartmentTree tree, EntrySelector chosen) {
		return tree.all()
			.stream()
			.map(Department::ref)
			.filter((ref) -> chosen.selects(List.of(), List.of(tree.path(ref))))
			.toList();
	}

	private static Map<String, List<String>> below(DepartmentTree tree) {
		Map<String, List<String>> below = new HashMap<>();
		for (Department department : tree.all()) {
			if (department.parent() != null) {
				below.computeIfAbsent(department.parent(), (any) -> new ArrayList<>()).add(department.ref());
			}
		}
		return below;
	}

}
