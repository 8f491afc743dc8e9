package dev.rollcall.sandbox.wecom.departments;

import java.util.Objects;

import dev.rollcall.sandbox.Json;
import dev.rollcall.sandbox.wecom.company.Company;
import dev.rollcall.sandbox.wecom.company.Unit;
import dev.rollcall.sandbox.wecom.wire.Code;
import dev.rollcall.sandbox.wecom.wire.Question;
import dev.rollcall.sandbox.wecom.wire.Refused;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Creates, changes and deletes departments. */
public final class DepartmentWrites {

	private final Company company;

	private final DepartmentRules rules;

	public DepartmentWrites(Company company, DepartmentRules rules) {
		this.company = company;
		this.rules = rules;
	}

	public ObjectNode create(Question question) {
		String name = this.rules.name(question);
		if (name == null) {
			throw Refused.because(Code.DEPARTMENT_LENGTH);
		}
		String nameEn = this.rules.nameEn(question);
		Unit parent = this.rules.parent(question, Code.PARENT_NOT_FOUND);
		if (parent == null) {
			throw Refused.because(Code.PARENT_NOT_FOUND);
		}
		Long order = this.rules.order(question);
		long id = this.rules.newId(question);
		Unit unit = new Unit(id, name, (nameEn != null) ? nameEn : "", parent.id(), (order != null) ? order : 0);
		this.rules.place(unit);
		this.rules.oneMore(parent.id());
		this.company.put(unit);
		return Json.object().put("errmsg", "created").put("id", id);
	}

	public ObjectNode update(Question question) {
		Unit former = addressed(question);
		String name = this.rules.name(question);
		String nameEn = this.rules.nameEn(question);
		Unit parent = this.rules.parent(question, Code.INVALID_PARENT);
		Long order = this.rules.order(question);
		Unit unit = new Unit(former.id(), Objects.requireNonNullElse(name, former.name()),
				Objects.requireNonNullElse(nameEn, former.nameEn()), (parent != null) ? parent.id() : former.parent(),
				Objects.requireNonNullElse(order, former.order()));
		this.rules.place(unit);
		this.company.put(unit);
		return Json.object().put("errmsg", "updated");
	}

	public ObjectNode delete(Question question) {
		Long id = question.id("id");
		if (id == null) {
			throw Refused.because(Code.INVALID_PARAMETER);
		}
		Unit unit = this.company.unit(id);
		if (unit == null) {
			throw Refused.because(Code.INVALID_PARTY);
		}
		if (!this.company.members(id).isEmpty()) {
			throw Refused.because(Code.CONTAINS_USER);
		}
		if (!this.company.children(id).isEmpty()) {
			throw Refused.because(Code.CONTAINS_DEPARTMENT);
		}
		if (id == Unit.ROOT) {
			throw Refused.because(Code.ROOT_DEPARTMENT);
		}
		this.company.remove(unit);
		return Json.object().put("errmsg", "deleted");
	}

	private Unit addressed(Question question) {
		JsonNode value = question.value("id");
		Long id = (value != null) ? question.number(value) : null;
		@Nullable Unit unit = (id != null) ? this.company.unit(id) : null;
		if (unit == null) {
			throw Refused.because(Code.DEPARTMENT_NOT_FOUND);
		}
		return unit;
	}

}
