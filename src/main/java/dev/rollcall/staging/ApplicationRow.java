package dev.rollcall.staging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import dev.rollcall.staging.Application.Word;
import org.jspecify.annotations.Nullable;

/** An application as its table holds it. */
final class ApplicationRow {

	static final String SELECT = """
			SELECT id, target, job, userid, state, made_by, made_at, expires_at, granted, decided_by, decided_at, decided_why,
				ended_by, ended_at, ended_why, imported_at
			FROM application WHERE\s""";

	private ApplicationRow() {
	}

	static Application read(ResultSet row, int index) throws SQLException {
		Timestamp imported = row.getTimestamp(16);
		return new Application(row.getLong(1), row.getString(2), row.getString(3), row.getString(4),
				Application.State.valueOf(row.getString(5)),
				new Word(row.getString(6), row.getTimestamp(7).toInstant(), ""), row.getTimestamp(8).toInstant(),
				groups(row.getString(9)), word(row, 10), word(row, 13),
				(imported != null) ? imported.toInstant() : null);
	}

	/** Groups in one column. */
	static String joined(Collection<String> groups) {
		return String.join(",", new TreeSet<>(groups));
	}

	static Set<String> groups(String joined) {
		return joined.isEmpty() ? Set.of() : new LinkedHashSet<>(List.of(joined.split(",")));
	}

	private static @Nullable Word word(ResultSet row, int first) throws SQLException {
		String by = row.getString(first);
		Timestamp at = row.getTimestamp(first + 1);
		String why = row.getString(first + 2);
		Instant when = (at != null) ? at.toInstant() : null;
		return (by == null || when == null) ? null : new Word(by, when, (why != null) ? why : "");
	}

}
