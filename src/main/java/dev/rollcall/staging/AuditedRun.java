package dev.rollcall.staging;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.rollcall.staging.AuditedPlan.Place;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Compares one run with its entries in the audit log: whatever somebody has decided about
 * it or it has done stands there.
 */
final class AuditedRun {

	private final JdbcTemplate jdbc;

	private final AuditLog log;

	private final AuditFaults faults;

	private final Map<AuditLog.Kind, Integer> entries = new EnumMap<>(AuditLog.Kind.class);

	private final Set<Place> missing = new HashSet<>();

	private long done;

	private long changes;

	/**
	 * What is known of a run.
	 *
	 * @param id its number
	 * @param state how it stands
	 * @param overrides the keys set for it, a line each
	 * @param undo whether it takes another one back
	 * @param retries how often its failed changes were taken up again
	 * @param pruned whether all but its figures was removed
	 * @param approved whether a person let its plan through
	 */
	record Facts(long id, RunState state, String overrides, boolean undo, int retries, boolean pruned,
			boolean approved) {

		static final String SELECT = """
				SELECT id, state, overrides, undoes, retries, pruned_at,
					(SELECT COUNT(*) FROM approval WHERE approval.run_id = run.id)
				FROM run WHERE id > ? ORDER BY id LIMIT 200""";

		static List<Facts> behind(long run, JdbcTemplate jdbc) {
			return jdbc
				.query(SELECT,
						(row, index) -> new Facts(row.getLong(1), RunState.valueOf(row.getString(2)), row.getString(3),
								row.getObject(4) != null, row.getInt(5), row.getObject(6) != null, row.getInt(7) > 0),
						run);
		}

	}

	AuditedRun(JdbcTemplate jdbc, AuditLog log, AuditFaults faults) {
		this.jdbc = jdbc;
		this.log = log;
		this.faults = faults;
	}

	/**
	 * Checks a run.
	 * @param older whether it began before the log did
	 */
	void check(Facts run, boolean older) {
		Set<Place> places = Set.copyOf(this.jdbc.query("SELECT phase, seq FROM plan_segment WHERE run_id = ?",
				(row, index) -> new Place(row.getInt(1), row.getInt(2)), run.id()));
		AuditedPlan plan = new AuditedPlan(this.jdbc, this.log, this.faults, run.id(), older);
		plan.forEachEntry((entry) -> take(entry, run, places));
		checkDecisions(run, older);
		if (run.pruned()) {
			checkPruned(run, places, older);
		}
		else {
			plan.check();
			this.changes = plan.changes();
		}
	}

	/** How many changes of its plan have been looked at. */
	long changes() {
		return this.changes;
	}

	private void take(AuditEntry entry, Facts run, Set<Place> places) {
		for (AuditLog.Kind kind : AuditLog.Kind.values()) {
			if (entry.is(kind)) {
				this.entries.merge(kind, 1, Integer::sum);
			}
		}
		if (entry.is(AuditLog.Kind.OVERRIDE) && !agree(run.overrides(), entry.content())) {
			this.faults.add("staging.audit.overrides", run.id(), entry.seq());
		}
		Applied applied = AuditedPlan.applied(entry);
		if (applied != null) {
			this.done += applied.count(ChangeState.DONE);
			Place place = new Place(applied.phase().number(), applied.segment());
			if (!run.pruned() && !places.contains(place) && this.missing.add(place)) {
				this.faults.add("staging.audit.segment-gone", entry.seq(), run.id(), place.name());
			}
		}
	}

	private void checkDecisions(Facts run, boolean older) {
		if (!older) {
			// One that takes another back has the keys of that one.
			require(!run.overrides().isEmpty() && !run.undo(), AuditLog.Kind.OVERRIDE, run);
			require(run.undo(), AuditLog.Kind.UNDO, run);
		}
		require(run.state() == RunState.ABANDONED && !older, AuditLog.Kind.ABANDONED, run);
		require(run.approved(), AuditLog.Kind.APPROVAL, run);
		require(run.pruned(), AuditLog.Kind.PRUNED, run);
		if (run.retries() > count(AuditLog.Kind.RETRY)) {
			this.faults.add("staging.audit.unsaid", run.id(), Applied.word(AuditLog.Kind.RETRY));
		}
		if (!run.pruned() && count(AuditLog.Kind.PRUNED) > 0) {
			this.faults.add("staging.audit.not-pruned", run.id());
		}
	}

	private void require(boolean decided, AuditLog.Kind kind, Facts run) {
		if (decided && count(kind) == 0) {
			this.faults.add("staging.audit.unsaid", run.id(), Applied.word(kind));
		}
	}

	private int count(AuditLog.Kind kind) {
		return this.entries.getOrDefault(kind, 0);
	}

	/** The plan is gone; its figures and the entries still say how much was done. */
	private void checkPruned(Facts run, Set<Place> places, boolean older) {
		if (!places.isEmpty()) {
			this.faults.add("staging.audit.not-pruned", run.id());
		}
		Long counted = this.jdbc.queryForObject("SELECT SUM(done) FROM plan_count WHERE run_id = ?", Long.class,
				run.id());
		long figures = (counted != null) ? counted : 0;
		if (!older && figures != this.done) {
			this.faults.add("staging.audit.count", run.id(), figures, Applied.word(ChangeState.DONE), this.done);
		}
	}

	/** Whether an entry tells the keys that a run was begun with; secrets are covered. */
	private static boolean agree(String overrides, String told) {
		List<String> set = overrides.lines().toList();
		List<String> said = told.lines().toList();
		boolean agree = set.size() == said.size();
		for (int i = 0; agree && i < set.size(); i++) {
			String key = set.get(i).substring(0, set.get(i).indexOf('=') + 1);
			agree = said.get(i).equals(set.get(i)) || said.get(i).equals(key + AuditLog.COVERED);
		}
		return agree;
	}

}
