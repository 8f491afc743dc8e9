package dev.rollcall.compare;

import java.util.List;
import java.util.Set;

import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Departments, main department, order and leader flags: each for itself. */
class PlacementComparisonTests {

	private static final Placements HELD = new Placements(
			List.of(new Placement("a", 1L, true), new Placement("b", 2L, false)), "a");

	@Test
	void whatIsTheSameDiffersInNothingInWhateverOrderItIsListed() {
		Placements listed = new Placements(List.of(new Placement("b", 2L, false), new Placement("a", 1L, true)), "a");
		assertDiffers(compare(listed), false, false, false, false);
	}

	@Test
	void eachDiffersForItself() {
		assertDiffers(compare(placements("a", a(1L, true), b(2L, false), new Placement("c", null, null))), true, false,
				false, false);
		assertDiffers(compare(placements("b", a(1L, true), b(2L, false))), false, true, false, false);
		assertDiffers(compare(placements("a", a(9L, true), b(2L, false))), false, false, true, false);
		assertDiffers(compare(placements("a", a(1L, true), b(2L, true))), false, false, false, true);
	}

	@Test
	void onlyTheSetAndTheMainDepartmentMakeAMove() {
		assertThat(compare(placements("a", a(9L, false), b(8L, true))).moves()).isFalse();
		assertThat(compare(placements("b", a(1L, true), b(2L, false))).moves()).isTrue();
		assertThat(compare(placements("a", a(1L, true))).moves()).isTrue();
	}

	@Test
	void whatTheSourceDoesNotKnowIsTakenOver() {
		PlacementComparison all = PlacementComparison.of(null, HELD, Ignored.NOTHING);
		assertDiffers(all, false, false, false, false);
		assertThat(all.after()).isEqualTo(HELD);
		PlacementComparison some = compare(placements(null, Placement.in("a"), Placement.in("b")));
		assertDiffers(some, false, false, false, false);
		assertThat(some.after()).isEqualTo(HELD);
		assertThat(compare(placements(null, Placement.in("a"), Placement.in("c"))).after())
			.isEqualTo(placements("a", a(1L, true), Placement.in("c")));
	}

	@Test
	void whatTheTargetDoesNotShowIsNoDifference() {
		Placements silent = placements(null, Placement.in("a"), Placement.in("b"));
		PlacementComparison compared = PlacementComparison.of(HELD, silent, Ignored.NOTHING);
		assertDiffers(compared, false, false, false, false);
	}

	@Test
	void theMainDepartmentIsAlwaysOneOfThose() {
		assertThat(compare(placements("elsewhere", a(1L, true), b(2L, false))).after().main()).isEqualTo("a");
		assertThat(compare(placements(null, b(2L, false))).after().main()).as("the former one is left").isEqualTo("b");
		assertThat(compare(placements(null)).after().main()).isNull();
	}

	@Test
	void ignoringOneLeavesTheOthersToTheSource() {
		Placements wanted = placements("c", a(9L, false), new Placement("c", 3L, true));
		PlacementComparison departments = compare(wanted, "departments");
		assertThat(departments.after()).isEqualTo(placements("a", a(9L, false), b(2L, false)));
		assertDiffers(departments, false, false, true, true);
		assertThat(compare(wanted, "main_department").after())
			.isEqualTo(placements("a", a(9L, false), new Placement("c", 3L, true)));
		assertThat(compare(wanted, "order").after())
			.isEqualTo(placements("c", a(1L, false), new Placement("c", null, true)));
		assertThat(compare(wanted, "leader").after())
			.isEqualTo(placements("c", a(9L, true), new Placement("c", 3L, null)));
		assertThat(PlacementComparison.of(wanted, HELD, new Ignored(true, Set.of())).after()).isEqualTo(HELD);
	}

	@Test
	void whoIsCreatedGetsNothingThatIsIgnored() {
		assertThat(created()).isEqualTo(HELD);
		assertThat(created("departments")).isNull();
		assertThat(created("main_department")).isEqualTo(placements(null, a(1L, true), b(2L, false)));
		assertThat(created("order")).isEqualTo(placements("a", a(null, true), b(null, false)));
		assertThat(created("leader")).isEqualTo(placements("a", a(1L, null), b(2L, null)));
		assertThat(PlacementComparison.created(null, Ignored.NOTHING)).isNull();
	}

	private static Placements created(String... ignored) {
		return PlacementComparison.created(HELD, new Ignored(false, Set.of(ignored)));
	}

	private static PlacementComparison compare(Placements desired, String... ignored) {
		return PlacementComparison.of(desired, HELD, new Ignored(false, Set.of(ignored)));
	}

	private static void assertDiffers(PlacementComparison comparison, boolean departments, boolean main, boolean order,
			boolean leader) {
		assertThat(List.of(comparison.departments(), comparison.main(), comparison.order(), comparison.leader()))
			.as("departments, main, order, leader")
			.containsExactly(departments, main, order, leader);
		assertThat(comparison.differs()).isEqualTo(departments || main || order || leader);
	}

	private static Placements placements(String main, Placement... placements) {
		return new Placements(List.of(placements), main);
	}

	private static Placement a(Long order, Boolean leader) {
		return new Placement("a", order, leader);
	}

	private static Placement b(Long order, Boolean leader) {
		return new Placement("b", order, leader);
	}

}
