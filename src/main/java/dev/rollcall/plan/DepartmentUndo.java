package dev.rollcall.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.rollcall.directory.Department;
import dev.rollcall.directory.Entry;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Takes back what was done to departments. All of it is known before the first member is
 * looked at, because members name departments; it comes into the plan when the last
 * member has told where it stays.
 */
final class DepartmentUndo {

	private final long run;

	private final UndoTarget target;

	private final UndoneDepartments names;

	private final Schema schema;

	private final PlanSink sink;

	private final Set<String> touched = new HashSet<>();

	private final List<Change> comingBack = new ArrayList<>();

	private final List<Change> restored = new ArrayList<>();

	private final Map<String, Change> going = new LinkedHashMap<>();

	private final Set<String> staying = new HashSet<>();

	DepartmentUndo(long run, UndoTarget target, UndoneDepartments names, Schema schema, PlanSink sink) {
		this.run = run;
		this.target = target;
		this.names = names;
		this.schema = schema;
		this.sink = sink;
	}

	/**
	 * Looks at all departments.
	 * @param done what was done, one change for each, in the order in which it was done
	 */
	void judge(List<Change> done) {
		this.names.lookUp(done.stream().map(DepartmentUndo::name).toList());
		List<Change> backwards = new ArrayList<>(done);
		Collections.reverse(backwards);
		backwards.stream()
			.filter((change) -> change.kind() != ChangeKind.DELETE)
			.map(this::ref)
			.filter(Objects::nonNull)
			.forEach(this.touched::add);
		for (Change change : backwards) {
			if (change.kind() == ChangeKind.DELETE) {
				decided(deleted(change), this.comingBack);
			}
		}
		for (Change change : backwards) {
			switch (change.kind()) {
				case CREATE -> created(change);
				case UPDATE, MOVE, DISABLE -> decided(updated(change), this.restored);
				case DELETE -> {
					// Looked at before all others: they may stand below it.
				}
			}
		}
	}

	/** Puts everything into the plan. */
	void plan(Set<String> withMembers) {
		this.staying.addAll(withMembers);
		Map<String, Change> doomed = new LinkedHashMap<>();
		this.going.forEach((ref, change) -> {
			if (this.staying.contains(DepartmentRef.existing(ref))) {
				staysIn(Objects.requireNonNull(change.before()));
				left(change, Reasons.notEmpty());
			}
			else {
				doomed.put(ref, change);
			}
		});
		DepartmentOrder order = new DepartmentOrder(this.names.tree(), doomed.keySet());
		List<Change> upserts = new ArrayList<>(this.comingBack);
		upserts.addAll(this.restored);
		order.order(upserts).forEach((change) -> this.sink.change(Phase.DEPARTMENT_UPSERT, change, null));
		order.impossible().forEach((change) -> this.sink.change(Phase.DEPARTMENT_UPSERT, change, Reasons.nameTaken()));
		doomed.values().forEach((change) -> {
			this.sink.change(Phase.DEPARTMENT_DELETE, change, null);
			this.sink.decided(EntryKind.DEPARTMENT, Disposition.CHANGED, 1, 0);
		});
	}

	private void decided(Retraction retraction, List<Change> changes) {
		if (retraction.change() != null) {
			changes.add(retraction.change());
		}
		if (retraction.left() != null) {
			this.sink.change(Phase.DEPARTMENT_UPSERT, retraction.left(), retraction.why());
		}
		this.sink.decided(EntryKind.DEPARTMENT, retraction.disposition(), 1, 0);
	}

	private Retraction deleted(Change done) {
		String ref = Objects.requireNonNull(done.ref());
		Department former = (Department) present(done.before());
		Change inverse = change(done, ChangeKind.CREATE, null, null, former);
		Department now = comeBack(ref, inverse);
		if (now != null) {
			this.names.isBack(ref, now.ref());
			Set<String> other = ChangedSince.fields(former, now);
			return other.isEmpty() ? Retraction.AS_BEFORE : Retraction.left(inverse, Reasons.createdSince(other));
		}
		if (former.parent() != null && !this.names.exists(former.parent())) {
			return Retraction.left(inverse, Reasons.departmentGone(this.names.path(former.parent())));
		}
		Retraction retraction = Retraction.by(inverse).but(this.run, List.of(), this.target.lost(inverse));
		if (retraction.change() != null) {
			this.names.comesBack(ref);
			this.names.willBe(DepartmentRef.planned(ref), former, true);
		}
		return retraction;
	}

	/** A department that somebody has created again since, whatever its ref. */
	private @Nullable Department comeBack(String ref, Change inverse) {
		String latest = Objects.requireNonNull(this.names.ref(DepartmentRef.existing(ref)));
		Department found = this.names.find(latest);
		if (found == null && this.target.find(inverse) instanceof Department named
				&& !this.touched.contains(named.ref())) {
			// One that the run has given this name will give it back.
			return this.names.find(named.ref());
		}
		return found;
	}

	private void created(Change done) {
		String ref = ref(done);
		Department now = (ref != null) ? this.names.find(ref) : null;
		if (ref == null || now == null) {
			this.sink.decided(EntryKind.DEPARTMENT, Disposition.AS_BEFORE, 1, 0);
			return;
		}
		note(now);
		Change inverse = change(done, ChangeKind.DELETE, ref, whole(now), null);
		Set<String> changed = ChangedSince.fieldsOfCreated(present(done.after()), now);
		Lost lost = this.target.lost(inverse);
		if (!changed.isEmpty() || lost.all()) {
			staysIn(now);
			left(inverse, changed.isEmpty() ? Reasons.cannotBeUndone(lost.things()) : Reasons.changedSince(changed));
		}
		else {
			this.going.put(ref, inverse.because(Reasons.undone(this.run, lost.things())));
		}
	}

	private Retraction updated(Change done) {
		String ref = ref(done);
		Department left = (Department) present(done.after());
		Department former = former((Department) present(done.before()), left);
		Department now = (ref != null) ? this.names.find(ref) : null;
		if (now == null) {
			return Retraction.left(change(done, done.kind(), ref, left, former), Reasons.goneSince());
		}
		note(now);
		FormerFields fields = FormerFields.of(left, former, now, done.kind() == ChangeKind.MOVE);
		Set<String> restored = new LinkedHashSet<>(fields.restored());
		Set<String> kept = new LinkedHashSet<>(fields.changedSince());
		Message why = Reasons.changedSince(kept);
		String parent = former.parent();
		if (parent != null && !this.names.exists(parent) && restored.remove(FieldNames.PARENT)) {
			why = kept.isEmpty() ? Reasons.departmentGone(this.names.path(parent)) : why;
			kept.add(FieldNames.PARENT);
		}
		staysIn(restored.contains(FieldNames.PARENT) ? former : now);
		Change rest = kept.isEmpty() ? null : part(done, now, former, kept);
		if (restored.isEmpty()) {
			return (rest != null) ? Retraction.left(rest, why) : Retraction.AS_BEFORE;
		}
		Change change = part(done, now, former, restored);
		this.names.willBe(DepartmentRef.existing(now.ref()), (Department) Objects.requireNonNull(change.after()),
				restored.contains(FieldNames.PARENT));
		return new Retraction(change, rest, why).but(this.run, fields.unknownBefore(), this.target.lost(change));
	}

	/** Where the run gave an id there was none before; an empty one says so. */
	private static Department former(Department before, Department left) {
		return (left.id() != null && before.id() == null)
				? new Department(before.ref(), before.parent(), "", before.fields(), null) : before;
	}

	private Change part(Change done, Department now, Department former, Set<String> fields) {
		ChangeKind kind = fields.contains(FieldNames.PARENT) ? ChangeKind.MOVE : ChangeKind.UPDATE;
		return change(done, kind, now.ref(), ImagePart.of(now, this.schema, fields),
				ImagePart.of(former, this.schema, fields));
	}

	private @Nullable String ref(Change done) {
		return this.names.ref(name(done));
	}

	/** What the earlier plan calls the department. */
	private static String name(Change done) {
		return (done.kind() == ChangeKind.CREATE) ? DepartmentRef.planned(Objects.requireNonNull(done.after()).ref())
				: DepartmentRef.existing(Objects.requireNonNull(done.ref()));
	}

	private Change change(Change done, ChangeKind kind, @Nullable String ref, @Nullable Entry before,
			@Nullable Entry after) {
		return new Change(kind, EntryKind.DEPARTMENT, done.key(), ref, before, after,
				Reasons.undone(this.run, List.of()));
	}

	private void left(Change inverse, Message why) {
		this.sink.change(Phase.DEPARTMENT_DELETE, inverse, why);
		this.sink.decided(EntryKind.DEPARTMENT, Disposition.LEFT_ALONE, 1, 0);
	}

	/** Whatever is below a department keeps it from being deleted. */
	private void staysIn(Entry below) {
		String parent = ((Department) below).parent();
		if (parent != null) {
			this.staying.add(parent);
		}
	}

	private void note(Department now) {
		if (now.parent() != null) {
			this.names.noted(now.parent());
		}
	}

	private Entry present(@Nullable Entry image) {
		return whole(Objects.requireNonNull(this.names.present(image)));
	}

	private Entry whole(Entry entry) {
		return ImagePart.whole(entry, this.schema);
	}

}
