package dev.rollcall.plan;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.rollcall.directory.Department;
import dev.rollcall.directory.Entry;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Userid;

/** Tells in which fields an entry is not as it was left. */
public final class ChangedSince {

	/** What directories fill in by themselves when somebody is created. */
	private static final Set<String> FILLED_IN = Set.of(FieldNames.STATUS, FieldNames.ENABLED, FieldNames.WECHAT_PLUGIN,
			FieldNames.BIZ_MAIL);

	private ChangedSince() {
	}

	/**
	 * The fields in which an entry is not any more as a change knew it that has not been
	 * carried out.
	 * @param now the entry as the target holds it
	 */
	public static Set<String> planned(Change change, Entry now) {
		Set<String> fields = fields(Objects.requireNonNull(change.before()), now);
		if (change.kind() == ChangeKind.UPDATE) {
			// Such an image says nothing of the department above.
			fields.remove(FieldNames.PARENT);
		}
		if (isLinkedToAnother(change, now)) {
			fields.add(FieldNames.USERID);
		}
		return fields;
	}

	/** Whether somebody who had no userid has got another one than the change gives. */
	private static boolean isLinkedToAnother(Change change, Entry now) {
		return change.before() instanceof Member before && before.userid() == null
				&& change.after() instanceof Member after && after.userid() != null && now instanceof Member held
				&& held.userid() != null && !Userid.key(held.userid()).equals(Userid.key(after.userid()));
	}

	/** The fields in which an entry differs from what is known of it. */
	static Set<String> fields(Entry known, Entry now) {
		Set<String> fields = new LinkedHashSet<>();
		for (Map.Entry<String, String> field : known.fields().known().entrySet()) {
			String value = now.fields().value(field.getKey());
			if (value != null && !value.equals(field.getValue())) {
				fields.add(field.getKey());
			}
		}
		if (known instanceof Department department && now instanceof Department held) {
			addDepartment(fields, department, held);
		}
		else if (known instanceof Member member && now instanceof Member held) {
			addMember(fields, member, held);
		}
		return fields;
	}

	/**
	 * The same for one that was created: it has nothing but what it was given, and what
	 * its directory gives to everyone.
	 */
	static Set<String> fieldsOfCreated(Entry created, Entry now) {
		Set<String> fields = fields(created, now);
		for (Map.Entry<String, String> field : now.fields().known().entrySet()) {
			boolean given = created.fields().value(field.getKey()) != null || FILLED_IN.contains(field.getKey());
			if (!given && !field.getValue().isEmpty()) {
				fields.add(field.getKey());
			}
		}
		return fields;
	}

	private static void addDepartment(Set<String> fields, Department known, Department now) {
		if (known.id() != null && now.id() != null && !known.id().equals(now.id())) {
			fields.add(FieldNames.ID);
		}
		if (!Objects.equals(known.parent(), now.parent())) {
			fields.add(FieldNames.PARENT);
		}
	}

	private static void addMember(Set<String> fields, Member known, Member now) {
		if (known.userid() != null && now.userid() != null
				&& !Userid.key(known.userid()).equals(Userid.key(now.userid()))) {
			fields.add(FieldNames.USERID);
		}
		if (known.placements() != null && now.placements() != null
				&& !Achieved.isSame(known.placements(), now.placements())) {
			fields.add(FieldNames.DEPARTMENTS);
		}
	}

}
