package dev.rollcall.connector.remote;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The token of each credential: fetched by one thread while the others wait, and kept
 * until shortly before it expires. A refused secret stays refused: vendors ban the
 * address of whoever goes on trying.
 *
 * @param <C> what tells credentials apart
 */
public final class Tokens<C> {

	private static final Duration USUAL = Duration.ofHours(2);

	/** A call may have to wait between the moment it takes a token and its own. */
	private static final Duration MARGIN = Duration.ofMinutes(5);

	private final Function<C, FreshToken> fetch;

	private final Predicate<Throwable> hopeless;

	private final Pace pace;

	private final Map<C, CompletableFuture<Token>> held = new HashMap<>();

	/**
	 * Tokens, none of them fetched yet.
	 * @param fetch fetches one
	 * @param hopeless whether a failure to fetch one will never pass
	 */
	public Tokens(Function<C, FreshToken> fetch, Predicate<Throwable> hopeless, Pace pace) {
		this.fetch = fetch;
		this.hopeless = hopeless;
		this.pace = pace;
	}

	private record Token(String value, long goodUntil) {

		@Override
		public String toString() {
			return "Token";
		}

	}

	/** The tokens of one credential. */
	public TokenSupply of(C credential) {
		return new TokenSupply() {
			@Override
			public String token() {
				return Tokens.this.token(credential, (held) -> held.goodUntil() > Tokens.this.pace.nanos());
			}

			@Override
			public String insteadOf(String stale) {
				return Tokens.this.token(credential, (held) -> !held.value().equals(stale));
			}
		};
	}

	private String token(C credential, Predicate<Token> good) {
		CompletableFuture<Token> fetched = new CompletableFuture<>();
		CompletableFuture<Token> found;
		synchronized (this.held) {
			CompletableFuture<Token> before = this.held.get(credential);
			found = (before != null && isUsable(before, good)) ? before : fetched;
			this.held.put(credential, found);
		}
		if (found == fetched) {
			fetch(credential, fetched);
		}
		return value(found);
	}

	/** Whether it is being fetched, or good, or never to be had. */
	private boolean isUsable(CompletableFuture<Token> token, Predicate<Token> good) {
		if (!token.isDone()) {
			return true;
		}
		return token.handle((value, failure) -> (failure != null) ? this.hopeless.test(failure) : good.test(value))
			.join();
	}

	private void fetch(C credential, CompletableFuture<Token> fetched) {
		try {
			FreshToken fresh = this.fetch.apply(credential);
			long seconds = Objects.requireNonNullElse(fresh.seconds(), USUAL.toSeconds());
			long margin = Math.min(MARGIN.toSeconds(), seconds / 10);
			fetched
				.complete(new Token(fresh.value(), this.pace.nanos() + Duration.ofSeconds(seconds - margin).toNanos()));
		}
		catch (RuntimeException | Error ex) {
			fetched.completeExceptionally(ex);
		}
	}

	private static String value(CompletableFuture<Token> token) {
		try {
			return token.join().value();
		}
		catch (CompletionException ex) {
			if (ex.getCause() instanceof RuntimeException failure) {
				throw failure;
			}
			throw ex;
		}
	}

}
