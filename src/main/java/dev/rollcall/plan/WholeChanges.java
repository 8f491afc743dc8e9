package dev.rollcall.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.rollcall.directory.Department;
import dev.rollcall.directory.Entry;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.FieldsBuilder;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Userid;
import org.jspecify.annotations.Nullable;

/**
 * Brings together what a plan does to one entry in several writes, as it does where a
 * unique value or a name goes round: one change from before the first of them to behind
 * the last.
 */
public final class WholeChanges {

	private final Map<String, Change> byAddress = new LinkedHashMap<>();

	private int created;

	/** The next change, in the order of the plan. */
	public void add(Change next) {
		Change first = (next.ref() != null) ? this.byAddress.remove(address(next, next.ref())) : null;
		Change whole = (first != null) ? merged(first, next) : next;
		String left = refAfter(whole);
		this.byAddress.put((left != null) ? address(whole, left) : "created " + this.created++, whole);
	}

	/** One change for each entry. */
	public List<Change> all() {
		return List.copyOf(this.byAddress.values());
	}

	/**
	 * How the target addresses an entry behind a change, as far as the change can tell:
	 * where members are addressed by their userids, a rename gives another address.
	 * @return null for an entry that is created
	 */
	public static @Nullable String refAfter(Change change) {
		boolean renamed = change.before() instanceof Member before && before.userid() != null
				&& Userid.key(before.userid()).equals(change.ref());
		return (renamed && change.after() instanceof Member after && after.userid() != null)
				? Userid.key(after.userid()) : change.ref();
	}

	private static String address(Change change, String ref) {
		return change.entry() + " " + ref;
	}

	private static Change merged(Change first, Change last) {
		Entry before = (first.before() != null) ? image(first.before(), last.before(), first.kind()) : null;
		Entry after = (last.after() != null) ? image(last.after(), first.after(), last.kind()) : null;
		return new Change(kind(first.kind(), last.kind()), last.entry(), last.key(), last.name(), first.ref(), before,
				after, last.reason());
	}

	private static ChangeKind kind(ChangeKind first, ChangeKind last) {
		if (first == ChangeKind.CREATE || last == ChangeKind.DELETE) {
			return (last == ChangeKind.DELETE) ? ChangeKind.DELETE : ChangeKind.CREATE;
		}
		return (first == ChangeKind.MOVE) ? ChangeKind.MOVE : last;
	}

	/**
	 * All that two images know.
	 * @param kind of the first one's change: only where a department moves, comes or
	 * goes, the image tells its parent
	 */
	private static Entry image(Entry entry, @Nullable Entry other, ChangeKind kind) {
		if (entry instanceof Department department && other instanceof Department rest) {
			boolean placed = kind != ChangeKind.UPDATE;
			return new Department(department.ref(), placed ? department.parent() : rest.parent(),
					(department.id() != null) ? department.id() : rest.id(), fields(department.fields(), rest.fields()),
					null);
		}
		if (entry instanceof Member member && other instanceof Member rest) {
			return new Member(member.ref(), (member.userid() != null) ? member.userid() : rest.userid(), null,
					fields(member.fields(), rest.fields()),
					(member.placements() != null) ? member.placements() : rest.placements(), null);
		}
		return entry;
	}

	private static Fields fields(Fields fields, Fields rest) {
		FieldsBuilder builder = new FieldsBuilder(fields.schema());
		for (int i = 0; i < fields.schema().size(); i++) {
			String value = fields.value(i);
			builder.set(i, (value != null) ? value : rest.value(i));
		}
		return builder.build();
	}

}
