package dev.rollcall.job;

import java.util.Objects;

import dev.rollcall.directory.Entry;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Userid;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.ChangeKind;
import dev.rollcall.staging.Ledger;
import dev.rollcall.staging.PlanProgress.Result;
import org.jspecify.annotations.Nullable;

/** Remembers, in the ledger, what was written to fields that the target never shows. */
final class WrittenFields {

	private final long run;

	private final Ledger ledger;

	WrittenFields(long run, Ledger ledger) {
		this.run = run;
		this.ledger = ledger;
	}

	/** Takes note of a change that has been carried out. */
	void remember(Result done) {
		if (!this.ledger.isNeeded()) {
			return;
		}
		String ref = done.change().change().ref();
		if (done.change().change().kind() == ChangeKind.DELETE && ref != null) {
			this.ledger.deleted(ref);
		}
		else if (done.change().change().after() instanceof Member after) {
			String key = refAfter(done.change().change(), ref);
			if (ref != null) {
				this.ledger.renamed(ref, key);
			}
			this.ledger.written(this.run, key, after.fields());
		}
	}

	/**
	 * How a member is addressed once a change of it is done.
	 * @param ref how it was before; null when it is new
	 */
	static String refAfter(Change change, @Nullable String ref) {
		Member after = (Member) Objects.requireNonNull(change.after());
		if (ref != null && !isAddressedByUserid(change.before())) {
			return ref;
		}
		return (after.userid() != null) ? Userid.key(after.userid()) : after.ref();
	}

	/** Whether the ref of a member is the userid, which the change gives up. */
	private static boolean isAddressedByUserid(@Nullable Entry before) {
		return before instanceof Member member && member.userid() != null
				&& member.ref().equals(Userid.key(member.userid()));
	}

}
