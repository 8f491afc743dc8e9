package dev.rollcall.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import dev.rollcall.compare.DepartmentMatching.Agreed;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.DepartmentTree;
import dev.rollcall.directory.Member;
import org.jspecify.annotations.Nullable;

/**
 * Counts which members the unpaired departments of two snapshots have below them, so that
 * a department that was renamed or moved can be told from one that is new: it is the same
 * when more than half of the larger one's members, and at least {@value #ENOUGH}, are
 * below both. Counted over everyone below a department, because one that only holds
 * departments has no members of its own.
 */
public final class MemberAgreement {

	/** One member alone proves nothing: people change departments. */
	static final int ENOUGH = 2;

	private final DepartmentTree source;

	private final DepartmentTree target;

	private final Set<String> openInSource;

	private final Set<String> openInTarget;

	private final Map<String, Set<String>> sourceLineages = new HashMap<>();

	private final Map<String, Set<String>> targetLineages = new HashMap<>();

	private final Map<String, Long> sourceMembers = new HashMap<>();

	private final Map<String, Long> targetMembers = new HashMap<>();

	private final Map<String, Map<String, Long>> shared = new HashMap<>();

	public MemberAgreement(DepartmentMatching matching) {
		this.source = matching.source();
		this.target = matching.target();
		this.openInSource = refs(matching.onlyInSource());
		this.openInTarget = refs(matching.onlyInTarget());
	}

	/** Counts a member that both sides have. */
	public void pair(Member desired, Member existing) {
		Set<String> ours = onlyInSource(desired);
		Set<String> theirs = onlyInTarget(existing);
		for (String ref : ours) {
			for (String other : theirs) {
				this.shared.computeIfAbsent(ref, (any) -> new HashMap<>()).merge(other, 1L, Long::sum);
			}
		}
	}

	/** Counts a member of the source; gives the unpaired departments above it. */
	public Set<String> onlyInSource(Member desired) {
		return count(desired, this.source, this.openInSource, this.sourceLineages, this.sourceMembers);
	}

	/** Counts a member of the target; gives the unpaired departments above it. */
	public Set<String> onlyInTarget(Member existing) {
		return count(existing, this.target, this.openInTarget, this.targetLineages, this.targetMembers);
	}

	/**
	 * The existing department that a desired one is, null when none is or when two are
	 * equally likely. One in the same place is likelier than one of the same name, and
	 * that one likelier than any other.
	 */
	@Nullable Agreed best(Department desired, DepartmentMatching matching) {
		List<Agreed> agreed = candidates(desired, matching);
		Predicate<Agreed> samePlace = (candidate) -> isSamePlace(desired, candidate.existing(), matching);
		Predicate<Agreed> sameName = (candidate) -> candidate.existing().name().equals(desired.name());
		for (Predicate<Agreed> likelier : List.of(samePlace, sameName, (Agreed any) -> true)) {
			List<Agreed> likely = agreed.stream().filter(likelier).toList();
			if (!likely.isEmpty()) {
				return (likely.size() == 1) ? likely.get(0) : null;
			}
		}
		return null;
	}

	private List<Agreed> candidates(Department desired, DepartmentMatching matching) {
		List<Agreed> agreed = new ArrayList<>();
		long ours = this.sourceMembers.getOrDefault(desired.ref(), 0L);
		this.shared.getOrDefault(desired.ref(), Map.of()).forEach((ref, both) -> {
			long larger = Math.max(ours, this.targetMembers.getOrDefault(ref, 0L));
			Department existing = this.target.find(ref);
			if (existing != null && matching.ofTarget(ref) == null && both >= ENOUGH && 2 * both > larger) {
				agreed.add(new Agreed(existing, both, larger));
			}
		});
		return agreed;
	}

	private static boolean isSamePlace(Department desired, Department existing, DepartmentMatching matching) {
		if (desired.parent() == null || existing.parent() == null) {
			return desired.parent() == null && existing.parent() == null;
		}
		DepartmentMatch parents = matching.ofSource(desired.parent());
		return parents != null && parents.existing().ref().equals(existing.parent());
	}

	private static Set<String> count(Member member, DepartmentTree tree, Set<String> open,
			Map<String, Set<String>> lineages, Map<String, Long> members) {
		if (member.placements() == null) {
			return Set.of();
		}
		Set<String> above = new LinkedHashSet<>();
		for (String ref : member.placements().departments()) {
			above.addAll(lineages.computeIfAbsent(ref, (any) -> openLineage(any, tree, open)));
		}
		above.forEach((ref) -> members.merge(ref, 1L, Long::sum));
		return above;
	}

	private static Set<String> openLineage(String ref, DepartmentTree tree, Set<String> open) {
		Set<String> above = new LinkedHashSet<>();
		for (Department department : tree.lineage(ref)) {
			if (open.contains(department.ref())) {
				above.add(department.ref());
			}
		}
		return above.isEmpty() ? Set.of() : above;
	}

	private static Set<String> refs(List<Department> departments) {
		return departments.stream().map(Department::ref).collect(java.util.stream.Collectors.toUnmodifiableSet());
	}

}
