package dev.rollcall.job;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.rollcall.directory.EntryKind;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.ChangeKind;
import dev.rollcall.plan.WholeChanges;
import dev.rollcall.staging.LinkStore;
import dev.rollcall.staging.PlanProgress.Result;
import org.jspecify.annotations.Nullable;

/**
 * Has the links between members follow what becomes of them, in the transaction that says
 * that the changes are done.
 */
final class LinkRecords {

	private final RunContext context;

	private final LinkStore links;

	/** Whether there are any; if not, no change costs a statement. */
	private @Nullable Boolean concerned;

	LinkRecords(RunContext context, LinkStore links) {
		this.context = context;
		this.links = links;
	}

	/** Takes note of changes that have been carried out. */
	void remember(List<Result> done) {
		if (!isConcerned()) {
			return;
		}
		Map<String, String> carriedOut = new LinkedHashMap<>();
		List<String> deleted = new ArrayList<>();
		for (Result result : done) {
			Change change = result.change().change();
			String ref = change.ref();
			if (change.entry() != EntryKind.MEMBER || ref == null) {
				continue;
			}
			if (change.kind() == ChangeKind.DELETE) {
				deleted.add(ref);
			}
			else {
				String after = WholeChanges.refAfter(change);
				if (carriedOut.containsKey(ref) || carriedOut.containsValue(ref)) {
					write(carriedOut, deleted);
				}
				carriedOut.put(ref, (after != null) ? after : ref);
			}
		}
		write(carriedOut, deleted);
	}

	private void write(Map<String, String> carriedOut, List<String> deleted) {
		this.links.carriedOut(this.context.id(), target(), carriedOut);
		this.links.deleted(target(), deleted);
		carriedOut.clear();
		deleted.clear();
	}

	private boolean isConcerned() {
		if (this.concerned == null) {
			this.concerned = this.links.isConcerned(this.context.id(), target());
		}
		return this.concerned;
	}

	private String target() {
		return this.context.target().identity().directory();
	}

}
