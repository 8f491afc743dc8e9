package dev.rollcall.connector.remote;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;

/** Time passes by being waited for. */
public class FakePace implements Pace {

	private final AtomicLong now = new AtomicLong();

	@Override
	public long nanos() {
		return this.now.get();
	}

	@Override
	@SuppressWarnings("WaitNotInLoop") // Whoever waits looks again at what has changed.
	public void await(Condition changed, long nanos) throws InterruptedException {
		if (nanos == Window.NEVER) {
			changed.await();
		}
		else {
			pass(nanos);
		}
	}

	@Override
	public void sleep(long millis) {
		pass(millis * 1_000_000);
	}

	public void pass(long nanos) {
		this.now.addAndGet(nanos);
	}

	public long seconds() {
		return nanos() / 1_000_000_000;
	}

}
