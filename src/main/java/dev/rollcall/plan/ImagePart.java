package dev.rollcall.plan;

import java.util.Set;

import dev.rollcall.directory.Department;
import dev.rollcall.directory.Entry;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.FieldsBuilder;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Schema;

/** Images of entries that know only some of what others know. */
final class ImagePart {

	private ImagePart() {
	}

	/**
	 * What an entry knows of some fields.
	 * @param schema in which the image is written
	 * @param names the fields, {@code departments} standing for all of the placements
	 */
	static Entry of(Entry entry, Schema schema, Set<String> names) {
		FieldsBuilder fields = new FieldsBuilder(schema);
		for (String name : names) {
			int to = schema.position(name);
			int from = entry.fields().schema().position(name);
			if (to >= 0 && from >= 0) {
				fields.copy(to, entry.fields(), from);
			}
		}
		Fields known = fields.build();
		if (entry instanceof Department department) {
			return new Department(department.ref(), names.contains(FieldNames.PARENT) ? department.parent() : null,
					names.contains(FieldNames.ID) ? department.id() : null, known, null);
		}
		Member member = (Member) entry;
		return new Member(member.ref(), names.contains(FieldNames.USERID) ? member.userid() : null, null, known,
				names.contains(FieldNames.DEPARTMENTS) ? member.placements() : null, null);
	}

	/** All that an entry knows, in another schema. */
	static Entry whole(Entry entry, Schema schema) {
		Fields fields = entry.fields().in(schema);
		if (entry instanceof Department department) {
			return new Department(department.ref(), department.parent(), department.id(), fields, null);
		}
		Member member = (Member) entry;
		return new Member(member.ref(), member.userid(), null, fields, member.placements(), null);
	}

}
