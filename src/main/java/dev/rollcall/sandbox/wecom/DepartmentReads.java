package dev.rollcall.sandbox.wecom;

import java.util.Collection;

import dev.rollcall.sandbox.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Shows departments. */
final class DepartmentReads {

	private final Company company;

	private final Views views;

	DepartmentReads(Company company) {
		this.company = company;
		this.views = new Views(company);
	}

	ObjectNode list(Question question) {
		ObjectNode answer = Json.object();
		ArrayNode list = answer.putArray("department");
		wanted(question).forEach((unit) -> list.add(this.views.department(unit)));
		return answer;
	}

	/** No names: those are what WeCom no longer gives to everybody. */
	ObjectNode ids(Question question) {
		ObjectNode answer = Json.object();
		ArrayNode list = answer.putArray("department_id");
		wanted(question).forEach((unit) -> list
			.add(Json.object().put("id", unit.id()).put("parentid", unit.parent()).put("order", unit.order())));
		return answer;
	}

	ObjectNode one(Question question) {
		Long id = question.id("id");
		if (id == null) {
			throw Refused.because(Code.INVALID_PARAMETER);
		}
		Unit unit = this.company.unit(id);
		if (unit == null) {
			throw Refused.because(Code.INVALID_PARTY);
		}
		ObjectNode answer = Json.object();
		answer.set("department", this.views.department(unit));
		return answer;
	}

	/** The department that is asked for with all below it; without one, all. */
	private Collection<Unit> wanted(Question question) {
		String asked = question.query("id");
		if (asked == null || asked.isEmpty()) {
			return this.company.units();
		}
		Long id = question.id("id");
		if (id == null || this.company.unit(id) == null) {
			throw Refused.because(Code.INVALID_PARTY);
		}
		return this.company.subtree(id);
	}

}
