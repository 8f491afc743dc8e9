package dev.rollcall.sandbox.wecom.members;

import java.util.ArrayList;
import java.util.List;

import dev.rollcall.sandbox.Json;
import dev.rollcall.sandbox.wecom.company.Company;
import dev.rollcall.sandbox.wecom.company.Habits;
import dev.rollcall.sandbox.wecom.company.Person;
import dev.rollcall.sandbox.wecom.company.Unit;
import dev.rollcall.sandbox.wecom.wire.Code;
import dev.rollcall.sandbox.wecom.wire.Refused;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * 其他（待设置部门）: where WeCom puts members of no department, and creates departments that
 * members are said to belong to and that do not exist. Under which name is not documented
 * anywhere: here it is the id.
 */
final class WaitingRoom {

	static final String NAME = "其他（待设置部门）";

	private final Company company;

	private final Habits habits;

	WaitingRoom(Company company, Habits habits) {
		this.company = company;
		this.habits = habits;
	}

	/** Refuses places in departments that neither exist nor may be created. */
	void check(Places places) {
		for (Person.Post post : places.posts()) {
			long id = post.department();
			boolean creatable = this.habits.autoDepartments() && id >= Places.NOWHERE && id <= Integer.MAX_VALUE;
			if (this.company.unit(id) == null && !creatable) {
				throw Refused.because(Code.INVALID_PARTY);
			}
		}
	}

	/**
	 * The places with every department in existence.
	 * @param answer is told which were created, when any were
	 */
	Places settled(Places places, ObjectNode answer) {
		List<Unit> created = new ArrayList<>();
		List<Person.Post> posts = new ArrayList<>();
		for (Person.Post post : places.posts()) {
			posts.add(new Person.Post(existing(post.department(), created), post.order(), post.leader()));
		}
		if (!created.isEmpty()) {
			ArrayNode list = answer.putObject("created_department_list").putArray("department_info");
			created.forEach((unit) -> list.add(Json.object().put("name", unit.name()).put("id", unit.id())));
		}
		return new Places(posts, (places.main() != Places.NOWHERE) ? places.main() : posts.get(0).department());
	}

	private long existing(long id, List<Unit> created) {
		if (id != Places.NOWHERE && this.company.unit(id) != null) {
			return id;
		}
		long room = room();
		if (id == Places.NOWHERE) {
			return room;
		}
		Unit unit = new Unit(id, String.valueOf(id), "", room, 0);
		this.company.put(unit);
		created.add(unit);
		return id;
	}

	private long room() {
		for (long id : this.company.children(Unit.ROOT)) {
			Unit unit = this.company.unit(id);
			if (unit != null && unit.name().equals(NAME)) {
				return id;
			}
		}
		Unit unit = new Unit(this.company.freeId(), NAME, "", Unit.ROOT, 0);
		this.company.put(unit);
		return unit.id();
	}

}
