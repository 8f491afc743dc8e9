package dev.rollcall.staging;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The large objects of an HSQLDB, which have a file of their own. The room of a deleted
 * one can be used again only after a checkpoint, which {@code SHUTDOWN} is not; and the
 * file becomes shorter only when its end is free.
 */
final class LargeObjects {

	/** Large objects by their tables: the keys of a row, and the column. */
	private static final Map<String, List<String>> COLUMNS = new LinkedHashMap<>();

	static {
		COLUMNS.put("plan", List.of("run_id", "departments"));
		COLUMNS.put("plan_segment", List.of("run_id", "phase", "seq", "data"));
		COLUMNS.put("snapshot_segment", List.of("run_id", "side", "kind", "seq", "data"));
	}

	private static final String DELETED = "SELECT COUNT(*) FROM SYSTEM_LOBS.LOB_IDS WHERE LOB_USAGE_COUNT < 1";

	private final JdbcTemplate jdbc;

	LargeObjects(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/** Lets the room of deleted ones be used again, if there are any. */
	void reclaim() {
		Long deleted = this.jdbc.queryForObject(DELETED, Long.class);
		if (deleted != null && deleted > 0) {
			this.jdbc.execute("CHECKPOINT");
		}
	}

	/**
	 * Moves all to the beginning of their file and cuts that off behind the last. Each is
	 * written anew where room was free; what found none there finds it the second time.
	 */
	void compact() {
		reclaim();
		for (int round = 0; round < 2; round++) {
			COLUMNS.forEach(this::rewrite);
			reclaim();
		}
	}

	private void rewrite(String table, List<String> columns) {
		List<String> keys = columns.subList(0, columns.size() - 1);
		String column = columns.get(columns.size() - 1);
		String where = " WHERE " + String.join(" AND ", keys.stream().map((key) -> key + " = ?").toList());
		List<Object[]> rows = this.jdbc.query("SELECT " + String.join(", ", keys) + " FROM " + table, (row, index) -> {
			Object[] key = new Object[keys.size()];
			for (int i = 0; i < key.length; i++) {
				key[i] = row.getObject(i + 1);
			}
			return key;
		});
		for (Object[] key : rows) {
			byte[] content = this.jdbc.queryForObject("SELECT " + column + " FROM " + table + where, byte[].class, key);
			Object[] arguments = new Object[key.length + 1];
			arguments[0] = content;
			System.arraycopy(key, 0, arguments, 1, key.length);
			this.jdbc.update("UPDATE " + table + " SET " + column + " = ?" + where, arguments);
		}
	}

}
