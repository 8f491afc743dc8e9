package dev.rollcall.staging;

/** The table of reasons why changes were not done. */
final class OutcomeTable {

	static final String INSERT = """
			INSERT INTO change_outcome (run_id, phase, seq, position, state, why) VALUES (?, ?, ?, ?, ?, ?)""";

	private OutcomeTable() {
	}

}
