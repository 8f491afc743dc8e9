package dev.rollcall.staging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.rollcall.compare.MemberKey;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Schema;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps what the two sides of a run held. */
public final class SnapshotStore {

	private static final String BEGIN = """
			INSERT INTO snapshot (run_id, side, department_schema, member_schema, parts, departments, members, renamed,
				rejected, warnings, value_counts, gaps, whole)
			VALUES (?, ?, ?, ?, ?, 0, 0, 0, 0, 0, ?, '', FALSE)""";

	private static final String FIND = """
			SELECT department_schema, member_schema, parts, departments, members, renamed, rejected, warnings,
				value_counts, gaps, whole, digest
			FROM snapshot WHERE run_id = ? AND side = ?""";

	private static final String SEGMENTS = """
			SELECT seq, first_key, blocks FROM snapshot_segment
			WHERE run_id = ? AND side = ? AND kind = ? ORDER BY seq""";

	private static final String DIGESTS = """
			SELECT digest FROM snapshot_segment WHERE run_id = ? AND side = ? ORDER BY kind, seq""";

	private static final String LAST_COUNT = """
			SELECT MAX(snapshot.members) FROM snapshot JOIN run ON run.id = snapshot.run_id
			WHERE snapshot.whole AND run.id = (SELECT MAX(earlier.id) FROM run earlier
				JOIN snapshot read ON read.run_id = earlier.id AND read.side = 'TARGET' AND read.whole
				WHERE earlier.target_directory = ?)""";

	private final JdbcTemplate jdbc;

	public SnapshotStore(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/** Begins a snapshot, unless an earlier execution of the run has done so. */
	public void begin(long run, Side side, Schema departments, Schema members, List<String> parts) {
		if (!exists(run, side)) {
			this.jdbc.update(BEGIN, run, side.name(), StoredMessage.ofNames(departments.names()),
					StoredMessage.ofNames(members.names()), StoredMessage.ofNames(parts),
					ofCounts(new long[members.size()]));
		}
	}

	public boolean exists(long run, Side side) {
		return !this.jdbc.query(FIND, SnapshotStore::snapshot, run, side.name()).isEmpty();
	}

	/** The figures of a snapshot that has begun. */
	public Snapshot find(long run, Side side) {
		return this.jdbc.query(FIND, SnapshotStore::snapshot, run, side.name())
			.stream()
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("run " + run + " has no snapshot of its " + side));
	}

	/**
	 * Goes on writing a snapshot where the last committed chunk ended.
	 * @param key what members are sorted by
	 */
	public SnapshotWriter writer(long run, Side side, MemberKey key) {
		return new SnapshotWriter(this.jdbc, run, side, key, find(run, side), numbers(run, side));
	}

	/**
	 * Says how far a side has been read, in the transaction that writes what was read.
	 */
	public void readTo(long run, Side side, String cursor) {
		this.jdbc.update("UPDATE snapshot SET read_to = ? WHERE run_id = ? AND side = ?", cursor, run, side.name());
	}

	/** Behind which page reading goes on; null to begin with the first. */
	public @Nullable String readTo(long run, Side side) {
		return this.jdbc.queryForObject("SELECT read_to FROM snapshot WHERE run_id = ? AND side = ?", String.class, run,
				side.name());
	}

	/** Says that the last page is in. */
	public void complete(long run, Side side) {
		String digest = (side == Side.TARGET)
				? SnapshotDigest.of(this.jdbc.queryForList(DIGESTS, String.class, run, side.name())) : null;
		this.jdbc.update("UPDATE snapshot SET whole = TRUE, digest = ? WHERE run_id = ? AND side = ?", digest, run,
				side.name());
	}

	/** Says why a snapshot may not be whole, besides what was said while it was read. */
	public void addGaps(long run, Side side, List<Message> gaps) {
		Set<Message> all = new LinkedHashSet<>(find(run, side).gaps());
		if (all.addAll(gaps)) {
			this.jdbc.update("UPDATE snapshot SET gaps = ? WHERE run_id = ? AND side = ?",
					StoredMessage.ofAll(List.copyOf(all)), run, side.name());
		}
	}

	/**
	 * About how many members a target has: as many as it or its source had when it was
	 * last read. To count them would take as long as reading them.
	 * @return -1 when it has not been read before
	 */
	public long membersLastTime(String target) {
		Long members = this.jdbc.queryForObject(LAST_COUNT, Long.class, target);
		return (members != null) ? members : -1;
	}

	/** All departments, in the order in which they were read. */
	public List<Department> departments(long run, Side side) {
		DepartmentCodec codec = new DepartmentCodec(find(run, side).departmentSchema());
		List<Department> departments = new ArrayList<>();
		for (SegmentCursor segment : segments(run, side.name(), EntryKind.DEPARTMENT)) {
			for (ByteSource block = segment.nextBlock(); block != null; block = segment.nextBlock()) {
				while (block.hasMore()) {
					departments.add(codec.read(block));
				}
			}
		}
		return departments;
	}

	/**
	 * All members, in the order of their keys.
	 * @param departments all departments of the side: members name them by these very
	 * texts
	 */
	public MergedMembers members(long run, Side side, List<Department> departments) {
		DepartmentNumbers numbers = new DepartmentNumbers();
		departments.forEach((department) -> numbers.add(department.ref()));
		return new MergedMembers(segments(run, side.name(), EntryKind.MEMBER),
				new MemberCodec(find(run, side).memberSchema(), numbers));
	}

	/**
	 * A place for members that a match key has left over.
	 * @param pass which key, counted from 1
	 */
	public Leftovers leftovers(long run, Side side, int pass) {
		String set = side.name() + "-" + pass;
		Snapshot snapshot = find(run, side);
		SegmentEncoder encoder = new SegmentEncoder(snapshot.departmentSchema(), snapshot.memberSchema(),
				numbers(run, side));
		return new Leftovers(new SegmentWriter(this.jdbc, run, set, encoder),
				() -> new MergedMembers(segments(run, set, EntryKind.MEMBER), codec(run, side)));
	}

	/** Forgets all leftovers. */
	public void deleteLeftovers(long run) {
		this.jdbc.update("DELETE FROM snapshot_segment WHERE run_id = ? AND side LIKE '%-%'", run);
	}

	private MemberCodec codec(long run, Side side) {
		return new MemberCodec(find(run, side).memberSchema(), numbers(run, side));
	}

	private DepartmentNumbers numbers(long run, Side side) {
		DepartmentNumbers numbers = new DepartmentNumbers();
		departments(run, side).forEach((department) -> numbers.add(department.ref()));
		return numbers;
	}

	/**
	 * Forgets the entries of both sides once a run is over. The figures stay.
	 */
	public void deleteEntries(long run) {
		this.jdbc.update("DELETE FROM snapshot_segment WHERE run_id = ?", run);
	}

	/**
	 * Forgets the entries of both sides but for the target's departments: once there is a
	 * plan, nobody needs them any more, but whoever sends a change again has to know
	 * which departments were there before.
	 */
	public void deleteAllButDepartments(long run) {
		this.jdbc.update("DELETE FROM snapshot_segment WHERE run_id = ? AND (side <> ? OR kind <> ?)", run,
				Side.TARGET.name(), EntryKind.DEPARTMENT.name());
	}

	/** Forgets what a side held. */
	public void delete(long run, Side side) {
		this.jdbc.update("DELETE FROM snapshot_segment WHERE run_id = ? AND side = ?", run, side.name());
		this.jdbc.update("DELETE FROM snapshot WHERE run_id = ? AND side = ?", run, side.name());
	}

	private List<SegmentCursor> segments(long run, String set, EntryKind kind) {
		return this.jdbc.query(
				SEGMENTS, (row, index) -> new SegmentCursor(this.jdbc,
						new Object[] { run, set, kind.name(), row.getInt(1) }, row.getString(2), row.getBytes(3)),
				run, set, kind.name());
	}

	private static Snapshot snapshot(ResultSet row, int index) throws SQLException {
		return new Snapshot(Schema.of(StoredMessage.names(row.getString(1))),
				Schema.of(StoredMessage.names(row.getString(2))), StoredMessage.names(row.getString(3)), row.getLong(4),
				row.getLong(5), row.getLong(6), row.getLong(7), row.getLong(8), counts(row.getString(9)),
				StoredMessage.messages(row.getString(10)), row.getBoolean(11), row.getString(12));
	}

	static String ofCounts(long[] counts) {
		return String.join(" ", Arrays.stream(counts).mapToObj(Long::toString).toList());
	}

	private static List<Long> counts(String stored) {
		return stored.isEmpty() ? Collections.emptyList()
				: Arrays.stream(stored.split(" ")).map(Long::valueOf).toList();
	}

}
