package dev.rollcall.connector.remote;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import dev.rollcall.connector.DirectoryException;
import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

/** Does the same with many things, as many at once as a vendor may be called. */
public final class SideBySide implements AutoCloseable {

	private static final AtomicInteger NUMBER = new AtomicInteger();

	private final ExecutorService threads;

	/**
	 * Threads to work with.
	 * @param name what they are called in logs
	 */
	public SideBySide(String name, int atOnce) {
		this.threads = Executors.newFixedThreadPool(atOnce, (work) -> {
			Thread thread = new Thread(work, name + "-" + NUMBER.incrementAndGet());
			thread.setDaemon(true);
			return thread;
		});
	}

	/**
	 * Does something with each. Nothing is begun any more once one has failed, but what
	 * has been begun is brought to its end before this throws.
	 */
	public <T> void each(Collection<T> things, Consumer<T> work) {
		AtomicBoolean failed = new AtomicBoolean();
		List<Callable<Void>> tasks = new ArrayList<>();
		for (T thing : things) {
			tasks.add(() -> {
				if (!failed.get()) {
					try {
						work.accept(thing);
					}
					catch (RuntimeException ex) {
						failed.set(true);
						throw ex;
					}
				}
				return null;
			});
		}
		finish(tasks);
	}

	private void finish(List<Callable<Void>> tasks) {
		@Nullable ExecutionException first = null;
		try {
			for (Future<Void> end : this.threads.invokeAll(tasks)) {
				try {
					end.get();
				}
				catch (ExecutionException ex) {
					first = (first != null) ? first : ex;
				}
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new DirectoryException(Message.of("remote.stopped"), false, ex);
		}
		if (first != null) {
			throw (first.getCause() instanceof RuntimeException cause) ? cause : new IllegalStateException(first);
		}
	}

	@Override
	public void close() {
		this.threads.shutdownNow();
	}

}
