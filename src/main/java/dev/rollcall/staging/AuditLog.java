package dev.rollcall.staging;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who let what happen, and what was done: a log to which entries are only added. The hash
 * of each covers that of the one before, so none can be altered or left out without all
 * behind it telling so. Written in the transaction of what it is about.
 */
public final class AuditLog {

	/** What the first entry has for the hash of the one before. */
	static final String BEGINNING = "0".repeat(64);

	/** What entries have in place of a value that could be a secret. */
	public static final String COVERED = "***";

	private static final String INSERT = """
			INSERT INTO audit_entry (seq, written_at, person, kind, run_id, content, previous_hash, hash)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?)""";

	private static final String FIND = "SELECT " + AuditEntry.COLUMNS + " FROM audit_entry WHERE ";

	private final JdbcTemplate jdbc;

	private final TransactionTemplate together;

	private final Clock clock;

	private final String person;

	/** What an entry is about. */
	public enum Kind {

		/** The log was begun in a database that had runs before: all up to this one. */
		BEGUN,

		/**
		 * A person let a plan pass its limits, or took a source that shrank for whole.
		 */
		APPROVAL,

		/** A run was begun with keys of its job file set otherwise. */
		OVERRIDE,

		/** A run was begun that takes another one back. */
		UNDO,

		/** Changes were carried out. */
		APPLIED,

		/** Failed changes were taken up again. */
		RETRY,

		/** A run was given up. */
		ABANDONED,

		/** What a job needs was defined in its target; about no run, so numbered 0. */
		PREPARED,

		/** Old plans were removed. */
		PRUNED,

		/**
		 * Somebody applied for an account, or a person decided on that; about no run, so
		 * numbered 0.
		 */
		APPLICATION

	}

	/** How the log ends: what anybody may write down elsewhere, to compare later. */
	public record Head(long seq, String hash) {

	}

	/**
	 * A log.
	 * @param person who is at work in this process
	 */
	public AuditLog(JdbcTemplate jdbc, Clock clock, String person) {
		this.jdbc = jdbc;
		this.together = new TransactionTemplate(
				new DataSourceTransactionManager(Objects.requireNonNull(jdbc.getDataSource())));
		this.clock = clock;
		this.person = person;
	}

	/** Who is at work in this process. */
	public String person() {
		return this.person;
	}

	/**
	 * Adds an entry, in the caller's transaction.
	 * @param run the run it is about
	 * @param content lines, each of a key, an equals sign and a value; never a secret or
	 * a personal value
	 */
	public void append(Kind kind, long run, String content) {
		this.together.executeWithoutResult((status) -> {
			// Another process that adds one, too, waits here until this one has
			// committed.
			this.jdbc.update("UPDATE audit_head SET seq = seq + 1");
			Head head = head();
			String now = this.clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
			String hash = hash(head.seq(), now, this.person, kind.name(), run, content, head.hash());
			this.jdbc.update(INSERT, head.seq(), now, this.person, kind.name(), run, content, head.hash(), hash);
			this.jdbc.update("UPDATE audit_head SET hash = ?", hash);
		});
	}

	/** How the log ends; number 0 when there is no entry yet. */
	public Head head() {
		return Objects.requireNonNull(this.jdbc.queryForObject("SELECT seq, hash FROM audit_head",
				(row, index) -> new Head(row.getLong(1), row.getString(2))));
	}

	/** The last entries, the youngest first. */
	public List<AuditEntry> latest(int limit) {
		return this.jdbc.query(FIND + "seq > 0 ORDER BY seq DESC LIMIT " + limit, AuditEntry::of);
	}

	/** Entries in their order behind one, {@code limit} at most. */
	List<AuditEntry> behind(long seq, int limit) {
		return this.jdbc.query(FIND + "seq > ? ORDER BY seq LIMIT " + limit, AuditEntry::of, seq);
	}

	/** Entries of one run in their order behind one, {@code limit} at most. */
	List<AuditEntry> behind(long seq, long run, int limit) {
		return this.jdbc.query(FIND + "run_id = ? AND seq > ? ORDER BY run_id, seq LIMIT " + limit, AuditEntry::of, run,
				seq);
	}

	/** What an entry's hash has to be. */
	static String hash(long seq, String writtenAt, String person, String kind, long run, String content,
			String previous) {
		// Lengths in front, so that nothing can move from one part to the next.
		StringBuilder covered = new StringBuilder();
		for (Object part : List.of(previous, seq, writtenAt, person, kind, run, content)) {
			String text = part.toString();
			covered.append(text.length()).append(':').append(text).append('\n');
		}
		return Digests.of(covered.toString());
	}

}
