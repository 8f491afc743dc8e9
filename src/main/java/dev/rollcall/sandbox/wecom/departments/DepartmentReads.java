package dev.rollcall.sandbox.wecom.departments;

import java.util.Collection;

import dev.rollcall.sandbox.Json;
import dev.rollcall.sandbox.wecom.company.Company;
import dev.rollcall.sandbox.wecom.company.Sight;
import dev.rollcall.sandbox.wecom.company.Unit;
import dev.rollcall.sandbox.wecom.company.Views;
import dev.rollcall.sandbox.wecom.wire.Code;
import dev.rollcall.sandbox.wecom.wire.Question;
import dev.rollcall.sandbox.wecom.wire.Refused;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Shows departments. */
public final class DepartmentReads {

	private final Company company;

	private final Views views;

	public DepartmentReads(Company company) {
		this.company = company;
		this.views = new Views(company);
	}

	public ObjectNode list(Question question, Sight sight) {
		ObjectNode answer = Json.object();
		ArrayNode list = answer.putArray("department");
		wanted(question, sight).forEach((unit) -> list.add(this.views.department(unit)));
		return answer;
	}

	/** No names: those are what WeCom no longer gives to everybody. */
	public ObjectNode ids(Question question, Sight sight) {
		ObjectNode answer = Json.object();
		ArrayNode list = answer.putArray("department_id");
		wanted(question, sight.tree() ? Sight.everything(this.company) : sight).forEach((unit) -> list
			.add(Json.object().put("id", unit.id()).put("parentid", unit.parent()).put("order", unit.order())));
		return answer;
	}

	public ObjectNode one(Question question, Sight sight) {
		Long id = question.id("id");
		if (id == null) {
			throw Refused.because(Code.INVALID_PARAMETER);
		}
		Unit unit = this.company.unit(id);
		if (unit == null) {
			throw Refused.because(Code.INVALID_PARTY);
		}
		sight.check(id);
		ObjectNode answer = Json.object();
		answer.set("department", this.views.department(unit));
		return answer;
	}

	/**
	 * The department that is asked for with all below it; without one, all that the
	 * caller sees.
	 */
	private Collection<Unit> wanted(Question question, Sight sight) {
		String asked = question.query("id");
		if (asked == null || asked.isEmpty()) {
			return this.company.units().stream().filter((unit) -> sight.sees(unit.id())).toList();
		}
		Long id = question.id("id");
		if (id == null || this.company.unit(id) == null) {
			throw Refused.because(Code.INVALID_PARTY);
		}
		sight.check(id);
		return this.company.subtree(id);
	}

}
