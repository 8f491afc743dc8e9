package dev.rollcall.connector.authing.write;

import dev.rollcall.directory.Department;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

/** What Authing wants of departments, looked at before anything is sent. */
final class DepartmentRules {

	private DepartmentRules() {
	}

	/** What of a department Authing would not take; null when it takes all. */
	static @Nullable Message objection(Department after, boolean creation) {
		String name = after.fields().value(FieldNames.NAME);
		boolean empty = (name == null) ? creation : name.isBlank();
		return empty ? Message.of("authing.rule.empty", FieldNames.NAME) : null;
	}

}
