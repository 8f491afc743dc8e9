package dev.rollcall.connector.jdbc;

import java.util.List;
import java.util.Set;

import javax.sql.DataSource;

import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Schema;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The tables of one directory. In the embedded one, writing joins the transaction of
 * whoever calls.
 */
final class Tables {

	private static final Set<String> COLUMNS = Set.copyOf(FieldNames.OF_MEMBERS);

	/** What every field takes, in characters. */
	private static final int SHORT = 10;

	private final JdbcTemplate jdbc;

	private final TransactionTemplate together;

	private final TransactionTemplate apart;

	private Schema members;

	Tables(DataSource dataSource) {
		this.jdbc = new JdbcTemplate(dataSource);
		DataSourceTransactionManager transactions = new DataSourceTransactionManager(dataSource);
		this.together = new TransactionTemplate(transactions);
		this.apart = new TransactionTemplate(transactions);
		this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
		this.members = Schema.of(FieldNames.OF_MEMBERS)
			.with(this.jdbc.queryForList("SELECT name FROM directory_custom_field ORDER BY name", String.class));
	}

	JdbcTemplate jdbc() {
		return this.jdbc;
	}

	/** Writes of one batch commit together. */
	TransactionTemplate together() {
		return this.together;
	}

	/** What fails in here is undone without the rest of the batch. */
	TransactionTemplate apart() {
		return this.apart;
	}

	/** The standard fields, which have columns, and behind them the custom ones. */
	Schema members() {
		return this.members;
	}

	static boolean isColumn(String field) {
		return COLUMNS.contains(field);
	}

	/** Makes sure that a custom field can be written. */
	void define(String field) {
		if (!this.members.has(field)) {
			this.jdbc.update("INSERT INTO directory_custom_field (name) VALUES (?)", field);
			this.members = this.members.with(List.of(field));
		}
	}

	/** Whether a value has more characters than its field takes. */
	static boolean isTooLong(String field, String value) {
		// Most values fit anywhere; only of the others are the characters counted.
		return value.length() > SHORT && value.codePointCount(0, value.length()) > width(field);
	}

	/** How much a field takes, in characters. */
	static int width(String field) {
		return switch (field) {
			case FieldNames.POSITION, FieldNames.ADDRESS -> 128;
			case FieldNames.MOBILE, FieldNames.TELEPHONE -> 32;
			case FieldNames.GENDER, FieldNames.ENABLED -> 10;
			case FieldNames.STATUS, FieldNames.WECHAT_PLUGIN -> 20;
			default -> isColumn(field) ? 64 : 32_767;
		};
	}

	/** What a column holds: nothing for an empty value. */
	static @Nullable String stored(@Nullable String value) {
		return (value == null || value.isEmpty()) ? null : value;
	}

}
