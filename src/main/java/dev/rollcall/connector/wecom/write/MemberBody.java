package dev.rollcall.connector.wecom.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.rollcall.connector.DepartmentDirectory;
import dev.rollcall.connector.wecom.api.CustomFields;
import dev.rollcall.connector.wecom.api.MemberWrite;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Userid;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.ChangeKind;
import org.jspecify.annotations.Nullable;

/** What is sent of a change of a member: nothing but what the change knows. */
final class MemberBody {

	private static final int TEXT = 0;

	private MemberBody() {
	}

	/** The body of a change that keeps {@link MemberRules}. */
	static MemberWrite of(Change change, DepartmentDirectory refs) {
		Member after = (Member) Objects.requireNonNull(change.after());
		boolean creation = change.kind() == ChangeKind.CREATE;
		Values values = new Values(after.fields().known(), creation);
		Places places = (after.placements() != null) ? Places.of(after.placements(),
				(change.before() instanceof Member before) ? before.placements() : null, creation, refs) : null;
		return new MemberWrite(creation ? Objects.requireNonNull(after.userid()) : Objects.requireNonNull(change.ref()),
				newUserid(change), values.of(FieldNames.NAME), values.of(FieldNames.ALIAS),
				values.of(FieldNames.MOBILE), (places != null) ? places.departments() : null,
				(places != null) ? places.orders() : null, values.of(FieldNames.POSITION), values.gender(),
				values.of(FieldNames.EMAIL), values.of(FieldNames.BIZ_MAIL), (places != null) ? places.leads() : null,
				values.enable(), values.of(FieldNames.TELEPHONE), values.of(FieldNames.ADDRESS),
				(places != null) ? places.main() : null, values.custom(), creation ? false : null);
	}

	/** The account that a change gives a member instead of its own; null for none. */
	static @Nullable String newUserid(Change change) {
		String wanted = (change.after() instanceof Member after) ? after.userid() : null;
		if (wanted == null || change.kind() == ChangeKind.CREATE) {
			return null;
		}
		String held = (change.before() instanceof Member before) ? before.userid() : null;
		boolean same = (held != null) ? wanted.equals(held) : Userid.key(wanted).equals(change.ref());
		return same ? null : wanted;
	}

	/** By what the member goes once a change of it is done, in small letters. */
	static String keyAfter(Change change) {
		String userid = (change.after() instanceof Member after) ? after.userid() : null;
		return Userid.key((userid != null) ? userid : Objects.requireNonNull(change.ref()));
	}

	/** Whether there would be nothing in a body but whose it is. */
	static boolean isEmpty(MemberWrite body) {
		return body.equals(new MemberWrite(body.userid(), null, null, null, null, null, null, null, null, null, null,
				null, null, null, null, null, null, null));
	}

	/**
	 * The fields of a member.
	 *
	 * @param known by their names
	 * @param creation whether an empty one is as good as none
	 */
	private record Values(Map<String, String> known, boolean creation) {

		@Nullable String of(String field) {
			String value = this.known.get(field);
			return (this.creation && "".equals(value)) ? null : value;
		}

		@Nullable String gender() {
			String gender = of(FieldNames.GENDER);
			return (gender == null) ? null : gender.equals("male") ? "1" : "2";
		}

		@Nullable Integer enable() {
			String enabled = of(FieldNames.ENABLED);
			return (enabled == null) ? null : enabled.equals(FieldNames.FALSE) ? 0 : 1;
		}

		@Nullable CustomFields custom() {
			List<CustomFields.Field> fields = new ArrayList<>();
			for (String name : this.known.keySet()) {
				String value = MemberRules.isCustom(name) ? of(name) : null;
				if (value != null) {
					fields.add(new CustomFields.Field(TEXT, name, new CustomFields.Text(value), null));
				}
			}
			return fields.isEmpty() ? null : new CustomFields(fields);
		}

	}

}
