package dev.rollcall.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import dev.rollcall.compare.MemberMatching.Found;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.DepartmentTree;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import org.jspecify.annotations.Nullable;

/**
 * Measures a plan while it is made: it looks at every member that the target holds and at
 * every change that is to be carried out, and in the end tells which limits are passed.
 * What is withheld does not count, nor does an update that writes only what is there
 * already.
 */
public final class PlanMeasure {

	/** So many departments are named in which too much is changed; the largest. */
	static final int MAX_SUBTREES = 20;

	private static final Comparator<Breach> LARGEST_FIRST = Comparator.comparingLong(Breach::changes)
		.reversed()
		.thenComparing(Comparator.comparing(Breach::kind).reversed())
		.thenComparing((breach) -> String.valueOf(breach.department()));

	private final DepartmentTree target;

	private long departmentsHeld;

	private final UpdateMode update;

	/** Everybody whom the target holds. */
	private final Headcount held = new Headcount();

	/** Whom changes are about, where they are before; created ones where they will be. */
	private final Map<ChangeKind, Headcount> members = new EnumMap<>(ChangeKind.class);

	private final Map<ChangeKind, long[]> departments = new EnumMap<>(ChangeKind.class);

	/** Who comes to a department of the target by the plan, less who leaves one. */
	private final Headcount shifted = new Headcount();

	private final Set<String> deleted = new HashSet<>();

	/** For departments that the plan creates, what will be above them. */
	private final Map<String, @Nullable String> created = new HashMap<>();

	private @Nullable Member current;

	/**
	 * A measure for one plan.
	 * @param target the departments as the target holds them
	 * @param update how the plan came to its updates
	 */
	public PlanMeasure(DepartmentTree target, UpdateMode update) {
		this(target, target.size(), update);
	}

	/**
	 * A measure for a plan that is made without looking at everybody: it has to be told
	 * how much there is, and does not measure single departments.
	 */
	public PlanMeasure() {
		this(new DepartmentTree(List.of()), 0, UpdateMode.CHANGED);
	}

	private PlanMeasure(DepartmentTree target, long departmentsHeld, UpdateMode update) {
		this.target = target;
		this.departmentsHeld = departmentsHeld;
		this.update = update;
		for (ChangeKind kind : ChangeKind.values()) {
			this.members.put(kind, new Headcount());
			this.departments.put(kind, new long[1]);
		}
	}

	/** What the plan is made into, with a look at each change. */
	public PlanSink over(PlanSink sink) {
		return new MeasuredSink(this, sink);
	}

	/**
	 * What plans members, with a look at each of the target. The changes of a member are
	 * taken to come while it is being planned.
	 */
	public Found over(Found found) {
		return new MeasuredMembers(this, found);
	}

	/** Looks at a member of the target. */
	public void existing(Member member) {
		this.held.add(member.placements(), 1);
	}

	/** Looks at a member of the target that is going to be planned next. */
	void planning(Member member) {
		existing(member);
		this.current = member;
	}

	/** Takes note of how many departments and members the target holds. */
	public void holds(long departments, long members) {
		this.departmentsHeld = departments;
		this.held.add(null, Math.toIntExact(members));
	}

	/** Looks at a change that is to be carried out. */
	public void change(Change change) {
		if (change.reason().equals(Reasons.parked())) {
			return;
		}
		if (change.entry() == EntryKind.MEMBER) {
			member(change);
		}
		else {
			department(change);
		}
	}

	/**
	 * Which limits the plan passes: first those of all members and departments, what
	 * takes away before what adds, then those of single departments.
	 */
	public List<Message> breaches(Limits limits) {
		List<Message> breaches = new ArrayList<>();
		for (EntryKind entry : List.of(EntryKind.MEMBER, EntryKind.DEPARTMENT)) {
			for (ChangeKind kind : measured()) {
				Breach breach = breach(entry, kind, limits.of(entry, kind));
				if (breach != null) {
					breaches.add(breach.reason());
				}
			}
		}
		List<Breach> within = within(limits);
		within.stream().sorted(LARGEST_FIRST).limit(MAX_SUBTREES).map(Breach::reason).forEach(breaches::add);
		if (within.size() > MAX_SUBTREES) {
			breaches.add(Breach.more(within.size() - MAX_SUBTREES));
		}
		return breaches;
	}

	/**
	 * The gravest first. Where there is nobody yet, there is nothing to lose by creating.
	 */
	private List<ChangeKind> measured() {
		List<ChangeKind> kinds = new ArrayList<>(
				List.of(ChangeKind.DELETE, ChangeKind.DISABLE, ChangeKind.MOVE, ChangeKind.UPDATE));
		if (this.held.all() > 0) {
			kinds.add(ChangeKind.CREATE);
		}
		return kinds;
	}

	private @Nullable Breach breach(EntryKind entry, ChangeKind kind, Limit limit) {
		if (entry == EntryKind.DEPARTMENT) {
			return Breach.of(kind, entry, Objects.requireNonNull(this.departments.get(kind))[0], this.departmentsHeld,
					false, limit);
		}
		// Below nothing where nobody was looked at, and those who go with it are known.
		long gone = (kind == ChangeKind.DELETE)
				? Math.max(0, this.held.in(this.deleted) + this.shifted.in(this.deleted)) : 0;
		return Breach.of(kind, entry, members(kind).all() + gone, this.held.all(), gone > 0, limit);
	}

	private List<Breach> within(Limits limits) {
		List<Breach> breaches = new ArrayList<>();
		Map<String, Long> everybody = Map.of();
		for (ChangeKind kind : measured()) {
			Limit limit = limits.inSubtrees(kind);
			if (limit == null || members(kind).all() == 0 || this.target.size() == 0) {
				continue;
			}
			if (everybody.isEmpty()) {
				everybody = this.held.below(this::lineage);
			}
			Function<String, Collection<String>> lineage = (kind == ChangeKind.CREATE) ? this::plannedLineage
					: this::lineage;
			Map<String, Long> changed = members(kind).below(lineage);
			for (Department department : this.target.all()) {
				Breach breach = within(department, kind, changed, everybody, limit);
				if (breach != null) {
					breaches.add(breach);
				}
			}
		}
		return breaches;
	}

	/** A department with everybody in it is measured as the whole already. */
	private @Nullable Breach within(Department department, ChangeKind kind, Map<String, Long> changed,
			Map<String, Long> everybody, Limit limit) {
		long changes = changed.getOrDefault(department.ref(), 0L);
		long there = everybody.getOrDefault(department.ref(), 0L);
		return (there == this.held.all()) ? null
				: Breach.within(this.target.path(department.ref()), kind, changes, there, limit);
	}

	private void member(Change change) {
		if (change.kind() == ChangeKind.CREATE) {
			members(ChangeKind.CREATE).add(placements(change.after()), 1);
			return;
		}
		Placements before = before(change);
		Placements after = placements(change.after());
		if (change.kind() == ChangeKind.DELETE || after != null) {
			this.shifted.add(before, -1);
			this.shifted.add(existing(after), 1);
		}
		if (isVisible(change)) {
			members(change.kind()).add(before, 1);
		}
	}

	/** Where a member is: an update that leaves it there does not say. */
	private @Nullable Placements before(Change change) {
		Member member = this.current;
		return (member != null && member.ref().equals(change.ref())) ? member.placements()
				: existing(placements(change.before()));
	}

	private void department(Change change) {
		if (change.kind() == ChangeKind.CREATE && change.after() instanceof Department after) {
			this.created.put(DepartmentRef.planned(after.ref()), after.parent());
		}
		if (change.kind() == ChangeKind.DELETE && change.ref() != null) {
			this.deleted.add(change.ref());
		}
		if (isVisible(change)) {
			Objects.requireNonNull(this.departments.get(change.kind()))[0]++;
		}
	}

	/**
	 * Whether a change alters anything that the target shows: one that overwrites writes
	 * all, whether it differs or not, and what is hidden each time anew.
	 */
	private boolean isVisible(Change change) {
		if (change.kind() != ChangeKind.UPDATE || this.update != UpdateMode.OVERWRITE || change.after() == null) {
			return true;
		}
		return Differences.of(change, UnaryOperator.identity())
			.stream()
			.filter((difference) -> !Objects.equals(difference.before(), difference.after()))
			.anyMatch((difference) -> difference.before() != null
					|| !change.after().fields().schema().has(difference.field()));
	}

	private Collection<String> lineage(String ref) {
		return this.target.lineage(ref).stream().map(Department::ref).toList();
	}

	/** The departments of the target among those that a planned place will be below. */
	private Collection<String> plannedLineage(String department) {
		String next = department;
		Set<String> seen = new HashSet<>();
		while (next != null && DepartmentRef.isPlanned(next) && seen.add(next)) {
			next = this.created.get(next);
		}
		return (next != null && !DepartmentRef.isPlanned(next)) ? lineage(DepartmentRef.ref(next)) : List.of();
	}

	private Headcount members(ChangeKind kind) {
		return Objects.requireNonNull(this.members.get(kind));
	}

	private static @Nullable Placements placements(@Nullable Object image) {
		return (image instanceof Member member) ? member.placements() : null;
	}

	/** Those of a change's placements that the target has, by its own refs. */
	private static @Nullable Placements existing(@Nullable Placements named) {
		return (named == null) ? null
				: new Placements(named.list()
					.stream()
					.filter((placement) -> !DepartmentRef.isPlanned(placement.department()))
					.map((placement) -> Placement.in(DepartmentRef.ref(placement.department())))
					.toList(), null);
	}

}
