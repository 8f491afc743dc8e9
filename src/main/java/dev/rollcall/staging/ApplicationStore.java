package dev.rollcall.staging;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.rollcall.directory.Userid;
import dev.rollcall.staging.Application.State;
import dev.rollcall.staging.Application.Word;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Keeps applications. Of a member and a target one at most is open, and whatever changes
 * one says how it must stand for that: of two who decide at once, one is told that they
 * came too late.
 */
public final class ApplicationStore {

	private static final String INSERT = """
			INSERT INTO application (id, target, job, userid, userid_key, state, token_hash, open_subject, made_by, made_at,
				expires_at)
			VALUES (?, ?, ?, ?, ?, 'PENDING', ?, ?, ?, ?, ?)""";

	private static final String RENEW = """
			UPDATE application SET job = ?, userid = ?, token_hash = ?, made_by = ?, made_at = ?, expires_at = ?
			WHERE open_subject = ? AND state = 'PENDING' AND expires_at > ?""";

	private static final String DECIDE = """
			UPDATE application SET state = ?, granted = ?, open_subject = NULL, decided_by = ?, decided_at = ?, decided_why = ?
			WHERE token_hash = ? AND state = 'PENDING' AND expires_at > ?""";

	private static final String SUPERSEDE = """
			UPDATE application SET state = 'SUPERSEDED', ended_by = ?, ended_at = ?, ended_why = ?
			WHERE userid_key = ? AND target = ? AND state = 'APPROVED' AND id <> ?""";

	private static final String WITHDRAW = """
			UPDATE application SET state = 'WITHDRAWN', open_subject = NULL, ended_by = ?, ended_at = ?, ended_why = ?
			WHERE id = ? AND state IN ('PENDING', 'APPROVED')""";

	/** One that has ended since had not ended then. */
	private static final String ADMITTED = """
			SELECT userid_key, granted FROM application
			WHERE target = ? AND state IN ('APPROVED', 'WITHDRAWN', 'SUPERSEDED') AND decided_at <= ?
				AND (ended_at IS NULL OR ended_at > ?)
			ORDER BY decided_at, id""";

	private static final String APPROVED = """
			SELECT userid_key, imported_at FROM application WHERE target = ? AND state = 'APPROVED'""";

	private static final String IMPORTED = """
			UPDATE application SET imported_at = ? WHERE userid_key = ? AND target = ? AND state = 'APPROVED'""";

	private final JdbcTemplate jdbc;

	/**
	 * An application that is made.
	 *
	 * @param target the directory, as its identity names it
	 * @param job the job by which it is made
	 * @param userid whose account it would be
	 * @param made who makes it, and when
	 * @param expiresAt until when something can be decided
	 */
	public record Wish(String target, String job, String userid, Word made, Instant expiresAt) {

		String subject() {
			return Digests.of(Userid.key(this.userid) + "\n" + this.target);
		}

	}

	/**
	 * What became of a wish.
	 *
	 * @param application the open application
	 * @param renewed whether it was open before, and its former token is good no more
	 */
	public record Opened(Application application, boolean renewed) {

	}

	public ApplicationStore(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Opens an application, or gives the one that is open another token. To be tried
	 * again when another process does the same at the same moment.
	 */
	public Opened open(Wish wish, ApplicationToken token) {
		Timestamp now = Timestamp.from(wish.made().at());
		int renewed = this.jdbc.update(RENEW, wish.job(), wish.userid(), token.hash(), wish.made().by(), now,
				Timestamp.from(wish.expiresAt()), wish.subject(), now);
		if (renewed == 0) {
			insert(wish, token, now);
		}
		Application open = byToken(token);
		if (open == null) {
			throw new IllegalStateException("an application that was opened is there");
		}
		return new Opened(open, renewed > 0);
	}

	/** One that has expired makes room for another. */
	private void insert(Wish wish, ApplicationToken token, Timestamp now) {
		this.jdbc.update("UPDATE application SET open_subject = NULL WHERE open_subject = ?", wish.subject());
		Long last = this.jdbc.queryForObject("SELECT COALESCE(MAX(id), 0) FROM application", Long.class);
		this.jdbc.update(INSERT, ((last != null) ? last : 0) + 1, wish.target(), wish.job(), wish.userid(),
				Userid.key(wish.userid()), token.hash(), wish.subject(), wish.made().by(), now,
				Timestamp.from(wish.expiresAt()));
	}

	/** Whose token it is, whatever has become of it; null when it is nobody's. */
	public @Nullable Application byToken(ApplicationToken token) {
		return first(this.jdbc.query(ApplicationRow.SELECT + "token_hash = ?", ApplicationRow::read, token.hash()));
	}

	public @Nullable Application find(long id) {
		return first(this.jdbc.query(ApplicationRow.SELECT + "id = ?", ApplicationRow::read, id));
	}

	/** All of them, the youngest first. */
	public List<Application> all() {
		return this.jdbc.query(ApplicationRow.SELECT + "id > 0 ORDER BY id DESC", ApplicationRow::read);
	}

	/**
	 * Approves the application of a token, in place of an earlier one of the same member.
	 * @return whether it was open until now
	 */
	public boolean approve(ApplicationToken token, Set<String> groups, Word word) {
		if (!decide(State.APPROVED, token, groups, word)) {
			return false;
		}
		Application approved = byToken(token);
		if (approved != null) {
			this.jdbc.update(SUPERSEDE, word.by(), Timestamp.from(word.at()), word.why(), Userid.key(approved.userid()),
					approved.target(), approved.id());
		}
		return true;
	}

	/**
	 * Rejects the application of a token.
	 * @return whether it was open until now
	 */
	public boolean reject(ApplicationToken token, Word word) {
		return decide(State.REJECTED, token, Set.of(), word);
	}

	private boolean decide(State state, ApplicationToken token, Set<String> groups, Word word) {
		Timestamp now = Timestamp.from(word.at());
		return this.jdbc.update(DECIDE, state.name(), ApplicationRow.joined(groups), word.by(), now, word.why(),
				token.hash(), now) > 0;
	}

	/**
	 * Takes an application back, approved or not.
	 * @return whether there was something to be taken back
	 */
	public boolean withdraw(long id, Word word) {
		return this.jdbc.update(WITHDRAW, word.by(), Timestamp.from(word.at()), word.why(), id) > 0;
	}

	/**
	 * Who was to have an account in a target at some time, by the key of their userid,
	 * with the groups that were approved.
	 */
	public Map<String, Set<String>> admitted(String target, Instant at) {
		Map<String, Set<String>> admitted = new HashMap<>();
		this.jdbc.query(ADMITTED, (row) -> {
			admitted.put(row.getString(1), ApplicationRow.groups(row.getString(2)));
		}, target, Timestamp.from(at), Timestamp.from(at));
		return admitted;
	}

	/**
	 * The keys of those who are to have an account now, each with whether a run has given
	 * it to them.
	 */
	public Map<String, Boolean> imported(String target) {
		Map<String, Boolean> imported = new HashMap<>();
		this.jdbc.query(APPROVED, (row) -> {
			imported.put(row.getString(1), row.getTimestamp(2) != null);
		}, target);
		return imported;
	}

	/**
	 * A run has given somebody the account, or taken it away.
	 * @param at when it was given, null when it was taken away
	 */
	public void imported(String target, String userid, @Nullable Instant at) {
		this.jdbc.update(IMPORTED, (at != null) ? Timestamp.from(at) : null, Userid.key(userid), target);
	}

	private static @Nullable Application first(List<Application> found) {
		return found.isEmpty() ? null : found.get(0);
	}

}
