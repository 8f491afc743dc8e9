package dev.rollcall.sandbox.wecom;

import java.time.Clock;
import java.time.Duration;

import dev.rollcall.sandbox.Disturbance;
import dev.rollcall.sandbox.wecom.company.Habits;

/**
 * What a look-alike of WeCom is like.
 *
 * @param port where it serves, 0 for any port that is free
 * @param seed what chance begins with: ids, secrets, tokens
 * @param population who is in the company at first
 * @param powers what callers may see
 * @param rates how often it lets itself be called
 * @param habits what WeCom does in one way or another
 * @param disturbance what disturbs calls at first
 * @param pace how fast imports go on and how long tokens last
 * @param range whom apps may see
 * @param agency what an app developed on the company's behalf may do
 * @param clock what it takes the time from
 */
public record WeComOptions(int port, long seed, Population population, Powers powers, Rates rates, Habits habits,
		Disturbance disturbance, Pace pace, VisibleRange range, Agency agency, Clock clock) {

	/**
	 * How long things take.
	 *
	 * @param tokens how long a token lasts
	 * @param rows how many rows an import gets through in a second
	 * @param cursors how long the cursor of a list lasts
	 */
	public record Pace(Duration tokens, int rows, Duration cursors) {

		/** Cursors for ever: how long they last is not said anywhere. */
		public static final Pace USUAL = new Pace(Duration.ofHours(2), 5000, Duration.ofDays(36_500));

	}

	/**
	 * An empty company at any port that is free, everything allowed, nothing disturbed.
	 */
	public static WeComOptions defaults() {
		return new WeComOptions(0, 1, Population.NOBODY, Powers.FULL, Rates.DOCUMENTED, Habits.TODAY, Disturbance.NONE,
				Pace.USUAL, VisibleRange.ALL, Agency.NONE, Clock.systemUTC());
	}

	public WeComOptions at(int otherPort) {
		return new WeComOptions(otherPort, this.seed, this.population, this.powers, this.rates, this.habits,
				this.disturbance, this.pace, this.range, this.agency, this.clock);
	}

	public WeComOptions seeded(long other) {
		return new WeComOptions(this.port, other, this.population, this.powers, this.rates, this.habits,
				this.disturbance, this.pace, this.range, this.agency, this.clock);
	}

	public WeComOptions with(Population other) {
		return new WeComOptions(this.port, this.seed, other, this.powers, this.rates, this.habits, this.disturbance,
				this.pace, this.range, this.agency, this.clock);
	}

	public WeComOptions with(Powers other) {
		return new WeComOptions(this.port, this.seed, this.population, other, this.rates, this.habits, this.disturbance,
				this.pace, this.range, this.agency, this.clock);
	}

	public WeComOptions with(Rates other) {
		return new WeComOptions(this.port, this.seed, this.population, this.powers, other, this.habits,
				this.disturbance, this.pace, this.range, this.agency, this.clock);
	}

	public WeComOptions with(Habits other) {
		return new WeComOptions(this.port, this.seed, this.population, this.powers, this.rates, other, this.disturbance,
				this.pace, this.range, this.agency, this.clock);
	}

	public WeComOptions with(Disturbance other) {
		return new WeComOptions(this.port, this.seed, this.population, this.powers, this.rates, this.habits, other,
				this.pace, this.range, this.agency, this.clock);
	}

	public WeComOptions with(Pace other) {
		return new WeComOptions(this.port, this.seed, this.population, this.powers, this.rates, this.habits,
				this.disturbance, other, this.range, this.agency, this.clock);
	}

	public WeComOptions with(Clock other) {
		return new WeComOptions(this.port, this.seed, this.population, this.powers, this.rates, this.habits,
				this.disturbance, this.pace, this.range, this.agency, other);
	}

	public WeComOptions with(VisibleRange other) {
		return new WeComOptions(this.port, this.seed, this.population, this.powers, this.rates, this.habits,
				this.disturbance, this.pace, other, this.agency, this.clock);
	}

	public WeComOptions with(Agency other) {
		return new WeComOptions(this.port, this.seed, this.population, this.powers, this.rates, this.habits,
				this.disturbance, this.pace, this.range, other, this.clock);
	}

}
