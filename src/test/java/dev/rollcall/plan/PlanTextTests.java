package dev.rollcall.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import dev.rollcall.connector.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every text in {@code src/test/resources/plans} says what is to be planned of it. */
class PlanTextTests {

	private static final Path PLANS = Path.of("src/test/resources/plans");

	static Stream<Path> texts() throws IOException {
		try (Stream<Path> files = Files.list(PLANS)) {
			return List.copyOf(files.sorted().toList()).stream();
		}
	}

	@ParameterizedTest
	@MethodSource("texts")
	void plansWhatTheTextSays(Path file) throws IOException {
		PlanText text = PlanText.read(file);
		assertThat(PlanText.lines(text.rehearse())).isEqualTo(text.expected());
	}

	@ParameterizedTest
	@MethodSource("texts")
	void canBeCarriedOutInTheOrderOfThePlan(Path file) throws IOException {
		PlanRehearsal plan = PlanText.read(file).rehearse();
		assertThat(plan.apply()).extracting(Outcome::state).allMatch((state) -> state == Outcome.State.DONE);
	}

}
