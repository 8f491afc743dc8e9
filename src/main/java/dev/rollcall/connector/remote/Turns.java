package dev.rollcall.connector.remote;

import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import dev.rollcall.connector.DirectoryException;
import dev.rollcall.connector.Notices;
import dev.rollcall.connector.StoppedException;
import dev.rollcall.directory.Message;

/**
 * Whose turn it is to call: keeps the rate of each kind, how many calls go on side by
 * side, and the blocks that the vendor puts on a kind. Shared by all threads.
 */
final class Turns {

	/** Whoever waits longer looks in between whether the run is to stop. */
	private static final long LOOK = Duration.ofSeconds(1).toNanos();

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

	private final ReentrantLock lock = new ReentrantLock(true);

	private final Condition changed = this.lock.newCondition();

	private final Map<Endpoint, Budget> budgets = new HashMap<>();

	private final Function<Endpoint, Rate> rates;

	private final Duration block;

	private final String vendor;

	private final Slots slots;

	private final long longest;

	private final Pace pace;

	private final Clock clock;

	private final Notices notices;

	private final Traffic traffic;

	/**
	 * Turns to call one vendor.
	 * @param rates how often each kind of call may be made
	 */
	Turns(String vendor, Line line, Function<Endpoint, Rate> rates, Clocks clocks, Notices notices, Traffic traffic) {
		this.vendor = vendor;
		this.rates = rates;
		this.block = Duration.ofMillis(line.patience().block());
		this.slots = new Slots(line.atOnce());
		this.longest = Duration.ofMillis(line.patience().longest()).toNanos();
		this.pace = clocks.pace();
		this.clock = clocks.clock();
		this.notices = notices;
		this.traffic = traffic;
	}

	/**
	 * The right to make one call, to be given back when its answer is there.
	 *
	 * @param kind of which kind
	 * @param begun when it was given
	 */
	record Turn(Endpoint kind, long begun) {

	}

	/**
	 * Waits until a call may be made.
	 * @throws DirectoryException when the vendor blocks that kind for longer than is
	 * waited
	 */
	Turn take(Endpoint kind) {
		while (true) {
			long wait;
			this.lock.lock();
			try {
				Budget budget = budget(kind);
				long now = this.pace.nanos();
				if (budget.blocked(now) > this.longest) {
					throw tooLong(kind, budget.blocked(now));
				}
				wait = budget.remaining(now);
				if (wait == 0 && this.slots.free(now)) {
					budget.begin();
					this.slots.take();
					return new Turn(kind, now);
				}
				if (budget.blocked(now) > 0 || !budget.announces(wait)) {
					await(budget, (wait == 0) ? Window.NEVER : wait);
					stopIfAsked(wait);
					continue;
				}
			}
			finally {
				this.lock.unlock();
			}
			this.notices.tell(
					Message.of("remote.budget-used", kind.path(), Duration.ofNanos(wait).toMinutes(), timeAfter(wait)));
		}
	}

	/** A call has ended. */
	void end(Turn turn, Verdict verdict) {
		long blocked;
		this.lock.lock();
		try {
			long now = this.pace.nanos();
			blocked = budget(turn.kind()).end(turn.begun(), now, verdict);
			this.slots.giveBack(turn.begun(), now, verdict);
			this.changed.signalAll();
		}
		finally {
			this.lock.unlock();
		}
		if (blocked > 0) {
			this.notices.tell(Message.of("remote.blocked", turn.kind().path(), this.vendor,
					Duration.ofNanos(blocked).toSeconds(), timeAfter(blocked)));
		}
	}

	/** Short waits are over before anybody would notice. */
	private void stopIfAsked(long wait) {
		if (wait > LOOK && this.notices.isStopping()) {
			throw new StoppedException(Message.of("remote.stopped"));
		}
	}

	private void await(Budget budget, long wait) {
		long before = this.pace.nanos();
		boolean blocked = budget.blocked(before) > 0;
		try {
			this.pace.await(this.changed, (wait != Window.NEVER) ? Math.min(wait, LOOK) : wait);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new DirectoryException(Message.of("remote.interrupted", this.vendor), false, ex);
		}
		if (wait != Window.NEVER) {
			this.traffic.waited(blocked ? Traffic.Wait.BLOCK : Traffic.Wait.BUDGET, this.pace.nanos() - before);
		}
	}

	private Budget budget(Endpoint kind) {
		return this.budgets.computeIfAbsent(kind, (each) -> new Budget(this.rates.apply(each), this.block));
	}

	private DirectoryException tooLong(Endpoint kind, long wait) {
		return new DirectoryException(Message.of("remote.blocked-too-long", kind.path(), this.vendor, timeAfter(wait),
				Duration.ofNanos(wait).toMinutes()), true, null);
	}

	private String timeAfter(long nanos) {
		return TIME.format(this.clock.instant().plusNanos(nanos).atZone(this.clock.getZone()));
	}

}
