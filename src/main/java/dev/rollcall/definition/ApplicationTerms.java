package dev.rollcall.definition;

import java.time.Duration;
import java.util.List;

import dev.rollcall.notice.Channel;
import org.jspecify.annotations.Nullable;

/**
 * How members apply who are not meant to have an account otherwise.
 *
 * @param valid how long something can be decided
 * @param channels by what administrators are told, each of them tried; none at all where
 * the job names none
 * @param link where they decide, with {@value #TOKEN} in it; null when they do so by
 * command
 */
public record ApplicationTerms(Duration valid, List<Channel> channels, @Nullable String link) {

	/** What stands in a link in place of the token. */
	public static final String TOKEN = "{token}";

	/** Nobody is told. */
	public static final ApplicationTerms NONE = new ApplicationTerms(ApplicationKeys.LONGEST, List.of(), null);

	public ApplicationTerms {
		channels = List.copyOf(channels);
	}

}
