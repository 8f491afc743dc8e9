package dev.rollcall.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/** Looks all the time how often a look-alike has been called for one thing. */
final class CallGauge implements AutoCloseable {

	private static final long LOOK_EVERY = 50;

	private final Sandbox sandbox;

	private final String call;

	private final List<Look> looks = new ArrayList<>();

	private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

	private final Future<?> looking;

	/**
	 * One look.
	 *
	 * @param moment in nanoseconds
	 * @param calls how many there had been
	 */
	private record Look(long moment, long calls) {

	}

	/**
	 * How many calls there were in whole spans of time.
	 *
	 * @param spans how many spans
	 * @param calls how many calls in all of them together
	 */
	record Reading(long spans, long calls) {

		/** Of what is allowed, 1 for all of it. */
		double of(int limit) {
			return (double) this.calls / (this.spans * limit);
		}

	}

	CallGauge(Sandbox sandbox, String call) {
		this.sandbox = sandbox;
		this.call = call;
		this.looking = this.clock.scheduleAtFixedRate(this::look, 0, LOOK_EVERY, TimeUnit.MILLISECONDS);
	}

	private void look() {
		try {
			long before = System.nanoTime();
			long calls = this.sandbox.calls().of(this.call);
			long moment = before + (System.nanoTime() - before) / 2;
			synchronized (this.looks) {
				this.looks.add(new Look(moment, calls));
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * What there was between the first call and the last, in as many whole spans as that
	 * took.
	 * @param without so many spans at the beginning are left out: a rate is used up at
	 * once where nothing has been used before
	 * @return null when it took not even one
	 */
	@Nullable Reading whole(Duration span, int without) {
		if (this.looking.isDone()) {
			throw new IllegalStateException("the look-alike has not told its calls all the time");
		}
		synchronized (this.looks) {
			long last = this.looks.get(this.looks.size() - 1).calls();
			long begin = moment(1) + without * span.toNanos();
			long spans = (moment(last) - begin) / span.toNanos();
			return (spans < 1) ? null
					: new Reading(spans, before(begin + spans * span.toNanos()) - ((without > 0) ? before(begin) : 0));
		}
	}

	/** The first look that shows so many calls. */
	private long moment(long calls) {
		return this.looks.stream().filter((look) -> look.calls() >= calls).findFirst().orElseThrow().moment();
	}

	private long before(long moment) {
		return this.looks.stream().filter((look) -> look.moment() <= moment).mapToLong(Look::calls).max().orElse(0);
	}

	@Override
	public void close() {
		this.clock.shutdownNow();
	}

}
