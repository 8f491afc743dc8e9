package dev.rollcall.sandbox.wecom.company;

import java.util.Set;

import dev.rollcall.sandbox.wecom.wire.Code;
import dev.rollcall.sandbox.wecom.wire.Refused;

/**
 * What one caller may see of a company.
 *
 * @param company the company
 * @param departments the departments that the caller may see, with all below them
 * @param userids members that the caller may see beside those in its departments, in
 * lower case
 * @param tree whether the caller may see the ids of all departments (组织架构信息)
 * @param personal whether the caller is shown mobiles, mail addresses, gender and postal
 * addresses
 */
public record Sight(Company company, Set<Long> departments, Set<String> userids, boolean tree, boolean personal) {

	/** Everything. */
	public static Sight everything(Company company) {
		return new Sight(company, Set.of(Unit.ROOT), Set.of(), true, true);
	}

	public boolean sees(long department) {
		return seesAll() || this.company.line(department).stream().anyMatch(this.departments::contains);
	}

	public boolean sees(Person person) {
		return seesAll() || this.userids.contains(person.key())
				|| person.posts().stream().anyMatch((post) -> sees(post.department()));
	}

	/**
	 * Checks that a department may be seen.
	 * @throws Refused when it may not
	 */
	public void check(long department) {
		if (!sees(department)) {
			throw Refused.because(Code.NO_PRIVILEGE);
		}
	}

	/**
	 * Checks that a member may be seen.
	 * @throws Refused when not
	 */
	public void check(Person person) {
		if (!sees(person)) {
			throw Refused.because(Code.NO_PRIVILEGE);
		}
	}

	private boolean seesAll() {
		return this.departments.contains(Unit.ROOT);
	}

}
