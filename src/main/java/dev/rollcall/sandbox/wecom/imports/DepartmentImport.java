package dev.rollcall.sandbox.wecom.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import dev.rollcall.sandbox.Json;
import dev.rollcall.sandbox.wecom.company.Company;
import dev.rollcall.sandbox.wecom.company.Habits;
import dev.rollcall.sandbox.wecom.company.Unit;
import dev.rollcall.sandbox.wecom.departments.DepartmentRules;
import dev.rollcall.sandbox.wecom.departments.DepartmentWrites;
import dev.rollcall.sandbox.wecom.wire.Code;
import dev.rollcall.sandbox.wecom.wire.Question;
import dev.rollcall.sandbox.wecom.wire.Refused;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an import of departments does: those of the file, parents first, then away with
 * what is in no row and empty.
 *
 * @see <a href="https://developer.work.weixin.qq.com/document/path/91132">WeCom, import
 * departments</a>
 */
final class DepartmentImport {

	static final List<String> REQUIRED = List.of("部门名称", "部门ID", "父部门ID");

	private final Company company;

	private final DepartmentWrites writes;

	DepartmentImport(Company company, Habits habits) {
		this.company = company;
		this.writes = new DepartmentWrites(company, new DepartmentRules(company, habits));
	}

	List<Supplier<@Nullable ObjectNode>> steps(Question question, List<Map<String, String>> rows) {
		Map<String, Map<String, String>> byId = new HashMap<>();
		for (Map<String, String> row : rows) {
			if (byId.put(row.getOrDefault("部门ID", ""), row) != null) {
				throw Refused.because(Code.PARTY_TWICE);
			}
		}
		List<Supplier<@Nullable ObjectNode>> steps = new ArrayList<>();
		Set<String> done = new HashSet<>();
		rows.forEach((row) -> add(row, byId, done, steps, question));
		Set<String> wanted = Set.copyOf(byId.keySet());
		steps.add(() -> {
			clear(Unit.ROOT, wanted);
			return null;
		});
		return steps;
	}

	private void add(Map<String, String> row, Map<String, Map<String, String>> byId, Set<String> done,
			List<Supplier<@Nullable ObjectNode>> steps, Question question) {
		if (!done.add(row.getOrDefault("部门ID", ""))) {
			return;
		}
		Map<String, String> parent = byId.get(row.getOrDefault("父部门ID", ""));
		if (parent != null) {
			add(parent, byId, done, steps, question);
		}
		ObjectNode asked = Json.object()
			.put("id", row.getOrDefault("部门ID", ""))
			.put("name", row.getOrDefault("部门名称", ""))
			.put("parentid", row.getOrDefault("父部门ID", ""));
		String order = row.getOrDefault("排序", "");
		if (!order.isEmpty() && !order.equals("0")) {
			asked.put("order", order);
		}
		steps.add(() -> result(question.with(asked), asked.path("id").asString("")));
	}

	private ObjectNode result(Question question, String id) {
		Code code = Code.OK;
		Unit former = id.matches("\\d{1,9}") ? this.company.unit(Long.parseLong(id)) : null;
		try {
			if (former != null) {
				if (former.id() == Unit.ROOT) {
					question.body().remove("parentid");
				}
				this.writes.update(question);
			}
			else {
				this.writes.create(question);
			}
		}
		catch (Refused ex) {
			code = (ex.code() == Code.DEPARTMENT_EXISTED) ? Code.PARTY_NAME_TWICE : ex.code();
		}
		ObjectNode result = Json.object().put("action", (code == Code.OK) ? action(former, id) : 0);
		return (id.matches("\\d{1,9}") ? result.put("partyid", Long.parseLong(id)) : result.put("partyid", id))
			.put("errcode", code.number())
			.put("errmsg", code.words());
	}

	/** 1 created, 2 renamed, 4 moved, 8 sorted otherwise, and sums of them. */
	private int action(@Nullable Unit former, String id) {
		Unit unit = this.company.unit(Long.parseLong(id));
		if (former == null || unit == null) {
			return 1;
		}
		return (former.name().equals(unit.name()) ? 0 : 2) + ((former.parent() == unit.parent()) ? 0 : 4)
				+ ((former.order() == unit.order()) ? 0 : 8);
	}

	private void clear(long id, Set<String> wanted) {
		List.copyOf(this.company.children(id)).forEach((child) -> clear(child, wanted));
		Unit unit = this.company.unit(id);
		if (unit != null && id != Unit.ROOT && !wanted.contains(String.valueOf(id))
				&& this.company.children(id).isEmpty() && this.company.members(id).isEmpty()) {
			this.company.remove(unit);
		}
	}

}
