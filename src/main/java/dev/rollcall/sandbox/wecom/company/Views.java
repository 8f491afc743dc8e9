package dev.rollcall.sandbox.wecom.company;

import java.util.List;
import java.util.Set;

import dev.rollcall.sandbox.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Departments and members as WeCom shows them. */
public final class Views {

	private static final List<String> TEXTS = List.of("position", "mobile", "gender", "email", "biz_mail", "avatar",
			"telephone", "alias", "address", "external_position");

	/**
	 * What apps made since June 2022 are not shown.
	 *
	 * @see <a href="https://developer.work.weixin.qq.com/document/path/96255">WeCom, read
	 * member</a>
	 */
	private static final Set<String> PERSONAL = Set.of("mobile", "email", "biz_mail", "avatar", "address");

	private final Company company;

	public Views(Company company) {
		this.company = company;
	}

	public ObjectNode department(Unit unit) {
		ObjectNode view = Json.object().put("id", unit.id()).put("name", unit.name());
		if (!unit.nameEn().isEmpty()) {
			view.put("name_en", unit.nameEn());
		}
		ArrayNode leaders = view.putArray("department_leader");
		for (String key : this.company.members(unit.id())) {
			Person person = this.company.person(key);
			if (person != null && leads(person, unit.id())) {
				leaders.add(person.userid());
			}
		}
		return view.put("parentid", unit.parent()).put("order", unit.order());
	}

	/** Who it is and where, as far as the caller sees those departments. */
	public ObjectNode name(Person person, Sight sight) {
		ObjectNode view = Json.object().put("userid", person.userid()).put("name", person.text("name"));
		ArrayNode departments = view.putArray("department");
		posts(person, sight).forEach((post) -> departments.add(post.department()));
		return view;
	}

	/** Everything of a member that the caller sees. */
	public ObjectNode member(Person person, Sight sight) {
		ObjectNode view = name(person, sight);
		ArrayNode orders = view.putArray("order");
		ArrayNode leads = view.putArray("is_leader_in_dept");
		List<Person.Post> posts = posts(person, sight);
		posts.forEach((post) -> {
			orders.add(post.order());
			leads.add(post.leader() ? 1 : 0);
		});
		boolean personal = sight.personal();
		for (String text : TEXTS) {
			if (personal || !PERSONAL.contains(text)) {
				view.put(text, person.text(text));
			}
		}
		if (!personal || person.text("gender").isEmpty()) {
			view.put("gender", "0");
		}
		ArrayNode leaders = view.putArray("direct_leader");
		person.leaders().forEach(leaders::add);
		if (!posts.isEmpty()) {
			view.put("main_department", sight.sees(person.main()) ? person.main() : posts.get(0).department());
		}
		view.put("status", person.status());
		view.put("enable", person.enabled() ? 1 : 0)
			.put("isleader", person.posts().stream().anyMatch(Person.Post::leader) ? 1 : 0)
			.put("hide_mobile", 0);
		more(person, view);
		return view;
	}

	private static void more(Person person, ObjectNode view) {
		ArrayNode custom = view.putObject("extattr").putArray("attrs");
		person.custom().path("extattr").forEach(custom::add);
		view.set("external_profile", person.custom().path("external_profile").isObject()
				? person.custom().path("external_profile") : Json.object());
	}

	private static List<Person.Post> posts(Person person, Sight sight) {
		return person.posts().stream().filter((post) -> sight.sees(post.department())).toList();
	}

	private static boolean leads(Person person, long department) {
		return person.posts().stream().anyMatch((post) -> post.department() == department && post.leader());
	}

}
