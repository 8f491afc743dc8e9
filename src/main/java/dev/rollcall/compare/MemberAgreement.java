package dev.rollcall.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import dev.rollcall.compare.DepartmentMatching.Agreed;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.DepartmentTree;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
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

	private final Side source;

	private final Side target;

	private final Map<String, Map<String, Long>> shared = new HashMap<>();

	public MemberAgreement(DepartmentMatching matching) {
		this.source = new Side(matching.source(), matching.onlyInSource());
		this.target = new Side(matching.target(), matching.onlyInTarget());
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
		return this.source.count(desired);
	}

	/** Counts a member of the target; gives the unpaired departments above it. */
	public Set<String> onlyInTarget(Member existing) {
		return this.target.count(existing);
	}

	/**
	 * The existing department that a desired one is, null when none is or when two are
	 * equally likely. One in the same place is likelier than one of the same name, and
	 * that one likelier than any other.
	 */
	@Nullable Agreed best(Department desired, DepartmentMatching matching) {
		List<Agreed> agreed = candidates(desired, matching);
		Predicate<Agreed> samePlace = (candidate) -> isSamePlace(desired, candidate.existing(), matching);
		Predicate<Agreed> sameName = (candidate) -> !desired.name().isEmpty()
				&& candidate.existing().name().equals(desired.name());
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
		long ours = this.source.members.getOrDefault(desired.ref(), 0L);
		this.shared.getOrDefault(desired.ref(), Map.of()).forEach((ref, both) -> {
			long larger = Math.max(ours, this.target.members.getOrDefault(ref, 0L));
			Department existing = this.target.tree.find(ref);
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

	/** The unpaired departments of one side, and how many members are below each. */
	private static final class Side {

		private final DepartmentTree tree;

		private final Set<String> open;

		private final Map<String, Long> members = new HashMap<>();

		private final Map<String, Set<String>> lineages = new HashMap<>();

		/** Of those placements that many members share. */
		private final IdentityHashMap<Placements, Set<String>> shared = new IdentityHashMap<>();

		Side(DepartmentTree tree, List<Department> open) {
			this.tree = tree;
			this.open = open.stream().map(Department::ref).collect(Collectors.toUnmodifiableSet());
		}

		Set<String> count(Member member) {
			Placements placements = member.placements();
			if (placements == null) {
				return Set.of();
			}
			Set<String> above = this.shared.get(placements);
			if (above == null) {
				above = above(placements);
				if (placements.list().size() == 1) {
					this.shared.put(placements, above);
				}
			}
			for (String ref : above) {
				this.members.merge(ref, 1L, Long::sum);
			}
			return above;
		}

		private Set<String> above(Placements placements) {
			Set<String> above = new LinkedHashSet<>();
			for (Placement placement : placements.list()) {
				above.addAll(this.lineages.computeIfAbsent(placement.department(), this::openLineage));
			}
			return above.isEmpty() ? Set.of() : above;
		}

		private Set<String> openLineage(String ref) {
			Set<String> above = new LinkedHashSet<>();
			for (Department department : this.tree.lineage(ref)) {
				if (this.open.contains(department.ref())) {
					above.add(department.ref());
				}
			}
			return above.isEmpty() ? Set.of() : above;
		}

	}

}
