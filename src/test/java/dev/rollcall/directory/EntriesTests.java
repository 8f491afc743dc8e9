package dev.rollcall.directory;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** The small values that entries are made of. */
class EntriesTests {

	private static final Schema SCHEMA = Schema.of("name", "mobile");

	private static final Placements HERE = new Placements(List.of(new Placement("1", 5L, true), Placement.in("2")),
			"1");

	@Test
	void aMemberSaysTheSameWhereverItWasRead() {
		Member member = member("a", null, "甲", HERE, 1);
		assertThat(member.saysTheSameAs(member("a", null, "甲", HERE, 99))).isTrue();
		assertThat(member.saysTheSameAs(member("A", null, "甲", HERE, 1))).as("written otherwise").isFalse();
		assertThat(member.saysTheSameAs(member("a", "old", "甲", HERE, 1))).isFalse();
		assertThat(member.saysTheSameAs(member("a", null, "乙", HERE, 1))).isFalse();
		assertThat(member.saysTheSameAs(member("a", null, "甲", null, 1))).isFalse();
	}

	@Test
	void placementsAreFoundAndRenamedWithTheirMainDepartment() {
		assertThat(HERE.in("1")).isEqualTo(new Placement("1", 5L, true));
		assertThat(HERE.in("3")).isNull();
		assertThat(HERE.map((ref) -> "=" + ref))
			.isEqualTo(new Placements(List.of(new Placement("=1", 5L, true), Placement.in("=2")), "=1"));
		assertThat(new Placements(List.of(), null).map((ref) -> "=" + ref)).isEqualTo(new Placements(List.of(), null));
	}

	@Test
	void aSchemaHasEveryNameOnce() {
		assertThatIllegalArgumentException().isThrownBy(() -> Schema.of("a", "b", "a")).withMessageContaining("a");
		assertThat(SCHEMA.with(List.of("mobile", "x", "x", "name", "y")).names()).containsExactly("name", "mobile", "x",
				"y");
		assertThat(SCHEMA.with(List.of("mobile"))).isSameAs(SCHEMA);
		assertThat(SCHEMA.position("mobile")).isOne();
		assertThat(SCHEMA.position("x")).isEqualTo(-1);
		assertThat(SCHEMA).isEqualTo(Schema.of(List.of("name", "mobile"))).isNotEqualTo(Schema.of("mobile", "name"));
	}

	@Test
	void aSnapshotIsProvedWholeWhenNothingCouldBeMissing() {
		assertThat(new Completeness(List.of()).proved()).isTrue();
		assertThat(new Completeness(List.of(Message.of("gap"))).proved()).isFalse();
	}

	@Test
	void aFindingKeepsNoMoreOfAValueThanItMustAndNoHalfCharacter() {
		assertThat(finding("x".repeat(500)).value()).hasSize(Finding.MAX_VALUE);
		assertThat(finding("x".repeat(200)).value()).hasSize(200);
		String cut = finding("x".repeat(199) + "𠮷𠮷").value();
		assertThat(cut).isEqualTo("x".repeat(199) + "𠮷");
		assertThat(finding("𠮷".repeat(300)).value().codePoints()).allMatch((c) -> c == "𠮷".codePointAt(0))
			.hasSizeBetween(100, Finding.MAX_VALUE);
	}

	@Test
	void originsAreInTheOrderOfTheFile() {
		assertThat(List.of(new Origin(1, 1), new Origin(0, 9), new Origin(0, 2)).stream().sorted())
			.containsExactly(new Origin(0, 2), new Origin(0, 9), new Origin(1, 1));
	}

	private static Finding finding(String value) {
		return new Finding(Finding.Severity.REJECTED, new Origin(0, 1), "", value, Message.of("why"), null);
	}

	private static Member member(String userid, String former, String name, Placements placements, int row) {
		return new Member("ref", userid, former, Fields.of(SCHEMA, Map.of("name", name)), placements,
				new Origin(0, row));
	}

}
