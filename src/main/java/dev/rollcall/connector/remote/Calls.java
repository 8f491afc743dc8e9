package dev.rollcall.connector.remote;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;

import dev.rollcall.connector.DirectoryException;
import dev.rollcall.connector.Notices;
import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

import org.springframework.retry.backoff.BackOffInterruptedException;
import org.springframework.retry.backoff.ExponentialRandomBackOffPolicy;
import org.springframework.retry.support.RetryTemplate;

/**
 * Makes calls to one vendor: each in its turn, and once more where the vendor or the
 * network say that this may help. Safe for use by many threads.
 *
 * @param <A> what all answers of the vendor have in common
 */
public final class Calls<A> {

	private static final long LONGEST_PAUSE = 30_000;

	private final Dialect<A> dialect;

	private final Turns turns;

	private final Traffic traffic;

	private final Secrets secrets = new Secrets();

	private final String host;

	private final RetryTemplate retry;

	/**
	 * Calls over a line.
	 * @param rates how often each kind of call may be made
	 * @param notices told when everybody has to wait
	 */
	public Calls(Dialect<A> dialect, Line line, Function<Endpoint, Rate> rates, Clocks clocks, Notices notices) {
		this.dialect = dialect;
		this.traffic = new Traffic(dialect.vendor());
		this.turns = new Turns(dialect.vendor(), line, rates, clocks, notices, this.traffic);
		this.host = line.host();
		this.retry = retry(line.patience(), clocks.pace());
		this.secrets.add((line.proxy() != null) ? line.proxy().password() : null);
	}

	/**
	 * Makes a call.
	 * @param once makes it over HTTP one time, with a token
	 * @return an answer that means success, or that what was to be deleted is not there
	 * @throws DirectoryException as {@link Dialect#refusal} says when the vendor says no;
	 * a passing one when it cannot be told what became of it
	 */
	public <T extends A> T call(Endpoint endpoint, Function<String, @Nullable T> once, TokenSupply tokens) {
		Attempts<A, T> attempts = new Attempts<>(this, endpoint, once, tokens);
		try {
			return this.retry.execute((context) -> attempts.next());
		}
		catch (Again ex) {
			throw ex.otherwise();
		}
		catch (BackOffInterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new DirectoryException(Message.of("remote.interrupted", this.dialect.vendor()), false, null);
		}
	}

	/** An answer that is none of the vendor's: it may hold anything, and is not shown. */
	public DirectoryException unreadable(Endpoint endpoint) {
		return new DirectoryException(
				Message.of("remote.unreadable", endpoint.path(), this.dialect.vendor(), this.host), true, null);
	}

	/** What no failure may speak of. */
	public Secrets secrets() {
		return this.secrets;
	}

	/** What the calls have come to. */
	public List<Message> messages() {
		return this.traffic.messages();
	}

	Dialect<A> dialect() {
		return this.dialect;
	}

	Turns turns() {
		return this.turns;
	}

	Traffic traffic() {
		return this.traffic;
	}

	/** How operators are told where the vendor is. */
	String host() {
		return this.host;
	}

	private RetryTemplate retry(Patience patience, Pace pace) {
		ExponentialRandomBackOffPolicy pauses = new ExponentialRandomBackOffPolicy();
		pauses.setInitialInterval(patience.pause());
		pauses.setMultiplier(2);
		pauses.setMaxInterval(Math.max(LONGEST_PAUSE, patience.pause()));
		pauses.setSleeper((millis) -> {
			pace.sleep(millis);
			this.traffic.waited(Traffic.Wait.PAUSE, Duration.ofMillis(millis).toNanos());
		});
		return RetryTemplate.builder()
			.maxAttempts(patience.attempts())
			.customBackoff(pauses)
			.retryOn(Again.class)
			.build();
	}

}
