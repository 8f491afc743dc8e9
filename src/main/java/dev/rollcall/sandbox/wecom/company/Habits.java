package dev.rollcall.sandbox.wecom.company;

import java.util.Set;

/**
 * What WeCom is known to do in one way or another, depending on its age or on where one
 * reads.
 *
 * @param nameLength how long a department's name may be: 64 by the pages of today, 32
 * before
 * @param quotes whether {@code "} may stand in a department's name
 * @param autoDepartments whether a department that does not exist is created under
 * 其他（待设置部门）; otherwise it is refused, and so is a member without any
 * @param directLeaders how many a member may report to: 1 by the pages of today, 5 before
 * @param byDepartment whether {@code user/list_id} goes department by department rather
 * than member by member
 * @param customFields the custom fields that the console defines; others are passed over
 */
public record Habits(int nameLength, boolean quotes, boolean autoDepartments, int directLeaders, boolean byDepartment,
		Set<String> customFields) {

	/** As the pages of today say. */
	public static final Habits TODAY = new Habits(64, false, true, 1, false, Set.of("工号"));

	/** As servers were seen to behave until 2023. */
	public static final Habits FORMER = new Habits(32, true, false, 5, false, Set.of("工号"));

	public Habits {
		customFields = Set.copyOf(customFields);
	}

	/** The same with other custom fields. */
	public Habits defining(Set<String> fields) {
		return new Habits(this.nameLength, this.quotes, this.autoDepartments, this.directLeaders, this.byDepartment,
				fields);
	}

	/** The same, listing ids in the other order. */
	public Habits listing(boolean departmentsFirst) {
		return new Habits(this.nameLength, this.quotes, this.autoDepartments, this.directLeaders, departmentsFirst,
				this.customFields);
	}

}
