package dev.rollcall.sandbox.authing;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;

import dev.rollcall.sandbox.Disturbance;
import dev.rollcall.sandbox.authing.pool.Habit;

/**
 * What a look-alike of Authing is like.
 *
 * @param port where it serves, 0 for any port that is free
 * @param seed what chance begins with: ids, keys, tokens
 * @param population who is in the pool at first
 * @param linked whether the custom fields that link users and departments to WeCom's are
 * defined and filled at first
 * @param rates how often it lets itself be called
 * @param habits what it does otherwise than it does without them
 * @param deepest the last entry of a list that can be reached, 0 when all can
 * @param tokens how long a token lasts
 * @param disturbance what disturbs calls at first
 * @param clock what it takes the time from
 */
public record AuthingOptions(int port, long seed, Population population, boolean linked, Rates rates, Set<Habit> habits,
		int deepest, Duration tokens, Disturbance disturbance, Clock clock) {

	public AuthingOptions {
		habits = Set.copyOf(habits);
	}

	/** An empty pool at any port that is free, without custom fields or limits. */
	public static AuthingOptions defaults() {
		return new AuthingOptions(0, 1, Population.NOBODY, false, Rates.ANY, Set.of(), 0, Duration.ofHours(2),
				Disturbance.NONE, Clock.systemUTC());
	}

	public AuthingOptions at(int otherPort) {
		return new AuthingOptions(otherPort, this.seed, this.population, this.linked, this.rates, this.habits,
				this.deepest, this.tokens, this.disturbance, this.clock);
	}

	public AuthingOptions seeded(long other) {
		return new AuthingOptions(this.port, other, this.population, this.linked, this.rates, this.habits, this.deepest,
				this.tokens, this.disturbance, this.clock);
	}

	public AuthingOptions with(Population other) {
		return new AuthingOptions(this.port, this.seed, other, this.linked, this.rates, this.habits, this.deepest,
				this.tokens, this.disturbance, this.clock);
	}

	/** With the links to WeCom, or without. */
	public AuthingOptions linked(boolean other) {
		return new AuthingOptions(this.port, this.seed, this.population, other, this.rates, this.habits, this.deepest,
				this.tokens, this.disturbance, this.clock);
	}

	public AuthingOptions with(Rates other) {
		return new AuthingOptions(this.port, this.seed, this.population, this.linked, other, this.habits, this.deepest,
				this.tokens, this.disturbance, this.clock);
	}

	public AuthingOptions with(Habit... others) {
		return new AuthingOptions(this.port, this.seed, this.population, this.linked, this.rates, Set.of(others),
				this.deepest, this.tokens, this.disturbance, this.clock);
	}

	/** With lists that go no deeper. */
	public AuthingOptions deepest(int other) {
		return new AuthingOptions(this.port, this.seed, this.population, this.linked, this.rates, this.habits, other,
				this.tokens, this.disturbance, this.clock);
	}

	/** With tokens that last so long. */
	public AuthingOptions tokens(Duration other) {
		return new AuthingOptions(this.port, this.seed, this.population, this.linked, this.rates, this.habits,
				this.deepest, other, this.disturbance, this.clock);
	}

	public AuthingOptions with(Disturbance other) {
		return new AuthingOptions(this.port, this.seed, this.population, this.linked, this.rates, this.habits,
				this.deepest, this.tokens, other, this.clock);
	}

	public AuthingOptions with(Clock other) {
		return new AuthingOptions(this.port, this.seed, this.population, this.linked, this.rates, this.habits,
				this.deepest, this.tokens, this.disturbance, other);
	}

}
