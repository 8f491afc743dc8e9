package dev.rollcall.plan;

import java.util.Objects;

import dev.rollcall.directory.Department;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.FieldsBuilder;
import dev.rollcall.directory.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A change of a department in two writes.
 *
 * @param parking gives the department a name that nobody has
 * @param rest does all that the change was about
 */
record ParkedDepartment(Change parking, Change rest) {

	/**
	 * Splits a change.
	 * @param name the name that the department has now
	 * @param parked the name that nobody has
	 */
	static ParkedDepartment of(Change change, String name, String parked) {
		Department before = image(change.before());
		Department after = image(change.after());
		String wanted = after.name().isEmpty() ? name : after.name();
		Change rest = new Change(change.kind(), change.entry(), change.key(), change.ref(),
				new Department(before.ref(), before.parent(), before.id(), withName(before.fields(), parked), null),
				new Department(after.ref(), after.parent(), after.id(), withName(after.fields(), wanted), null),
				change.reason());
		return new ParkedDepartment(parking(before.ref(), change.key(), name, parked, before.fields().schema()), rest);
	}

	/** The first write alone, for a department that is deleted later on. */
	static Change parking(Department existing, String path, String parked, Schema schema) {
		return parking(existing.ref(), path, existing.name(), parked, schema);
	}

	private static Change parking(String ref, String path, String name, String parked, Schema schema) {
		Fields unknown = Fields.unknown(schema);
		return new Change(ChangeKind.UPDATE, EntryKind.DEPARTMENT, path, ref,
				new Department(ref, null, null, withName(unknown, name), null),
				new Department(ref, null, null, withName(unknown, parked), null), Reasons.parked());
	}

	private static Fields withName(Fields fields, String name) {
		FieldsBuilder builder = new FieldsBuilder(fields.schema());
		for (int i = 0; i < fields.schema().size(); i++) {
			builder.copy(i, fields, i);
		}
		return builder.set(fields.schema().position(FieldNames.NAME), name).build();
	}

	private static Department image(@Nullable Object entry) {
		return (Department) Objects.requireNonNull(entry);
	}

}
