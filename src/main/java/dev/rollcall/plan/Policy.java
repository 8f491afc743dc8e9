package dev.rollcall.plan;

import java.util.List;
import java.util.Set;

import dev.rollcall.directory.Completeness;

/**
 * What a plan is made by, beside the two snapshots: what the job wants and what the
 * target can do.
 *
 * @param operations what the job may do
 * @param update what is done with entries that both sides have
 * @param source whether the source is known to be whole; if not, nothing is deleted
 * @param required fields that a member must have to be created
 * @param unique fields of members that no two may share a value of
 */
public record Policy(Operations operations, UpdateMode update, Completeness source, Set<String> required,
		List<String> unique) {

	public Policy {
		required = Set.copyOf(required);
		unique = List.copyOf(unique);
	}

}
