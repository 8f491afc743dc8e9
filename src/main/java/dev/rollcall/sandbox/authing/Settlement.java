package dev.rollcall.sandbox.authing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import dev.rollcall.directory.Department;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import dev.rollcall.sandbox.Json;
import dev.rollcall.sandbox.authing.pool.Account;
import dev.rollcall.sandbox.authing.pool.Account.Password;
import dev.rollcall.sandbox.authing.pool.CustomField;
import dev.rollcall.sandbox.authing.pool.CustomFields;
import dev.rollcall.sandbox.authing.pool.Node;
import dev.rollcall.sandbox.authing.pool.UserPool;
import dev.rollcall.sandbox.people.Branch;
import dev.rollcall.sandbox.people.Employee;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Where people are put who are in the pool before anybody calls. */
public final class Settlement {

	private static final Map<String, String> SUSPENDED = Map.of("suspended", "Suspended", "disabled", "Suspended",
			"deactivated", "Deactivated", "resigned", Account.RESIGNED, "archived", "Archived");

	private final UserPool pool;

	private final String organization;

	private final Links links;

	private final Map<String, String> ids = new HashMap<>();

	Settlement(UserPool pool, String organization, Links links) {
		this.pool = pool;
		this.organization = organization;
		this.links = links;
	}

	/**
	 * Puts departments where their parents say, those above before those below; one that
	 * comes again is passed over. The first without a parent is the organisation itself,
	 * which then has its name.
	 */
	public void departments(List<Department> departments) {
		departments.forEach((department) -> {
			if (!this.ids.containsKey(department.ref())) {
				put(department.ref(), department.parent(), department.name(), department.id());
			}
		});
	}

	/** Puts members where they belong. */
	public void members(List<Member> members) {
		members.forEach(this::put);
	}

	void put(Branch branch) {
		put(String.valueOf(branch.number()), (branch.parent() == 0) ? null : String.valueOf(branch.parent()),
				branch.name(), String.valueOf(branch.number()));
	}

	void put(Employee employee) {
		Map<String, String> known = new LinkedHashMap<>(employee.texts());
		known.replace(FieldNames.GENDER, known.getOrDefault(FieldNames.GENDER, "").equals("2") ? "female" : "male");
		Map<String, Boolean> posts = new LinkedHashMap<>();
		employee.posts().forEach((post) -> posts.put(String.valueOf(post.branch()), post.leads()));
		put(employee.userid(), known, employee.enabled() ? "activated" : "suspended", posts,
				posts.keySet().iterator().next());
	}

	private void put(String ref, @Nullable String parent, String name, @Nullable String id) {
		Node root = this.pool.tree().root(this.organization);
		boolean top = parent == null && !this.ids.containsValue(root.id());
		String above = top ? null : (parent != null) ? this.ids.getOrDefault(parent, root.id()) : root.id();
		String wecomParent = (above == null) ? "0"
				: this.links.idOf(Objects.requireNonNull(this.pool.tree().node(above)));
		String now = this.pool.now();
		Node node = new Node(top ? root.id() : this.pool.newId(), this.organization, above, name, null, null, null,
				List.of(), true, false, this.links.ofDepartment(id, wecomParent), now, now);
		this.ids.put(ref, node.id());
		this.pool.tree().put(node);
	}

	private void put(Member member) {
		Map<String, String> known = new LinkedHashMap<>(member.fields().known());
		String status = known.getOrDefault(FieldNames.STATUS, "");
		if (FieldNames.FALSE.equals(known.get(FieldNames.ENABLED)) && !SUSPENDED.containsKey(status)) {
			status = "suspended";
		}
		Placements placements = member.placements();
		Map<String, Boolean> posts = new LinkedHashMap<>();
		if (placements != null) {
			for (Placement placement : placements.list()) {
				posts.put(placement.department(), Boolean.TRUE.equals(placement.leader()));
			}
		}
		put(member.userid(), known, status, posts, (placements != null) ? placements.main() : null);
	}

	private void put(@Nullable String userid, Map<String, String> known, String status, Map<String, Boolean> posts,
			@Nullable String main) {
		List<Account.Post> places = new ArrayList<>();
		posts.keySet()
			.stream()
			.map((ref) -> this.ids.getOrDefault(ref, this.pool.tree().root(this.organization).id()))
			.distinct()
			.forEach((id) -> places.add(new Account.Post(id, this.pool.now())));
		String mainId = (main != null) ? this.ids.get(main) : places.isEmpty() ? null : places.get(0).department();
		Account account = new Account(this.pool.newId(), this.pool.accounts().nextNumber(),
				SUSPENDED.getOrDefault(status, Account.ACTIVATED), profile(userid, known),
				custom(userid, known, places), places, mainId, Password.NONE, this.pool.now(), this.pool.now());
		this.pool.put(account);
		posts.forEach((ref, leads) -> {
			Node node = leads ? this.pool.tree().node(this.ids.getOrDefault(ref, "")) : null;
			if (node != null) {
				this.pool.lead(node, account.id(), true);
			}
		});
	}

	private static ObjectNode profile(@Nullable String userid, Map<String, String> known) {
		ObjectNode profile = Json.object();
		set(profile, "username", known.getOrDefault("username", (userid != null) ? userid : ""));
		set(profile, "name", known.get(FieldNames.NAME));
		set(profile, "phone", known.get(FieldNames.MOBILE));
		set(profile, "email", known.get(FieldNames.EMAIL));
		set(profile, "nickname", known.get(FieldNames.ALIAS));
		set(profile, "address", known.get(FieldNames.ADDRESS));
		String gender = known.getOrDefault(FieldNames.GENDER, "");
		return profile.put("gender", gender.equals("male") ? "M" : gender.equals("female") ? "F" : "U");
	}

	private ObjectNode custom(@Nullable String userid, Map<String, String> known, List<Account.Post> posts) {
		ObjectNode custom = this.links.ofUser(userid,
				posts.stream()
					.map((post) -> this.links.idOf(Objects.requireNonNull(this.pool.tree().node(post.department()))))
					.filter((id) -> !id.isEmpty())
					.collect(Collectors.joining(",")));
		for (CustomField field : this.pool.fields().of(CustomFields.USER)) {
			set(custom, field.key(), known.get(field.key()));
		}
		return custom;
	}

	private static void set(ObjectNode fields, String name, @Nullable String value) {
		if (value != null && !value.isEmpty()) {
			fields.put(name, value);
		}
	}

}
