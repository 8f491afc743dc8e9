package dev.rollcall.plan;

import dev.rollcall.plan.DeleteLimit.Breach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Where exactly a plan begins to delete too much. */
class DeleteLimitTests {

	@Test
	void holdsAboveTheCountHoweverSmallTheShare() {
		assertThat(DeleteLimit.DEFAULT.breach(50, 1_000_000)).isNull();
		assertThat(DeleteLimit.DEFAULT.breach(51, 1_000_000)).isEqualTo(new Breach(51, 1_000_000, 0.0051, true, false));
	}

	@Test
	void holdsAboveThePercentageHoweverFewTheyAre() {
		assertThat(DeleteLimit.DEFAULT.breach(20, 100)).isNull();
		assertThat(DeleteLimit.DEFAULT.breach(21, 100)).isEqualTo(new Breach(21, 100, 21, false, true));
		assertThat(DeleteLimit.DEFAULT.breach(20, 99)).isNotNull();
	}

	@Test
	void measuresNoPercentageUpToTheFloor() {
		assertThat(DeleteLimit.DEFAULT.breach(5, 5)).isNull();
		assertThat(DeleteLimit.DEFAULT.breach(6, 7)).isNotNull();
	}

	@Test
	void holdsAnyDeletionWhenNoneIsAllowed() {
		DeleteLimit none = new DeleteLimit(0, 0, 0);
		assertThat(none.breach(0, 10)).isNull();
		assertThat(none.breach(1, 1_000_000)).isNotNull();
		assertThat(new DeleteLimit(0, 100, 50).breach(1, 100)).as("by count alone").isNotNull();
		assertThat(new DeleteLimit(100, 0, 0).breach(1, 1_000_000)).as("by percentage alone").isNotNull();
	}

	@Test
	void saysByBothWhenBothArePassed() {
		assertThat(DeleteLimit.DEFAULT.breach(100, 100)).isEqualTo(new Breach(100, 100, 100, true, true));
	}

	@Test
	void hasNothingToMeasureInAnEmptyDirectory() {
		assertThat(DeleteLimit.DEFAULT.breach(0, 0)).isNull();
	}

}
