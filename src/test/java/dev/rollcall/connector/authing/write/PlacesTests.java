package dev.rollcall.connector.authing.write;

import java.util.List;

import dev.rollcall.connector.MemberChanges;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PlacesTests {

	private final MemberChanges.Refs refs = new MemberChanges.Refs();

	@Test
	void theMainDepartmentStandsInFront() {
		Places places = Places.of(new Placements(List.of(Placement.in("=1"), Placement.in("=2")), "=2"), null,
				this.refs);
		assertThat(places.mainFirst()).containsExactly("2", "1");
		assertThat(places.list()).extracting(Places.Place::department).containsExactly("1", "2");
	}

	@Test
	void moreIsWantedOnlyWhereTheCreationCannotSayIt() {
		Places one = Places.of(MemberChanges.in("=1"), null, this.refs);
		assertThat(one.wantMore(null, List.of("1"))).isFalse();
		assertThat(one.wantMore("1", null)).isFalse();
		assertThat(one.wantMore("1", List.of())).isTrue();
		Places two = Places.of(MemberChanges.in("=1", "=2"), null, this.refs);
		assertThat(two.wantMore("1", List.of("1", "2"))).isFalse();
		assertThat(two.wantMore(null, List.of("1", "2"))).isTrue();
		assertThat(two.wantMore("2", List.of("1", "2"))).isTrue();
		Places leading = Places.of(new Placements(List.of(new Placement("=1", null, true)), "=1"), null, this.refs);
		assertThat(leading.wantMore("1", List.of("1"))).isTrue();
	}

	@Test
	void whatWasLedAndIsLeftIsLedNoMore() {
		Placements before = new Placements(List.of(new Placement("=1", null, true), new Placement("=2", null, false),
				new Placement("=3", null, true), Placement.in("=4")), "=1");
		assertThat(Places.of(MemberChanges.in("=1"), before, this.refs).ledNoMore()).containsExactly("3", "4");
		assertThat(Places.of(MemberChanges.in("=1"), null, this.refs).ledNoMore()).isEmpty();
	}

}
