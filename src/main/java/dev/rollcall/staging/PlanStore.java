package dev.rollcall.staging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Schema;
import dev.rollcall.plan.ChangeKind;
import dev.rollcall.plan.Disposition;
import dev.rollcall.plan.Phase;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps plans, and how far their changes have come. */
public final class PlanStore {

	private static final String SEGMENTS = """
			SELECT phase, seq, open_changes FROM plan_segment WHERE run_id = ? ORDER BY phase, seq""";

	private static final String SEGMENT = """
			SELECT states, data FROM plan_segment WHERE run_id = ? AND phase = ? AND seq = ?""";

	private final JdbcTemplate jdbc;

	/**
	 * Entries that claim one another.
	 *
	 * @param entry what they are
	 * @param key what they share
	 * @param reason how many there are
	 */
	public record Conflict(EntryKind entry, String key, Message reason) {

	}

	public PlanStore(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/** Begins a plan anew, in the caller's transaction. */
	public PlanWriter writer(long run, Schema departmentSchema, Schema memberSchema, List<String> unique) {
		delete(run);
		return new PlanWriter(this.jdbc, run, departmentSchema, memberSchema, unique);
	}

	public @Nullable Plan find(long run) {
		return this.jdbc.query("""
				SELECT digest, department_schema, member_schema, departments FROM plan WHERE run_id = ?""",
				(row, index) -> plan(run, row.getString(1), row.getString(2), row.getString(3), row.getBytes(4)), run)
			.stream()
			.findFirst()
			.orElse(null);
	}

	/** Holds a plan back until a person has looked at it. */
	public void hold(long run, List<Message> breaches) {
		this.jdbc.update("UPDATE plan SET breach = ? WHERE run_id = ?",
				breaches.isEmpty() ? null : StoredMessage.ofAll(breaches), run);
	}

	/** Which limits the plan of a run passes; empty when it is not held. */
	public List<Message> breaches(long run) {
		return this.jdbc.queryForList("SELECT COALESCE(breach, '') FROM plan WHERE run_id = ?", String.class, run)
			.stream()
			.flatMap((stored) -> StoredMessage.messages(stored).stream())
			.toList();
	}

	/** The changes in the order in which they are carried out. */
	public PlanReader read(Plan plan) {
		return read(plan, false);
	}

	/** The changes that are still to be carried out. */
	public PlanReader readOpen(Plan plan) {
		return read(plan, true);
	}

	/** The plan in figures; all empty when there is none. */
	public PlanCounts counts(long run) {
		List<PlanCounts.Changes> changes = this.jdbc.query("""
				SELECT entry, kind, planned, done, failed, withheld FROM plan_count WHERE run_id = ?""",
				(row, index) -> new PlanCounts.Changes(EntryKind.valueOf(row.getString(1)),
						ChangeKind.valueOf(row.getString(2)), row.getLong(3), row.getLong(4), row.getLong(5),
						row.getLong(6)),
				run);
		changes.sort(java.util.Comparator.comparing(PlanCounts.Changes::entry).thenComparing(PlanCounts.Changes::kind));
		List<PlanCounts.Decided> decisions = this.jdbc.query("""
				SELECT entry, disposition, desired, existing FROM plan_decision WHERE run_id = ?""",
				(row, index) -> new PlanCounts.Decided(EntryKind.valueOf(row.getString(1)),
						Disposition.valueOf(row.getString(2)), row.getLong(3), row.getLong(4)),
				run);
		return new PlanCounts(changes, decisions);
	}

	public List<Conflict> conflicts(long run, int limit) {
		return this.jdbc.query(
				"SELECT entry, entry_key, reason FROM plan_conflict WHERE run_id = ? ORDER BY seq LIMIT " + limit,
				(row, index) -> new Conflict(EntryKind.valueOf(row.getString(1)), row.getString(2),
						StoredMessage.message(row.getString(3))),
				run);
	}

	/** Why a change failed or was withheld. */
	public @Nullable Message why(long run, PlannedChange change) {
		return this.jdbc
			.queryForList("""
					SELECT why FROM change_outcome WHERE run_id = ? AND phase = ? AND seq = ? AND position = ?""",
					String.class, run, change.phase().number(), change.segment(), change.position())
			.stream()
			.findFirst()
			.map(StoredMessage::message)
			.orElse(null);
	}

	/** Forgets a plan and everything that belongs to it. */
	public void delete(long run) {
		for (String table : List.of("plan_segment", "plan_count", "plan_decision", "plan_conflict", "change_outcome",
				"created_department", "plan")) {
			this.jdbc.update("DELETE FROM " + table + " WHERE run_id = ?", run);
		}
		new FindingStore(this.jdbc).delete(run, FindingStore.Step.PLAN);
	}

	private PlanReader read(Plan plan, boolean open) {
		List<PlanReader.Segment> segments = this.jdbc
			.query(SEGMENTS,
					(row, index) -> new PlanReader.Segment(Phase.of(row.getInt(1)), row.getInt(2), row.getInt(3)),
					plan.run())
			.stream()
			.filter((segment) -> !open || segment.open() > 0)
			.toList();
		return read(plan, segments, open);
	}

	/** The changes of some segments. */
	PlanReader read(Plan plan, List<PlanReader.Segment> segments, boolean open) {
		return new PlanReader(plan.codec(), segments, open, (segment) -> this.jdbc.queryForObject(SEGMENT,
				(row, index) -> new PlanReader.Content(ChangeState.all(row.getBytes(1)), unpack(row.getBytes(2))),
				plan.run(), segment.phase().number(), segment.seq()));
	}

	static ByteSource unpack(byte[] data) {
		ByteSource head = new ByteSource(data);
		int size = head.count();
		return new ByteSource(PackedBlock.unpack(head.rest(), size));
	}

	private static Plan plan(long run, String digest, String departmentSchema, String memberSchema, byte[] names) {
		ByteSource source = new ByteSource(names);
		List<String> departments = new ArrayList<>();
		Map<String, String> paths = new HashMap<>();
		while (source.hasMore()) {
			String department = source.textOrEmpty();
			departments.add(department);
			paths.put(department, source.textOrEmpty());
		}
		return new Plan(run, digest, Schema.of(StoredMessage.names(departmentSchema)),
				Schema.of(StoredMessage.names(memberSchema)), departments, paths);
	}

}
