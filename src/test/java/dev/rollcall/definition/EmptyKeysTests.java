package dev.rollcall.definition;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Keys that would be dropped in silence. */
class EmptyKeysTests {

	@Test
	void areToldWithTheirPlaces() {
		String yaml = """
				scope: {}
				target:
				  groups: { 研发部: {} }
				ignore:
				  - {fields: [a]}
				  - {}
				""";
		assertThat(EmptyKeys.of(yaml, "job.yaml")).extracting(Fault::place, Fault::key, (fault) -> fault.text().code())
			.containsExactly(tuple("job.yaml:1", "scope", "definition.empty"),
					tuple("job.yaml:3", "target.groups.研发部", "definition.empty"),
					tuple("job.yaml:6", "ignore[1]", "definition.empty"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a: 1", "a:", "a: []", "a: [", "a: '{}'", "# a: {}\nb: 1" })
	void areNoneWhereSomethingElseStands(String yaml) {
		assertThat(EmptyKeys.of(yaml, "job.yaml")).isEmpty();
	}

}
