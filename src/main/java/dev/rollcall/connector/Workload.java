package dev.rollcall.connector;

import java.util.Map;

import dev.rollcall.directory.EntryKind;
import dev.rollcall.plan.ChangeKind;

/**
 * How many changes of each kind are about to be carried out.
 *
 * @param departments the changes of departments
 * @param members the changes of members
 */
public record Workload(Map<ChangeKind, Long> departments, Map<ChangeKind, Long> members) {

	public Workload {
		departments = Map.copyOf(departments);
		members = Map.copyOf(members);
	}

	/** How many changes of one kind. */
	public long of(EntryKind entry, ChangeKind kind) {
		return switch (entry) {
			case DEPARTMENT -> this.departments.getOrDefault(kind, 0L);
			case MEMBER -> this.members.getOrDefault(kind, 0L);
		};
	}

	/** All changes together. */
	public long all() {
		return sum(this.departments) + sum(this.members);
	}

	private static long sum(Map<ChangeKind, Long> counts) {
		return counts.values().stream().mapToLong(Long::longValue).sum();
	}

}
