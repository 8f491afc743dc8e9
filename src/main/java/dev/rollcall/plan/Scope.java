package dev.rollcall.plan;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import dev.rollcall.compare.DepartmentConflict;
import dev.rollcall.compare.DepartmentMatch;
import dev.rollcall.compare.DepartmentMatching;
import dev.rollcall.compare.EntrySelector;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.DepartmentTree;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Userid;
import org.jspecify.annotations.Nullable;

/**
 * Whom and what a run is about: everything, or some members and departments with all that
 * is below them. Both sides count: who comes into a department is meant as well as who
 * leaves it, and so is a department under its former name as well as under its new one.
 */
public final class Scope {

	/** A run about everything. */
	public static final Scope EVERYTHING = new Scope();

	private final boolean everything;

	private final Set<String> userids;

	private final Set<String> unseen;

	private final Set<String> inSource;

	private final Set<String> inTarget;

	private final Set<String> above = new HashSet<>();

	private Scope() {
		this.everything = true;
		this.userids = Set.of();
		this.unseen = Set.of();
		this.inSource = Set.of();
		this.inTarget = Set.of();
	}

	/** A run about what was chosen. */
	public Scope(EntrySelector chosen, DepartmentMatching matching) {
		this.everything = chosen.selectsAll();
		this.userids = chosen.members();
		this.unseen = new TreeSet<>(chosen.members());
		chosen.departments()
			.stream()
			.filter((path) -> !hasPath(matching.source(), path) && !hasPath(matching.target(), path))
			.forEach(this.unseen::add);
		ScopeReach reach = new ScopeReach(matching, chosen.departments());
		this.inSource = reach.inSource();
		this.inTarget = reach.inTarget();
		for (String ref : this.inSource) {
			matching.source().lineage(ref).forEach((department) -> this.above.add(department.ref()));
		}
	}

	/** Whether nobody and nothing is left out. */
	boolean isEverything() {
		return this.everything;
	}

	/** Whether a run is about a member, as either side knows it. */
	boolean includes(@Nullable Member desired, @Nullable Member existing) {
		if (this.everything) {
			return true;
		}
		boolean named = isNamed(desired);
		named |= isNamed(existing);
		return named || isIn(desired, this.inSource) || isIn(existing, this.inTarget);
	}

	/** Whether a run is about any of these members. */
	boolean includesAny(Collection<Member> desired, Collection<Member> existing) {
		boolean any = this.everything;
		for (Member member : desired) {
			any |= includes(member, null);
		}
		for (Member member : existing) {
			any |= includes(null, member);
		}
		return any;
	}

	boolean includes(DepartmentMatch match) {
		return includesDesired(match.desired()) || includesExisting(match.existing());
	}

	boolean includes(DepartmentConflict conflict) {
		return conflict.desired().stream().anyMatch(this::includesDesired)
				|| conflict.existing().stream().anyMatch(this::includesExisting);
	}

	boolean includesDesired(Department department) {
		return this.everything || this.inSource.contains(department.ref());
	}

	boolean includesExisting(Department department) {
		return this.everything || this.inTarget.contains(department.ref());
	}

	/**
	 * Whether a department of the source is, or is above, one that the run is about: it
	 * is created if the target lacks it.
	 */
	boolean isAbove(Department department) {
		return this.everything || this.above.contains(department.ref());
	}

	/**
	 * The userids and paths that were chosen and that neither side has, once all members
	 * have been looked at.
	 */
	public List<String> unknown() {
		return List.copyOf(this.unseen);
	}

	private boolean isNamed(@Nullable Member member) {
		boolean named = member != null && isNamed(member.userid());
		named |= member != null && isNamed(member.formerUserid());
		return named;
	}

	private boolean isNamed(@Nullable String userid) {
		if (userid == null || this.userids.isEmpty()) {
			return false;
		}
		String key = Userid.key(userid);
		this.unseen.remove(key);
		return this.userids.contains(key);
	}

	private static boolean isIn(@Nullable Member member, Set<String> departments) {
		return member != null && member.placements() != null && !departments.isEmpty()
				&& member.placements().list().stream().anyMatch((each) -> departments.contains(each.department()));
	}

	private static boolean hasPath(DepartmentTree tree, String path) {
		return tree.all().stream().anyMatch((department) -> tree.path(department.ref()).equals(path));
	}

}
