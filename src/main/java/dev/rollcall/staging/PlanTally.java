package dev.rollcall.staging;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

import dev.rollcall.directory.EntryKind;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.ChangeKind;
import dev.rollcall.plan.Disposition;

import org.springframework.jdbc.core.JdbcTemplate;

/** Counts what a plan holds while it is written. */
final class PlanTally {

	private final Map<Kind, long[]> changes = new TreeMap<>();

	private final Map<EntryKind, Map<Disposition, long[]>> decisions = new EnumMap<>(EntryKind.class);

	/** What kind of change to what kind of entry. */
	private record Kind(EntryKind entry, ChangeKind change) implements Comparable<Kind> {

		@Override
		public int compareTo(Kind other) {
			return Comparator.comparing(Kind::entry).thenComparing(Kind::change).compare(this, other);
		}

	}

	void change(Change change, boolean withheld, int times) {
		long[] counts = this.changes.computeIfAbsent(new Kind(change.entry(), change.kind()), (any) -> new long[2]);
		counts[0] += times;
		counts[1] += withheld ? times : 0;
	}

	void decided(EntryKind entry, Disposition disposition, int desired, int existing) {
		long[] counts = this.decisions.computeIfAbsent(entry, (any) -> new EnumMap<>(Disposition.class))
			.computeIfAbsent(disposition, (any) -> new long[2]);
		counts[0] += desired;
		counts[1] += existing;
	}

	void write(JdbcTemplate jdbc, long run) {
		this.changes.forEach((kind, counts) -> {
			if (counts[0] > 0) {
				jdbc.update("""
						INSERT INTO plan_count (run_id, entry, kind, planned, done, failed, withheld)
						VALUES (?, ?, ?, ?, 0, 0, ?)""", run, kind.entry().name(), kind.change().name(), counts[0],
						counts[1]);
			}
		});
		this.decisions.forEach((entry, byDisposition) -> byDisposition.forEach((disposition, counts) -> jdbc.update("""
				INSERT INTO plan_decision (run_id, entry, disposition, desired, existing)
				VALUES (?, ?, ?, ?, ?)""", run, entry.name(), disposition.name(), counts[0], counts[1])));
	}

}
