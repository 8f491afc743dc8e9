package dev.rollcall.restart;

/**
 * A write of a process, and what is to happen there.
 *
 * @param action what
 * @param place a step, or one of the constants below
 * @param number the how manieth write there, counted from 1
 * @param micros how long to wait, while the write goes on, before it happens
 */
record KillPoint(Action action, String place, int number, int micros) {

	/** While tables are made. */
	static final String MIGRATION = "migration";

	/** Before, between and behind the steps. */
	static final String BETWEEN = "between";

	/** Nothing happens anywhere. */
	static final KillPoint NEVER = new KillPoint(Action.NONE, "", 0, 0);

	/** What happens to the process. */
	enum Action {

		NONE, KILL, HOLD

	}

	static boolean isStep(String place) {
		return !place.equals(MIGRATION) && !place.equals(BETWEEN);
	}

	static KillPoint kill(String place, int number) {
		return new KillPoint(Action.KILL, place, number, 0);
	}

	static KillPoint hold(String place, int number) {
		return new KillPoint(Action.HOLD, place, number, 0);
	}

	/** As {@link #toString()} writes it. */
	static KillPoint parse(String text) {
		String[] parts = text.split(" ");
		return new KillPoint(Action.valueOf(parts[0]), parts[1], Integer.parseInt(parts[2]),
				Integer.parseInt(parts[3]));
	}

	KillPoint after(int micros) {
		return new KillPoint(this.action, this.place, this.number, micros);
	}

	boolean is(String place, int number) {
		return this.number == number && this.place.equals(place);
	}

	@Override
	public String toString() {
		return this.action + " " + this.place + " " + this.number + " " + this.micros;
	}

}
