package dev.rollcall.connector.wecom.write;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

/**
 * What WeCom takes in one field.
 *
 * @param least how long a value is at least, if there is one
 * @param most how long it is at most
 * @param unit what is counted
 * @param allowed what it must look like
 * @param words the same for people
 */
record TextRule(int least, int most, Unit unit, Pattern allowed, String words) {

	private static final Pattern ANYTHING = Pattern.compile(".*", Pattern.DOTALL);

	/** What WeCom counts, which is not the same for all fields. */
	enum Unit {

		CHARACTERS, BYTES

	}

	static TextRule characters(int most) {
		return new TextRule(1, most, Unit.CHARACTERS, ANYTHING, "");
	}

	static TextRule bytes(int least, int most) {
		return new TextRule(least, most, Unit.BYTES, ANYTHING, "");
	}

	/** The same where not every value will do. */
	TextRule like(String pattern, String description) {
		return new TextRule(this.least, this.most, this.unit, Pattern.compile(pattern), description);
	}

	/**
	 * What is wrong with a value that is not empty; null when nothing is. Says how long
	 * it is rather than what it is, for it may be personal.
	 */
	@Nullable Message objection(String field, String value) {
		int length = switch (this.unit) {
			case CHARACTERS -> value.codePointCount(0, value.length());
			case BYTES -> value.getBytes(StandardCharsets.UTF_8).length;
		};
		if (length < this.least || length > this.most) {
			String code = switch (this.unit) {
				case CHARACTERS -> "wecom.rule.characters";
				case BYTES -> "wecom.rule.bytes";
			};
			return Message.of(code, field, length, this.least, this.most);
		}
		return this.allowed.matcher(value).matches() ? null : Message.of("wecom.rule.content", field, this.words);
	}

}
