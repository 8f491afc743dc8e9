package dev.rollcall.job;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import dev.rollcall.connector.DepartmentDirectory;
import dev.rollcall.connector.Target;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.Entry;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.Member;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.Lost;
import dev.rollcall.plan.UndoTarget;
import dev.rollcall.staging.Ledger;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A target as it is now, with what only the ledger knows of it.
 *
 * @param target the open target
 * @param departments what the departments of the run's plan are called there
 * @param ofMembers remembers what the target hides of members
 * @param ofDepartments remembers what it does not show of departments
 */
record TargetNow(Target target, DepartmentDirectory departments, Ledger ofMembers,
		Ledger ofDepartments) implements UndoTarget {

	static TargetNow of(RunContext context, DepartmentDirectory departments, JdbcTemplate jdbc) {
		return new TargetNow(context.target(), departments, context.ledger(jdbc), context.ledgerOfDepartments(jdbc));
	}

	@Override
	public @Nullable Entry find(Change change) {
		return completed(Collections.singletonList(this.target.find(change, this.departments))).get(0);
	}

	@Override
	public List<@Nullable Entry> find(List<Change> changes) {
		return changes.isEmpty() ? List.of() : completed(this.target.find(changes, this.departments));
	}

	private List<@Nullable Entry> completed(List<@Nullable Entry> found) {
		if (!this.ofMembers.isNeeded() && !this.ofDepartments.isNeeded()) {
			return found;
		}
		Map<String, Map<String, String>> members = remembered(this.ofMembers, EntryKind.MEMBER, found);
		Map<String, Map<String, String>> departments = remembered(this.ofDepartments, EntryKind.DEPARTMENT, found);
		List<@Nullable Entry> completed = new ArrayList<>(found.size());
		for (Entry entry : found) {
			if (entry instanceof Member member) {
				completed.add(Ledger.complete(member, members.getOrDefault(member.ref(), Map.of())));
			}
			else if (entry instanceof Department department) {
				completed.add(Ledger.complete(department, departments.getOrDefault(department.ref(), Map.of())));
			}
			else {
				completed.add(null);
			}
		}
		return completed;
	}

	private static Map<String, Map<String, String>> remembered(Ledger ledger, EntryKind kind,
			List<@Nullable Entry> found) {
		List<String> refs = found.stream()
			.filter((entry) -> entry != null && entry.kind() == kind)
			.map(Entry::ref)
			.toList();
		return ledger.isNeeded() ? ledger.remembered(refs) : Map.of();
	}

	@Override
	public Lost lost(Change inverse) {
		return this.target.lost(inverse);
	}

}
