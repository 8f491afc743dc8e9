package dev.rollcall.connector.authing.read;

import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

import dev.rollcall.connector.Notices;
import dev.rollcall.connector.authing.api.CustomField;
import dev.rollcall.connector.authing.api.CustomFields;
import dev.rollcall.connector.authing.api.DepartmentDetail;
import dev.rollcall.connector.authing.api.Envelope;
import dev.rollcall.connector.authing.api.Listing;
import dev.rollcall.connector.authing.api.ManagementApi;
import dev.rollcall.connector.authing.api.Organization;
import dev.rollcall.connector.authing.api.Token;
import dev.rollcall.connector.authing.api.UserDetail;
import dev.rollcall.connector.authing.api.UserQuery;
import dev.rollcall.connector.authing.api.UserQuery.Below;
import dev.rollcall.connector.authing.client.AuthingAccess;
import dev.rollcall.connector.authing.client.AuthingClient;
import dev.rollcall.connector.remote.Line;
import dev.rollcall.connector.remote.Patience;
import dev.rollcall.connector.remote.Rate;
import dev.rollcall.connector.remote.Timeouts;
import org.jspecify.annotations.Nullable;

/** Answers what is read of an organisation that a test has filled; nothing is written. */
public class FakeAuthing {

	static final String ROOT = "n0";

	/** All nodes that are listed; their order is the list's. */
	final List<DepartmentDetail> departments = new ArrayList<>();

	/** In the order of their creation. */
	final List<UserDetail> users = new ArrayList<>();

	final List<CustomField> fields = new ArrayList<>();

	/** What was called, such as {@code users :3}. */
	final Queue<String> calls = new ConcurrentLinkedQueue<>();

	/** The last user that can be reached in a list, 0 when all can. */
	int deepest;

	/** Whether what is too deep is refused; else nobody is there. */
	boolean refusesDeep;

	/** What happens before a call is answered. */
	Event before = (call) -> {
	};

	private int next;

	/** Something that happens. */
	@FunctionalInterface
	interface Event {

		void happen(String call);

	}

	public FakeAuthing() {
		this.departments.add(department(ROOT, null, "企业", null));
	}

	/** Puts a department in. */
	public void put(String id, String parent, String name) {
		this.departments.add(department(id, parent, name, "w" + id));
	}

	static DepartmentDetail department(String id, @Nullable String parent, String name, @Nullable String link) {
		Map<String, Object> custom = (link != null) ? Map.of("wechatwork_department_id", link) : Map.of();
		return new DepartmentDetail(id, null, parent, name, null, null, List.of(), null, null, true, custom);
	}

	/** Puts a user in. */
	public void user(String userid, String... in) {
		this.users.add(userOf("u" + this.next++, userid, "name of " + userid, in));
	}

	static UserDetail userOf(String id, String userid, String name, String... in) {
		return new UserDetail(id, "Activated", null, null, null, null, null, userid, null, name, null, "U", null,
				(in.length > 0) ? in[in.length - 1] : null, List.of(in), Map.of("wechatwork_user_id", userid));
	}

	/** A client without waiting. */
	public AuthingClient client() {
		Line line = new Line(URI.create("http://127.0.0.1"), 4, new Timeouts(1000, 1000), new Patience(2, 1, 1, 1000),
				null);
		AuthingAccess access = new AuthingAccess(line, "key", "secret", "example", Rate.perSecond(1_000_000), Map.of());
		return new AuthingClient(access, api(), Notices.NONE);
	}

	/** A reading as a source, two of Authing's pages in one. */
	Reading reading(boolean ignoreRoot, boolean wholePool) {
		return new Reading(client(),
				new Shape(false, ignoreRoot, wholePool, List.of(UseridFrom.WECHATWORK_USER_ID, UseridFrom.USERNAME)),
				2);
	}

	/** How often something was called. */
	long calls(String prefix) {
		return this.calls.stream().filter((call) -> call.startsWith(prefix)).count();
	}

	private ManagementApi api() {
		return (ManagementApi) Proxy.newProxyInstance(ManagementApi.class.getClassLoader(),
				new Class<?>[] { ManagementApi.class }, (proxy, method, args) -> answer(method.getName(), args));
	}

	private synchronized Envelope<?> answer(String method, Object[] args) {
		Object last = args[args.length - 1];
		String call = method + ((last instanceof UserQuery query) ? " " + asked(query) : "");
		this.before.happen(call);
		this.calls.add(call);
		return switch (method) {
			case "token" -> ok(new Token(token(), 7200L));
			case "organization" -> ok(new Organization("example", "企业", ROOT, null, null));
			case "departments" -> ok(new Listing<>((long) this.departments.size(), List.copyOf(this.departments)));
			case "customFields" -> ok(this.fields.stream().filter((field) -> field.targetType().equals(last)).toList());
			case "defineCustomFields" -> {
				this.fields.addAll(((CustomFields) last).list());
				yield ok(((CustomFields) last).list());
			}
			case "users" -> users((UserQuery) last);
			default -> throw new UnsupportedOperationException(method);
		};
	}

	private static String token() {
		String claims = Base64.getUrlEncoder()
			.encodeToString("{\"scoped_userpool_id\":\"pool\"}".getBytes(StandardCharsets.UTF_8));
		return "h." + claims + ".s";
	}

	private static String asked(UserQuery query) {
		Below below = below(query);
		boolean one = below != null && !below.includeChildrenDepartments();
		return (one ? below.departmentId() : "") + ":" + query.options().pagination().page();
	}

	private static @Nullable Below below(UserQuery query) {
		return (query.advancedFilter() == null) ? null
				: (Below) ((List<?>) query.advancedFilter().get(0).value()).get(0);
	}

	private Envelope<?> users(UserQuery query) {
		Below below = below(query);
		Set<String> ids = new HashSet<>();
		this.departments.forEach((department) -> ids.add(department.departmentId()));
		List<UserDetail> wanted = this.users.stream()
			.filter((user) -> below == null
					|| (below.includeChildrenDepartments() ? user.departmentIds().stream().anyMatch(ids::contains)
							: user.departmentIds().contains(below.departmentId())))
			.toList();
		int limit = query.options().pagination().limit();
		int from = (query.options().pagination().page() - 1) * limit;
		if (this.deepest > 0 && from + 1 > this.deepest) {
			return this.refusesDeep ? new Envelope<>(400, "too deep", null, "r", null)
					: ok(new Listing<>((long) wanted.size(), List.of()));
		}
		int to = Math.min(wanted.size(), from + limit);
		return ok(new Listing<>((long) wanted.size(), (from < to) ? wanted.subList(from, to) : List.of()));
	}

	private static <T> Envelope<T> ok(T data) {
		return new Envelope<>(200, "ok", null, null, data);
	}

}
