package dev.rollcall.sandbox.authing;

import java.util.List;

import dev.rollcall.directory.Department;
import dev.rollcall.directory.Member;
import dev.rollcall.sandbox.people.MadeUpCompany;

/** Who is in the pool when the look-alike begins. */
@FunctionalInterface
public interface Population {

	/** An organisation without departments, and nobody. */
	Population NOBODY = (pool) -> {
	};

	/** People made up; the same for the same seed. */
	static Population seeded(int users, int departments, long seed) {
		return (pool) -> MadeUpCompany.make(users, departments, seed, pool::put, pool::put);
	}

	/** People from elsewhere; departments above before those below. */
	static Population of(List<Department> departments, List<Member> members) {
		return (pool) -> {
			pool.departments(departments);
			pool.members(members);
		};
	}

	/** Fills a pool that has an organisation and nothing else. */
	void settle(Settlement pool);

}
