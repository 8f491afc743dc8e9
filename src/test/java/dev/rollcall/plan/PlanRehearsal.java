package dev.rollcall.plan;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

import dev.rollcall.compare.AgreementCount;
import dev.rollcall.compare.DepartmentKey;
import dev.rollcall.compare.DepartmentMatching;
import dev.rollcall.compare.EntrySelector;
import dev.rollcall.compare.FieldPairing;
import dev.rollcall.compare.IgnoreRules;
import dev.rollcall.compare.KeyedMember;
import dev.rollcall.compare.MemberAgreement;
import dev.rollcall.compare.MemberKey;
import dev.rollcall.compare.MemberLink;
import dev.rollcall.compare.MemberLinks;
import dev.rollcall.compare.MemberMatching;
import dev.rollcall.compare.MemberPasses;
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

	private final MemoryDirectory target;

	private final Rules rules;

	private final Map<Phase, List<Change>> phases = new EnumMap<>(Phase.class);

	private final List<Found> found = new ArrayList<>();

	private final List<Change> withheld = new ArrayList<>();

	private final List<String> remarks = new ArrayList<>();

	private final Map<EntryKind, Map<Disposition, long[]>> decided = new EnumMap<>(EntryKind.class);

	private final Map<String, String> created = new HashMap<>();

	private final Matched matched = new Matched();

	private final DepartmentMatching departments;

	private final Map<String, String> paths;

	/** A change where the planners put it. */
	private record Found(Phase phase, Change change) {

	}

	/**
	 * What a job file says of a plan, and what is known of the source.
	 *
	 * @param members by what members are paired
	 * @param departments by what departments are paired
	 * @param whole whether the source is proved to be whole
	 * @param scope whom the run is about
	 */
	public record Rules(List<MemberKey> members, List<DepartmentKey> departments, Operations operations,
			UpdateMode update, IgnoreRules ignore, boolean whole, EntrySelector scope) {

		/** Rules of a run about everybody. */
		public Rules(List<MemberKey> members, List<DepartmentKey> departments, Operations operations, UpdateMode update,
				IgnoreRules ignore, boolean whole) {
			this(members, departments, operations, update, ignore, whole, EntrySelector.ALL);
		}

	}

	/** How members were paired. */
	public static final class Matched {

		private final Map<Member, Member> pairs = new LinkedHashMap<>();

		private final List<Member> conflicting = new ArrayList<>();

		/** Members of the target, each with the one of the source that it is. */
		public Map<Member, Member> pairs() {
			return this.pairs;
		}

		/** Members of the target that several claim. */
		public List<Member> conflicting() {
			return this.conflicting;
		}

		private MemberMatching.Found watching(MemberMatching.Found planner) {
			return new MemberMatching.Found() {
				@Override
				public void linked(Member desired, Member existing, MemberLink link) {
					Matched.this.pairs.put(existing, desired);
					planner.linked(desired, existing, link);
				}

				@Override
				public void by(MemberKey key) {
					planner.by(key);
				}

				@Override
				public void pair(Member desired, Member existing) {
					Matched.this.pairs.put(existing, desired);
					planner.pair(desired, existing);
				}

				@Override
				public void onlyInSource(Member desired) {
					planner.onlyInSource(desired);
				}

				@Override
				public void onlyInTarget(Member existing) {
					planner.onlyInTarget(existing);
				}

				@Override
				public void repeated(Member desired) {
					planner.repeated(desired);
				}

				@Override
				public void conflict(String key, List<Member> desired, List<Member> existing) {
					Matched.this.conflicting.addAll(existing);
					planner.conflict(key, desired, existing);
				}
			};
		}

	}

	private PlanRehearsal(MemoryDirectory source, MemoryDirectory target, Rules rules) {
		this.target = target;
		this.rules = rules;
		for (Phase phase : Phase.values()) {
			this.phases.put(phase, new ArrayList<>());
		}
		for (EntryKind kind : EntryKind.values()) {
			this.decided.put(kind, new EnumMap<>(Disposition.class));
		}
		this.departments = new DepartmentMatching(new DepartmentTree(source.departments()),
				new DepartmentTree(target.departments()), rules.departments());
		this.paths = plan(List.copyOf(source.members()), target.shown(), source);
	}

	/** Plans with members paired by userid. */
	public static PlanRehearsal of(MemoryDirectory source, MemoryDirectory target, Operations operations,
			UpdateMode update, IgnoreRules ignore, boolean whole) {
		return of(source, target, new Rules(List.of(MemberKey.USERID), List.of(DepartmentKey.ID, DepartmentKey.PATH),
				operations, update, ignore, whole));
	}

	/** The same for a run that is only about some. */
	public static PlanRehearsal of(MemoryDirectory source, MemoryDirectory target, Operations operations,
			UpdateMode update, IgnoreRules ignore, boolean whole, EntrySelector scope) {
		return of(source, target, new Rules(List.of(MemberKey.USERID), List.of(DepartmentKey.ID, DepartmentKey.PATH),
				operations, update, ignore, whole, scope));
	}

	/** Plans what a job would. */
	public static PlanRehearsal of(MemoryDirectory source, MemoryDirectory target, Rules rules) {
		return new PlanRehearsal(source, target, rules);
	}

	/** All changes in the order in which they are carried out. */
	public List<Change> changes() {
		return this.phases.values().stream().flatMap(List::stream).toList();
	}

	/** The changes of one phase in their order. */
	public List<Change> changes(Phase phase) {
		return this.phases.get(phase);
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
		long[] sum = new long[2];
		this.decided.get(kind).values().forEach((counts) -> {
			sum[0] += counts[0];
			sum[1] += counts[1];
		});
		return sum;
	}

	/** How often one thing was decided, of an entry or of a pair. */
	public long times(EntryKind kind, Disposition disposition) {
		return this.decided.get(kind).getOrDefault(disposition, new long[3])[2];
	}

	/** How the members of both sides were paired. */
	public Matched matched() {
		return this.matched;
	}

	/** How the departments of both sides were paired. */
	public DepartmentMatching departments() {
		return this.departments;
	}

	/** The path of a department as changes name it. */
	public String path(String department) {
		return this.paths.getOrDefault(department, department);
	}

	/** Carries the plan out, as many changes at a time as the target takes. */
	public List<Outcome> apply() {
		List<Outcome> outcomes = new ArrayList<>();
		List<Change> changes = changes();
		int batch = this.target.capabilities().batch();
		for (int i = 0; i < changes.size(); i += batch) {
			outcomes.addAll(apply(changes.subList(i, Math.min(changes.size(), i + batch))));
		}
		return outcomes;
	}

	/** Carries some changes of the plan out at once. */
	public List<Outcome> apply(List<Change> changes) {
		return this.target.apply(changes, new DepartmentDirectory() {
			@Override
			public @Nullable String ref(String department) {
				return DepartmentRef.isPlanned(department) ? PlanRehearsal.this.created.get(department)
						: DepartmentRef.ref(department);
			}

			@Override
			public void created(String department, String ref) {
				PlanRehearsal.this.created.put(department, ref);
			}
		});
	}

	private Map<String, String> plan(List<Member> desired, List<Member> existing, MemoryDirectory source) {
		MemberKey first = this.rules.members().get(0);
		if (this.departments.isOpen()) {
			MemberAgreement agreement = new MemberAgreement(this.departments);
			new MemberMatching(keyed(desired, first), keyed(existing, first), new AgreementCount(agreement))
				.walk(first == MemberKey.USERID);
			this.departments.recognise(agreement);
		}
		Completeness completeness = new Completeness(this.rules.whole() ? List.of() : List.of(Message.of("test.gap")));
		Policy policy = new Policy(this.rules.operations(), this.rules.update(), completeness,
				this.target.capabilities().required(), this.target.capabilities().unique())
			.within(new Scope(this.rules.scope(), this.departments));
		Planner planner = new Planner(this.departments,
				new FieldPairing(source.departmentSchema(), Set.of(), this.target.departmentSchema(), false, Set.of()),
				new FieldPairing(source.memberSchema(), Set.of(), this.target.memberSchema(),
						this.target.capabilities().customFields(), this.target.capabilities().hidden()),
				this.rules.ignore(), policy, this);
		boolean renamed = desired.stream().anyMatch((member) -> member.formerUserid() != null);
		new MemberPasses(MemberPasses.keys(this.rules.members(), renamed), new LeftoversInMemory()).walk(
				keyed(desired, first), keyed(existing, first), MemberLinks.NONE,
				this.matched.watching(planner.members()));
		Map<String, String> named = planner.departments(true);
		release(policy);
		return named;
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

	private static Iterator<KeyedMember> keyed(List<Member> members, MemberKey key) {
		return sorted(members.stream().map((member) -> new KeyedMember(key.of(member), member)).toList());
	}

	private static Iterator<KeyedMember> sorted(List<KeyedMember> members) {
		return members.stream().sorted(KeyedMember.ORDER).iterator();
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
		long[] counts = this.decided.get(kind).computeIfAbsent(disposition, (any) -> new long[3]);
		counts[0] += desired;
		counts[1] += existing;
		counts[2]++;
	}

	@Override
	public void conflict(EntryKind kind, String key, Message reason) {
		this.remarks.add("conflict " + key);
	}

	@Override
	public void contradiction(Member member, Message reason) {
		this.remarks.add("contradiction " + member.userid());
	}

	@Override
	public void returned(String ref) {
		this.remarks.add("returned " + ref);
	}

	/** Keeps what a match key leaves over in lists. */
	private static final class LeftoversInMemory implements MemberPasses.Places {

		@Override
		public MemberPasses.Leftovers ofSource(int pass) {
			List<KeyedMember> all = new ArrayList<>();
			return new MemberPasses.Leftovers() {
				@Override
				public void add(KeyedMember member) {
					all.add(member);
				}

				@Override
				public Iterator<KeyedMember> sorted() {
					return PlanRehearsal.sorted(all);
				}
			};
		}

		@Override
		public MemberPasses.Leftovers ofTarget(int pass) {
			return ofSource(pass);
		}

	}

}
