package dev.rollcall.connector.authing.read;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import dev.rollcall.connector.authing.api.UserDetail;
import dev.rollcall.connector.authing.read.Mark.Stage;
import dev.rollcall.connector.authing.read.UserPages.Answer;
import dev.rollcall.connector.remote.ReadAhead;
import org.jspecify.annotations.Nullable;

/**
 * Asks for users, page by page, several pages ahead: all in one list, or department by
 * department where that list does not reach its end. In one list everything is asked for
 * once more when something has changed meanwhile, until a pass has shown everybody.
 */
final class UserSession implements AutoCloseable {

	private static final int PASSES = 3;

	private final UserPages pages;

	private final DepartmentList departments;

	private final int atOnce;

	private final boolean byDepartment;

	/** Whether users were met before a restart, who are not known any more. */
	private final boolean resumed;

	private final IdSet handedOver = new IdSet();

	private final Deque<Question> coming;

	private Pass pass;

	private ReadAhead<Question, Answer> answers;

	private int passes = 1;

	/** What was asked for last. */
	private Question last = new Question("", 1);

	/** How many users had been met when the end was looked for. */
	private int atEnd = -1;

	/**
	 * Users behind a mark.
	 * @param mark null for all of them
	 */
	UserSession(UserPages pages, DepartmentList departments, int atOnce, @Nullable Mark mark) {
		this.pages = pages;
		this.departments = departments;
		this.atOnce = atOnce;
		this.resumed = mark != null && mark.users() > 0;
		this.pass = Pass.begin(pages, (mark != null) ? mark.users() : 0);
		this.byDepartment = !this.pass.isReachable() || (mark != null && !mark.at().department().isEmpty());
		this.coming = new ArrayDeque<>(questions((mark != null) ? mark.at() : null));
		this.answers = answers();
	}

	private List<Question> questions(@Nullable Question behind) {
		int page = (behind != null) ? behind.page() : 0;
		if (!this.byDepartment) {
			return Question.ofAll(this.pass.total(), page);
		}
		List<Question> all = Question.ofEach(this.departments);
		return (behind == null || page == 0) ? all : all.subList(place(all, behind), all.size());
	}

	/** Where to go on behind a page; at the end when its department is gone. */
	private static int place(List<Question> all, Question behind) {
		for (int i = all.size(); i > 0; i--) {
			Question before = all.get(i - 1);
			if (before.department().equals(behind.department()) && before.page() <= behind.page()) {
				return i;
			}
		}
		return all.size();
	}

	private ReadAhead<Question, Answer> answers() {
		Pass now = this.pass;
		return new ReadAhead<>(this.coming, (any) -> true, (question) -> ask(now, question), this.atOnce);
	}

	private Answer ask(Pass now, Question question) {
		long before = now.total();
		Answer answer = this.pages.get(question);
		now.came(question, answer, before);
		return answer;
	}

	/**
	 * Goes on behind a mark; whether nothing has changed since that was made. Of somebody
	 * who was met in a further pass it is not known any more who was met before.
	 */
	boolean resume(Mark mark) {
		if (mark.stage() == Stage.AGAIN) {
			this.coming.clear();
			return false;
		}
		boolean same = this.pass.total() == mark.total() && this.pass.digest().equals(mark.end())
				&& this.departments.digest().equals(mark.departments());
		if (mark.at().page() == 0) {
			return same;
		}
		if (this.byDepartment == mark.at().department().isEmpty()) {
			this.coming.clear();
			return false;
		}
		Answer there = this.pages.get(mark.at());
		follow(mark.at(), there);
		return same && Long.toHexString(there.digest()).equals(mark.page());
	}

	/** What is asked for next, null at the end of a pass. */
	@Nullable Question next() {
		return this.coming.poll();
	}

	/** The answer to it; waits for it. */
	Answer take(Question question) {
		Answer answer = this.answers.take(question);
		follow(question, answer);
		this.last = question;
		return answer;
	}

	/** Sees to it that a page that there should be is asked for. */
	private void follow(Question question, Answer answer) {
		Question next = question.next();
		if (answer.isFollowed(question) && !next.equals(this.coming.peek())) {
			this.coming.addFirst(next);
		}
	}

	/** Whether a user who has come is to be handed over, here and now. */
	boolean isNew(Question question, UserDetail user) {
		String id = user.userId();
		if (id == null || !isAtHome(question, user)) {
			return false;
		}
		this.pass.met(id);
		return this.handedOver.add(id);
	}

	/** Whoever is in several departments comes with the first of them. */
	private boolean isAtHome(Question question, UserDetail user) {
		String home = (user.departmentIds() != null) ? this.departments.first(user.departmentIds()) : null;
		return question.department().isEmpty() || home == null || home.equals(question.department());
	}

	/**
	 * Goes on at the end, or begins once more, where that may help.
	 * @return whether it does
	 */
	boolean again() {
		if (this.byDepartment) {
			ask(this.pass, new Question("", 1));
		}
		else if (!this.resumed && this.pass.isShort() && this.pass.users() != this.atEnd) {
			// Several pages are asked for at once: the last may have come too early.
			this.atEnd = this.pass.users();
			this.coming.add(this.last);
			return true;
		}
		if (this.pass.isWhole() || this.byDepartment || this.resumed || this.passes == PASSES) {
			return false;
		}
		this.passes++;
		this.atEnd = -1;
		this.pass = Pass.begin(this.pages, 0);
		this.coming.addAll(Question.ofAll(this.pass.total(), 0));
		this.answers.close();
		this.answers = answers();
		return true;
	}

	/** The pass that goes on. */
	Pass pass() {
		return this.pass;
	}

	/** Whether it is not the first. */
	boolean isRepeated() {
		return this.passes > 1;
	}

	@Override
	public void close() {
		this.answers.close();
	}

}
