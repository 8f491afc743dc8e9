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
import dev.rollcall.plan.Gaps;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps what the two sides of a run held. */
public final class SnapshotStore {

	/** Stands for a run where something is staged only to be looked at. */
	public static final long TRIAL = -1;

	private static final String BEGIN = """
			INSERT INTO snapshot (run_id, side, department_schema, member_schema, parts, departments, members, renamed,
				rejected, warnings, value_counts, gaps, whole)
			VALUES (?, ?, ?, ?, ?, 0, 0, 0, 0, 0, ?, '', FALSE)""";

	private static final String FIND = """
			SELECT department_schema, member_schema, parts, departments, members, renamed, rejected, warnings,
				value_counts, gaps, whole, digest, claimed_departments, claimed_members
			FROM snapshot WHERE run_id = ? AND side = ?""";

	private static final String SEGMENTS = """
			SELECT seq, first_key, blocks FROM snapshot_segment
			WHERE run_id = ? AND side = ? AND kind = ? ORDER BY seq""";

	private static final String DIGESTS = """
			SELECT digest FROM snapshot_segment WHERE run_id = ? AND side = ? ORDER BY kind, seq""";

	/** Only figures: entries and plans of old runs may be gone. */
	private static final String LAST_PROVED = """
			SELECT run.id, snapshot.departments, snapshot.members FROM run
			JOIN snapshot ON snapshot.run_id = run.id AND snapshot.side = 'SOURCE' AND snapshot.whole
			LEFT JOIN approval ON approval.run_id = run.id AND approval.kind = 'SHRUNK'
			WHERE run.job = ? AND run.id < ? AND run.undoes IS NULL AND run.state IN ('DONE', 'PARTIAL')
				AND (snapshot.gaps = '' OR approval.run_id IS NOT NULL)
			ORDER BY run.id DESC LIMIT 1""";

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
		begin(run, side, departments, members, List.of(), parts);
	}

	/**
	 * The same where some fields are derived later, and their silence says nothing.
	 * @param derived these, of those of members
	 */
	public void begin(long run, Side side, Schema departments, Schema members, List<String> derived,
			List<String> parts) {
		if (!exists(run, side)) {
			long[] counts = members.names().stream().mapToLong((name) -> derived.contains(name) ? -1 : 0).toArray();
			this.jdbc.update(BEGIN, run, side.name(), StoredMessage.ofNames(departments.names()),
					StoredMessage.ofNames(members.names()), StoredMessage.ofNames(parts), ofCounts(counts));
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

	/** Says how many entries a side holds of which not all have been read. */
	public void counted(long run, Side side, long departments, long members) {
		this.jdbc.update("UPDATE snapshot SET departments = ?, members = ?, whole = TRUE WHERE run_id = ? AND side = ?",
				departments, members, run, side.name());
	}

	/** Says why a snapshot may not be whole, besides what was said while it was read. */
	public void addGaps(long run, Side side, List<Message> gaps) {
		Set<Message> all = new LinkedHashSet<>(find(run, side).gaps());
		if (all.addAll(gaps)) {
			this.jdbc.update("UPDATE snapshot SET gaps = ? WHERE run_id = ? AND side = ?",
					StoredMessage.ofAll(List.copyOf(all)), run, side.name());
		}
	}

	/** Keeps how many entries a directory says that it holds; negative: does not say. */
	public void claimed(long run, Side side, long departments, long members) {
		this.jdbc.update(
				"UPDATE snapshot SET claimed_departments = ?, claimed_members = ? WHERE run_id = ? AND side = ?",
				(departments >= 0) ? departments : null, (members >= 0) ? members : null, run, side.name());
	}

	/**
	 * What the source of a job held in the last run before another one that ended well
	 * and whose source was proved whole, or taken for whole by a person.
	 */
	public Gaps.@Nullable Before lastProved(String job, long run) {
		return this.jdbc
			.query(LAST_PROVED, (row, index) -> new Gaps.Before(row.getLong(1), row.getLong(2), row.getLong(3)), job,
					run)
			.stream()
			.findFirst()
			.orElse(null);
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

	/** Forgets what was staged only to be looked at, also by a process that has died. */
	public void deleteTrials() {
		for (String table : List.of("snapshot_segment", "snapshot", "finding")) {
			this.jdbc.update("DELETE FROM " + table + " WHERE run_id < 0");
		}
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
				StoredMessage.messages(row.getString(10)), row.getBoolean(11), row.getObject(13, Long.class),
				row.getObject(14, Long.class), row.getString(12));
	}

	static String ofCounts(long[] counts) {
		return String.join(" ", Arrays.stream(counts).mapToObj(Long::toString).toList());
	}

	private static List<Long> counts(String stored) {
		return stored.isEmpty() ? Collections.emptyList()
				: Arrays.stream(stored.split(" ")).map(Long::valueOf).toList();
	}

}
