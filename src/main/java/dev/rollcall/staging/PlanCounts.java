package dev.rollcall.staging;

import java.util.List;

import dev.rollcall.directory.EntryKind;
import dev.rollcall.plan.ChangeKind;
import dev.rollcall.plan.Disposition;

/**
 * A plan in figures.
 *
 * @param changes one for each kind of change there is
 * @param decisions one for each thing that was decided about entries
 */
public record PlanCounts(List<Changes> changes, List<Decided> decisions) {

	public PlanCounts {
		changes = List.copyOf(changes);
		decisions = List.copyOf(decisions);
	}

	/**
	 * The changes of one kind.
	 *
	 * @param entry what is changed
	 * @param kind how
	 * @param planned how many there are
	 * @param done how many have been carried out
	 * @param failed how many the target refused
	 * @param withheld how many are not carried out
	 */
	public record Changes(EntryKind entry, ChangeKind kind, long planned, long done, long failed, long withheld) {

		public long open() {
			return this.planned - this.done - this.failed - this.withheld;
		}

	}

	/**
	 * What was decided about some entries.
	 *
	 * @param entry which kind
	 * @param disposition what
	 * @param desired how many of the source
	 * @param existing how many of the target
	 */
	public record Decided(EntryKind entry, Disposition disposition, long desired, long existing) {

	}

	/** All changes together. */
	public long planned() {
		return this.changes.stream().mapToLong(Changes::planned).sum();
	}

	public long done() {
		return this.changes.stream().mapToLong(Changes::done).sum();
	}

	public long failed() {
		return this.changes.stream().mapToLong(Changes::failed).sum();
	}

	public long withheld() {
		return this.changes.stream().mapToLong(Changes::withheld).sum();
	}

	public long open() {
		return this.changes.stream().mapToLong(Changes::open).sum();
	}

	/** How many changes of a kind are to be carried out. */
	public long of(EntryKind entry, ChangeKind kind) {
		return this.changes.stream()
			.filter((count) -> count.entry() == entry && count.kind() == kind)
			.mapToLong((count) -> count.planned() - count.withheld())
			.sum();
	}

	/** How many entries of the source came to this. */
	public long decided(EntryKind entry, Disposition disposition) {
		return this.decisions.stream()
			.filter((decided) -> decided.entry() == entry && decided.disposition() == disposition)
			.mapToLong((decided) -> Math.max(decided.desired(), decided.existing()))
			.sum();
	}

}
