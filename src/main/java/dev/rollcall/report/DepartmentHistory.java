package dev.rollcall.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;

import dev.rollcall.directory.Department;
import dev.rollcall.directory.DepartmentName;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.ChangeKind;
import dev.rollcall.plan.DepartmentRef;
import dev.rollcall.staging.ChangeHistory;
import dev.rollcall.staging.ChangeHistory.Past;
import dev.rollcall.staging.CreatedDepartments;
import dev.rollcall.staging.Plan;

/**
 * What has happened to departments that ever had a path. A department stays the same
 * under another name or in another place: it is told by how its target addresses it.
 */
final class DepartmentHistory {

	private final ChangeHistory changes;

	private final CreatedDepartments created;

	private final LongFunction<String> targets;

	private final Map<Long, Map<String, String>> createdBy = new HashMap<>();

	/**
	 * Looks into all plans.
	 * @param targets gives the target of a run
	 */
	DepartmentHistory(ChangeHistory changes, CreatedDepartments created, LongFunction<String> targets) {
		this.changes = changes;
		this.created = created;
		this.targets = targets;
	}

	List<Past> of(String path, Set<String> names) {
		String key = path.toLowerCase(Locale.ROOT);
		Set<String> meant = new HashSet<>();
		this.changes.ofDepartments((past) -> {
			if (paths(past).stream().anyMatch((one) -> one.toLowerCase(Locale.ROOT).equals(key))) {
				meant.add(subject(past));
			}
		});
		List<Past> found = new ArrayList<>();
		if (!meant.isEmpty()) {
			this.changes.ofDepartments((past) -> {
				if (meant.contains(subject(past))) {
					found.add(past);
					names.addAll(paths(past));
				}
			});
		}
		names.removeIf((name) -> name.toLowerCase(Locale.ROOT).equals(key));
		return found;
	}

	/** Which department it is, of all targets. */
	private String subject(Past past) {
		Change change = past.change().change();
		String ref = change.ref();
		if (ref == null && change.after() != null) {
			ref = this.createdBy.computeIfAbsent(past.plan().run(), this.created::find)
				.get(DepartmentRef.planned(change.after().ref()));
		}
		String target = this.targets.apply(past.plan().run());
		return (ref != null) ? target + '\n' + ref : target + "\n\n" + change.key();
	}

	/** The paths it has before and after a change. */
	private static Set<String> paths(Past past) {
		Change change = past.change().change();
		Set<String> paths = new LinkedHashSet<>(Set.of(change.key()));
		if (change.kind() != ChangeKind.CREATE && change.before() instanceof Department before
				&& change.after() instanceof Department after) {
			paths.add(after(change, before, after, past.plan()));
		}
		return paths;
	}

	private static String after(Change change, Department before, Department after, Plan plan) {
		String above = (before.parent() != null) ? plan.path(before.parent()) + DepartmentName.SEPARATOR : "";
		if (change.kind() != ChangeKind.MOVE) {
			int end = change.key().length() - before.name().length();
			above = before.name().isEmpty() ? change.key() : change.key().substring(0, Math.max(0, end));
			return above + after.name();
		}
		String name = !after.name().isEmpty() ? after.name()
				: change.key().startsWith(above) ? change.key().substring(above.length()) : change.key();
		return (after.parent() != null) ? plan.path(after.parent()) + DepartmentName.SEPARATOR + name : name;
	}

}
