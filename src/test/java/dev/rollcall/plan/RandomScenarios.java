package dev.rollcall.plan;

import java.util.ArrayList;
import java.util.List;

import dev.rollcall.connector.Capabilities;
import dev.rollcall.plan.PlanRehearsal.Rules;
import dev.rollcall.plan.RandomCompany.Kind;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Makes random directories in pairs, and jobs between them. */
public final class RandomScenarios {

	/** Two companies that have something in common. */
	private record Pair(RandomCompany ours, RandomCompany theirs) {

		/**
		 * Takes some entries of the one over into the other.
		 * @param other which ones stay as they are
		 */
		static Pair of(RandomCompany ours, RandomCompany theirs, List<Boolean> other) {
			return new Pair(ours,
					new RandomCompany(
							mixed(ours.departments(), theirs.departments(), other), mixed(ours.people(),
									theirs.people(), other.subList(RandomCompanies.DEPARTMENTS, other.size())),
							theirs.upsideDown()));
		}

		private static <T> List<T> mixed(List<T> ours, List<T> theirs, List<Boolean> other) {
			List<T> mixed = new ArrayList<>();
			for (int i = 0; i < ours.size(); i++) {
				mixed.add(other.get(i) ? theirs.get(i) : ours.get(i));
			}
			return mixed;
		}

	}

	private RandomScenarios() {
	}

	private static Arbitrary<RandomScenario> scenarios(Arbitrary<RandomCompany> companies, Arbitrary<Kind> kinds,
			Arbitrary<Capabilities> capabilities, Arbitrary<Rules> jobs) {
		Arbitrary<Pair> pairs = Combinators
			.combine(companies, companies,
					Arbitraries.of(false, true).list().ofSize(RandomCompanies.DEPARTMENTS + RandomCompanies.PEOPLE))
			.as(Pair::of);
		return Combinators.combine(pairs, kinds, capabilities, jobs)
			.as((pair, kind, target, job) -> new RandomScenario(pair.ours(), kind, pair.theirs(), target, job));
	}

	/** Anything at all. */
	public static final class Any implements ArbitrarySupplier<RandomScenario> {

		@Override
		public Arbitrary<RandomScenario> get() {
			return scenarios(RandomCompanies.withGaps(),
					Arbitraries.frequency(Tuple.of(2, Kind.TIDY_SOURCE), Tuple.of(1, Kind.SOURCE)),
					RandomJobs.capabilities(), RandomJobs.jobs());
		}

	}

	/** Mostly such that there is nothing left to do once a plan is carried out. */
	public static final class Lasting implements ArbitrarySupplier<RandomScenario> {

		@Override
		public Arbitrary<RandomScenario> get() {
			return scenarios(RandomCompanies.withGaps(), Arbitraries.just(Kind.TIDY_SOURCE), RandomJobs.capabilities(),
					RandomJobs.lasting());
		}

	}

	/** Anything, but of a job that may do all that no ignore rule forbids. */
	public static final class Ruled implements ArbitrarySupplier<RandomScenario> {

		@Override
		public Arbitrary<RandomScenario> get() {
			return scenarios(RandomCompanies.withGaps(), Arbitraries.just(Kind.TIDY_SOURCE), RandomJobs.capabilities(),
					RandomJobs.ruled());
		}

	}

	/**
	 * A source of which all is known and that is whole and tidy, a target that shows
	 * everything, and a job that may do everything: nothing may go wrong.
	 */
	public static final class Exact implements ArbitrarySupplier<RandomScenario> {

		@Override
		public Arbitrary<RandomScenario> get() {
			return scenarios(RandomCompanies.known(), Arbitraries.just(Kind.TIDY_SOURCE), RandomJobs.open(),
					RandomJobs.thorough());
		}

	}

}
