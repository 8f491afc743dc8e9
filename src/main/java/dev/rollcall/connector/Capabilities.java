package dev.rollcall.connector;

import java.util.List;
import java.util.Set;

/**
 * What a target can do.
 *
 * @param customFields whether it takes fields that its schema does not name
 * @param hidden fields of members that it accepts but never shows
 * @param required groups of fields, of each of which a member must have one to be created
 * @param unique fields of members that no two may share a value of, beside the userid
 * @param batch how many changes it takes at once, 1 or more
 * @param transactional whether its changes commit together with the run's own bookkeeping
 * @param disabling whether it can disable members, and shows that in their field
 * {@code enabled}
 * @param hiddenOfDepartments fields of departments that it accepts and need not show
 */
public record Capabilities(boolean customFields, Set<String> hidden, List<Set<String>> required, List<String> unique,
		int batch, boolean transactional, boolean disabling, Set<String> hiddenOfDepartments) {

	public Capabilities {
		hidden = Set.copyOf(hidden);
		required = required.stream().map(Set::copyOf).toList();
		if (required.stream().anyMatch(Set::isEmpty)) {
			throw new IllegalArgumentException("required: one of none");
		}
		unique = List.copyOf(unique);
		if (batch < 1) {
			throw new IllegalArgumentException("batch: " + batch);
		}
		hiddenOfDepartments = Set.copyOf(hiddenOfDepartments);
	}

	/** What a target can do that shows all of its departments. */
	public Capabilities(boolean customFields, Set<String> hidden, List<Set<String>> required, List<String> unique,
			int batch, boolean transactional, boolean disabling) {
		this(customFields, hidden, required, unique, batch, transactional, disabling, Set.of());
	}

	/** What a target can do that cannot disable anybody. */
	public Capabilities(boolean customFields, Set<String> hidden, List<Set<String>> required, List<String> unique,
			int batch, boolean transactional) {
		this(customFields, hidden, required, unique, batch, transactional, false);
	}

}
