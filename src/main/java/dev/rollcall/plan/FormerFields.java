package dev.rollcall.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.rollcall.directory.Department;
import dev.rollcall.directory.Entry;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Placements;
import dev.rollcall.directory.Userid;
import org.jspecify.annotations.Nullable;

/**
 * Tells, field by field, what of an update can be taken back: what is still as the update
 * has left it, but not what has been changed since.
 */
final class FormerFields {

	/** Stands for what has no value, where null would mean that nobody knows. */
	private static final String NONE = "";

	private final Set<String> restored = new LinkedHashSet<>();

	private final Set<String> changedSince = new LinkedHashSet<>();

	private final List<String> unknownBefore = new ArrayList<>();

	private FormerFields() {
	}

	/**
	 * Looks at an entry.
	 * @param left how the update has left it
	 * @param former how it was before
	 * @param now how it is, with all that is known of it
	 * @param moved whether the update has moved a department
	 */
	static FormerFields of(Entry left, Entry former, Entry now, boolean moved) {
		FormerFields fields = new FormerFields();
		for (Map.Entry<String, String> field : left.fields().known().entrySet()) {
			String name = field.getKey();
			fields.judge(name, field.getValue(), former.fields().value(name), now.fields().value(name));
		}
		if (left instanceof Member gone && former instanceof Member wanted && now instanceof Member held) {
			fields.judge(gone, wanted, held);
		}
		else if (left instanceof Department gone && former instanceof Department wanted
				&& now instanceof Department held) {
			fields.judge(FieldNames.ID, gone.id(), wanted.id(), (held.id() != null) ? held.id() : NONE);
			if (moved) {
				fields.judge(FieldNames.PARENT, parent(gone), parent(wanted), parent(held));
			}
		}
		return fields;
	}

	/** Fields that get back the values they had. */
	Set<String> restored() {
		return this.restored;
	}

	/** Fields that have another value than the update gave them, and keep it. */
	Set<String> changedSince() {
		return this.changedSince;
	}

	/** Fields of which nobody knows what they held before. */
	List<String> unknownBefore() {
		return this.unknownBefore;
	}

	private void judge(Member left, Member former, Member now) {
		boolean sameAccount = left.userid() != null && now.userid() != null
				&& Userid.key(left.userid()).equals(Userid.key(now.userid()));
		judge(FieldNames.USERID, left.userid(), former.userid(),
				sameAccount ? left.userid() : (now.userid() != null) ? now.userid() : NONE);
		Placements places = left.placements();
		if (places == null) {
			return;
		}
		if (former.placements() == null) {
			this.unknownBefore.add(FieldNames.DEPARTMENTS);
		}
		else if (!former.placements().equals(places)) {
			Placements held = now.placements();
			if (held == null || Achieved.isSame(places, held)) {
				this.restored.add(FieldNames.DEPARTMENTS);
			}
			else if (!Achieved.isSame(former.placements(), held)) {
				this.changedSince.add(FieldNames.DEPARTMENTS);
			}
		}
	}

	private void judge(String name, @Nullable String left, @Nullable String former, @Nullable String now) {
		if (left == null || left.equals(former)) {
			return;
		}
		if (former == null) {
			this.unknownBefore.add(name);
		}
		else if (now == null || now.equals(left)) {
			// What the target hides nobody else can be seen to have changed.
			this.restored.add(name);
		}
		else if (!now.equals(former)) {
			this.changedSince.add(name);
		}
	}

	private static String parent(Department department) {
		return (department.parent() != null) ? department.parent() : NONE;
	}

}
