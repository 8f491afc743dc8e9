package dev.rollcall.connector.wecom.client;

import java.time.Duration;
import java.util.function.Function;

import dev.rollcall.connector.DirectoryException;
import dev.rollcall.connector.wecom.api.Answer;
import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

import org.springframework.retry.backoff.BackOffInterruptedException;
import org.springframework.retry.backoff.ExponentialRandomBackOffPolicy;
import org.springframework.retry.support.RetryTemplate;

/**
 * Makes calls: each in its turn, and once more where WeCom's pages or the network say
 * that this may help.
 *
 * @param turns whose turn it is
 * @param traffic counts
 * @param secrets what no failure may speak of
 * @param host where WeCom is, as operators are told
 * @param retry how often and how soon a call is tried again
 */
record Calls(Turns turns, Traffic traffic, Secrets secrets, String host, RetryTemplate retry) {

	private static final long LONGEST_PAUSE = 30_000;

	static Calls of(Access access, Turns turns, Traffic traffic, Secrets secrets, Pace pace) {
		ExponentialRandomBackOffPolicy pauses = new ExponentialRandomBackOffPolicy();
		pauses.setInitialInterval(access.patience().pause());
		pauses.setMultiplier(2);
		pauses.setMaxInterval(Math.max(LONGEST_PAUSE, access.patience().pause()));
		pauses.setSleeper((millis) -> {
			pace.sleep(millis);
			traffic.waited(Traffic.Wait.PAUSE, Duration.ofMillis(millis).toNanos());
		});
		RetryTemplate retry = RetryTemplate.builder()
			.maxAttempts(access.patience().attempts())
			.customBackoff(pauses)
			.retryOn(Again.class)
			.build();
		return new Calls(turns, traffic, secrets, String.valueOf(access.base().getAuthority()), retry);
	}

	/**
	 * Makes a call.
	 * @param once makes it over HTTP one time, with a token
	 */
	<T extends Answer> T call(CallKind kind, Function<String, @Nullable T> once, TokenSupply tokens) {
		Attempts<T> attempts = new Attempts<>(this, kind, once, tokens);
		try {
			return this.retry.execute((context) -> attempts.next());
		}
		catch (Again ex) {
			throw ex.otherwise();
		}
		catch (BackOffInterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new DirectoryException(Message.of("wecom.interrupted"), false, null);
		}
	}

}
