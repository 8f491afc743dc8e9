package dev.rollcall.staging;

import java.util.List;

import dev.rollcall.compare.KeyedMember;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.EntryKind;

import org.springframework.jdbc.core.JdbcTemplate;

/** Writes segments, packed, each as one row. */
final class SegmentWriter {

	private static final String INSERT = """
			INSERT INTO snapshot_segment (run_id, side, kind, seq, entries, first_key, blocks, data, digest)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

	private static final String NEXT = """
			SELECT COALESCE(MAX(seq) + 1, 0) FROM snapshot_segment WHERE run_id = ? AND side = ? AND kind = ?""";

	private final JdbcTemplate jdbc;

	private final long run;

	private final String set;

	private final SegmentEncoder encoder;

	private final ByteSink packed = new ByteSink();

	private final ByteSink blocks = new ByteSink();

	/**
	 * A writer of one set of segments.
	 * @param set whose they are: a side, or what a match key has left over of it
	 */
	SegmentWriter(JdbcTemplate jdbc, long run, String set, SegmentEncoder encoder) {
		this.jdbc = jdbc;
		this.run = run;
		this.set = set;
		this.encoder = encoder;
	}

	/** Writes those departments that have not come before. */
	void departments(List<Department> departments) {
		int added = this.encoder.departments(departments);
		if (added > 0) {
			write(EntryKind.DEPARTMENT, added, "");
		}
	}

	/** Writes members that are sorted by key. */
	void members(List<KeyedMember> sorted) {
		if (!sorted.isEmpty()) {
			this.encoder.members(sorted);
			write(EntryKind.MEMBER, sorted.size(), sorted.get(0).key());
		}
	}

	private void write(EntryKind kind, int entries, String firstKey) {
		ByteSink raw = this.encoder.raw();
		this.packed.clear();
		this.blocks.clear();
		int start = 0;
		for (int end : this.encoder.blockEnds()) {
			int count = end - start;
			this.blocks.number(PackedBlock.pack(raw.array(), start, count, this.packed)).number(count);
			start = end;
		}
		Integer seq = this.jdbc.queryForObject(NEXT, Integer.class, this.run, this.set, kind.name());
		String digest = this.set.equals(Side.TARGET.name()) ? Digests.of(raw.array(), raw.size()) : "";
		this.jdbc.update(INSERT, this.run, this.set, kind.name(), seq, entries, firstKey, this.blocks.toArray(),
				this.packed.toArray(), digest);
	}

}
