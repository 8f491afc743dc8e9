package dev.rollcall.plan;

import java.util.Objects;

import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.FieldsBuilder;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Schema;
import dev.rollcall.directory.Userid;
import org.jspecify.annotations.Nullable;

/**
 * A change of a member in two writes.
 *
 * @param parking gives up every unique value that the change does not keep
 * @param rest does all else
 */
record ParkedChange(Change parking, Change rest) {

	/** What a userid begins with that somebody has between the two writes. */
	static final String USERID = "rollcall-parked-";

	static ParkedChange of(Change change, UniqueValues values, int number) {
		Member before = (Member) Objects.requireNonNull(change.before());
		Schema schema = before.fields().schema();
		FieldsBuilder held = new FieldsBuilder(schema);
		FieldsBuilder emptied = new FieldsBuilder(schema);
		FieldsBuilder rest = new FieldsBuilder(schema);
		for (int i = 0; i < schema.size(); i++) {
			rest.copy(i, before.fields(), i);
		}
		String userid = null;
		for (String value : values.freed(change)) {
			String field = value.substring(0, value.indexOf('\0'));
			if (field.equals(FieldNames.USERID)) {
				userid = USERID + number;
				continue;
			}
			int position = schema.position(field);
			held.copy(position, before.fields(), position);
			emptied.set(position, "");
			rest.set(position, "");
		}
		Change parking = new Change(ChangeKind.UPDATE, change.entry(), change.key(), change.label(), change.ref(),
				member(before.ref(), (userid != null) ? before.userid() : null, held.build()),
				member(before.ref(), userid, emptied.build()), Reasons.parked());
		return new ParkedChange(parking, rest(change, before, userid, rest.build()));
	}

	private static Change rest(Change change, Member before, @Nullable String userid, Fields fields) {
		String ref = before.ref();
		if (userid != null && before.userid() != null && ref.equals(Userid.key(before.userid()))) {
			// This directory addresses members by their userid, which has just changed.
			ref = Userid.key(userid);
		}
		Member parked = new Member(ref, (userid != null) ? userid : before.userid(), null, fields, before.placements(),
				null);
		return new Change(change.kind(), change.entry(), change.key(), change.label(), ref, parked, change.after(),
				change.reason());
	}

	private static Member member(String ref, @Nullable String userid, Fields fields) {
		return new Member(ref, userid, null, fields, null, null);
	}

}
