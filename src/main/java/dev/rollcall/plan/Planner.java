package dev.rollcall.plan;

import java.util.Map;
import java.util.function.BiFunction;

import dev.rollcall.compare.DepartmentMatching;
import dev.rollcall.compare.FieldPairing;
import dev.rollcall.compare.IgnoreRules;
import dev.rollcall.compare.MemberComparison;
import dev.rollcall.compare.MemberMatching;

/**
 * Makes the plan of two snapshots: of members while they are paired, then of departments,
 * because only then it is known in which of them somebody stays.
 */
public final class Planner {

	private final DepartmentPlanner departments;

	private final MemberPlanner members;

	private final PlanSink sink;

	/** A plan of departments that have been matched. */
	public Planner(DepartmentMatching matching, FieldPairing departmentFields, FieldPairing memberFields,
			IgnoreRules ignore, Policy policy, PlanSink sink) {
		this.departments = new DepartmentPlanner(matching, departmentFields, ignore, policy);
		this.members = new MemberPlanner(new MemberComparison(memberFields, ignore, this.departments.names()), policy,
				sink);
		this.sink = sink;
	}

	/** Plans members as they are found. */
	public MemberMatching.Found members() {
		return this.members;
	}

	/** The same, with somebody between the members that are found and what plans them. */
	public MemberMatching.Found members(BiFunction<MemberPlanner, DepartmentPlanner, MemberMatching.Found> watch) {
		return watch.apply(this.members, this.departments);
	}

	/**
	 * Plans the departments, once all members have been found.
	 * @param targetWhole whether the target is known to be whole: somebody in the queue
	 * of leavers whom it does not hold is gone then
	 * @return for each department that a change can name the path to show
	 */
	public Map<String, String> departments(boolean targetWhole) {
		this.departments.plan(this.members.end(targetWhole), this.sink);
		return this.departments.names().paths();
	}

}
