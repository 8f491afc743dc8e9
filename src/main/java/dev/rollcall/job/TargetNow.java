package dev.rollcall.job;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import dev.rollcall.connector.DepartmentDirectory;
import dev.rollcall.connector.Target;
import dev.rollcall.directory.Entry;
import dev.rollcall.directory.Member;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.Lost;
import dev.rollcall.plan.UndoTarget;
import dev.rollcall.staging.Ledger;
import org.jspecify.annotations.Nullable;

/**
 * A target as it is now, with what only the ledger knows of it.
 *
 * @param target the open target
 * @param departments what the departments of the run's plan are called there
 * @param ledger remembers what the target hides
 */
record TargetNow(Target target, DepartmentDirectory departments, Ledger ledger) implements UndoTarget {

	@Override
	public @Nullable Entry find(Change change) {
		return completed(Collections.singletonList(this.target.find(change, this.departments))).get(0);
	}

	@Override
	public List<@Nullable Entry> find(List<Change> changes) {
		return changes.isEmpty() ? List.of() : completed(this.target.find(changes, this.departments));
	}

	private List<@Nullable Entry> completed(List<@Nullable Entry> found) {
		if (!this.ledger.isNeeded()) {
			return found;
		}
		Map<String, Map<String, String>> remembered = this.ledger
			.remembered(found.stream().filter(Member.class::isInstance).map(Entry::ref).toList());
		List<@Nullable Entry> completed = new ArrayList<>(found.size());
		for (Entry entry : found) {
			completed.add((entry instanceof Member member && remembered.containsKey(member.ref()))
					? Ledger.complete(member, remembered.get(member.ref())) : entry);
		}
		return completed;
	}

	@Override
	public Lost lost(Change inverse) {
		return this.target.lost(inverse);
	}

}
