package dev.rollcall.plan;

import java.util.Objects;

import dev.rollcall.compare.DepartmentConflict;
import dev.rollcall.connector.memory.MemoryDirectory;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import static org.assertj.core.api.Assertions.assertThat;

/** What nothing is known of, what several claim and what is withheld stays as it was. */
class RandomUntouchedTests {

	@Property
	void whatTheSourceDoesNotKnowStaysAsItWas(@ForAll(supplier = RandomScenarios.Any.class) RandomScenario scenario) {
		MemoryDirectory target = scenario.target();
		DirectoryState before = DirectoryState.of(target);
		PlanRehearsal plan = scenario.plan(target);
		plan.apply();
		DirectoryState after = DirectoryState.of(target);
		plan.matched().pairs().forEach((existing, desired) -> {
			Member held = before.members().get(existing.ref());
			Member now = after.members().get(DirectoryState.refNow(existing.ref(), target.applied()));
			assertThat(now).as("%s", existing).isNotNull();
			assertUnknownStays(desired, held, now);
		});
	}

	@Property
	void whomSeveralClaimStaysAsHeWas(@ForAll(supplier = RandomScenarios.Any.class) RandomScenario scenario) {
		MemoryDirectory target = scenario.target();
		DirectoryState before = DirectoryState.of(target);
		PlanRehearsal plan = scenario.plan(target);
		plan.apply();
		DirectoryState after = DirectoryState.of(target);
		for (Member claimed : plan.matched().conflicting()) {
			assertThat(after.members().get(claimed.ref())).isEqualTo(before.members().get(claimed.ref()));
		}
		for (DepartmentConflict conflict : plan.departments().conflicts()) {
			for (Department claimed : conflict.existing()) {
				assertThat(after.departments().get(claimed.ref())).isEqualTo(claimed);
			}
		}
	}

	@Property
	void whatIsWithheldIsNotDone(@ForAll(supplier = RandomScenarios.Any.class) RandomScenario scenario) {
		MemoryDirectory target = scenario.target();
		DirectoryState before = DirectoryState.of(target);
		PlanRehearsal plan = scenario.plan(target);
		plan.apply();
		DirectoryState after = DirectoryState.of(target);
		for (Change withheld : plan.withheld()) {
			if (withheld.ref() == null) {
				assertThat(target.applied()).extracting(Change::after).doesNotContain(withheld.after());
			}
			else if (withheld.entry() == EntryKind.MEMBER) {
				assertThat(after.members().get(withheld.ref())).isEqualTo(before.members().get(withheld.ref()));
			}
			else {
				assertThat(after.departments().get(withheld.ref())).isEqualTo(before.departments().get(withheld.ref()));
			}
		}
	}

	private static void assertUnknownStays(Member desired, Member held, Member now) {
		for (String field : RandomCompany.SCHEMA.names()) {
			if (desired.fields().value(field) == null) {
				assertThat(now.fields().value(field)).as(field).isEqualTo(held.fields().value(field));
			}
		}
		Placements wanted = desired.placements();
		if (wanted == null) {
			assertThat(now.placements()).isEqualTo(held.placements());
		}
		else if (held.placements() != null) {
			assertStandingStays(wanted, held.placements(), Objects.requireNonNull(now.placements()));
		}
	}

	/** Where nobody's weight or flag is known, those that are there stay. */
	private static void assertStandingStays(Placements wanted, Placements held, Placements now) {
		boolean orderKnown = wanted.list().stream().anyMatch((place) -> place.order() != null);
		boolean leaderKnown = wanted.list().stream().anyMatch((place) -> place.leader() != null);
		for (Placement place : now.list()) {
			Placement was = held.in(place.department());
			if (was != null && was.order() != null && !orderKnown) {
				assertThat(place.order()).isEqualTo(was.order());
			}
			if (was != null && was.leader() != null && !leaderKnown) {
				assertThat(place.leader()).isEqualTo(was.leader());
			}
		}
		if (wanted.main() == null && held.main() != null && now.in(held.main()) != null) {
			assertThat(now.main()).isEqualTo(held.main());
		}
	}

}
