package dev.rollcall.compare;

import java.util.Objects;

import dev.rollcall.directory.Department;
import dev.rollcall.directory.FieldNames;
import org.jspecify.annotations.Nullable;

/**
 * Below which department a department of the target is to be, as a plan calls it.
 *
 * @param parent that department, null at the top
 * @param rule what decides
 */
public record DepartmentParent(@Nullable String parent, AppliedRule rule) {

	/** The wanted parent; the existing one where it is ignored or cannot be told. */
	public static DepartmentParent of(Department desired, Department existing, Ignored ignored,
			MemberComparison.Departments names) {
		String held = (existing.parent() != null) ? names.existing(existing.parent()) : null;
		if (ignored.ignores(FieldNames.PARENT)) {
			return new DepartmentParent(held, AppliedRule.IGNORED);
		}
		String wanted = (desired.parent() != null) ? names.desired(desired.parent()) : null;
		if (desired.parent() != null && wanted == null) {
			return new DepartmentParent(held, AppliedRule.NOT_RESOLVED);
		}
		return new DepartmentParent(wanted, Objects.equals(wanted, held) ? AppliedRule.EQUAL : AppliedRule.DIFFERS);
	}

}
