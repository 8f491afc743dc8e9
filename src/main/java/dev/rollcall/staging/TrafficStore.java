package dev.rollcall.staging;

import java.util.ArrayList;
import java.util.List;

import dev.rollcall.directory.Message;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Keeps what using the directories of a run has come to. A run that is carried on opens
 * them again, and they count anew.
 */
public final class TrafficStore {

	private final JdbcTemplate jdbc;

	/**
	 * Something that a directory says.
	 *
	 * @param execution which time the run was carried on, from 1
	 * @param side which of its directories says it
	 * @param said what it says
	 */
	public record Traffic(int execution, Side side, Message said) {

	}

	public TrafficStore(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/** The number of the execution that begins now. */
	public int next(long run) {
		Integer last = this.jdbc.queryForObject("SELECT COALESCE(MAX(execution), 0) FROM run_traffic WHERE run_id = ?",
				Integer.class, run);
		return ((last != null) ? last : 0) + 1;
	}

	/** Says what one side has come to so far, in place of what was said before. */
	public void put(long run, int execution, Side side, List<Message> said) {
		if (said.isEmpty()) {
			return;
		}
		this.jdbc.update("DELETE FROM run_traffic WHERE run_id = ? AND execution = ? AND side = ?", run, execution,
				side.name());
		List<Object[]> rows = new ArrayList<>();
		for (Message message : said) {
			rows.add(new Object[] { run, execution, side.name(), rows.size(), StoredMessage.of(message) });
		}
		this.jdbc.batchUpdate("INSERT INTO run_traffic (run_id, execution, side, seq, content) VALUES (?, ?, ?, ?, ?)",
				rows);
	}

	/** All that was said of a run, the earliest execution first. */
	public List<Traffic> find(long run) {
		return this.jdbc.query("""
				SELECT execution, side, content FROM run_traffic WHERE run_id = ? ORDER BY execution, side, seq""",
				(row, index) -> new Traffic(row.getInt(1), Side.valueOf(row.getString(2)),
						StoredMessage.message(row.getString(3))),
				run);
	}

}
