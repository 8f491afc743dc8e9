package dev.rollcall.definition;

import java.util.List;

import dev.rollcall.compare.DepartmentKey;
import dev.rollcall.compare.EntrySelector;
import dev.rollcall.compare.IgnoreRules;
import dev.rollcall.compare.MemberKey;
import dev.rollcall.plan.Limits;
import dev.rollcall.plan.Operations;
import dev.rollcall.plan.UpdateMode;
import org.jspecify.annotations.Nullable;

/**
 * What one job file says, checked.
 *
 * @param name the name of the file without its ending
 * @param description what it is for, in the operator's words
 * @param source where entries come from
 * @param target where they go
 * @param memberKeys by what members are paired, in order
 * @param departmentKeys by what departments are paired, in order
 * @param operations what the job may do
 * @param update what happens to entries that both sides have
 * @param ignore what it must not touch
 * @param onLeave what becomes of members whom only the target has
 * @param scope whom and what it is about
 * @param limits how much it may do without a person having looked at it
 * @param schedule when it is meant to run, null if that is not said
 * @param applications how members apply who are not meant otherwise
 */
public record JobDefinition(String name, String description, ConnectorChoice source, ConnectorChoice target,
		List<MemberKey> memberKeys, List<DepartmentKey> departmentKeys, Operations operations, UpdateMode update,
		IgnoreRules ignore, LeaveTerms onLeave, EntrySelector scope, Limits limits, @Nullable Schedule schedule,
		ApplicationTerms applications) {

	public JobDefinition {
		memberKeys = List.copyOf(memberKeys);
		departmentKeys = List.copyOf(departmentKeys);
	}

	/** The same of a job that may create, whatever its file says. */
	public JobDefinition creating() {
		Operations creating = new Operations(true, this.operations.update(), this.operations.delete(),
				this.operations.deleteDepartments());
		return new JobDefinition(this.name, this.description, this.source, this.target, this.memberKeys,
				this.departmentKeys, creating, this.update, this.ignore, this.onLeave, this.scope, this.limits,
				this.schedule, this.applications);
	}

}
