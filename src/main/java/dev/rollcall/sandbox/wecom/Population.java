package dev.rollcall.sandbox.wecom;

import dev.rollcall.sandbox.people.MadeUpCompany;

/** Who is in the company when the look-alike begins. */
@FunctionalInterface
public interface Population {

	/** The company's name and nobody else. */
	Population NOBODY = (company) -> {
	};

	/** People made up; the same for the same seed. */
	static Population seeded(int members, int departments, long seed) {
		return (company) -> MadeUpCompany.make(members, departments, seed, company::put, company::put);
	}

	/** Fills a company that has its root only. */
	void settle(Settlement company);

}
