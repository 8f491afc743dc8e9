package dev.rollcall.plan;

import dev.rollcall.directory.EntryKind;
import dev.rollcall.plan.Limit.Bound;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Where exactly a plan begins to change too much. */
class LimitTests {

	private static final Limit DELETIONS = Limits.DEFAULT.of(EntryKind.MEMBER, ChangeKind.DELETE);

	@ParameterizedTest
	@CsvSource({ "50, 1000000", "51, 1000000", "51, 255", "500, 2500", "50, 63", "5, 5", "5, 1", "0, 0", "0, 100" })
	void letsThrough(long changes, long held) {
		assertThat(DELETIONS.passed(changes, held)).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "51, 254, PERCENT", "500, 2499, PERCENT", "50, 62, SMALL_PERCENT", "6, 7, SMALL_PERCENT",
			"501, 1000000, CAP", "501, 501, CAP" })
	void holds(long changes, long held, Bound passed) {
		assertThat(DELETIONS.passed(changes, held)).isEqualTo(passed);
	}

	/** A fifth of 120,000 is a town: that is why there is a cap. */
	@Test
	void ofAHundredAndTwentyThousandPeopleOnlySoManyPassAsThereAreInTheCap() {
		assertThat(DELETIONS.passed(500, 120_000)).isNull();
		assertThat(DELETIONS.passed(501, 120_000)).isEqualTo(Bound.CAP);
		assertThat(DELETIONS.withCap(Limit.NO_CAP).passed(24_000, 120_000)).as("by percentage alone").isNull();
	}

	@Test
	void holdsAnyChangeWhenNoneIsAllowed() {
		Limit none = new Limit(0, 0, 0, 0, Limit.NO_CAP);
		assertThat(none.passed(0, 10)).isNull();
		assertThat(none.passed(1, 1_000_000)).isEqualTo(Bound.PERCENT);
		assertThat(new Limit(50, 100, 100, 5, 0).passed(1, 1_000_000)).isEqualTo(Bound.CAP);
	}

	@Test
	void ofNobodyAtAllThereIsNoShareButStillANumber() {
		assertThat(DELETIONS.passed(500, 0)).isNull();
		assertThat(DELETIONS.passed(501, 0)).isEqualTo(Bound.CAP);
	}

}
