package dev.rollcall.staging;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import dev.rollcall.plan.Phase;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Compares the plan of one run with what the audit log says of it, some segments at a
 * time, so that memory does not grow with the plan: the changes are the ones that were
 * carried out, and have ended as entries say, no more of them and no fewer.
 */
final class AuditedPlan {

	/** How many segments at once; for each, all entries of the run are gone through. */
	private static final int WINDOW = 1000;

	private static final int PAGE = 500;

	private static final String SEGMENTS = """
			SELECT phase, seq FROM plan_segment WHERE run_id = ? ORDER BY phase, seq""";

	private static final String CONTENT = """
			SELECT data, states, digest FROM plan_segment WHERE run_id = ? AND phase = ? AND seq = ?""";

	private final JdbcTemplate jdbc;

	private final AuditLog log;

	private final AuditFaults faults;

	private final long run;

	/** Whether what was done before the log began stands in no entry. */
	private final boolean older;

	private final MessageDigest digest = Digests.begin();

	private final long[] counts = new long[ChangeState.values().length];

	private @Nullable Phase phase;

	/** A segment, by its place. */
	record Place(int phase, int segment) {

		String name() {
			return Applied.word(Phase.of(this.phase)) + " " + this.segment;
		}

	}

	AuditedPlan(JdbcTemplate jdbc, AuditLog log, AuditFaults faults, long run, boolean older) {
		this.jdbc = jdbc;
		this.log = log;
		this.faults = faults;
		this.run = run;
		this.older = older;
	}

	/** Checks all segments and what they come to. */
	void check() {
		List<Place> places = this.jdbc.query(SEGMENTS, (row, index) -> new Place(row.getInt(1), row.getInt(2)),
				this.run);
		for (int from = 0; from < places.size(); from += WINDOW) {
			check(places.subList(from, Math.min(from + WINDOW, places.size())));
		}
		advanceTo(null);
		checkDigest();
		checkCounts();
	}

	/** How many changes have been looked at. */
	long changes() {
		long all = 0;
		for (ChangeState state : ChangeState.values()) {
			all += (state != ChangeState.ELSEWHERE) ? this.counts[state.code()] : 0;
		}
		return all;
	}

	private void check(List<Place> window) {
		Map<Place, AuditedSegment> said = new HashMap<>();
		window.forEach((place) -> said.put(place, new AuditedSegment()));
		forEachEntry((entry) -> take(entry, said));
		window.forEach((place) -> check(place, said.getOrDefault(place, new AuditedSegment())));
	}

	/** Goes through all entries of the run. */
	void forEachEntry(Consumer<AuditEntry> visitor) {
		List<AuditEntry> page = this.log.behind(0, this.run, PAGE);
		while (!page.isEmpty()) {
			page.forEach(visitor);
			page = this.log.behind(page.get(page.size() - 1).seq(), this.run, PAGE);
		}
	}

	private void take(AuditEntry entry, Map<Place, AuditedSegment> said) {
		if (entry.is(AuditLog.Kind.RETRY)) {
			said.values().forEach(AuditedSegment::reopen);
		}
		Applied applied = applied(entry);
		AuditedSegment segment = (applied != null) ? said.get(new Place(applied.phase().number(), applied.segment()))
				: null;
		if (applied != null && segment != null) {
			segment.take(entry.seq(), applied);
		}
	}

	/** What an entry says of changes; null when it says nothing that can be read. */
	static @Nullable Applied applied(AuditEntry entry) {
		try {
			return entry.is(AuditLog.Kind.APPLIED) ? Applied.parse(entry.values()) : null;
		}
		catch (IllegalArgumentException ex) {
			// It has been altered, which its hash has told.
			return null;
		}
	}

	private void check(Place place, AuditedSegment said) {
		this.jdbc.query(CONTENT, (row) -> {
			String held = digest(row.getBytes(1));
			checkChanges(place, said, held, row.getString(3));
			checkStates(place, said, row.getBytes(2));
			advanceTo(Phase.of(place.phase()));
			update(held + ' ' + HexFormat.of().formatHex(said.planned(row.getBytes(2))) + '\n');
		}, this.run, place.phase(), place.segment());
	}

	private void checkChanges(Place place, AuditedSegment said, @Nullable String held, String stored) {
		if (held == null || (!stored.isEmpty() && !held.equals(stored))) {
			this.faults.add("staging.audit.changes-altered", this.run, place.name());
		}
		said.otherDigests(String.valueOf(held))
			.forEach((digest, seq) -> this.faults.add("staging.audit.other-changes", this.run, place.name(), seq));
	}

	private void checkStates(Place place, AuditedSegment said, byte[] states) {
		if (!this.older) {
			said.withoutEntry(states)
				.forEach((range) -> this.faults.add("staging.audit.without-entry", this.run, place.name(), range));
		}
		said.withoutEnd(states)
			.forEach((range) -> this.faults.add("staging.audit.without-end", this.run, place.name(), range));
		for (byte state : states) {
			if (state >= 0 && state < this.counts.length) {
				this.counts[state]++;
			}
		}
	}

	/** The digest of some changes; null when they cannot be read any more. */
	private static @Nullable String digest(byte[] data) {
		try {
			return PlanStore.digest(data);
		}
		catch (RuntimeException ex) {
			return null;
		}
	}

	/**
	 * Adds the names of phases to the digest of the plan, as whoever wrote it has done.
	 */
	private void advanceTo(@Nullable Phase next) {
		for (Phase each : Phase.values()) {
			boolean due = this.phase == null || each.compareTo(this.phase) > 0;
			if (due && (next == null || each.compareTo(next) <= 0)) {
				update(each + "\n");
			}
		}
		this.phase = (next != null) ? next : this.phase;
	}

	private void update(String text) {
		this.digest.update(text.getBytes(StandardCharsets.UTF_8));
	}

	private void checkDigest() {
		if (this.older && this.counts[ChangeState.WITHHELD.code()] > 0) {
			// Whether those were withheld by the plan or by the target, no entry tells.
			return;
		}
		String held = Digests.hex(this.digest);
		this.jdbc.queryForList("SELECT digest FROM plan WHERE run_id = ?", String.class, this.run)
			.stream()
			.filter((stored) -> !stored.equals(held))
			.forEach((stored) -> this.faults.add("staging.audit.plan-altered", this.run));
	}

	private void checkCounts() {
		this.jdbc.query("SELECT SUM(done), SUM(failed), SUM(withheld) FROM plan_count WHERE run_id = ?", (row) -> {
			checkCount(ChangeState.DONE, row.getLong(1));
			checkCount(ChangeState.FAILED, row.getLong(2));
			checkCount(ChangeState.WITHHELD, row.getLong(3));
		}, this.run);
	}

	private void checkCount(ChangeState state, long counted) {
		long there = this.counts[state.code()];
		if (there != counted) {
			this.faults.add("staging.audit.count", this.run, counted, Applied.word(state), there);
		}
	}

}
