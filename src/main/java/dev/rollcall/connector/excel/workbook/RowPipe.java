package dev.rollcall.connector.excel.workbook;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.rollcall.connector.excel.message.RefusedException;

/**
 * Reads rows ahead on a thread of its own. Blocks go around: filled there, interpreted
 * here, given back to be filled again. Closing it at any time ends the thread, which is
 * not interrupted, because that would close the file for everybody else.
 */
public final class RowPipe implements Closeable {

	private static final int BLOCKS = 8;

	private final Book book;

	private final SharedStrings strings;

	private final List<Integer> sheets;

	private final Thread thread;

	private final ArrayDeque<RowBlock> empty = new ArrayDeque<>();

	private final ArrayDeque<RowBlock> full = new ArrayDeque<>();

	private boolean ended;

	private boolean closed;

	private @Nullable Throwable problem;

	/**
	 * Starts to read some sheets of a book, one after the other.
	 * @param strings the texts that the blocks are interpreted with
	 */
	public RowPipe(Book book, List<Integer> sheets, SharedStrings strings) {
		this.book = book;
		this.strings = strings;
		this.sheets = new ArrayList<>(sheets);
		for (int i = 0; i < BLOCKS; i++) {
			this.empty.add(new RowBlock());
		}
		this.thread = new Thread(this::run, "rollcall-excel-rows");
		this.thread.setDaemon(true);
		this.thread.start();
	}

	/**
	 * The next block; null behind the last. Each sheet ends with a block that says so.
	 * @throws IOException what went wrong on the other side
	 */
	public @Nullable RowBlock take() throws IOException {
		synchronized (this.full) {
			try {
				while (this.full.isEmpty() && !this.ended) {
					this.full.wait();
				}
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new InterruptedIOException();
			}
			if (this.closed) {
				throw new IllegalStateException("closed");
			}
			RowBlock block = this.full.poll();
			if (block == null) {
				throwProblem();
			}
			return block;
		}
	}

	private void throwProblem() throws IOException {
		Throwable cause = this.problem;
		if (cause instanceof IOException ex) {
			throw ex;
		}
		if (cause instanceof Error ex) {
			throw ex;
		}
		if (cause != null) {
			throw new IllegalStateException(cause);
		}
	}

	/** Gives a block back. */
	public void giveBack(RowBlock block) {
		synchronized (this.full) {
			this.empty.add(block);
			this.full.notifyAll();
		}
	}

	private void run() {
		Throwable failure = null;
		try {
			for (int sheet : this.sheets) {
				if (!read(sheet)) {
					break;
				}
			}
		}
		catch (OutOfMemoryError ex) {
			failure = RefusedException.of(ex);
		}
		// Whatever ends this thread must reach the one that waits for it.
		catch (IOException | RuntimeException | Error ex) {
			failure = ex;
		}
		synchronized (this.full) {
			this.problem = failure;
			this.ended = true;
			this.full.notifyAll();
		}
	}

	private boolean read(int sheet) throws IOException {
		try (RowStream rows = this.book.rows(sheet)) {
			boolean more = true;
			while (more) {
				RowBlock block = awaitEmpty();
				if (block == null) {
					return false;
				}
				block.clear(sheet);
				rows.fill(block);
				this.strings.locateIfThere(block);
				more = !block.isLast();
				synchronized (this.full) {
					this.full.add(block);
					this.full.notifyAll();
				}
			}
			return true;
		}
	}

	/** A block to fill, null when the pipe was closed. */
	private @Nullable RowBlock awaitEmpty() throws InterruptedIOException {
		synchronized (this.full) {
			try {
				while (this.empty.isEmpty() && !this.closed) {
					this.full.wait();
				}
			}
			catch (InterruptedException ex) {
				throw new InterruptedIOException();
			}
			return this.closed ? null : this.empty.poll();
		}
	}

	/** Ends the thread and waits until it has let go of the file. */
	@Override
	public void close() {
		synchronized (this.full) {
			this.closed = true;
			this.full.notifyAll();
		}
		boolean interrupted = false;
		while (this.thread.isAlive()) {
			try {
				this.thread.join();
			}
			catch (InterruptedException ex) {
				interrupted = true;
			}
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}

}
