package dev.rollcall.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;

import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Member;
import dev.rollcall.plan.Change;
import dev.rollcall.staging.LeaverStore;
import dev.rollcall.staging.PlanProgress.Result;
import dev.rollcall.staging.QueuedLeaver;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the queue of leavers as members are: whoever is disabled goes in; whoever is
 * enabled, deleted or given another userid is followed. In the transaction that says that
 * the change is done.
 */
final class LeaverRecords {

	private final RunContext context;

	private final LeaverStore leavers;

	private final Clock clock;

	/** Refs of those who may be in the queue; nobody else costs a statement. */
	private @Nullable Set<String> queued;

	LeaverRecords(RunContext context, LeaverStore leavers, Clock clock) {
		this.context = context;
		this.leavers = leavers;
		this.clock = clock;
	}

	/** Takes note of a change that has been carried out. */
	void remember(Result done) {
		Change change = done.change().change();
		String ref = change.ref();
		if (change.entry() != EntryKind.MEMBER || ref == null) {
			return;
		}
		switch (change.kind()) {
			case CREATE -> {
				// Who is new has not been disabled by anybody.
			}
			case DISABLE -> disabled(change, ref);
			case DELETE -> {
				if (queued().contains(ref)) {
					this.leavers.remove(target(), ref);
				}
			}
			case UPDATE, MOVE -> {
				if (queued().contains(ref)) {
					changed(change, ref);
				}
			}
		}
	}

	private void disabled(Change change, String ref) {
		Instant now = this.clock.instant();
		Duration wait = this.context.definition().onLeave().deleteAfter();
		this.leavers.put(new QueuedLeaver(target(), ref, change.key(), change.name(), this.context.run().job(),
				this.context.id(), now, (wait != null) ? now.plus(wait) : null));
		queued().add(ref);
	}

	private void changed(Change change, String ref) {
		Member after = (Member) Objects.requireNonNull(change.after());
		String now = ref;
		if (after.userid() != null) {
			now = WrittenFields.refAfter(change, ref);
			this.leavers.renamed(this.context.id(), target(), ref, now,
					after.userid().isEmpty() ? change.key() : after.userid());
			queued().add(now);
		}
		String enabled = after.fields().value(FieldNames.ENABLED);
		if (enabled != null && !enabled.equals(FieldNames.FALSE)) {
			this.leavers.remove(target(), now);
		}
	}

	private Set<String> queued() {
		if (this.queued == null) {
			this.queued = this.leavers.refs(target());
		}
		return this.queued;
	}

	private String target() {
		return this.context.target().identity().directory();
	}

}
