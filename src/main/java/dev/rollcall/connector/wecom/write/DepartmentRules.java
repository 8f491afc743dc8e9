package dev.rollcall.connector.wecom.write;

import dev.rollcall.directory.Department;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

/**
 * WeCom's rules for departments, looked at before anything is sent.
 *
 * @see <a href="https://developer.work.weixin.qq.com/document/path/90341">WeCom, create
 * department</a>
 */
final class DepartmentRules {

	/** How deep departments may lie, the top counted. */
	static final int DEPTH = 15;

	/** The largest id: WeCom's ids are signed numbers of 32 bits. */
	private static final long LARGEST_ID = Integer.MAX_VALUE;

	/** Of both names. */
	private static final TextRule NAME = TextRule.characters(64).like("[^\\\\:*?\"<>|]*", "no \\ : * ? \" < > |");

	private DepartmentRules() {
	}

	/** What of a department WeCom would not take; null when it takes all. */
	static @Nullable Message objection(Department after, boolean creation) {
		for (String field : FieldNames.OF_DEPARTMENTS) {
			String value = after.fields().value(field);
			if (value != null && !value.isEmpty()) {
				Message objection = NAME.objection(field, value);
				if (objection != null) {
					return objection;
				}
			}
			else if (value != null && !creation) {
				// An empty one is refused (60001) rather than taken as no name.
				return Message.of("wecom.rule.empty", field);
			}
		}
		return (creation && after.name().isEmpty()) ? Message.of("wecom.rule.empty", FieldNames.NAME) : null;
	}

	/** The id that WeCom can be asked to give a new department; null when it cannot. */
	static @Nullable Long askable(@Nullable String id) {
		if (id == null || !id.matches("[1-9][0-9]{0,9}")) {
			return null;
		}
		long number = Long.parseLong(id);
		return (number > 1 && number <= LARGEST_ID) ? number : null;
	}

}
