package dev.rollcall.compare;

import java.util.List;
import java.util.Set;

/**
 * Something that a run must not touch: a field, for some operations and entries. It acts
 * before the comparison, by taking the existing value over into desired.
 *
 * @param fields names; none means the whole entry
 * @param operations none means all
 * @param entries whom it protects
 */
public record IgnoreRule(Set<String> fields, Set<Operation> operations, EntrySelector entries) {

	public IgnoreRule {
		fields = Set.copyOf(fields);
		operations = Set.copyOf(operations);
	}

	public static IgnoreRule fields(String... fields) {
		return new IgnoreRule(Set.copyOf(List.of(fields)), Set.of(), EntrySelector.ALL);
	}

	public boolean concerns(Operation operation) {
		return this.operations.isEmpty() || this.operations.contains(operation);
	}

}
