package dev.rollcall.connector.authing.read;

import java.util.ArrayList;
import java.util.List;

/**
 * One page of users that is asked for.
 *
 * @param department the id of the one department that is meant, empty for everybody
 * @param page from 1
 */
record Question(String department, int page) {

	/** What Authing gives at once at most. */
	static final int LIMIT = 50;

	/** The pages of everybody behind one of them. */
	static List<Question> ofAll(long total, int after) {
		return pages("", total, after);
	}

	/** The pages of one department after another, as far as is known before. */
	static List<Question> ofEach(DepartmentList departments) {
		List<Question> all = new ArrayList<>();
		for (String id : departments.ids()) {
			Long members = departments.get(id).membersCount();
			all.addAll(pages(id, (members != null) ? members : 1, 0));
		}
		return all;
	}

	private static List<Question> pages(String department, long total, int after) {
		List<Question> pages = new ArrayList<>();
		for (int page = after + 1; (page - 1L) * LIMIT < total; page++) {
			pages.add(new Question(department, page));
		}
		return pages;
	}

	Question next() {
		return new Question(this.department, this.page + 1);
	}

	/** What {@link #toString()} gave. */
	static Question parse(String text) {
		int at = text.lastIndexOf(':');
		return new Question(text.substring(0, at), Integer.parseInt(text.substring(at + 1)));
	}

	@Override
	public String toString() {
		return this.department + ":" + this.page;
	}

}
