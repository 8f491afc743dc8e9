package dev.rollcall.plan;

import java.util.List;
import java.util.Set;

import dev.rollcall.directory.Completeness;
import org.jspecify.annotations.Nullable;

/**
 * What a plan is made by, beside the two snapshots: what the job wants and what the
 * target can do.
 *
 * @param operations what the job may do
 * @param update what is done with entries that both sides have
 * @param source whether the source is known to be whole; if not, nothing is deleted
 * @param required groups of fields, of each of which a member must have one to be created
 * @param unique fields of members that no two may share a value of
 * @param leave what becomes of members whom only the target has
 * @param scope whom and what the run is about
 * @param accounts what there is to know of the accounts of a target that keeps nothing
 * else, and no departments; null for any other target
 */
public record Policy(Operations operations, UpdateMode update, Completeness source, List<Set<String>> required,
		List<String> unique, Leave leave, Scope scope, @Nullable AccountRules accounts) {

	public Policy {
		required = required.stream().map(Set::copyOf).toList();
		unique = List.copyOf(unique);
	}

	/** A policy for a target that keeps departments and members. */
	public Policy(Operations operations, UpdateMode update, Completeness source, List<Set<String>> required,
			List<String> unique, Leave leave, Scope scope) {
		this(operations, update, source, required, unique, leave, scope, null);
	}

	/** A policy by which whoever leaves is deleted, for a run about everything. */
	public Policy(Operations operations, UpdateMode update, Completeness source, List<Set<String>> required,
			List<String> unique) {
		this(operations, update, source, required, unique, Leave.AT_ONCE, Scope.EVERYTHING);
	}

	/** The same with another rule for those who leave. */
	public Policy on(Leave other) {
		return new Policy(this.operations, this.update, this.source, this.required, this.unique, other, this.scope,
				this.accounts);
	}

	/** The same for a run about something else. */
	public Policy within(Scope other) {
		return new Policy(this.operations, this.update, this.source, this.required, this.unique, this.leave, other,
				this.accounts);
	}

	/** The same for a target that keeps bare accounts. */
	public Policy with(@Nullable AccountRules bare) {
		return new Policy(this.operations, this.update, this.source, this.required, this.unique, this.leave, this.scope,
				bare);
	}

	/** Whether anything is done with entries that both sides have. */
	boolean updates() {
		return this.operations.update() && this.update != UpdateMode.NEVER;
	}

}
