package dev.rollcall.connector.remote;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;

/** A clock to wait by, so that tests of an hour need not take an hour. */
public interface Pace {

	/** By the computer's own clock. */
	Pace REAL = new Pace() {

		private final long start = System.nanoTime();

		@Override
		public long nanos() {
			return System.nanoTime() - this.start;
		}

		@Override
		@SuppressWarnings("WaitNotInLoop") // Whoever waits looks again at what has
											// changed.
		public void await(Condition changed, long nanos) throws InterruptedException {
			changed.await(nanos, TimeUnit.NANOSECONDS);
		}

		@Override
		public void sleep(long millis) throws InterruptedException {
			// Between two tries of one call: there is nothing that could wake it earlier.
			Thread.sleep(millis);
		}
	};

	/** Nanoseconds since some moment; never less than 0. */
	long nanos();

	/** Waits for a change, or until a time is over. */
	void await(Condition changed, long nanos) throws InterruptedException;

	void sleep(long millis) throws InterruptedException;

}
