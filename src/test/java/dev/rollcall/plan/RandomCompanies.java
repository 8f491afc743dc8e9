package dev.rollcall.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.rollcall.plan.RandomCompany.Dept;
import dev.rollcall.plan.RandomCompany.Person;
import dev.rollcall.plan.RandomCompany.Place;
import dev.rollcall.plan.RandomCompany.Twin;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Makes random companies of so few names, mobiles and accounts that renames, moves, swaps
 * and circles are frequent.
 */
final class RandomCompanies {

	static final int DEPARTMENTS = 6;

	static final int PEOPLE = 8;

	/** Some of these differ in case or in how an accent is written. */
	private static final String[] ACCOUNTS = { "u0", "u1", "U2", "u3", "u4", "n0", "N0", "jos\u00e9", "jose\u0301" };

	private RandomCompanies() {
	}

	/** One that does not know, or knows to be empty, some of each. */
	static Arbitrary<RandomCompany> withGaps() {
		return companies(departments(true), people(true));
	}

	/** One of which all is known, and of which no name can be taken for a path. */
	static Arbitrary<RandomCompany> known() {
		return companies(departments(false), people(false));
	}

	private static Arbitrary<RandomCompany> companies(Arbitrary<Dept> departments, Arbitrary<Person> people) {
		return Combinators
			.combine(departments.injectNull(0.1).list().ofSize(DEPARTMENTS),
					people.injectNull(0.2).list().ofSize(PEOPLE), Arbitraries.of(false, true))
			.as(RandomCompany::new);
	}

	private static Arbitrary<Dept> departments(boolean separators) {
		return Combinators.combine(
				Arbitraries.frequencyOf(Tuple.of(1, Arbitraries.just(0)),
						Tuple.of(2, Arbitraries.just(Dept.BELOW_THE_LAST)), Tuple.of(1, number(DEPARTMENTS))),
				Arbitraries.frequency(Tuple.of(8, "部0"), Tuple.of(8, "部1"), Tuple.of(8, "部2"), Tuple.of(4, "部3"),
						Tuple.of(separators ? 1 : 0, "部0/部1")),
				Arbitraries.frequency(Tuple.of(12, Dept.OWN_ID), Tuple.of(1, "2"), Tuple.of(1, "3")).injectNull(0.4))
			.as(Dept::new);
	}

	private static Arbitrary<Person> people(boolean gaps) {
		return Combinators
			.combine(Arbitraries.of(ACCOUNTS).injectNull(0.8), number(2), values(gaps), places(gaps),
					Arbitraries.integers().between(gaps ? -1 : 0, 2),
					Arbitraries.frequency(Tuple.of(30, Twin.NONE), Tuple.of(1, Twin.THE_SAME),
							Tuple.of(1, Twin.ANOTHER_NAME)))
			.as((userid, announced, values, places, main, twin) -> new Person(userid, announced == 0, values, places,
					main, twin));
	}

	private static Arbitrary<Map<String, String>> values(boolean gaps) {
		return Combinators
			.combine(some(gaps, "名0", "名1", "名2"), some(gaps, "职0", "职1"), some(gaps, "1", "2", "3", "4", "5", "6"),
					some(gaps, "a@x", "b@x", "B@x", "c@x", "d@x"), some(gaps, "k0", "k1"))
			.as((name, position, mobile, email, badge) -> {
				Map<String, String> values = new HashMap<>();
				values.put("name", (name.isEmpty() && !gaps) ? "名" : name);
				values.put("position", position);
				values.put("mobile", mobile);
				values.put("email", email);
				values.put("badge", badge);
				values.values().removeIf("?"::equals);
				return values;
			});
	}

	/** One of some values, now and then nothing, and with gaps now and then unknown. */
	private static Arbitrary<String> some(boolean gaps, String... values) {
		return Arbitraries.frequencyOf(Tuple.of(8, Arbitraries.of(values)), Tuple.of(1, Arbitraries.just("")),
				Tuple.of(gaps ? 2 : 0, Arbitraries.just("?")));
	}

	private static Arbitrary<List<Place>> places(boolean gaps) {
		double unknown = gaps ? 0.2 : 0;
		return Combinators
			.combine(number(DEPARTMENTS + 1), Arbitraries.longs().between(0, 2).injectNull(unknown),
					Arbitraries.of(false, true).injectNull(unknown))
			.as(Place::new)
			.list()
			.ofMinSize(gaps ? 0 : 1)
			.ofMaxSize(3)
			.injectNull(gaps ? 0.1 : 0);
	}

	private static Arbitrary<Integer> number(int below) {
		return Arbitraries.integers().between(0, below - 1);
	}

}
