package dev.rollcall.plan;

import java.util.List;
import java.util.Set;

import dev.rollcall.compare.DepartmentKey;
import dev.rollcall.compare.EntrySelector;
import dev.rollcall.compare.IgnoreRule;
import dev.rollcall.compare.IgnoreRules;
import dev.rollcall.compare.MemberKey;
import dev.rollcall.compare.Operation;
import dev.rollcall.connector.Capabilities;
import dev.rollcall.plan.PlanRehearsal.Rules;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Makes random jobs and targets of random abilities. */
final class RandomJobs {

	static final Operations ALL = new Operations(true, true, true, true);

	static final List<String> FIELDS = List.of("name", "position", "mobile", "email", "departments", "main_department",
			"order", "leader", "parent", "userid");

	static final List<MemberKey> BY_USERID = List.of(MemberKey.USERID);

	private RandomJobs() {
	}

	static Arbitrary<Rules> jobs() {
		return Combinators
			.combine(memberKeys(), departmentKeys(), operations(),
					Arbitraries.of(UpdateMode.CHANGED, UpdateMode.OVERWRITE, UpdateMode.NEVER, UpdateMode.CHANGED),
					ignoreRules(0), Arbitraries.frequency(Tuple.of(4, true), Tuple.of(1, false)))
			.as(Rules::new);
	}

	/** Creates, updates and deletes everything, of a source that is whole. */
	static Arbitrary<Rules> thorough() {
		return Arbitraries.of(List.of(DepartmentKey.ID, DepartmentKey.PATH), List.of(DepartmentKey.PATH))
			.map((keys) -> new Rules(BY_USERID, keys, ALL, UpdateMode.CHANGED, IgnoreRules.NONE, true));
	}

	/** Does everything but what ignore rules, of which there are always some, forbid. */
	static Arbitrary<Rules> ruled() {
		return Combinators
			.combine(memberKeys(), departmentKeys(), Arbitraries.of(UpdateMode.CHANGED, UpdateMode.OVERWRITE),
					ignoreRules(1))
			.as((members, departments, update, ignore) -> new Rules(members, departments, ALL, update, ignore, true));
	}

	/**
	 * Leaves nothing to do when it has been carried out once: pairs everybody by userid
	 * and then perhaps by more, and has no ignore rules that do not hold any more
	 * afterwards, those of a place that somebody leaves and those of creation only.
	 */
	static Arbitrary<Rules> lasting() {
		return Combinators
			.combine(Arbitraries.of(BY_USERID, List.of(MemberKey.USERID, MemberKey.MOBILE)),
					Arbitraries.of(List.of(DepartmentKey.ID, DepartmentKey.PATH), List.of(DepartmentKey.PATH)),
					operations(), Arbitraries.of(UpdateMode.CHANGED, UpdateMode.OVERWRITE), ignoreRules(0),
					Arbitraries.frequency(Tuple.of(4, true), Tuple.of(1, false)))
			.as((members, departments, operations, update, ignore, whole) -> new Rules(members, departments, operations,
					update, lasting(ignore), whole));
	}

	private static IgnoreRules lasting(IgnoreRules rules) {
		return new IgnoreRules(rules.rules()
			.stream()
			.filter((rule) -> rule.entries().selectsAll() && rule.concerns(Operation.UPDATE))
			.toList());
	}

	private static Arbitrary<Operations> operations() {
		return Arbitraries.frequencyOf(Tuple.of(1, Arbitraries.just(ALL)),
				Tuple.of(1,
						Combinators
							.combine(Arbitraries.of(true, false), Arbitraries.of(true, false),
									Arbitraries.of(true, false), Arbitraries.of(true, false))
							.as((create, update, delete, departments) -> new Operations(create, update, delete,
									delete && departments))));
	}

	static Arbitrary<Capabilities> capabilities() {
		return Combinators
			.combine(Arbitraries.of(false, true), some(List.of("mobile", "position")),
					Arbitraries.of(List.of(Set.of("name")), List.of(Set.of("name"), Set.of("mobile")),
							List.of(Set.of("name"), Set.of("mobile", "email"))),
					Arbitraries.of(List.of("mobile", "email"), List.of("mobile"), List.<String>of()),
					Arbitraries.of(1, 3, 10))
			.as((custom, hidden, required, unique, batch) -> new Capabilities(custom, hidden, required, unique, batch,
					false));
	}

	/** A target that shows everything and is strict. */
	static Arbitrary<Capabilities> open() {
		return Arbitraries.of(1, 3, 10)
			.map((batch) -> new Capabilities(true, Set.of(), List.of(Set.of("name")), List.of("mobile", "email"), batch,
					false));
	}

	private static Arbitrary<List<MemberKey>> memberKeys() {
		return Arbitraries.frequency(Tuple.of(8, BY_USERID), Tuple.of(1, List.of(MemberKey.USERID, MemberKey.MOBILE)),
				Tuple.of(1, List.of(MemberKey.MOBILE)), Tuple.of(1, List.of(MemberKey.NAME)),
				Tuple.of(1, List.of(MemberKey.EMAIL, MemberKey.USERID)),
				Tuple.of(1, List.of(MemberKey.USERID, MemberKey.NAME, MemberKey.MOBILE)));
	}

	private static Arbitrary<List<DepartmentKey>> departmentKeys() {
		return Arbitraries.of(List.of(DepartmentKey.ID, DepartmentKey.PATH), List.of(DepartmentKey.PATH),
				List.of(DepartmentKey.ID), List.of(DepartmentKey.PATH, DepartmentKey.ID));
	}

	private static Arbitrary<IgnoreRules> ignoreRules(int atLeast) {
		Arbitrary<Set<String>> fields = some(FIELDS);
		Arbitrary<Set<Operation>> operations = some(List.of(Operation.values()));
		Arbitrary<EntrySelector> entries = Arbitraries.frequencyOf(Tuple.of(1, Arbitraries.just(EntrySelector.ALL)),
				Tuple.of(1,
						Combinators
							.combine(some(List.of("U0", "u1", "u2", "JOS\u00c9")),
									some(List.of("公司/部0", "公司/部1", "公司/部2/部1")).map(List::copyOf))
							.as(EntrySelector::new)));
		return Combinators.combine(fields, operations, entries)
			.as(IgnoreRule::new)
			.list()
			.ofMinSize(atLeast)
			.ofMaxSize(2)
			.map(IgnoreRules::new);
	}

	private static <T> Arbitrary<Set<T>> some(List<T> all) {
		return Arbitraries.of(all).set().ofMaxSize(2);
	}

}
