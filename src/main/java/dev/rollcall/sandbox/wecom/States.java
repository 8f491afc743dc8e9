package dev.rollcall.sandbox.wecom;

import dev.rollcall.sandbox.Json;
import dev.rollcall.sandbox.wecom.company.Company;
import dev.rollcall.sandbox.wecom.company.Sight;
import dev.rollcall.sandbox.wecom.company.Views;
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
		Sight all = Sight.everything(this.company);
		this.company.persons().values().forEach((person) -> members.add(this.views.member(person, all)));
		ArrayNode invited = state.putArray("invited");
		this.company.invited().forEach(invited::add);
		return state;
	}

}
