package dev.rollcall.sandbox.wecom;

import dev.rollcall.sandbox.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The whole company: departments by id, members by userid. */
final class States {

	private final Company company;

	private final Views views;

	States(Company company) {
		this.company = company;
		this.views = new Views(company);
	}

	ObjectNode all() {
		ObjectNode state = Json.object();
		ArrayNode departments = state.putArray("departments");
		this.company.units().forEach((unit) -> departments.add(this.views.department(unit)));
		ArrayNode members = state.putArray("members");
		this.company.persons().values().forEach((person) -> members.add(this.views.member(person, true)));
		ArrayNode invited = state.putArray("invited");
		this.company.invited().forEach(invited::add);
		return state;
	}

}
