package dev.rollcall.plan;

import java.util.List;

import dev.rollcall.directory.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** When a directory that was read to its end is not taken for whole. */
class GapsTests {

	@ParameterizedTest
	@CsvSource({ "50, 100", "6, 10", "0, 4", "1, 5", "300, 100", "0, 0" })
	void aSourceMayHoldLess(long now, long before) {
		assertThat(Gaps.shrunk(null, now, new Gaps.Before(7, 0, before))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "49, 100", "4, 9", "0, 5", "59999, 120000" })
	void aSourceThatHoldsLessThanHalfIsNotBelieved(long now, long before) {
		List<Message> gaps = Gaps.shrunk(null, now, new Gaps.Before(7, 0, before));
		assertThat(gaps).containsExactly(Message.of("plan.gap.shrunk-members", now, before, 7));
		assertThat(gaps).allMatch(Gaps::isShrunk);
	}

	@Test
	void departmentsCountOnlyWhereTheSourceTellsThemItself() {
		Gaps.Before before = new Gaps.Before(7, 40, 100);
		assertThat(Gaps.shrunk(19L, 100, before)).containsExactly(Message.of("plan.gap.shrunk-departments", 19, 40, 7));
		assertThat(Gaps.shrunk(null, 100, before)).isEmpty();
		assertThat(Gaps.shrunk(1L, 1, before)).hasSize(2).allMatch(Gaps::isShrunk);
	}

	@Test
	void nothingIsLessThanWhatIsNotKnown() {
		assertThat(Gaps.shrunk(0L, 0, null)).isEmpty();
	}

	@Test
	void whatWasReadIsWhatTheDirectorySaysItHolds() {
		assertThat(Gaps.claimed(3, 100, 3, 100)).isEmpty();
		assertThat(Gaps.claimed(3, 100, -1, -1)).as("it does not say").isEmpty();
		assertThat(Gaps.claimed(3, 99, 4, 100)).containsExactly(Message.of("plan.gap.claimed-members", 99, 100),
				Message.of("plan.gap.claimed-departments", 3, 4));
		assertThat(Gaps.claimed(0, 101, -1, 100)).as("more is not whole either")
			.containsExactly(Message.of("plan.gap.claimed-members", 101, 100));
		assertThat(Gaps.claimed(3, 99, -1, 100)).noneMatch(Gaps::isShrunk);
	}

}
