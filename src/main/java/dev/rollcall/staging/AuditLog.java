package dev.rollcall.staging;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Who let what happen, and what was done: a log to which entries are only added. The hash
 * of each covers that of the one before, so none can be altered or left out without all
 * behind it telling so. Written in the transaction of what it is about.
 */
public final class AuditLog {

	/** What the first entry has for the hash of the one before. */
	static final String BEGINNING = "0".repeat(64);

	private static final String INSERT = """
			INSERT INTO audit_entry (seq, written_at, person, kind, run_id, content, previous_hash, hash)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?)""";

	private final JdbcTemplate jdbc;

	private final Clock clock;

	private final String person;

	/** What an entry is about. */
	public enum Kind {

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

		/** Old plans were removed. */
		PRUNED

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
		Head head = head();
		String now = this.clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
		long seq = head.seq() + 1;
		this.jdbc.update(INSERT, seq, now, this.person, kind.name(), run, content, head.hash(),
				hash(seq, now, this.person, kind.name(), run, content, head.hash()));
	}

	/** The last entry; number 0 when there is none yet. */
	public Head head() {
		List<Head> last = this.jdbc.query("SELECT seq, hash FROM audit_entry ORDER BY seq DESC LIMIT 1",
				(row, index) -> new Head(row.getLong(1), row.getString(2)));
		return last.isEmpty() ? new Head(0, BEGINNING) : last.get(0);
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
