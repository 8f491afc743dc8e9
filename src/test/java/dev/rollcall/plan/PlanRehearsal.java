package dev.rollcall.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

import dev.rollcall.compare.DepartmentKey;
import dev.rollcall.compare.DepartmentMatching;
import dev.rollcall.compare.EntrySelector;
import dev.rollcall.compare.FieldPairing;
import dev.rollcall.compare.IgnoreRules;
import dev.rollcall.compare.KeyedMember;
import dev.rollcall.compare.MemberAgreement;
import dev.rollcall.compare.MemberComparison;
import dev.rollcall.compare.MemberKey;
import dev.rollcall.compare.MemberMatching;
import dev.rollcall.connector.DepartmentDirectory;
import dev.rollcall.connector.Outcome;
import dev.rollcall.connector.memory.MemoryDirectory;
import dev.rollcall.directory.Completeness;
import dev.rollcall.directory.DepartmentTree;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

/**
 * Plans and applies in memory what the steps do with the database between: for tests of
 * the rules, which need no database.
 */
public final class PlanRehearsal implements PlanSink {

	private final MemoryDirectory source;

	private final MemoryDirectory target;

	private final Map<Phase, List<Change>> phases = new EnumMap<>(Phase.class);

	private final List<Found> found = new ArrayList<>();

	private final List<Change> withheld = new ArrayList<>();

	private final List<String> remarks = new ArrayList<>();

	private final Map<EntryKind, long[]> decided = new EnumMap<>(EntryKind.class);

	private @Nullable PlannedDepartments names;

	/** A change where the planners put it. */
	private record Found(Phase phase, Change change) {

	}

	private PlanRehearsal(MemoryDirectory source, MemoryDirectory target) {
		this.source = source;
		this.target = target;
		for (Phase phase : Phase.values()) {
			this.phases.put(phase, new ArrayList<>());
		}
		for (EntryKind kind : EntryKind.values()) {
			this.decided.put(kind, new long[2]);
		}
	}

	/** Plans with members paired by userid. */
	public static PlanRehearsal of(MemoryDirectory source, MemoryDirectory target, Operations operations,
			UpdateMode update, IgnoreRules ignore, boolean whole) {
		return of(source, target, operations, update, ignore, whole, EntrySelector.ALL);
	}

	/** The same for a run that is only about some. */
	public static PlanRehearsal of(MemoryDirectory source, MemoryDirectory target, Operations operations,
			UpdateMode update, IgnoreRules ignore, boolean whole, EntrySelector scope) {
		Completeness completeness = new Completeness(whole ? List.of() : List.of(Message.of("test.gap")));
		PlanRehearsal rehearsal = new PlanRehearsal(source, target);
		rehearsal.plan(new Policy(operations, update, completeness, target.capabilities().required(),
				target.capabilities().unique()), ignore, scope);
		return rehearsal;
	}

	/** All changes in the order in which they are carried out. */
	public List<Change> changes() {
		return this.phases.values().stream().flatMap(List::stream).toList();
	}

	/** All changes with their phases, as they come before unique values are released. */
	public void forEach(BiConsumer<Phase, Change> visitor) {
		this.found.forEach((change) -> visitor.accept(change.phase(), change.change()));
	}

	public List<Change> withheld() {
		return this.withheld;
	}

	/** Conflicts and contradictions, in words. */
	public List<String> remarks() {
		return this.remarks;
	}

	/** How many entries of the source and of the target were decided about. */
	public long[] decided(EntryKind kind) {
		return this.decided.get(kind);
	}

	/** The path of a department as changes name it. */
	public String path(String department) {
		return this.names.paths().getOrDefault(department, department);
	}

	/** Carries the plan out, ten changes at a time. */
	public List<Outcome> apply() {
		Map<String, String> created = new HashMap<>();
		DepartmentDirectory refs = new DepartmentDirectory() {
			@Override
			public @Nullable String ref(String department) {
				return DepartmentRef.isPlanned(department) ? created.get(department) : DepartmentRef.ref(department);
			}

			@Override
			public void created(String department, String ref) {
				created.put(department, ref);
			}
		};
		List<Outcome> outcomes = new ArrayList<>();
		List<Change> changes = changes();
		for (int i = 0; i < changes.size(); i += 10) {
			outcomes.addAll(this.target.apply(changes.subList(i, Math.min(changes.size(), i + 10)), refs));
		}
		return outcomes;
	}

	private void plan(Policy unlimited, IgnoreRules ignore, EntrySelector scope) {
		DepartmentMatching matching = new DepartmentMatching(new DepartmentTree(this.source.departments()),
				new DepartmentTree(this.target.departments()), List.of(DepartmentKey.ID, DepartmentKey.PATH));
		if (matching.isOpen()) {
			MemberAgreement agreement = new MemberAgreement(matching);
			for (Member member : this.source.members()) {
				Member other = this.target.members()
					.stream()
					.filter((existing) -> MemberKey.USERID.of(existing).equals(MemberKey.USERID.of(member)))
					.findFirst()
					.orElse(null);
				if (other != null) {
					agreement.pair(member, other);
				}
				else {
					agreement.onlyInSource(member);
				}
			}
			this.target.members()
				.stream()
				.filter((existing) -> this.source.members()
					.stream()
					.noneMatch((member) -> MemberKey.USERID.of(member).equals(MemberKey.USERID.of(existing))))
				.forEach(agreement::onlyInTarget);
			matching.recognise(agreement);
		}
		Policy policy = unlimited.within(new Scope(scope, matching));
		DepartmentPlanner departments = new DepartmentPlanner(matching, new FieldPairing(this.source.departmentSchema(),
				Set.of(), this.target.departmentSchema(), false, Set.of()), ignore, policy);
		this.names = departments.names();
		MemberPlanner members = new MemberPlanner(new MemberComparison(
				new FieldPairing(this.source.memberSchema(), Set.of(), this.target.memberSchema(),
						this.target.capabilities().customFields(), this.target.capabilities().hidden()),
				ignore, this.names), policy, this);
		new MemberMatching(keyed(this.source.members()), keyed(this.target.members()), members).walk(true);
		departments.plan(members.end(true), this);
		release(policy);
	}

	private void release(Policy policy) {
		UniqueValues unique = new UniqueValues(policy.unique());
		List<Change> members = changes().stream().filter((change) -> change.entry() == EntryKind.MEMBER).toList();
		members.forEach(unique::noteFreed);
		members.forEach(unique::noteTaken);
		List<Change> involved = members.stream().filter(unique::isInvolved).toList();
		this.phases.values().forEach((phase) -> phase.removeAll(involved));
		this.phases.put(Phase.MEMBER_RELEASE, new UniqueOrder(unique, involved).ordered());
	}

	private static Iterator<KeyedMember> keyed(Iterable<Member> members) {
		List<KeyedMember> keyed = new ArrayList<>();
		members.forEach((member) -> keyed.add(new KeyedMember(MemberKey.USERID.of(member), member)));
		keyed.sort(Comparator.comparing(KeyedMember::key));
		return keyed.iterator();
	}

	@Override
	public void change(Phase phase, Change change, @Nullable Message why) {
		if (why != null) {
			this.withheld.add(change);
		}
		else {
			this.found.add(new Found(phase, change));
			this.phases.get(phase).add(change);
		}
	}

	@Override
	public void decided(EntryKind kind, Disposition disposition, int desired, int existing) {
		this.decided.get(kind)[0] += desired;
		this.decided.get(kind)[1] += existing;
	}

	@Override
	public void conflict(EntryKind kind, String key, Message reason) {
		this.remarks.add("conflict " + key);
	}

	@Override
	public void contradiction(Member member, Message reason) {
		this.remarks.add("contradiction " + member.userid());
	}

}
