package dev.rollcall.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.rollcall.directory.Department;
import dev.rollcall.directory.DepartmentName;
import dev.rollcall.directory.DepartmentTree;
import org.jspecify.annotations.Nullable;

/**
 * Pairs the departments of two snapshots: by id, and by path, that is by name below
 * parents that belong together. Departments that are left on both sides may be the same
 * ones under another name or in another place: that is decided by their members, see
 * {@link #recognise}.
 */
public final class DepartmentMatching {

	private final DepartmentTree source;

	private final DepartmentTree target;

	private final List<DepartmentKey> keys;

	private final List<Department> topDown;

	private final ToldDepartments sourceTells;

	private final ToldDepartments targetTells;

	private final Map<String, DepartmentMatch> bySource = new LinkedHashMap<>();

	private final Map<String, DepartmentMatch> byTarget = new HashMap<>();

	private final Set<String> contestedSource = new HashSet<>();

	private final Set<String> contestedTarget = new HashSet<>();

	private final List<DepartmentConflict> conflicts = new ArrayList<>();

	public DepartmentMatching(DepartmentTree source, DepartmentTree target, List<DepartmentKey> keys) {
		this.source = source;
		this.target = target;
		this.keys = List.copyOf(keys);
		this.topDown = source.parentsFirst();
		this.sourceTells = ToldDepartments.of(source);
		this.targetTells = ToldDepartments.of(target);
		for (DepartmentKey key : keys) {
			switch (key) {
				case ID -> matchIds();
				case PATH -> {
					contestAmbiguousPaths();
					this.topDown.forEach(this::matchName);
				}
			}
		}
		if (keys.contains(DepartmentKey.PATH)) {
			matchTops();
			// Parents that only an id has told may have children that no id tells.
			this.topDown.forEach(this::matchName);
		}
		PathNames.share(matches(), this.source, this.target);
	}

	/**
	 * Whether a department of the source would have been found in the target if it were
	 * there: by its id, where the target tells ids, or by its path, where no department
	 * is left over in the same place whose name the target does not tell.
	 */
	public boolean hasKeyInTarget(Department desired) {
		return hasId(desired, this.targetTells) || (hasPath(desired) && !mayBeNamelessInTarget(desired));
	}

	private boolean mayBeNamelessInTarget(Department desired) {
		Department parent = (desired.parent() != null) ? this.source.find(desired.parent()) : null;
		DepartmentMatch above = (parent != null) ? this.bySource.get(parent.ref()) : null;
		if (parent != null && above == null) {
			return mayBeNamelessInTarget(parent);
		}
		return this.targetTells.namelessBelow((above != null) ? above.existing().ref() : null)
			.stream()
			.anyMatch(this::isFreeInTarget);
	}

	/**
	 * Likewise of a department of the target in the source. What is at stake is its
	 * deletion, so that it may not even be one without a name in another place.
	 */
	public boolean hasKeyInSource(Department existing) {
		return hasId(existing, this.sourceTells)
				|| (hasPath(existing) && this.sourceTells.nameless().noneMatch(this::isFreeInSource));
	}

	private boolean hasId(Department department, ToldDepartments others) {
		return this.keys.contains(DepartmentKey.ID) && department.id() != null && others.tellIds();
	}

	private boolean hasPath(Department department) {
		return this.keys.contains(DepartmentKey.PATH) && !department.name().isEmpty();
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
		return this.source.all().stream().filter((department) -> isFreeInSource(department.ref())).toList();
	}

	/** Departments of the target that nothing in the source claims. */
	public List<Department> onlyInTarget() {
		return this.target.all().stream().filter((department) -> isFreeInTarget(department.ref())).toList();
	}

	/** Whether it cannot be told which department this one of the source is. */
	public boolean isContestedInSource(String ref) {
		return this.contestedSource.contains(ref);
	}

	/** Whether it cannot be told which department this one of the target is. */
	public boolean isContestedInTarget(String ref) {
		return this.contestedTarget.contains(ref);
	}

	/** Whether there is anything that members could decide. */
	public boolean isOpen() {
		return !onlyInSource().isEmpty() && !onlyInTarget().isEmpty();
	}

	/**
	 * Pairs those that are left on both sides by the members they share; parents first,
	 * and below a parent that is thus known by name again.
	 */
	public void recognise(MemberAgreement agreement) {
		boolean byName = this.keys.contains(DepartmentKey.PATH);
		for (Department desired : this.topDown) {
			if (byName) {
				matchName(desired);
			}
			if (isFreeInSource(desired.ref())) {
				Agreed agreed = agreement.best(desired, this);
				if (agreed != null) {
					add(new DepartmentMatch(desired, agreed.existing(), DepartmentMatch.How.MEMBERS, agreed.shared(),
							agreed.larger()));
				}
			}
		}
		PathNames.share(matches(), this.source, this.target);
	}

	private void matchIds() {
		Map<String, List<Department>> desired = byId(onlyInSource());
		Map<String, List<Department>> existing = byId(onlyInTarget());
		desired.forEach((id, ours) -> {
			List<Department> theirs = existing.getOrDefault(id, List.of());
			if (ours.size() == 1 && theirs.size() == 1) {
				add(new DepartmentMatch(ours.get(0), theirs.get(0), DepartmentMatch.How.ID, 0, 0));
			}
			else if (!theirs.isEmpty()) {
				contest(id, ours, theirs);
			}
		});
	}

	/**
	 * Pairs the only top of either side where one of them does not tell its name: there
	 * is nothing else that it could be.
	 */
	private void matchTops() {
		List<Department> ours = tops(this.source);
		List<Department> theirs = tops(this.target);
		if (ours.size() != 1 || theirs.size() != 1) {
			return;
		}
		Department desired = ours.get(0);
		Department existing = theirs.get(0);
		boolean nameless = desired.name().isEmpty() || existing.name().isEmpty();
		if (nameless && isFreeInSource(desired.ref()) && isFreeInTarget(existing.ref())) {
			add(new DepartmentMatch(desired, existing, DepartmentMatch.How.PATH, 0, 0));
		}
	}

	private static List<Department> tops(DepartmentTree tree) {
		return tree.all().stream().filter((department) -> department.parent() == null).toList();
	}

	/**
	 * Pairs a department with the one of the same name below the same parent. Two whose
	 * names are unknown have no name in common.
	 */
	private void matchName(Department desired) {
		if (!isFreeInSource(desired.ref()) || desired.name().isEmpty()) {
			return;
		}
		DepartmentMatch parents = (desired.parent() != null) ? this.bySource.get(desired.parent()) : null;
		if (desired.parent() != null && parents == null) {
			return;
		}
		List<Department> same = this.target.named((parents != null) ? parents.existing().ref() : null, desired.name())
			.stream()
			.filter((existing) -> isFreeInTarget(existing.ref()))
			.toList();
		if (same.size() == 1) {
			add(new DepartmentMatch(desired, same.get(0), DepartmentMatch.How.PATH, 0, 0));
		}
		else if (!same.isEmpty()) {
			contest(this.source.path(desired.ref()), List.of(desired), same);
		}
	}

	/**
	 * A name may hold the separator of paths. Then a path does not tell whether it means
	 * that department or one below another: nothing on it is paired by path. A source
	 * that has such names itself does not make its tree of paths.
	 */
	private void contestAmbiguousPaths() {
		if (this.source.all().stream().anyMatch((desired) -> desired.name().contains(DepartmentName.SEPARATOR))) {
			return;
		}
		for (Department existing : onlyInTarget()) {
			if (!existing.name().contains(DepartmentName.SEPARATOR)) {
				continue;
			}
			AmbiguousPath path = new AmbiguousPath(this.target.path(existing.ref()),
					(existing.parent() != null) ? this.target.path(existing.parent()) : "");
			List<Department> meant = onlyInSource().stream()
				.filter((desired) -> path.concerns(this.source.path(desired.ref())))
				.toList();
			if (!meant.isEmpty()) {
				contest(path.path(), meant, List.of(existing));
			}
		}
	}

	private void contest(String key, List<Department> desired, List<Department> existing) {
		this.conflicts.add(new DepartmentConflict(key, desired, existing));
		desired.forEach((department) -> this.contestedSource.add(department.ref()));
		existing.forEach((department) -> this.contestedTarget.add(department.ref()));
	}

	private void add(DepartmentMatch match) {
		this.bySource.put(match.desired().ref(), match);
		this.byTarget.put(match.existing().ref(), match);
	}

	private boolean isFreeInSource(String ref) {
		return !this.bySource.containsKey(ref) && !this.contestedSource.contains(ref);
	}

	private boolean isFreeInTarget(String ref) {
		return !this.byTarget.containsKey(ref) && !this.contestedTarget.contains(ref);
	}

	private static Map<String, List<Department>> byId(List<Department> departments) {
		return departments.stream()
			.filter((department) -> department.id() != null)
			.sorted(Comparator.comparing(Department::ref))
			.collect(Collectors.groupingBy((department) -> String.valueOf(department.id()), LinkedHashMap::new,
					Collectors.toList()));
	}

	/**
	 * The path of a department whose name holds the separator.
	 *
	 * @param path the path
	 * @param parent the path of the department above, empty at the top
	 */
	private record AmbiguousPath(String path, String parent) {

		boolean concerns(String other) {
			return other.equals(this.path) || other.startsWith(this.path + "/")
					|| (this.path.startsWith(other + "/") && other.length() > this.parent.length());
		}

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
