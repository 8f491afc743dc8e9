package dev.rollcall.job;

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
		Entry found = this.target.find(change, this.departments);
		if (!(found instanceof Member member) || !this.ledger.isNeeded()) {
			return found;
		}
		Map<String, String> remembered = this.ledger.remembered(member.ref());
		return remembered.isEmpty() ? found : Ledger.complete(member, remembered);
	}

	@Override
	public Lost lost(Change inverse) {
		return this.target.lost(inverse);
	}

}
