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

	private static final int BATCHES = 4;

	private final BlockingQueue<Batch<T>> queue = new ArrayBlockingQueue<>(BATCHES);

	private final int size;

	private final Thread thread;

	private final ArrayDeque<T> current = new ArrayDeque<>();

	private boolean ended;

	private volatile boolean closed;

	private @Nullable Throwable failure;

	/** So many at once; the last has none, and says why reading failed if it did. */
	private record Batch<T>(List<T> items, @Nullable Throwable failure) {

	}

	/**
	 * Begins to read.
	 * @param name the thread's
	 * @param size how many items are handed over at once; up to five times as many are
	 * read ahead
	 * @param items what is to be read; asked for in the other thread
	 */
	public ReadAhead(String name, int size, Supplier<? extends Iterator<T>> items) {
		this.size = size;
		this.thread = new Thread(() -> read(items), name);
		this.thread.setDaemon(true);
		this.thread.start();
	}

	@Override
	public boolean hasNext() {
		if (this.current.isEmpty() && !this.ended) {
			take();
		}
		// Also when asked again: the end was not reached.
		if (this.failure instanceof Error error) {
			throw error;
		}
		if (this.failure instanceof RuntimeException exception) {
			throw exception;
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

	/**
	 * Ends the thread when it has read what it is about to read: it is not interrupted,
	 * for it may be in the middle of a file that others use, too.
	 */
	@Override
	public void close() {
		this.closed = true;
		boolean interrupted = false;
		while (this.thread.isAlive()) {
			this.queue.clear();
			try {
				this.thread.join(10);
			}
			catch (InterruptedException ex) {
				interrupted = true;
			}
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	private void take() {
		try {
			Batch<T> batch = this.queue.take();
			this.ended = batch.items().isEmpty();
			this.current.addAll(batch.items());
			this.failure = batch.failure();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("interrupted while waiting for what is read", ex);
		}
	}

	private void read(Supplier<? extends Iterator<T>> items) {
		try {
			Throwable failure = null;
			try {
				readAll(items.get());
			}
			catch (RuntimeException | Error ex) {
				failure = ex;
			}
			this.queue.put(new Batch<>(List.of(), failure));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void readAll(Iterator<T> items) throws InterruptedException {
		List<T> batch = new ArrayList<>(this.size);
		while (!this.closed && items.hasNext()) {
			batch.add(items.next());
			if (batch.size() == this.size) {
				this.queue.put(new Batch<>(batch, null));
				batch = new ArrayList<>(this.size);
			}
		}
		if (!batch.isEmpty()) {
			this.queue.put(new Batch<>(batch, null));
		}
	}

}
