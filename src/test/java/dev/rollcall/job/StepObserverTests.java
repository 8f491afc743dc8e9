package dev.rollcall.job;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.test.MetaDataInstanceFactory;

import static org.assertj.core.api.Assertions.assertThat;

class StepObserverTests {

	@Test
	void tellsWhenAStepBeginsAndEndsAndLeavesItsStatusAlone() {
		List<String> seen = new ArrayList<>();
		StepObserver observer = new StepObserver(new RunObserver() {
			@Override
			public void stepBegins(String step, long expected) {
				seen.add("begins " + step + " " + expected);
			}

			@Override
			public void stepEnds(String step) {
				seen.add("ends " + step);
			}
		});
		StepExecution step = MetaDataInstanceFactory.createStepExecution(Steps.LIMITS, 1L);
		observer.beforeStep(step);
		assertThat(observer.afterStep(step)).isNull();
		assertThat(seen).containsExactly("begins limits -1", "ends limits");
	}

}
