package dev.rollcall.staging;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Puts what the ledger held in one row for each field into one row for each member. Named
 * as Flyway wants it.
 */
final class V7__Ledger_by_member extends BaseJavaMigration {

	/** Enough to be quick, few enough to fit into memory, whatever they hold. */
	private static final int AT_ONCE = 500;

	private static final String MEMBERS = """
			SELECT target, member_ref, MAX(run_id) FROM ledger_field
			WHERE target > ? OR (target = ? AND member_ref > ?)
			GROUP BY target, member_ref ORDER BY target, member_ref LIMIT\s""" + AT_ONCE;

	/** A member of a target, and the last run that has written to it. */
	private record Known(String target, String ref, long run) {

	}

	@Override
	public void migrate(Context context) {
		move(new JdbcTemplate(new SingleConnectionDataSource(context.getConnection(), true)));
	}

	static void move(JdbcTemplate jdbc) {
		Known last = new Known("", "", 0);
		for (List<Known> page = behind(jdbc, last); !page.isEmpty(); page = behind(jdbc, last)) {
			jdbc.batchUpdate(LedgerTable.OF_MEMBERS.insert(),
					page.stream()
						.map((member) -> new Object[] { member.target(), member.ref(),
								LedgerCodec.encoded(fields(jdbc, member)), member.run() })
						.toList());
			last = page.get(page.size() - 1);
		}
		jdbc.execute("DROP TABLE ledger_field");
	}

	private static List<Known> behind(JdbcTemplate jdbc, Known last) {
		return jdbc.query(MEMBERS, (row, index) -> new Known(row.getString(1), row.getString(2), row.getLong(3)),
				last.target(), last.target(), last.ref());
	}

	private static Map<String, String> fields(JdbcTemplate jdbc, Known member) {
		Map<String, String> fields = new TreeMap<>();
		jdbc.query("SELECT field, content FROM ledger_field WHERE target = ? AND member_ref = ?", (row) -> {
			fields.put(row.getString(1), row.getString(2));
		}, member.target(), member.ref());
		return fields;
	}

}
