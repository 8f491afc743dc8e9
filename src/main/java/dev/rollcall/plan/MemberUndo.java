package dev.rollcall.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import dev.rollcall.directory.Entry;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Placements;
import dev.rollcall.directory.Schema;
import dev.rollcall.directory.Userid;
import org.jspecify.annotations.Nullable;

/** Takes back what was done to members, one by one. */
final class MemberUndo {

	/** How many members are looked up at once. */
	static final int AT_ONCE = 10_000;

	private final long run;

	private final UndoTarget target;

	private final UndoneDepartments names;

	private final Schema schema;

	private final Set<String> hidden;

	private final PlanSink sink;

	private final Set<String> renamed = new HashSet<>();

	private final Set<String> staying = new HashSet<>();

	MemberUndo(long run, UndoTarget target, UndoneDepartments names, Schema schema, Set<String> hidden, PlanSink sink) {
		this.run = run;
		this.target = target;
		this.names = names;
		this.schema = schema;
		this.hidden = hidden;
		this.sink = sink;
	}

	/** Departments, by the names of the plan, in which somebody is when it is done. */
	Set<String> staying() {
		return this.staying;
	}

	/** Changes of members between which unique values went over. */
	void takeBackTogether(List<Change> changes) {
		for (Change change : changes) {
			if (change.before() != null && change.after() instanceof Member after && after.userid() != null) {
				this.renamed.add(Userid.key(after.userid()));
			}
		}
		for (int i = 0; i < changes.size(); i += AT_ONCE) {
			takeBack(changes.subList(i, Math.min(changes.size(), i + AT_ONCE)));
		}
	}

	/** Changes that were carried out, each the only one of its member. */
	void takeBack(List<Change> changes) {
		this.names.lookUp(changes.stream().flatMap(MemberUndo::departments).toList());
		List<Change> sought = changes.stream().map(this::sought).toList();
		List<@Nullable Entry> found = found(sought);
		for (int i = 0; i < sought.size(); i++) {
			takeBack(changes.get(i), sought.get(i), found.get(i));
		}
	}

	/** What is looked up of a change; but for what was created, it is the opposite. */
	private Change sought(Change done) {
		return switch (done.kind()) {
			case CREATE -> change(done, ChangeKind.CREATE, null, null, present(done.after()));
			case DELETE -> change(done, ChangeKind.CREATE, null, null, present(done.before()));
			case UPDATE, MOVE, DISABLE ->
				change(done, done.kind(), WholeChanges.refAfter(done), present(done.after()), former(done));
		};
	}

	private void takeBack(Change done, Change sought, @Nullable Entry now) {
		Retraction retraction = switch (done.kind()) {
			case CREATE -> created(done, Objects.requireNonNull(sought.after()), now);
			case DELETE -> deleted(sought, now);
			case UPDATE, MOVE, DISABLE -> updated(sought, now);
		};
		retraction.into(this.sink, MemberUndo::phase);
		this.sink.decided(EntryKind.MEMBER, retraction.disposition(), 1, 0);
	}

	static Phase phase(Change change) {
		return change.kind().removes() ? Phase.MEMBER_DELETE : Phase.MEMBER_UPSERT;
	}

	private Retraction created(Change done, Entry left, @Nullable Entry now) {
		if (now == null) {
			return Retraction.AS_BEFORE;
		}
		note(now);
		Change inverse = change(done, ChangeKind.DELETE, now.ref(), whole(now), null);
		Set<String> changed = ChangedSince.fieldsOfCreated(left, now);
		if (!changed.isEmpty()) {
			stays(now);
			return Retraction.left(inverse, Reasons.changedSince(changed));
		}
		return Retraction.by(inverse).but(this.run, List.of(), this.target.lost(inverse));
	}

	private Retraction deleted(Change inverse, @Nullable Entry now) {
		Entry former = Objects.requireNonNull(inverse.after());
		if (now instanceof Member held && !isRenamedByRun(held)) {
			Set<String> other = ChangedSince.fields(former, now);
			return other.isEmpty() ? Retraction.AS_BEFORE : Retraction.left(inverse, Reasons.createdSince(other));
		}
		String missing = this.names.missing(((Member) former).placements());
		if (!missing.isEmpty()) {
			return Retraction.left(inverse, Reasons.departmentGone(missing));
		}
		List<String> unknown = this.hidden.stream()
			.filter((field) -> former.fields().value(field) == null)
			.sorted()
			.toList();
		return Retraction.by(inverse).but(this.run, unknown, this.target.lost(inverse));
	}

	/** Whether somebody has the userid only until it is given back. */
	private boolean isRenamedByRun(Member held) {
		return held.userid() != null && this.renamed.contains(Userid.key(held.userid()));
	}

	private Retraction updated(Change inverse, @Nullable Entry now) {
		Member left = (Member) Objects.requireNonNull(inverse.before());
		Member former = (Member) Objects.requireNonNull(inverse.after());
		if (now == null) {
			return Retraction.left(inverse, Reasons.goneSince());
		}
		note(now);
		FormerFields fields = FormerFields.of(left, former, now, false);
		Set<String> restored = new LinkedHashSet<>(fields.restored());
		Set<String> kept = new LinkedHashSet<>(fields.changedSince());
		Message why = Reasons.changedSince(kept);
		String missing = this.names.missing(former.placements());
		if (!missing.isEmpty() && restored.remove(FieldNames.DEPARTMENTS)) {
			why = kept.isEmpty() ? Reasons.departmentGone(missing) : why;
			kept.add(FieldNames.DEPARTMENTS);
		}
		boolean moves = restored.contains(FieldNames.DEPARTMENTS);
		stays(moves ? former : now);
		if (restored.isEmpty() && kept.isEmpty() && !fields.unknownBefore().isEmpty()) {
			return Retraction.left(part(inverse, left, former, new LinkedHashSet<>(fields.unknownBefore())),
					Reasons.unknownBefore(fields.unknownBefore()));
		}
		Change change = part(inverse, now, former, restored);
		Change rest = kept.isEmpty() ? null : part(inverse, now, former, kept);
		if (restored.isEmpty()) {
			return (rest != null) ? Retraction.left(rest, why) : Retraction.AS_BEFORE;
		}
		return new Retraction(change, rest, why).but(this.run, fields.unknownBefore(), this.target.lost(change));
	}

	/**
	 * How a member was. Whoever was given a userid had none; whoever is disabled was not
	 * before, whether that was shown.
	 */
	private Member former(Change done) {
		Member former = (Member) present(done.before());
		if (former.userid() == null && done.after() instanceof Member after && after.userid() != null) {
			former = new Member(former.ref(), "", null, former.fields(), former.placements(), null);
		}
		int enabled = this.schema.position(FieldNames.ENABLED);
		if (done.kind() != ChangeKind.DISABLE || enabled < 0 || former.fields().value(enabled) != null) {
			return former;
		}
		return new Member(former.ref(), former.userid(), null,
				former.fields().with(FieldNames.ENABLED, FieldNames.TRUE), former.placements(), null);
	}

	/** By the ref; whoever was deleted and created again since has another one. */
	private List<@Nullable Entry> found(List<Change> sought) {
		List<@Nullable Entry> found = sought.isEmpty() ? List.of() : new ArrayList<>(this.target.find(sought));
		List<Integer> places = new ArrayList<>();
		List<Change> again = new ArrayList<>();
		for (int i = 0; i < sought.size(); i++) {
			Change inverse = sought.get(i);
			if (found.get(i) == null && inverse.ref() != null && Userid.isValid(inverse.key())) {
				Entry after = Objects.requireNonNull(inverse.after());
				Member known = new Member(after.ref(), inverse.key(), null, after.fields(), null, null);
				places.add(i);
				again.add(change(inverse, ChangeKind.CREATE, null, null, known));
			}
		}
		List<@Nullable Entry> others = again.isEmpty() ? List.of() : this.target.find(again);
		for (int i = 0; i < places.size(); i++) {
			found.set(places.get(i), others.get(i));
		}
		return found;
	}

	/** The departments in which a member was before a change. */
	private static Stream<String> departments(Change change) {
		Placements placements = (change.before() instanceof Member before) ? before.placements() : null;
		return (placements != null) ? placements.departments().stream() : Stream.of();
	}

	private Change part(Change inverse, Entry now, Member former, Set<String> fields) {
		Member before = (Member) ImagePart.of(now, this.schema, fields);
		Member after = (Member) ImagePart.of(former, this.schema, fields);
		return change(inverse, kind(before, after, fields), now.ref(), before, after);
	}

	private static ChangeKind kind(Member before, Member after, Set<String> fields) {
		if (before.placements() != null && after.placements() != null && !Set.copyOf(before.placements().departments())
			.equals(Set.copyOf(after.placements().departments()))) {
			return ChangeKind.MOVE;
		}
		boolean disables = fields.equals(Set.of(FieldNames.ENABLED))
				&& FieldNames.FALSE.equals(after.fields().value(FieldNames.ENABLED));
		return disables ? ChangeKind.DISABLE : ChangeKind.UPDATE;
	}

	private Change change(Change of, ChangeKind kind, @Nullable String ref, @Nullable Entry before,
			@Nullable Entry after) {
		return new Change(kind, EntryKind.MEMBER, of.key(), of.name(), ref, before, after,
				Reasons.undone(this.run, List.of()));
	}

	private Entry present(@Nullable Entry image) {
		return whole(Objects.requireNonNull(this.names.present(image)));
	}

	private Entry whole(Entry entry) {
		return ImagePart.whole(entry, this.schema);
	}

	private void note(Entry now) {
		Placements placements = ((Member) now).placements();
		if (placements != null) {
			placements.departments().forEach(this.names::noted);
		}
	}

	private void stays(Entry entry) {
		Placements placements = ((Member) entry).placements();
		if (placements != null) {
			this.staying.addAll(placements.departments());
		}
	}

}
