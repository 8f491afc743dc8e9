package dev.rollcall.connector.wecom.read;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;

import dev.rollcall.connector.Notices;
import dev.rollcall.connector.remote.Line;
import dev.rollcall.connector.remote.Patience;
import dev.rollcall.connector.wecom.api.ContactsApi;
import dev.rollcall.connector.wecom.api.CreatedDepartment;
import dev.rollcall.connector.wecom.api.CreatedMember;
import dev.rollcall.connector.wecom.api.DepartmentIds;
import dev.rollcall.connector.wecom.api.DepartmentWrite;
import dev.rollcall.connector.wecom.api.Departments;
import dev.rollcall.connector.wecom.api.Import;
import dev.rollcall.connector.wecom.api.ImportResult;
import dev.rollcall.connector.wecom.api.MemberDetail;
import dev.rollcall.connector.wecom.api.MemberIds;
import dev.rollcall.connector.wecom.api.MemberList;
import dev.rollcall.connector.wecom.api.MemberWrite;
import dev.rollcall.connector.wecom.api.Plain;
import dev.rollcall.connector.wecom.api.TokenAnswer;
import dev.rollcall.connector.wecom.api.Uploaded;
import dev.rollcall.connector.wecom.api.Userids;
import dev.rollcall.connector.wecom.client.Access;
import dev.rollcall.connector.remote.Rate;
import dev.rollcall.connector.remote.Timeouts;
import dev.rollcall.connector.wecom.client.WeComClient;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.Resource;

/** Answers what is read of an address book that a test has filled; nothing is written. */
public class FakeWeCom implements ContactsApi {

	private static final String APP = "app";

	final Map<Long, Departments.Item> departments = new TreeMap<>();

	/** By userid; the ids of each member's departments. */
	final Map<String, List<Long>> members = new LinkedHashMap<>();

	final Map<String, UnaryOperator<MemberDetail>> details = new TreeMap<>();

	/** Departments that the app is not shown. */
	final Set<Long> invisible = new TreeSet<>();

	/** Departments whose members are refused, with the code. */
	final Map<Long, Integer> refused = new TreeMap<>();

	/** What was called, such as {@code user/list 7}. */
	final Queue<String> calls = new ConcurrentLinkedQueue<>();

	private int most = Integer.MAX_VALUE;

	/** Puts a department in. */
	public void department(long id, long parent, String name) {
		this.departments.put(id, new Departments.Item(id, name, "", List.of(), parent, 100L));
	}

	/** Puts a member in. */
	public void member(String userid, Long... in) {
		this.members.put(userid, List.of(in));
	}

	/** Lets a member be shown otherwise. */
	public void detail(String userid, UnaryOperator<MemberDetail> shown) {
		this.details.put(userid, shown);
	}

	/** Gives so many rows of the list of ids at once, however many are asked for. */
	public void mostRows(int most) {
		this.most = most;
	}

	/** A client without waiting; with an app's secret or not. */
	public WeComClient client(boolean app) {
		Access access = new Access(
				new Line(URI.create("http://127.0.0.1"), 4, new Timeouts(1000, 1000), Patience.USUAL, null), "corp",
				"contact", app ? APP : null, Rate.of(1_000_000, 10_000_000), Map.of());
		return new WeComClient(access, this, Notices.NONE);
	}

	/** How often something was called. */
	public long calls(String prefix) {
		return this.calls.stream().filter((call) -> call.startsWith(prefix)).count();
	}

	@Override
	public TokenAnswer token(String corporation, String secret) {
		return new TokenAnswer(0, "ok", secret, 7200L);
	}

	@Override
	public DepartmentIds departmentIds(String token) {
		this.calls.add("department/simplelist");
		return new DepartmentIds(0, "ok",
				this.departments.values()
					.stream()
					.map((item) -> new DepartmentIds.Item(item.id(), item.parentid(), item.order()))
					.toList());
	}

	@Override
	public Departments departments(String token) {
		this.calls.add("department/list");
		if (!token.equals(APP)) {
			return new Departments(48009, "api forbidden for contact assistant", List.of());
		}
		return new Departments(0, "ok",
				this.departments.values().stream().filter((item) -> !this.invisible.contains(item.id())).toList());
	}

	@Override
	public MemberIds memberIds(String token, MemberIds.Wanted wanted) {
		this.calls.add("user/list_id");
		List<MemberIds.Row> rows = rows();
		int from = (wanted.cursor() != null) ? Integer.parseInt(wanted.cursor()) : 0;
		int to = Math.min(rows.size(), from + Math.min(wanted.limit(), this.most));
		return new MemberIds(0, "ok", (to < rows.size()) ? Integer.toString(to) : "", rows.subList(from, to));
	}

	/** By departments, so that a member's rows are apart. */
	private List<MemberIds.Row> rows() {
		List<MemberIds.Row> rows = new ArrayList<>();
		this.members.forEach((userid, in) -> in.forEach((id) -> rows.add(new MemberIds.Row(userid, id))));
		rows.sort(Comparator.comparingLong(MemberIds.Row::department));
		return rows;
	}

	@Override
	public MemberList memberNames(String token, long department) {
		this.calls.add("user/simplelist " + department);
		return list(token, department, (detail) -> bare(detail.userid(), detail.name(), detail.departments()));
	}

	@Override
	public MemberList members(String token, long department) {
		this.calls.add("user/list " + department);
		return list(token, department,
				(detail) -> this.details.getOrDefault(detail.userid(), UnaryOperator.identity()).apply(detail));
	}

	private MemberList list(String token, long department, UnaryOperator<MemberDetail> shown) {
		Integer code = this.refused.get(department);
		if (code != null || !token.equals(APP)) {
			return new MemberList((code != null) ? code : 48009, "no", List.of());
		}
		return new MemberList(0, "ok",
				this.members.entrySet()
					.stream()
					.filter((member) -> member.getValue().contains(department))
					.map((member) -> shown.apply(bare(member.getKey(), "name of " + member.getKey(),
							member.getValue().stream().filter((id) -> !this.invisible.contains(id)).toList())))
					.toList());
	}

	/** A member of whom nothing else is shown. */
	static MemberDetail bare(@Nullable String userid, @Nullable String name, @Nullable List<Long> in) {
		return new MemberDetail(null, null, userid, name, in, null, null, null, null, null, null, null, null, null,
				null, null, null, null, null, null);
	}

	@Override
	public MemberDetail member(String token, String userid) {
		return new MemberDetail(token.equals(APP) ? 60111 : 48009, "no", null, null, null, null, null, null, null, null,
				null, null, null, null, null, null, null, null, null, null);
	}

	@Override
	public CreatedDepartment createDepartment(String token, DepartmentWrite body) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Plain updateDepartment(String token, DepartmentWrite body) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Plain deleteDepartment(String token, long id) {
		throw new UnsupportedOperationException();
	}

	@Override
	public CreatedMember createMember(String token, MemberWrite body) {
		throw new UnsupportedOperationException();
	}

	@Override
	public CreatedMember updateMember(String token, MemberWrite body) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Plain deleteMember(String token, String userid) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Plain deleteMembers(String token, Userids body) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Uploaded upload(String token, String type, Resource file) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Import.Begun importMembers(String token, Import body) {
		throw new UnsupportedOperationException();
	}

	@Override
	public ImportResult importResult(String token, String job) {
		throw new UnsupportedOperationException();
	}

}
