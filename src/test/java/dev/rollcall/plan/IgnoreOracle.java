package dev.rollcall.plan;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.rollcall.compare.IgnoreRule;
import dev.rollcall.compare.Operation;
import dev.rollcall.directory.DepartmentTree;
import dev.rollcall.directory.Member;
import org.jspecify.annotations.Nullable;

/** Says anew, rule by rule, what a job must not touch. */
record IgnoreOracle(List<IgnoreRule> rules) {

	/**
	 * Whether some rule covers a field of an entry.
	 * @param field null for the entry as a whole
	 */
	boolean ignores(Operation operation, @Nullable String field, Collection<String> userids, Set<String> paths) {
		return this.rules.stream()
			.anyMatch((rule) -> isOf(rule, operation) && isOf(rule, field) && isOf(rule, userids, paths));
	}

	private static boolean isOf(IgnoreRule rule, Operation operation) {
		return rule.operations().isEmpty() || rule.operations().contains(operation);
	}

	private static boolean isOf(IgnoreRule rule, @Nullable String field) {
		return rule.fields().isEmpty() || (field != null && rule.fields().contains(field));
	}

	private static boolean isOf(IgnoreRule rule, Collection<String> userids, Set<String> paths) {
		Set<String> members = rule.entries().members();
		List<String> departments = rule.entries().departments();
		boolean everybody = members.isEmpty() && departments.isEmpty();
		return everybody || userids.stream().anyMatch((userid) -> members.contains(userid.toLowerCase(Locale.ROOT)))
				|| departments.stream()
					.anyMatch((department) -> paths.stream()
						.anyMatch((path) -> (path + "/").startsWith(department + "/")));
	}

	/** The paths of a member's departments. */
	static Set<String> paths(Member member, DepartmentTree tree) {
		Set<String> paths = new HashSet<>();
		if (member.placements() != null) {
			member.placements().departments().forEach((ref) -> paths.add(tree.path(ref)));
		}
		return paths;
	}

}
