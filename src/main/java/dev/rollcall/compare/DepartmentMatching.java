package dev.rollcall.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import dev.rollcall.directory.Department;
import dev.rollcall.directory.DepartmentTree;
import org.jspecify.annotations.Nullable;

/**
 * Pairs the departments of two snapshots by id and path. Departments that are left on
 * both sides may be the same ones under another name or in another place: that is decided
 * by their members, see {@link #recognise}.
 */
public final class DepartmentMatching {

	private final DepartmentTree source;

	private final DepartmentTree target;

	private final Map<String, DepartmentMatch> bySource = new LinkedHashMap<>();

	private final Map<String, DepartmentMatch> byTarget = new HashMap<>();

	private final Set<String> contestedSource = new HashSet<>();

	private final Set<String> contestedTarget = new HashSet<>();

	private final List<DepartmentConflict> conflicts = new ArrayList<>();

	public DepartmentMatching(DepartmentTree source, DepartmentTree target, List<DepartmentKey> keys) {
		this.source = source;
		this.target = target;
		for (DepartmentKey key : keys) {
			switch (key) {
				case ID -> match(Department::id, Department::id, DepartmentMatch.How.ID);
				case PATH -> match((department) -> source.path(department.ref()),
						(department) -> target.path(department.ref()), DepartmentMatch.How.PATH);
			}
		}
	}

	public DepartmentTree source() {
		return this.source;
	}

	public DepartmentTree target() {
		return this.target;
	}

	/** The match of a department of the source, or null. */
	public @Nullable DepartmentMatch ofSource(String ref) {
		return this.bySource.get(ref);
	}

	/** The match of a department of the target, or null. */
	public @Nullable DepartmentMatch ofTarget(String ref) {
		return this.byTarget.get(ref);
	}

	public Collection<DepartmentMatch> matches() {
		return this.bySource.values();
	}

	public List<DepartmentConflict> conflicts() {
		return this.conflicts;
	}

	/** Departments of the source that nothing in the target claims. */
	public List<Department> onlyInSource() {
		return left(this.source, this.bySource, this.contestedSource);
	}

	/** Departments of the target that nothing in the source claims. */
	public List<Department> onlyInTarget() {
		return left(this.target, this.byTarget, this.contestedTarget);
	}

	/** Whether several departments claim this one of the source. */
	public boolean isContestedInSource(String ref) {
		return this.contestedSource.contains(ref);
	}

	/** Whether several departments claim this one of the target. */
	public boolean isContestedInTarget(String ref) {
		return this.contestedTarget.contains(ref);
	}

	/** Whether there is anything that members could decide. */
	public boolean isOpen() {
		return !onlyInSource().isEmpty() && !onlyInTarget().isEmpty();
	}

	/** Pairs those that are left on both sides by the members they share. */
	public void recognise(MemberAgreement agreement) {
		for (Department desired : agreement.topDown()) {
			Agreed agreed = agreement.best(desired, this);
			if (agreed != null) {
				add(new DepartmentMatch(desired, agreed.existing(), DepartmentMatch.How.MEMBERS, agreed.shared(),
						agreed.larger()));
			}
		}
	}

	private void match(Function<Department, @Nullable String> desiredKey,
			Function<Department, @Nullable String> existingKey, DepartmentMatch.How how) {
		Map<String, List<Department>> desired = grouped(onlyInSource(), desiredKey);
		Map<String, List<Department>> existing = grouped(onlyInTarget(), existingKey);
		desired.forEach((key, ours) -> {
			List<Department> theirs = existing.get(key);
			if (theirs == null) {
				return;
			}
			if (ours.size() == 1 && theirs.size() == 1) {
				add(new DepartmentMatch(ours.get(0), theirs.get(0), how, 0, 0));
			}
			else {
				this.conflicts.add(new DepartmentConflict(key, ours, theirs));
				ours.forEach((department) -> this.contestedSource.add(department.ref()));
				theirs.forEach((department) -> this.contestedTarget.add(department.ref()));
			}
		});
	}

	private void add(DepartmentMatch match) {
		this.bySource.put(match.desired().ref(), match);
		this.byTarget.put(match.existing().ref(), match);
	}

	private static Map<String, List<Department>> grouped(List<Department> departments,
			Function<Department, @Nullable String> key) {
		Map<String, List<Department>> grouped = new LinkedHashMap<>();
		for (Department department : departments) {
			String value = key.apply(department);
			if (value != null && !value.isEmpty()) {
				grouped.computeIfAbsent(value, (any) -> new ArrayList<>(1)).add(department);
			}
		}
		return grouped;
	}

	private static List<Department> left(DepartmentTree tree, Map<String, DepartmentMatch> matched,
			Set<String> contested) {
		return tree.all()
			.stream()
			.filter((department) -> !matched.containsKey(department.ref()) && !contested.contains(department.ref()))
			.toList();
	}

	/**
	 * An existing department that shares most of its members with a desired one.
	 *
	 * @param existing the department
	 * @param shared how many members both have below them
	 * @param larger how many the larger of both has
	 */
	record Agreed(Department existing, long shared, long larger) {

	}

}
