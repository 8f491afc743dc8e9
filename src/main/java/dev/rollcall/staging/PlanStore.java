package dev.rollcall.staging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

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

	/** How the reasons begin for which a plan withholds a change. */
	private static final String OF_THE_PLAN = "plan.withheld.%";

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

	/**
	 * Changes that are withheld for one reason.
	 *
	 * @param reason why
	 * @param changes how many
	 */
	public record Withheld(Message reason, long changes) {

	}

	/**
	 * What it takes to carry out what is open of a plan.
	 *
	 * @param calls how many calls, 0 where that is no matter
	 * @param atBest how long they take as fast as they are allowed to go
	 */
	public record Effort(long calls, Duration atBest) {

		static final Effort NONE = new Effort(0, Duration.ZERO);

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

	/** Says which limits a plan passes: it is held until a person has looked at it. */
	public void hold(long run, List<Message> breaches) {
		this.jdbc.update("UPDATE plan SET breach = ? WHERE run_id = ?",
				breaches.isEmpty() ? null : StoredMessage.ofAll(breaches), run);
	}

	/** Which limits the plan of a run passes, whether it has been approved or not. */
	public List<Message> breaches(long run) {
		return this.jdbc.queryForList("SELECT COALESCE(breach, '') FROM plan WHERE run_id = ?", String.class, run)
			.stream()
			.flatMap((stored) -> StoredMessage.messages(stored).stream())
			.toList();
	}

	/** Says what it takes to carry out what is open of a plan. */
	public void takes(long run, Effort effort) {
		this.jdbc.update("UPDATE plan SET effort_calls = ?, effort_millis = ? WHERE run_id = ?", effort.calls(),
				effort.atBest().toMillis(), run);
	}

	/** What it takes to carry out what was open of a plan when that was last asked. */
	public Effort effort(long run) {
		return this.jdbc
			.query("SELECT effort_calls, effort_millis FROM plan WHERE run_id = ?",
					(row, index) -> new Effort(row.getLong(1), Duration.ofMillis(row.getLong(2))), run)
			.stream()
			.findFirst()
			.orElse(Effort.NONE);
	}

	/** The changes in the order in which they are carried out. */
	public PlanReader read(Plan plan) {
		return read(plan, (segment) -> true, (state) -> state != ChangeState.ELSEWHERE);
	}

	/** The changes that are still to be carried out. */
	public PlanReader readOpen(Plan plan) {
		return read(plan, (segment) -> segment.open() > 0, ChangeState::isOpen);
	}

	/**
	 * The changes of some phases that have been carried out, or whose answer was lost.
	 */
	public PlanReader readDone(Plan plan, Set<Phase> phases) {
		return read(plan, (segment) -> phases.contains(segment.phase()),
				(state) -> state == ChangeState.DONE || state == ChangeState.SENT);
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

	/**
	 * Why changes are withheld, the reason of most first.
	 * @param limit how many reasons at most
	 */
	public List<Withheld> withheld(long run, int limit) {
		return this.jdbc.query(
				"SELECT why, COUNT(*) FROM change_outcome WHERE run_id = ? AND state = ? GROUP BY why"
						+ " ORDER BY COUNT(*) DESC, why LIMIT " + limit,
				(row, index) -> new Withheld(StoredMessage.message(row.getString(1)), row.getLong(2)), run,
				ChangeState.WITHHELD.name());
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

	/** The changes of some phases that are over, each with the state that it came to. */
	public PlanReader readEnded(Plan plan, Set<Phase> phases) {
		return read(plan, (segment) -> phases.contains(segment.phase()),
				(state) -> state == ChangeState.DONE || state == ChangeState.FAILED || state == ChangeState.WITHHELD);
	}

	/** The changes of some phases that are not done, where the target has refused any. */
	public PlanReader readRefused(Plan plan, Set<Phase> phases) {
		Set<List<Integer>> segments = new HashSet<>(this.jdbc.query("""
				SELECT DISTINCT phase, seq FROM change_outcome WHERE run_id = ? AND why NOT LIKE ?""",
				(row, index) -> List.of(row.getInt(1), row.getInt(2)), plan.run(), OF_THE_PLAN));
		return read(plan,
				(segment) -> phases.contains(segment.phase())
						&& segments.contains(List.of(segment.phase().number(), segment.seq())),
				(state) -> state == ChangeState.FAILED || state == ChangeState.WITHHELD);
	}

	/**
	 * Which changes of a segment the target has refused, or would not try because it had
	 * refused another one; not those that the plan itself withholds.
	 */
	public Set<Integer> refused(long run, Phase phase, int segment) {
		return new HashSet<>(this.jdbc.queryForList("""
				SELECT position FROM change_outcome WHERE run_id = ? AND phase = ? AND seq = ? AND why NOT LIKE ?""",
				Integer.class, run, phase.number(), segment, OF_THE_PLAN));
	}

	/** Whether the target has refused any change of a run. */
	public boolean isAnyRefused(long run) {
		return !this.jdbc
			.queryForList("SELECT run_id FROM change_outcome WHERE run_id = ? AND why NOT LIKE ? LIMIT 1", Long.class,
					run, OF_THE_PLAN)
			.isEmpty();
	}

	/** Forgets a plan and everything that belongs to it. */
	public void delete(long run) {
		for (String table : List.of("plan_segment", "plan_count", "plan_decision", "plan_conflict", "change_outcome",
				"created_department", "plan_returned", "plan_link", "plan")) {
			this.jdbc.update("DELETE FROM " + table + " WHERE run_id = ?", run);
		}
		new FindingStore(this.jdbc).delete(run, FindingStore.Step.PLAN);
	}

	private PlanReader read(Plan plan, Predicate<PlanReader.Segment> pieces, Predicate<ChangeState> wanted) {
		List<PlanReader.Segment> segments = this.jdbc
			.query(SEGMENTS,
					(row, index) -> new PlanReader.Segment(Phase.of(row.getInt(1)), row.getInt(2), row.getInt(3)),
					plan.run())
			.stream()
			.filter(pieces)
			.toList();
		return read(plan, segments, wanted);
	}

	/** Some changes of some segments. */
	PlanReader read(Plan plan, List<PlanReader.Segment> segments, Predicate<ChangeState> wanted) {
		return new PlanReader(plan.codec(), segments, wanted, (segment) -> this.jdbc.queryForObject(SEGMENT,
				(row, index) -> new PlanReader.Content(ChangeState.all(row.getBytes(1)), unpack(row.getBytes(2))),
				plan.run(), segment.phase().number(), segment.seq()));
	}

	/** The digest of the changes of a segment, by how they are stored. */
	static String digest(byte[] data) {
		ByteSource head = new ByteSource(data);
		int size = head.count();
		return Digests.of(PackedBlock.unpack(head.rest(), size), size);
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
