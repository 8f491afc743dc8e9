package dev.rollcall.cli;

import java.io.UncheckedIOException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What came back from a command.
 *
 * @param code its exit code
 * @param out what it said
 * @param err its progress and complaints
 */
record Said(int code, String out, String err) {

	private static final ObjectMapper MAPPER = new ObjectMapper()
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

	/** Makes sure of the exit code, and that nothing was said but words. */
	Said ending(int expected) {
		assertThat(this.code).as("exit code; out: %s; err: %s", this.out, this.err).isEqualTo(expected);
		assertThat(this.out + this.err).doesNotContain("\tat ", "Exception", "Error:", "java.", "dev.rollcall");
		assertThat(this.out.startsWith("{") || this.out.startsWith("[") ? this.err : this.out + this.err)
			.doesNotContain("null")
			.doesNotContainPattern(
					"(?<!applications\\.)\\b(cli|definition|excel|jdbc|job|notice|outcome|plan|report|staging|wecom)\\.[a-z]");
		return this;
	}

	/** Standard output, which has to be JSON and nothing else. */
	JsonNode json() {
		try {
			return MAPPER.readTree(this.out);
		}
		catch (JsonProcessingException ex) {
			throw new UncheckedIOException(this.out, ex);
		}
	}

}
