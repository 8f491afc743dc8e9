package dev.rollcall.directory;

import org.jspecify.annotations.Nullable;

/**
 * A department.
 *
 * @param ref how its directory addresses it: an id, or the path where there is none
 * @param parent the ref of the department above, null at the top
 * @param id what identifies it across directories, null where the side knows none
 * @param fields at least {@link FieldNames#NAME}
 * @param origin where it was first seen, if anywhere
 */
public record Department(String ref, @Nullable String parent, @Nullable String id, Fields fields,
		@Nullable Origin origin) implements Entry {

	@Override
	public EntryKind kind() {
		return EntryKind.DEPARTMENT;
	}

	/** Its name, empty when unknown. */
	public String name() {
		String name = this.fields.value(FieldNames.NAME);
		return (name != null) ? name : "";
	}

	public Department withParent(@Nullable String other) {
		return new Department(this.ref, other, this.id, this.fields, this.origin);
	}

}
