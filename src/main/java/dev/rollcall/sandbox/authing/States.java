package dev.rollcall.sandbox.authing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import dev.rollcall.sandbox.Json;
import dev.rollcall.sandbox.authing.pool.Account;
import dev.rollcall.sandbox.authing.pool.CustomFields;
import dev.rollcall.sandbox.authing.pool.Node;
import dev.rollcall.sandbox.authing.pool.UserPool;
import dev.rollcall.sandbox.authing.users.Notices;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The whole pool without what Authing makes up itself, ids and times: two pools that hold
 * the same look the same, however they came to it. Departments are named by their paths,
 * users by their {@code username}, telephone number or mail address.
 */
final class States {

	private final UserPool pool;

	private final Notices notices;

	private final Map<String, String> paths = new HashMap<>();

	States(UserPool pool, Notices notices) {
		this.pool = pool;
		this.notices = notices;
	}

	ObjectNode all() {
		ObjectNode state = Json.object();
		departments(state.putArray("departments"));
		users(state.putArray("users"));
		ObjectNode fields = state.putObject("customFields");
		for (String target : List.of(CustomFields.USER, CustomFields.DEPARTMENT)) {
			ArrayNode keys = fields.putArray(target);
			this.pool.fields().of(target).stream().map((field) -> field.key()).sorted().forEach(keys::add);
		}
		ArrayNode told = state.putArray("notified");
		this.notices.told().forEach(told::add);
		return state;
	}

	private void departments(ArrayNode list) {
		List<ObjectNode> views = new ArrayList<>();
		this.pool.tree().roots().forEach((root) -> {
			for (Node node : this.pool.tree().subtree(root)) {
				String above = (node.parent() != null) ? this.paths.get(node.parent()) + "/" : "";
				this.paths.put(node.id(), above + node.name());
				views.add(department(node));
			}
		});
		views.sort(Comparator.comparing((view) -> view.toString()));
		views.forEach(list::add);
	}

	private ObjectNode department(Node node) {
		ObjectNode view = Json.object()
			.put("path", this.paths.get(node.id()))
			.put("organizationCode", node.organization())
			.put("name", node.name())
			.put("openDepartmentId", node.openId())
			.put("code", node.code())
			.put("status", node.on());
		ArrayNode leaders = view.putArray("leaders");
		node.leaders()
			.stream()
			.map((id) -> name(Objects.requireNonNull(this.pool.accounts().get(id))))
			.sorted()
			.forEach(leaders::add);
		view.set("customData", sorted(node.custom()));
		return view;
	}

	private void users(ArrayNode list) {
		List<Account> accounts = new ArrayList<>(this.pool.accounts().all());
		accounts.sort(Comparator.comparing(States::name).thenComparing((account) -> account.profile().toString()));
		accounts.forEach((account) -> {
			ObjectNode view = list.addObject();
			view.setAll(sorted(account.profile()));
			view.put("status", account.status());
			ArrayNode departments = view.putArray("departments");
			account.posts().stream().map((post) -> path(post.department())).sorted().forEach(departments::add);
			view.put("mainDepartment", (account.main() != null) ? path(account.main()) : null);
			view.put("password", account.password().name().toLowerCase(Locale.ROOT));
			view.set("customData", sorted(account.custom()));
		});
	}

	private String path(String department) {
		return Objects.requireNonNull(this.paths.get(department));
	}

	private static String name(Account account) {
		return List.of("username", "phone", "email", "externalId")
			.stream()
			.map(account::text)
			.filter((text) -> !text.isEmpty())
			.findFirst()
			.orElse("");
	}

	private static ObjectNode sorted(ObjectNode fields) {
		ObjectNode sorted = Json.object();
		fields.propertyStream()
			.sorted(Map.Entry.comparingByKey())
			.collect(Collectors.toList())
			.forEach((field) -> sorted.set(field.getKey(), field.getValue()));
		return sorted;
	}

}
