package dev.rollcall.connector.jdbc;

import java.util.List;

import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Departments of members, gathered row by row. */
class MembershipsTests {

	private final Memberships memberships = new Memberships();

	@ParameterizedTest
	@ValueSource(longs = { 1, 7, (1 << 20) - 1, 1 << 20, 1L << 40, Long.MAX_VALUE, -5 })
	void thoseOfOneDepartmentShareTheirPlacements(long department) {
		this.memberships.add(department, 0, false);
		Placements one = this.memberships.take(department);
		this.memberships.add(department, 0, false);
		assertThat(this.memberships.take(department)).isSameAs(one);
		assertThat(one.main()).isEqualTo(Long.toString(department));
		assertThat(one.list()).containsExactly(new Placement(Long.toString(department), 0L, false));
	}

	@Test
	void rankLeadAndFurtherDepartmentsAreKept() {
		this.memberships.add(3, 0, false);
		this.memberships.add(1L << 33, 9, true);
		Placements placements = this.memberships.take(3);
		assertThat(placements.main()).isEqualTo("3");
		assertThat(placements.list()).containsExactly(new Placement("3", 0L, false),
				new Placement("8589934592", 9L, true));
		this.memberships.add(3, 4, true);
		assertThat(this.memberships.take(3).list()).containsExactly(new Placement("3", 4L, true));
	}

	@Test
	void whoIsInNoneOrHasAnotherMainOneIsToldSo() {
		assertThat(this.memberships.take(0)).isEqualTo(new Placements(List.of(), null));
		this.memberships.add(2, 0, false);
		assertThat(this.memberships.take(0)).isEqualTo(new Placements(List.of(new Placement("2", 0L, false)), null));
		this.memberships.add(2, 0, false);
		assertThat(this.memberships.take(5).main()).isEqualTo("5");
	}

}
