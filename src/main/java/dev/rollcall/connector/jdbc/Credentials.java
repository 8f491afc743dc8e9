package dev.rollcall.connector.jdbc;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Who connects, and texts in which that is covered: drivers like to repeat it. */
final class Credentials {

	private static final String COVER = "***";

	private final @Nullable String username;

	private final @Nullable String password;

	Credentials(@Nullable String username, @Nullable String password) {
		this.username = username;
		this.password = password;
	}

	/** What a driver has said. */
	String coveredIn(@Nullable Throwable failure) {
		String words = String.valueOf((failure != null) ? failure.getMessage() : null);
		return cover(cover(words, this.password), this.username);
	}

	/** Only whole words: a short name is a part of many others. */
	private static String cover(String words, @Nullable String secret) {
		if (secret == null || secret.isEmpty()) {
			return words;
		}
		return Pattern
			.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(secret) + "(?![\\p{L}\\p{N}])", Pattern.CASE_INSENSITIVE)
			.matcher(words)
			.replaceAll(Matcher.quoteReplacement(COVER));
	}

}
