package dev.rollcall.sandbox.wecom.members;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

import dev.rollcall.sandbox.wecom.company.Habits;
import dev.rollcall.sandbox.wecom.company.Person;
import dev.rollcall.sandbox.wecom.wire.Code;
import dev.rollcall.sandbox.wecom.wire.Question;
import dev.rollcall.sandbox.wecom.wire.Refused;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The departments of a member as a question gives them: checked, but none created yet.
 *
 * @param posts the places; of department 0 when the member is to wait for one
 * @param main the main department
 */
record Places(List<Person.Post> posts, long main) {

	/** Where members are put that belong nowhere. */
	static final long NOWHERE = 0;

	private static final int MOST = 100;

	private static final long MAX_ORDER = 0xFFFF_FFFFL;

	Places {
		posts = List.copyOf(posts);
	}

	/**
	 * The places that a member is to have.
	 * @param former the member as it is, null for a new one
	 */
	static Places asked(Question question, @Nullable Person former, Habits habits) {
		List<Long> departments = departments(question, former, habits);
		List<Long> orders = question.has("department") || former == null
				? question.numbers("order", Code.INVALID_PARAMETER) : null;
		List<Long> leads = question.numbers("is_leader_in_dept", Code.LEADER_COUNT);
		check(departments, orders, leads);
		List<Person.Post> posts = new ArrayList<>();
		for (int i = 0; i < departments.size(); i++) {
			Person.Post old = post(former, departments.get(i));
			posts.add(new Person.Post(departments.get(i), (orders != null) ? orders.get(i) : old.order(),
					(leads != null) ? leads.get(i) == 1 : old.leader()));
		}
		return new Places(posts, main(question, departments, former));
	}

	private static List<Long> departments(Question question, @Nullable Person former, Habits habits) {
		List<Long> departments = question.numbers("department", Code.INVALID_PARTIES);
		if (departments == null && former != null) {
			return former.posts().stream().map(Person.Post::department).toList();
		}
		if (departments == null && !habits.autoDepartments()) {
			throw Refused.missing("department");
		}
		if (departments == null || (departments.isEmpty() && habits.autoDepartments())) {
			return List.of(NOWHERE);
		}
		if (departments.isEmpty() || departments.size() > MOST
				|| new HashSet<>(departments).size() < departments.size()) {
			throw Refused.because(Code.INVALID_PARTIES);
		}
		return departments;
	}

	private static void check(List<Long> departments, @Nullable List<Long> orders, @Nullable List<Long> leads) {
		if (orders != null && (orders.size() != departments.size()
				|| orders.stream().anyMatch((order) -> order < 0 || order > MAX_ORDER))) {
			throw Refused.because(Code.INVALID_PARAMETER);
		}
		if (leads != null && (leads.size() != departments.size()
				|| leads.stream().anyMatch((leader) -> leader != 0 && leader != 1))) {
			throw Refused.because(Code.LEADER_COUNT);
		}
	}

	private static Person.Post post(@Nullable Person former, long department) {
		if (former != null) {
			for (Person.Post post : former.posts()) {
				if (post.department() == department) {
					return post;
				}
			}
		}
		return new Person.Post(department, 0, false);
	}

	/** WxJava sends it as a text, and WeCom takes it. */
	private static long main(Question question, List<Long> departments, @Nullable Person former) {
		JsonNode value = question.value("main_department");
		if (value != null && !"".equals(value.asString(""))) {
			Long main = question.number(value);
			if (main == null || !departments.contains(main)) {
				throw Refused.because(Code.INVALID_PARTIES);
			}
			return main;
		}
		return (former != null && departments.contains(former.main())) ? former.main() : departments.get(0);
	}

}
