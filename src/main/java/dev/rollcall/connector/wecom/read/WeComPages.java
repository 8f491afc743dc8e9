package dev.rollcall.connector.wecom.read;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.rollcall.connector.Page;
import dev.rollcall.connector.PageReader;
import dev.rollcall.connector.remote.ReadAhead;
import dev.rollcall.connector.wecom.api.MemberDetail;
import dev.rollcall.connector.wecom.client.Refusal;
import dev.rollcall.connector.wecom.read.ReadCursor.Stage;
import dev.rollcall.connector.wecom.read.companion.Companion;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.Finding;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Origin;
import dev.rollcall.directory.Userid;
import org.jspecify.annotations.Nullable;

/**
 * Reads WeCom page by page: all departments; the members of each department that shows
 * them, by its id; everybody else, by userid; and at last whether the departments are
 * still the same. The bare id lists are read anew by each reader, because it is not known
 * how long WeCom remembers how far somebody had come in them.
 */
final class WeComPages implements PageReader {

	/** More would not fit into a cursor; and something else is wrong. */
	private static final int MAX_REFUSED = 200;

	/** So many refusals before the first answer: there will be none. */
	private static final int HOPELESS = 20;

	private final Reading reading;

	private final int size;

	private @Nullable ReadCursor cursor;

	private @Nullable Session session;

	/** Whether a department has shown its members. */
	private boolean answered;

	private final List<Department> departments = new ArrayList<>();

	private final List<Member> members = new ArrayList<>();

	private final List<Finding> findings = new ArrayList<>();

	private final List<Message> gaps = new ArrayList<>();

	/**
	 * What is read from.
	 *
	 * @param company the id lists
	 * @param digest tells them from others
	 * @param homes with which department each member comes
	 * @param drafts puts members together
	 * @param order the ids of departments that show members, behind the cursor
	 * @param details asks for those
	 */
	private record Session(Company company, String digest, Homes homes, MemberDrafts drafts, Deque<Integer> order,
			ReadAhead<Integer, List<MemberDetail>> details) {

	}

	/**
	 * Pages behind a cursor.
	 * @param size how many members make a page
	 */
	WeComPages(Reading reading, @Nullable String cursor, int size) {
		this.reading = reading;
		this.size = size;
		this.cursor = ReadCursor.parse(cursor);
	}

	@Override
	public @Nullable Page next() {
		ReadCursor before = this.cursor;
		if (before != null && before.stage() == Stage.END) {
			return null;
		}
		Session now = (this.session != null) ? this.session : open(before);
		this.session = now;
		if (before == null) {
			return page(now, Stage.DEPARTMENTS, "");
		}
		if (before.stage() != Stage.IDS) {
			String last = readDetails(now);
			if (last != null) {
				return page(now, Stage.DETAILS, last);
			}
		}
		String last = readIds(now, (before.stage() == Stage.IDS) ? before.position() : "");
		return (last != null) ? page(now, Stage.IDS, last) : end(now);
	}

	private Page page(Session now, Stage stage, String position) {
		ReadCursor after = new ReadCursor(stage, now.digest(), now.homes().refused(), position);
		now.drafts()
			.takeLate()
			.forEach((field) -> this.findings.add(new Finding(Finding.Severity.WARNING, new Origin(0, 0), field, "",
					Message.of("wecom.read.late-field", field), null)));
		Page page = new Page(this.departments, this.members, this.findings, this.gaps, after.toString());
		this.departments.clear();
		this.members.clear();
		this.findings.clear();
		this.gaps.clear();
		this.cursor = after;
		return page;
	}

	private Session open(@Nullable ReadCursor from) {
		Visible visible = this.reading.visible();
		Company company = this.reading.company();
		Companion companion = this.reading.companion(company);
		Map<Integer, String> names = (companion != null) ? companion.names() : Map.of();
		String digest = company.digest(visible.ids());
		boolean changed = from != null && !from.digest().equals(digest);
		if (from == null || changed) {
			this.departments
				.addAll(new DepartmentDrafts(company.tree(), visible, names, this.reading.departmentSchema()).all());
			this.gaps.addAll(company.gaps());
		}
		if (from == null && companion != null) {
			this.findings.addAll(companion.findings());
		}
		if (changed) {
			this.gaps.add(Message.of("wecom.gap.two-parts"));
		}
		Homes homes = new Homes(company, visible.ids(), (from != null) ? from.refused() : Set.of());
		this.answered = from != null && from.stage() == Stage.DETAILS;
		int done = (from != null && from.stage() == Stage.DETAILS) ? Integer.parseInt(from.position()) : 0;
		boolean over = from != null && from.stage() == Stage.IDS;
		Deque<Integer> order = new ArrayDeque<>(
				over ? List.of() : visible.ids().stream().filter((id) -> id > done).toList());
		return new Session(company, digest, homes,
				new MemberDrafts(company, this.reading.memberSchema(), visible.shown(), companion), order,
				this.reading.details(order, homes::isHome));
	}

	/**
	 * The next departments with their members; gives the last one's id, null for none.
	 */
	private @Nullable String readDetails(Session now) {
		Integer last = null;
		while (!now.order().isEmpty() && this.members.size() < this.size) {
			int department = now.order().remove();
			int[] here = now.homes().membersOf(department);
			if (here.length > 0) {
				last = department;
				readDetails(now, department, here);
			}
		}
		return (last != null) ? last.toString() : null;
	}

	private void readDetails(Session now, int department, int[] here) {
		Map<String, MemberDetail> shown = new HashMap<>();
		try {
			for (MemberDetail detail : now.details().take(department)) {
				if (detail.userid() != null) {
					shown.put(Userid.key(detail.userid()), detail);
				}
			}
		}
		catch (Refusal ex) {
			refused(now, department, ex);
			return;
		}
		this.answered = true;
		for (int member : here) {
			this.members.add(now.drafts().member(member, shown.get(Userid.key(now.company().lists().userid(member)))));
		}
		if (shown.keySet().stream().anyMatch((userid) -> now.company().lists().find(userid) < 0)) {
			this.gaps.add(Message.of("wecom.gap.changed"));
		}
	}

	private void refused(Session now, int department, Refusal refusal) {
		now.homes().refuse(department);
		int refused = now.homes().refused().size();
		boolean last = now.order().stream().noneMatch(now.homes()::isHome);
		boolean hopeless = !this.answered && (last || refused >= HOPELESS);
		if (hopeless || refused > MAX_REFUSED || !DetailCalls.isOfOneDepartment(refusal)) {
			throw refusal;
		}
		this.gaps.add(Message.of("wecom.gap.refused-department", department, refusal.code(), refusal.words()));
	}

	/** The next members without a home; gives the last one's userid, null for none. */
	private @Nullable String readIds(Session now, String after) {
		int found = now.company().lists().find(after);
		int place = (found >= 0) ? found + 1 : -1 - found;
		String last = null;
		while (place < now.company().lists().size() && this.members.size() < this.size) {
			if (now.homes().of(place) == Homes.NONE) {
				last = now.company().lists().userid(place);
				this.members.add(now.drafts().member(place, null));
			}
			place++;
		}
		return last;
	}

	private Page end(Session now) {
		if (!this.reading.tree().isSameAs(now.company().tree())) {
			this.gaps.add(Message.of("wecom.gap.tree-changed"));
		}
		return page(now, Stage.END, "");
	}

	@Override
	public long expected() {
		return (this.session != null) ? this.session.company().lists().size() : -1;
	}

	@Override
	public void close() {
		if (this.session != null) {
			this.session.details().close();
		}
	}

}
