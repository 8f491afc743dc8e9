package dev.rollcall.sandbox.cam;

import java.util.List;

import dev.rollcall.directory.Member;
import dev.rollcall.sandbox.people.MadeUpCompany;

/** Who is there when the look-alike begins. */
@FunctionalInterface
public interface Population {

	/** Nobody. */
	Population NOBODY = (settlement) -> {
	};

	/**
	 * People made up; the same for the same seed and the same number of departments.
	 * @param users how many were created by calls
	 * @param weComUsers how many the console has imported from WeCom; others than those
	 * @param departments how many the company has that all of them are from
	 */
	static Population seeded(int users, int weComUsers, int departments, long seed) {
		return (settlement) -> MadeUpCompany.make(users + weComUsers, departments, seed, (branch) -> {
		}, (employee) -> settlement.put(employee, users));
	}

	/** Members of WeCom whom the console has imported, as far as they have a userid. */
	static Population ofWeCom(List<Member> members) {
		return (settlement) -> members.forEach(settlement::weComUser);
	}

	/** Both. */
	default Population and(Population others) {
		return (settlement) -> {
			settle(settlement);
			others.settle(settlement);
		};
	}

	/** Groups that nobody is in. */
	static Population groups(List<String> names) {
		return (settlement) -> names.forEach(settlement::group);
	}

	/** Fills an account that has nobody. */
	void settle(Settlement settlement);

}
