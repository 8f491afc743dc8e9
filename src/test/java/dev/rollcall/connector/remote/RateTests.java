package dev.rollcall.connector.remote;

import java.time.Duration;

import dev.rollcall.connector.SettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RateTests {

	@Test
	void waitsAnHourWhereverTheBudgetOfOneIsUsedUp() {
		Rate rate = Rate.of(10, 200);
		assertThat(rate.atBest(0)).isZero();
		assertThat(rate.atBest(200)).isEqualTo(Duration.ofMinutes(20));
		assertThat(rate.atBest(210)).isEqualTo(Duration.ofMinutes(61));
	}

	@Test
	void isNeverFasterThanItsShortestSpan() {
		assertThat(Rate.perSecond(20).atBest(2000)).isEqualTo(Duration.ofSeconds(100));
		assertThat(new Rate(1, 60, 36_000).atBest(36_000)).isEqualTo(Duration.ofHours(10));
	}

	@ParameterizedTest
	@CsvSource({ "0,0,0", "-1,0,0", "10,9,0", "10,0,9", "0,10,9" })
	void refusesWhatMakesNoSense(int second, int minute, int hour) {
		assertThatExceptionOfType(SettingsException.class).isThrownBy(() -> new Rate(second, minute, hour))
			.matches((failure) -> failure.text().code().equals("remote.settings.rate"));
	}

}
