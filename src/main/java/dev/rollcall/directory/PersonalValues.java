package dev.rollcall.directory;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The personal values of some entries, and texts in which they are covered: what a
 * directory says of a value that it refuses must not carry that to where it does not
 * belong.
 */
public final class PersonalValues {

	private static final String COVER = "***";

	/**
	 * Shorter ones would be found everywhere; and they tell nothing.
	 */
	private static final int MIN = 4;

	private static final Pattern LIKELY = Pattern
		.compile("[^\\s@'\"(,;:=<>]+@[^\\s@'\"),;:=<>]+|\\+?\\d[\\d -]{5,}\\d");

	/** The longest first, for a short one can be a part of it. */
	private final List<String> values;

	private PersonalValues(Collection<String> values) {
		this.values = values.stream()
			.filter((value) -> value.length() >= MIN)
			.sorted(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()))
			.toList();
	}

	/** The personal values that some entries hold; null ones hold none. */
	public static PersonalValues of(Collection<? extends @Nullable Entry> entries) {
		Set<String> values = new TreeSet<>();
		for (Entry entry : entries) {
			if (entry != null) {
				Fields fields = entry.fields();
				FieldNames.PERSONAL.stream()
					.filter(fields.schema().names()::contains)
					.map(fields::value)
					.filter(Objects::nonNull)
					.forEach(values::add);
			}
		}
		return new PersonalValues(values);
	}

	/** A text without these values. */
	public String coveredIn(String text) {
		String covered = text;
		for (String value : this.values) {
			covered = Pattern.compile(value, Pattern.LITERAL | Pattern.CASE_INSENSITIVE)
				.matcher(covered)
				.replaceAll((found) -> Matcher.quoteReplacement(masked(found.group())));
		}
		return covered;
	}

	/** A message without these values. */
	public Message coveredIn(Message message) {
		return new Message(message.code(), message.arguments().stream().map(this::coveredIn).toList());
	}

	/**
	 * A text of which nobody knows what it is about, without what looks like a mobile or
	 * a mail address.
	 */
	public static String coveredIfLikely(String text) {
		return LIKELY.matcher(text).replaceAll((found) -> Matcher.quoteReplacement(masked(found.group())));
	}

	/** Enough to recognise a value that one knows, too little to learn one. */
	public static String masked(String value) {
		int at = value.indexOf('@');
		if (at > 0) {
			return value.substring(0, 1) + COVER + value.substring(at);
		}
		int length = value.codePointCount(0, value.length());
		if (length < 8) {
			return COVER;
		}
		return value.substring(0, value.offsetByCodePoints(0, 3)) + COVER
				+ value.substring(value.offsetByCodePoints(0, length - 2));
	}

}
