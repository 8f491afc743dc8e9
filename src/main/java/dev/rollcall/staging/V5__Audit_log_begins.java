package dev.rollcall.staging;

import java.sql.Connection;
import java.time.Clock;

import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Says in the audit log which runs are older than it, if there are any: what they have
 * done stands in no entry. Named as Flyway wants it.
 */
final class V5__Audit_log_begins extends BaseJavaMigration {

	@Override
	public void migrate(Context context) {
		begin(context.getConnection());
	}

	private static void begin(Connection connection) {
		JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
		Long last = jdbc.queryForObject("SELECT MAX(id) FROM run", Long.class);
		if (last != null) {
			new AuditLog(jdbc, Clock.systemUTC(), "rollcall").append(AuditLog.Kind.BEGUN, last, "runs-before=" + last);
		}
	}

}
