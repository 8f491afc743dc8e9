package dev.rollcall.sandbox.wecom.departments;

import dev.rollcall.sandbox.wecom.company.Company;
import dev.rollcall.sandbox.wecom.company.Habits;
import dev.rollcall.sandbox.wecom.company.Unit;
import dev.rollcall.sandbox.wecom.wire.Code;
import dev.rollcall.sandbox.wecom.wire.Question;
import dev.rollcall.sandbox.wecom.wire.Refused;
import dev.rollcall.sandbox.wecom.wire.Texts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a department may be called, and where it may stand.
 *
 * @see <a href="https://developer.work.weixin.qq.com/document/path/90341">WeCom, create
 * department</a>
 */
public final class DepartmentRules {

	private static final int MAX_DEPTH = 15;

	private static final int MAX_DEPARTMENTS = 30_000;

	private static final long MAX_ORDER = 0xFFFF_FFFFL;

	private static final String FORBIDDEN = "\\:*?<>|";

	private final Company company;

	private final Habits habits;

	public DepartmentRules(Company company, Habits habits) {
		this.company = company;
		this.habits = habits;
	}

	/** The name, null when the question says nothing of it. */
	@Nullable String name(Question question) {
		String name = question.text("name");
		if (name == null) {
			return null;
		}
		if (name.isEmpty()) {
			throw Refused.because(Code.INVALID_PARAMETER);
		}
		if (Texts.length(name) > this.habits.nameLength()) {
			throw Refused.because(Code.DEPARTMENT_LENGTH);
		}
		if (name.chars().anyMatch((c) -> FORBIDDEN.indexOf(c) >= 0 || (c == '"' && !this.habits.quotes()))) {
			throw Refused.because(Code.INVALID_CHARACTER);
		}
		return name;
	}

	/** The English name, null when the question says nothing of it. */
	@Nullable String nameEn(Question question) {
		String name = question.text("name_en");
		if (name == null) {
			return null;
		}
		if (name.isEmpty()) {
			throw Refused.because(Code.DEPARTMENT_LENGTH);
		}
		if (Texts.length(name) > this.habits.nameLength()) {
			throw Refused.because(Code.INVALID_PARAMETER);
		}
		return name;
	}

	/** The order, null when the question says nothing of it. */
	@Nullable Long order(Question question) {
		JsonNode value = question.value("order");
		if (value == null) {
			return null;
		}
		Long order = question.number(value);
		if (order == null || order < 0 || order > MAX_ORDER) {
			throw Refused.because(Code.INVALID_CHARACTER);
		}
		return order;
	}

	/** The id that a new department is to have: its own, or one that is free. */
	long newId(Question question) {
		JsonNode value = question.value("id");
		if (value == null) {
			return this.company.freeId();
		}
		Long id = question.number(value);
		if (id == null || id > Integer.MAX_VALUE) {
			throw Refused.because(Code.INVALID_CHARACTER);
		}
		if (id < 1) {
			throw Refused.because(Code.INVALID_PARTY);
		}
		if (this.company.unit(id) != null) {
			throw Refused.because(Code.DEPARTMENT_EXISTED);
		}
		return id;
	}

	/**
	 * The parent that the question names, null when it names none.
	 * @param unknown the code for one that does not exist
	 */
	@Nullable Unit parent(Question question, Code unknown) {
		JsonNode value = question.value("parentid");
		if (value == null) {
			return null;
		}
		Long id = question.number(value);
		if (id == null && unknown == Code.PARENT_NOT_FOUND) {
			throw Refused.bare(Code.INVALID_CHARACTER, "wrong json format");
		}
		Unit parent = (id != null) ? this.company.unit(id) : null;
		if (parent == null) {
			throw Refused.because(unknown);
		}
		return parent;
	}

	/** Refuses a department that may not stand where it is meant to. */
	void place(Unit unit) {
		if (this.company.line(unit.parent()).contains(unit.id())) {
			throw Refused.because(Code.CIRCLE);
		}
		for (long sibling : this.company.children(unit.parent())) {
			Unit other = this.company.unit(sibling);
			if (other != null && sibling != unit.id() && isNamedAs(unit, other)) {
				throw Refused.because(Code.DEPARTMENT_EXISTED);
			}
		}
		if (this.company.line(unit.parent()).size() + height(unit.id()) > MAX_DEPTH) {
			throw Refused.because(Code.DEPARTMENT_DEPTH);
		}
	}

	void oneMore(long parent) {
		if (this.company.units().size() >= MAX_DEPARTMENTS
				|| this.company.children(parent).size() + this.company.members(parent).size() >= MAX_DEPARTMENTS) {
			throw Refused.because(Code.TOO_MANY_DEPARTMENTS);
		}
	}

	private static boolean isNamedAs(Unit unit, Unit other) {
		return unit.name().equals(other.name()) || (!unit.nameEn().isEmpty() && unit.nameEn().equals(other.nameEn()));
	}

	/** How many levels there are from a department down, itself counted. */
	private int height(long id) {
		int below = 0;
		for (long child : this.company.children(id)) {
			below = Math.max(below, height(child));
		}
		return below + 1;
	}

}
