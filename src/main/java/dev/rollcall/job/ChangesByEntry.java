package dev.rollcall.job;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.rollcall.plan.Change;
import dev.rollcall.plan.WholeChanges;
import dev.rollcall.staging.PlannedChange;
import org.jspecify.annotations.Nullable;

/** Changes of a stored plan by the entries that they are about, each in their order. */
final class ChangesByEntry {

	private final Map<String, List<PlannedChange>> byAddress = new LinkedHashMap<>();

	private int created;

	void add(PlannedChange next) {
		Change change = next.change();
		List<PlannedChange> before = (change.ref() != null) ? this.byAddress.remove(address(change, change.ref()))
				: null;
		List<PlannedChange> all = (before != null) ? before : new ArrayList<>(1);
		all.add(next);
		this.byAddress.put(address(change, WholeChanges.refAfter(change)), all);
	}

	Collection<List<PlannedChange>> all() {
		return this.byAddress.values();
	}

	private String address(Change change, @Nullable String ref) {
		return change.entry() + ((ref != null) ? " " + ref : " created " + this.created++);
	}

}
