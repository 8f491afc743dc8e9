package dev.rollcall.connector.excel.message;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

public class ExcelMessageTests {

	private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)\\}");

	@ParameterizedTest
	@ValueSource(strings = { "messages.properties", "messages_zh.properties" })
	void hasASentenceForEveryCodeAndNoOther(String bundle) throws IOException {
		assertThat(sentences(bundle).stringPropertyNames())
			.containsExactlyInAnyOrderElementsOf(Arrays.stream(ExcelMessage.values()).map(ExcelMessage::code).toList());
	}

	@ParameterizedTest
	@ValueSource(strings = { "messages.properties", "messages_zh.properties" })
	void usesEveryArgumentInEverySentence(String bundle) throws IOException {
		Properties sentences = sentences(bundle);
		for (ExcelMessage message : ExcelMessage.values()) {
			String sentence = sentences.getProperty(message.code());
			var used = ARGUMENT.matcher(sentence)
				.results()
				.map((found) -> Integer.valueOf(found.group(1)))
				.collect(Collectors.toCollection(TreeSet::new));
			assertThat(used).as(message.code())
				.containsExactlyElementsOf(IntStream.range(0, message.arguments()).boxed().toList());
			assertThat(sentence).as(message.code()).doesNotContain("'");
			Object[] values = IntStream.range(0, message.arguments()).mapToObj((i) -> "<" + i + ">").toArray();
			assertThat(MessageFormat.format(sentence, values)).as(message.code()).doesNotContain("{", "}");
		}
	}

	@Test
	void takesAsManyArgumentsAsItsSentence() {
		assertThat(ExcelMessage.NAME_LONG.of(70, 64).arguments()).containsExactly("70", "64");
		assertThatIllegalArgumentException().isThrownBy(() -> ExcelMessage.NAME_LONG.of(70));
	}

	/** All sentences of a bundle. */
	public static Properties sentences(String bundle) throws IOException {
		Properties sentences = new Properties();
		try (InputStream in = Objects
			.requireNonNull(ExcelMessage.class.getResourceAsStream("/dev/rollcall/connector/excel/" + bundle))) {
			sentences.load(new InputStreamReader(in, StandardCharsets.UTF_8));
		}
		return sentences;
	}

}
