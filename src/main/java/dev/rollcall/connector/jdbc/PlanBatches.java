package dev.rollcall.connector.jdbc;

import java.util.ArrayList;
import java.util.List;

import dev.rollcall.directory.EntryKind;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.ChangeKind;

/** Splits changes into runs of one shape, which one statement can carry out. */
final class PlanBatches {

	/** How many changes at once: more saves nothing, fewer costs commits. */
	static final int SIZE = 1000;

	private PlanBatches() {
	}

	static List<List<Change>> split(List<Change> changes) {
		List<List<Change>> batches = new ArrayList<>();
		int start = 0;
		for (int i = 1; i <= changes.size(); i++) {
			if (i == changes.size() || !isSameShape(changes.get(i - 1), changes.get(i))) {
				batches.add(changes.subList(start, i));
				start = i;
			}
		}
		return batches;
	}

	private static boolean isSameShape(Change first, Change second) {
		return first.entry() == second.entry()
				&& (first.entry() == EntryKind.DEPARTMENT || (shape(first) == shape(second)
						&& !JdbcDirectory.isRename(first) && !JdbcDirectory.isRename(second)));
	}

	private static int shape(Change change) {
		return switch (change.kind()) {
			case CREATE -> 0;
			case UPDATE, MOVE, DISABLE -> 1;
			case DELETE -> 2;
		};
	}

	static boolean isCreation(Change change) {
		return change.kind() == ChangeKind.CREATE;
	}

}
