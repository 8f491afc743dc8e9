package dev.rollcall.staging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One entry of the audit log.
 *
 * @param seq its number, counted from 1
 * @param writtenAt when, as text that no time zone changes
 * @param person who was at work
 * @param kind what it is about, as {@link AuditLog.Kind} names it
 * @param run which run
 * @param content lines, each of a key, an equals sign and a value
 * @param previousHash the hash of the entry before
 * @param hash its own hash, which covers all of the above
 */
public record AuditEntry(long seq, String writtenAt, String person, String kind, long run, String content,
		String previousHash, String hash) {

	static final String COLUMNS = "seq, written_at, person, kind, run_id, content, previous_hash, hash";

	/** The content by its keys, in their order. */
	public Map<String, String> values() {
		Map<String, String> values = new LinkedHashMap<>();
		this.content.lines().forEach((line) -> {
			int at = line.indexOf('=');
			values.put(line.substring(0, Math.max(at, 0)), line.substring(at + 1));
		});
		return values;
	}

	boolean is(AuditLog.Kind other) {
		return this.kind.equals(other.name());
	}

	/** What the hash has to be. */
	String expectedHash() {
		return AuditLog.hash(this.seq, this.writtenAt, this.person, this.kind, this.run, this.content,
				this.previousHash);
	}

	static AuditEntry of(ResultSet row, int index) throws SQLException {
		return new AuditEntry(row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getLong(5),
				row.getString(6), row.getString(7), row.getString(8));
	}

}
