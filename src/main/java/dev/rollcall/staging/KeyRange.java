package dev.rollcall.staging;

import dev.rollcall.directory.Member;
import dev.rollcall.directory.Userid;
import dev.rollcall.plan.Change;

/**
 * Between which keys some changes lie, ignoring case: those by which operators know the
 * entries, and those that they get by a change of their userid.
 */
final class KeyRange {

	/** What a column takes; longer keys are cut, the upper end upwards. */
	private static final int MAX = 299;

	private String first = "";

	private String last = "";

	private boolean empty = true;

	void add(Change change) {
		add(Userid.key(change.key()));
		if (change.before() != null && change.after() instanceof Member after && after.userid() != null) {
			add(Userid.key(after.userid()));
		}
	}

	String first() {
		return (this.first.length() <= MAX) ? this.first : this.first.substring(0, MAX);
	}

	String last() {
		return (this.last.length() <= MAX) ? this.last : this.last.substring(0, MAX) + Character.MAX_VALUE;
	}

	void clear() {
		this.empty = true;
	}

	/**
	 * Whether a key can be in a range as it is stored; ranges of plans that are older
	 * than ranges are empty, and can hold anything.
	 */
	static boolean canHold(String first, String last, String key) {
		String wanted = Userid.key(key);
		return last.isEmpty() || (first.compareTo(wanted) <= 0 && last.compareTo(wanted) >= 0);
	}

	private void add(String key) {
		if (this.empty || key.compareTo(this.first) < 0) {
			this.first = key;
		}
		if (this.empty || key.compareTo(this.last) > 0) {
			this.last = key;
		}
		this.empty = false;
	}

}
