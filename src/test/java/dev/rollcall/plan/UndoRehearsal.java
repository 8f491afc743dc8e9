package dev.rollcall.plan;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

import dev.rollcall.connector.DepartmentDirectory;
import dev.rollcall.connector.Outcome;
import dev.rollcall.connector.memory.MemoryDirectory;
import dev.rollcall.directory.DepartmentTree;
import dev.rollcall.directory.Entry;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Placements;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Takes back in memory what was done to a directory, again and again: each rehearsal can
 * be taken back itself.
 */
public final class UndoRehearsal implements PlanSink, UndoPlanner.DoneChanges {

	private static final int BATCH = 10;

	private final MemoryDirectory target;

	private final Map<Phase, List<Change>> phases = new EnumMap<>(Phase.class);

	private final Map<Phase, List<Change>> done = new EnumMap<>(Phase.class);

	private final List<String> withheld = new ArrayList<>();

	private final List<String> refused = new ArrayList<>();

	private final Map<Disposition, Integer> decided = new EnumMap<>(Disposition.class);

	private final Map<String, String> created = new HashMap<>();

	private final Map<String, String> broughtBack;

	private final DepartmentDirectory refs = new DepartmentDirectory() {
		@Override
		public @Nullable String ref(String department) {
			return DepartmentRef.isPlanned(department) ? UndoRehearsal.this.created.get(department)
					: DepartmentRef.ref(department);
		}

		@Override
		public void created(String department, String ref) {
			UndoRehearsal.this.created.put(department, ref);
		}
	};

	private UndoRehearsal(MemoryDirectory target, Map<String, String> broughtBack) {
		this.target = target;
		this.broughtBack = broughtBack;
		for (Phase phase : Phase.values()) {
			this.phases.put(phase, new ArrayList<>());
			this.done.put(phase, new ArrayList<>());
		}
	}

	/** Stands for a plan of a run: carries out no more of it than its first changes. */
	static UndoRehearsal first(PlanRehearsal plan, MemoryDirectory target, int changes) {
		UndoRehearsal rehearsal = new UndoRehearsal(target, new HashMap<>());
		List<Change> found = new ArrayList<>();
		plan.forEach((phase, change) -> found.add(change));
		UniqueValues unique = unique(target, found);
		for (Change change : plan.changes()) {
			boolean together = change.entry() == EntryKind.MEMBER
					&& (unique.isInvolved(change) || !found.contains(change));
			rehearsal.phases.get(together ? Phase.MEMBER_RELEASE : phase(change)).add(change);
		}
		rehearsal.carryOut(changes);
		return rehearsal;
	}

	/** Plans to take it back. */
	UndoRehearsal undo() {
		UndoRehearsal undo = new UndoRehearsal(this.target, this.broughtBack);
		UndoTarget now = new UndoTarget() {
			@Override
			public @Nullable Entry find(Change change) {
				return UndoRehearsal.this.target.find(change, undo.refs);
			}

			@Override
			public Lost lost(Change inverse) {
				return UndoRehearsal.this.target.lost(inverse);
			}
		};
		UndoneDepartments names = new UndoneDepartments(now, this.created, this.broughtBack, (name) -> name);
		new UndoPlanner(1, now, names, new UndoPlanner.Known(this.target.departmentSchema(), this.target.memberSchema(),
				this.target.capabilities().hidden()), undo)
			.plan(this);
		undo.release();
		return undo;
	}

	/** Carries all of it out. */
	UndoRehearsal apply() {
		applyWhatIsPossible();
		assertThat(this.refused).isEmpty();
		return this;
	}

	/** Carries out what the directory does not refuse. */
	UndoRehearsal applyWhatIsPossible() {
		carryOut(Integer.MAX_VALUE);
		this.created.forEach((name, ref) -> this.broughtBack.put(DepartmentRef.ref(name), ref));
		return this;
	}

	List<Change> changes() {
		return this.phases.values().stream().flatMap(List::stream).toList();
	}

	/** What is not done, and why. */
	List<String> withheld() {
		return this.withheld;
	}

	int decided(Disposition disposition) {
		return this.decided.getOrDefault(disposition, 0);
	}

	/** All that a directory holds, by userids and paths. */
	static Map<String, String> text(MemoryDirectory directory) {
		DepartmentTree tree = new DepartmentTree(directory.departments());
		Map<String, String> all = new TreeMap<>();
		tree.all().forEach((department) -> all.put(tree.path(department.ref()), "department " + department.id()));
		for (Member member : directory.members()) {
			Placements places = member.placements();
			Map<String, String> in = new TreeMap<>();
			places.list()
				.forEach((place) -> in.put(tree.path(place.department()), place.order() + " " + place.leader()));
			String main = (places.main() != null) ? tree.path(places.main()) : null;
			all.put("member " + member.userid(), member.fields().known() + " in " + in + ", mainly " + main);
		}
		return all;
	}

	private void carryOut(int most) {
		int left = most;
		for (Phase phase : Phase.values()) {
			List<Change> changes = this.phases.get(phase);
			int count = Math.min(left, changes.size());
			for (int i = 0; i < count; i += BATCH) {
				List<Change> batch = changes.subList(i, Math.min(count, i + BATCH));
				List<Outcome> outcomes = this.target.apply(batch, this.refs);
				for (int j = 0; j < batch.size(); j++) {
					if (outcomes.get(j).state() == Outcome.State.DONE) {
						this.done.get(phase).add(batch.get(j));
					}
					else {
						this.refused.add(batch.get(j) + ": " + outcomes.get(j));
					}
				}
			}
			left -= count;
		}
	}

	private void release() {
		List<Change> members = changes().stream().filter((change) -> change.entry() == EntryKind.MEMBER).toList();
		UniqueValues unique = unique(this.target, members);
		List<Change> involved = members.stream().filter(unique::isInvolved).toList();
		this.phases.values().forEach((phase) -> phase.removeAll(involved));
		this.phases.put(Phase.MEMBER_RELEASE, new ArrayList<>(new UniqueOrder(unique, involved).ordered()));
	}

	private static UniqueValues unique(MemoryDirectory target, List<Change> changes) {
		UniqueValues unique = new UniqueValues(target.capabilities().unique());
		changes.forEach(unique::noteFreed);
		changes.forEach(unique::noteTaken);
		return unique;
	}

	private static Phase phase(Change change) {
		boolean goes = change.kind() == ChangeKind.DELETE;
		return switch (change.entry()) {
			case DEPARTMENT -> goes ? Phase.DEPARTMENT_DELETE : Phase.DEPARTMENT_UPSERT;
			case MEMBER -> goes ? Phase.MEMBER_DELETE : Phase.MEMBER_UPSERT;
		};
	}

	@Override
	public void forEach(Set<Phase> wanted, BiConsumer<Phase, Change> visitor) {
		this.done.forEach((phase, changes) -> {
			if (wanted.contains(phase)) {
				changes.forEach((change) -> visitor.accept(phase, change));
			}
		});
	}

	@Override
	public void change(Phase phase, Change change, @Nullable Message why) {
		if (why != null) {
			this.withheld.add(change.kind().symbol() + " " + change.key() + " " + why);
		}
		else {
			this.phases.get(phase).add(change);
		}
	}

	@Override
	public void decided(EntryKind kind, Disposition disposition, int desired, int existing) {
		this.decided.merge(disposition, 1, Integer::sum);
	}

	@Override
	public void conflict(EntryKind kind, String key, Message reason) {
		throw new IllegalStateException("an undo has no conflicts: " + key);
	}

	@Override
	public void contradiction(Member member, Message reason) {
		throw new IllegalStateException("an undo has no contradictions: " + member.userid());
	}

	@Override
	public void returned(String ref) {
		throw new IllegalStateException("an undo looks for no leavers: " + ref);
	}

}
