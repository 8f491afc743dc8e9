package dev.rollcall.restart;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Does many things, as many at a time as there are processors for, and tells all that
 * fails.
 */
final class SideBySide {

	private final List<Runnable> things = new ArrayList<>();

	void add(Runnable thing) {
		this.things.add(thing);
	}

	/**
	 * Does them.
	 * @param description for whoever has to find out why one has failed
	 */
	void run(Object description) {
		ExecutorService threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
		try {
			List<Throwable> failures = new ArrayList<>();
			for (Future<?> done : this.things.stream().map(threads::submit).toList()) {
				try {
					done.get();
				}
				catch (ExecutionException ex) {
					failures.add(ex.getCause());
				}
			}
			assertThat(failures).as(description.toString()).isEmpty();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
		finally {
			threads.shutdownNow();
		}
	}

}
