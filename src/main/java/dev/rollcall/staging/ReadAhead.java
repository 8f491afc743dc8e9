package dev.rollcall.staging;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Reads an iterator to its end in a thread of its own, a little ahead of whoever takes.
 * What the thread reads must have been committed: it has a connection of its own.
 *
 * @param <T> what is read
 */
public final class ReadAhead<T> implements Iterator<T>, AutoCloseable {

	private static final int BATCH = 1000;

	private static final int BATCHES = 4;

	private final BlockingQueue<Batch<T>> queue = new ArrayBlockingQueue<>(BATCHES);

	private final Thread thread;

	private final ArrayDeque<T> current = new ArrayDeque<>(BATCH);

	private boolean ended;

	/** So many at once; the last has none, and says why reading failed if it did. */
	private record Batch<T>(List<T> items, @Nullable RuntimeException failure) {

	}

	/**
	 * Begins to read.
	 * @param items what is to be read; asked for in the other thread
	 */
	public ReadAhead(String name, Supplier<? extends Iterator<T>> items) {
		this.thread = new Thread(() -> read(items), name);
		this.thread.setDaemon(true);
		this.thread.start();
	}

	@Override
	public boolean hasNext() {
		if (this.current.isEmpty() && !this.ended) {
			take();
		}
		return !this.current.isEmpty();
	}

	@Override
	public T next() {
		if (!hasNext()) {
			throw new NoSuchElementException();
		}
		return this.current.remove();
	}

	/** Ends the thread, wherever it is. */
	@Override
	public void close() {
		this.thread.interrupt();
	}

	private void take() {
		try {
			Batch<T> batch = this.queue.take();
			this.ended = batch.items().isEmpty();
			this.current.addAll(batch.items());
			if (batch.failure() != null) {
				throw batch.failure();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("interrupted while waiting for what is read", ex);
		}
	}

	private void read(Supplier<? extends Iterator<T>> items) {
		try {
			RuntimeException failure = null;
			try {
				readAll(items.get());
			}
			catch (RuntimeException ex) {
				failure = ex;
			}
			this.queue.put(new Batch<>(List.of(), failure));
		}
		catch (InterruptedException ex) {
			// Whoever took has enough.
			Thread.currentThread().interrupt();
		}
	}

	private void readAll(Iterator<T> items) throws InterruptedException {
		List<T> batch = new ArrayList<>(BATCH);
		while (items.hasNext()) {
			batch.add(items.next());
			if (batch.size() == BATCH || !items.hasNext()) {
				this.queue.put(new Batch<>(batch, null));
				batch = new ArrayList<>(BATCH);
			}
		}
	}

}
