package dev.rollcall.staging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.Message;
import dev.rollcall.plan.ChangeKind;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Keeps how far each change of a plan has come. None ends without an entry in the audit
 * log, which is written in the same transaction.
 */
public final class PlanProgress {

	private static final String STATES = """
			SELECT states FROM plan_segment WHERE run_id = ? AND phase = ? AND seq = ?""";

	private static final String DIGEST = """
			SELECT digest FROM plan_segment WHERE run_id = ? AND phase = ? AND seq = ?""";

	private static final String DATA = """
			SELECT data FROM plan_segment WHERE run_id = ? AND phase = ? AND seq = ?""";

	private static final String UPDATE = """
			UPDATE plan_segment SET states = ?, open_changes = ? WHERE run_id = ? AND phase = ? AND seq = ?""";

	private static final String COUNT = """
			UPDATE plan_count SET done = done + ?, failed = failed + ?, withheld = withheld + ?
			WHERE run_id = ? AND entry = ? AND kind = ?""";

	private final JdbcTemplate jdbc;

	private final AuditLog audit;

	/**
	 * What became of a change.
	 *
	 * @param change which one
	 * @param state how it ended
	 * @param why why it did not, null when done
	 * @param ref how the target addresses a member that was created, if it has told that;
	 * else null
	 */
	public record Result(PlannedChange change, ChangeState state, @Nullable Message why, @Nullable String ref) {

		public Result(PlannedChange change, ChangeState state, @Nullable Message why) {
			this(change, state, why, null);
		}

	}

	public PlanProgress(JdbcTemplate jdbc, AuditLog audit) {
		this.jdbc = jdbc;
		this.audit = audit;
	}

	/** Says that changes of one phase are about to be handed to the target. */
	public void sent(long run, List<PlannedChange> changes) {
		if (!changes.isEmpty()) {
			segments(changes.stream().map((change) -> new Result(change, ChangeState.SENT, null)).toList())
				.forEach((results) -> write(run, results));
		}
	}

	/** Says what became of changes of one phase, whichever segments they stand in. */
	public void ended(long run, List<Result> results) {
		segments(results).forEach((segment) -> endedInOne(run, segment));
	}

	private void endedInOne(long run, List<Result> results) {
		write(run, results);
		Map<List<Object>, long[]> counts = new HashMap<>();
		for (Result result : results) {
			EntryKind entry = result.change().change().entry();
			ChangeKind kind = result.change().change().kind();
			long[] count = counts.computeIfAbsent(List.of(entry, kind), (any) -> new long[3]);
			switch (result.state()) {
				case DONE -> count[0]++;
				case FAILED -> count[1]++;
				case WITHHELD -> count[2]++;
				case PENDING, SENT, ELSEWHERE -> throw new IllegalArgumentException(result + " has not ended");
			}
			if (result.why() != null) {
				PlannedChange change = result.change();
				this.jdbc.update(OutcomeTable.INSERT, run, change.phase().number(), change.segment(), change.position(),
						result.state().name(), StoredMessage.of(result.why()));
			}
		}
		counts.forEach((key, count) -> this.jdbc.update(COUNT, count[0], count[1], count[2], run, key.get(0).toString(),
				key.get(1).toString()));
		this.audit.append(AuditLog.Kind.APPLIED, run,
				Applied.of(results, digest(run, results.get(0).change())).content());
	}

	/**
	 * Takes changes of one segment up again that had ended.
	 * @param results what is to become of each: still to be carried out, done after all,
	 * or failed for another reason
	 */
	public void reopened(long run, List<Result> results) {
		write(run, results);
		for (Result result : results) {
			PlannedChange change = result.change();
			this.jdbc.update("DELETE FROM change_outcome WHERE run_id = ? AND phase = ? AND seq = ? AND position = ?",
					run, change.phase().number(), change.segment(), change.position());
			if (result.why() != null) {
				this.jdbc.update(OutcomeTable.INSERT, run, change.phase().number(), change.segment(), change.position(),
						result.state().name(), StoredMessage.of(result.why()));
			}
			this.jdbc.update(COUNT, growth(result, ChangeState.DONE), growth(result, ChangeState.FAILED),
					growth(result, ChangeState.WITHHELD), run, change.change().entry().name(),
					change.change().kind().name());
		}
	}

	/** Those of one segment together, in the order in which the segments come. */
	private static Collection<List<Result>> segments(List<Result> results) {
		Map<List<Object>, List<Result>> segments = new LinkedHashMap<>();
		for (Result result : results) {
			PlannedChange change = result.change();
			segments.computeIfAbsent(List.of(change.phase(), change.segment()), (segment) -> new ArrayList<>())
				.add(result);
		}
		return segments.values();
	}

	/** By how much the number of changes in a state grows. */
	private static int growth(Result result, ChangeState state) {
		return ((result.state() == state) ? 1 : 0) - ((result.change().state() == state) ? 1 : 0);
	}

	private void write(long run, List<Result> results) {
		PlannedChange first = results.get(0).change();
		byte[] states = Objects.requireNonNull(
				this.jdbc.queryForObject(STATES, byte[].class, run, first.phase().number(), first.segment()));
		for (Result result : results) {
			states[result.change().position()] = result.state().code();
		}
		long open = ChangeState.all(states).stream().filter(ChangeState::isOpen).count();
		this.jdbc.update(UPDATE, states, open, run, first.phase().number(), first.segment());
	}

	/**
	 * The digest of a segment; those older than the audit log have not been given any.
	 */
	private String digest(long run, PlannedChange change) {
		Object[] segment = { run, change.phase().number(), change.segment() };
		String digest = this.jdbc.queryForObject(DIGEST, String.class, segment);
		return (digest != null && !digest.isEmpty()) ? digest
				: PlanStore.digest(Objects.requireNonNull(this.jdbc.queryForObject(DATA, byte[].class, segment)));
	}

}
