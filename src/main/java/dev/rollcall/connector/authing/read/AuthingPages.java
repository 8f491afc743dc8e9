package dev.rollcall.connector.authing.read;

import java.util.ArrayList;
import java.util.List;

import dev.rollcall.connector.Page;
import dev.rollcall.connector.PageReader;
import dev.rollcall.connector.authing.api.UserDetail;
import dev.rollcall.connector.authing.read.Mark.Stage;
import dev.rollcall.connector.authing.read.UserPages.Answer;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.Finding;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Origin;
import org.jspecify.annotations.Nullable;

/**
 * Reads an organisation page by page: all departments, all users, and at last whether the
 * departments are still the same.
 */
final class AuthingPages implements PageReader {

	private final Reading reading;

	private final int size;

	private @Nullable Mark mark;

	private @Nullable Session session;

	private int leftOut;

	/** Tells the users of the last page that was asked for. */
	private String last = "";

	private final List<Department> departments = new ArrayList<>();

	private final List<Member> members = new ArrayList<>();

	private final List<Finding> findings = new ArrayList<>();

	private final List<Message> gaps = new ArrayList<>();

	/**
	 * What is read from.
	 *
	 * @param list the departments
	 * @param drafts makes members
	 * @param users asks for users
	 */
	private record Session(DepartmentList list, MemberDrafts drafts, UserSession users) {

	}

	/**
	 * Pages behind a cursor.
	 * @param size how many of Authing's pages make one
	 */
	AuthingPages(Reading reading, @Nullable String cursor, int size) {
		this.reading = reading;
		this.size = size;
		this.mark = Mark.parse(cursor);
	}

	@Override
	public @Nullable Page next() {
		Mark before = this.mark;
		if (before != null && before.stage() == Stage.END) {
			return null;
		}
		Session now = (this.session != null) ? this.session : open(before);
		this.session = now;
		if (before == null) {
			return page(now, Stage.DEPARTMENTS, new Question("", 0));
		}
		Question at = readUsers(now);
		if (at == null && now.users().again()) {
			at = readUsers(now);
		}
		if (at == null) {
			return end(now, before.at());
		}
		return page(now, now.users().isRepeated() ? Stage.AGAIN : Stage.USERS, at);
	}

	private Session open(@Nullable Mark from) {
		DepartmentList list = this.reading.list();
		UserSession users = this.reading.users(list, from);
		boolean changed = from != null && !users.resume(from);
		if (from == null || changed) {
			this.departments.addAll(this.reading.departments(list));
			this.gaps.addAll(list.gaps());
		}
		if (changed) {
			this.gaps.add(Message.of("authing.gap.two-parts"));
		}
		if (from != null) {
			this.leftOut = from.leftOut();
			this.last = from.page();
		}
		return new Session(list, this.reading.drafts(list), users);
	}

	/** The next pages of users; gives the last one's question, null for none. */
	private @Nullable Question readUsers(Session now) {
		Question at = null;
		for (int i = 0; i < this.size; i++) {
			Question question = now.users().next();
			if (question == null) {
				return at;
			}
			Answer answer = now.users().take(question);
			answer.users().forEach((user) -> take(now, question, user));
			this.last = Long.toHexString(answer.digest());
			at = question;
		}
		return at;
	}

	private void take(Session now, Question question, UserDetail user) {
		if (user.userId() == null) {
			this.gaps.add(Message.of("authing.gap.user-without-id"));
			return;
		}
		if (!now.users().isNew(question, user)) {
			return;
		}
		Draft draft = now.drafts().of(user);
		if (draft.member() != null) {
			this.members.add(draft.member());
		}
		else {
			this.leftOut++;
		}
		if (draft.rejected() != null) {
			String userid = (draft.member() != null) ? draft.member().userid() : null;
			Origin origin = new Origin(0, now.users().pass().users());
			this.findings.add(new Finding(Finding.Severity.REJECTED, origin, draft.column(), draft.value(),
					draft.rejected(), userid));
		}
		if (draft.hidesSomebody()) {
			this.gaps.add(Message.of("authing.gap.no-userid"));
		}
		if (user.departmentIds() != null && now.drafts().isNew(user.departmentIds())) {
			this.gaps.add(Message.of("authing.gap.tree-changed"));
		}
	}

	private Page page(Session now, Stage stage, Question at) {
		Pass pass = now.users().pass();
		Mark after = new Mark(stage, now.list().digest(), pass.total(), pass.digest(), pass.users(), this.leftOut, at,
				this.last);
		Page page = new Page(this.departments, this.members, this.findings, this.gaps.stream().distinct().toList(),
				after.toString());
		this.departments.clear();
		this.members.clear();
		this.findings.clear();
		this.gaps.clear();
		this.mark = after;
		return page;
	}

	private Page end(Session now, Question at) {
		Pass pass = now.users().pass();
		if (!pass.isWhole()) {
			this.gaps.add(Message.of("authing.gap.users-changed", pass.users(), pass.total()));
		}
		if (!this.reading.list().isSameAs(now.list())) {
			this.gaps.add(Message.of("authing.gap.tree-changed"));
		}
		this.reading.claim(now.list(), now.users().isRepeated() ? -1 : pass.total() - this.leftOut);
		return page(now, Stage.END, at);
	}

	@Override
	public long expected() {
		return (this.session != null) ? this.session.users().pass().total() : -1;
	}

	@Override
	public void close() {
		if (this.session != null) {
			this.session.users().close();
		}
	}

}
