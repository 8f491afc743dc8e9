package dev.rollcall.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

import dev.rollcall.connector.Notices;
import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

/**
 * Tells directories that make a run wait whether somebody has asked it to stop, so that
 * {@code stop} is answered though no chunk ends for an hour. The job repository is asked
 * once a second at most.
 */
final class StopSignal implements Notices {

	private static final Duration FRESH = Duration.ofSeconds(1);

	private final RunObserver observer;

	private final BooleanSupplier asked;

	private final Clock clock;

	private @Nullable Instant looked;

	private boolean stopping;

	/**
	 * A signal of one run.
	 * @param asked looks whether it is to stop
	 */
	StopSignal(RunObserver observer, BooleanSupplier asked, Clock clock) {
		this.observer = observer;
		this.asked = asked;
		this.clock = clock;
	}

	@Override
	public void tell(Message notice) {
		this.observer.notice(notice);
	}

	@Override
	public synchronized boolean isStopping() {
		Instant now = this.clock.instant();
		if (!this.stopping && (this.looked == null || !now.isBefore(this.looked.plus(FRESH)))) {
			this.looked = now;
			this.stopping = this.asked.getAsBoolean();
		}
		return this.stopping;
	}

}
