package dev.rollcall.sandbox.wecom;

/** Who is in the company when the look-alike begins. */
@FunctionalInterface
public interface Population {

	/** The company's name and nobody else. */
	Population NOBODY = (company) -> {
	};

	/** People made up; the same for the same seed. */
	static Population seeded(int members, int departments, long seed) {
		return new SeededPopulation(members, departments, seed)::settle;
	}

	/** Fills a company that has its root only. */
	void settle(Settlement company);

}
