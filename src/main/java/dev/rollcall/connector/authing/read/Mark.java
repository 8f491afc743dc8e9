package dev.rollcall.connector.authing.read;

import org.jspecify.annotations.Nullable;

/**
 * How far an organisation has been read, and what tells whether it is still the same: the
 * number of a page means nothing when somebody has gone or come since.
 *
 * @param stage what was read last
 * @param departments tells the departments, and how many are in each
 * @param total how many users there were
 * @param end tells the last page of users when reading began
 * @param users how many users have been met
 * @param leftOut how many of them are no members
 * @param at the page that was read last
 * @param page tells the users of that page
 */
record Mark(Stage stage, String departments, long total, String end, int users, int leftOut, Question at, String page) {

	private static final String SEPARATOR = ";";

	/** What is read one after the other. */
	enum Stage {

		DEPARTMENTS,

		USERS,

		/** Once more, because something has changed meanwhile. */
		AGAIN,

		/** Nothing is left. */
		END

	}

	/** What {@link #toString} gave; null to begin at the beginning. */
	static @Nullable Mark parse(@Nullable String text) {
		if (text == null) {
			return null;
		}
		String[] parts = text.split(SEPARATOR, 8);
		return new Mark(Stage.valueOf(parts[0]), parts[1], Long.parseLong(parts[2]), parts[3],
				Integer.parseInt(parts[4]), Integer.parseInt(parts[5]), Question.parse(parts[6]), parts[7]);
	}

	@Override
	public String toString() {
		return String.join(SEPARATOR, this.stage.name(), this.departments, Long.toString(this.total), this.end,
				Integer.toString(this.users), Integer.toString(this.leftOut), this.at.toString(), this.page);
	}

}
