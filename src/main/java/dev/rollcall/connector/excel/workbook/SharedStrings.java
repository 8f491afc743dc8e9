package dev.rollcall.connector.excel.workbook;

import java.io.IOException;
import java.io.InterruptedIOException;

import org.jspecify.annotations.Nullable;

import dev.rollcall.connector.excel.message.ExcelMessage;
import dev.rollcall.connector.excel.message.RefusedException;
import dev.rollcall.connector.excel.text.EightBytes;

/**
 * The texts that the cells of a workbook share, by index, as UTF-8 in pages that never
 * move. One thread adds, others read what was added so far; whoever asks for more waits.
 *
 * <p>
 * Each text stands behind a number of up to three bytes that holds its length and whether
 * it is plain, so that most cells never become a {@code String}.
 */
public final class SharedStrings {

	/** With the array's header, one or a fraction of the regions that G1 works with. */
	private static final int PAGE = (1 << 20) - 16;

	/** How many bits of a place are the offset on its page. */
	private static final int PLACE_BITS = 20;

	private static final int PLACE_MASK = (1 << PLACE_BITS) - 1;

	private static final int CHUNK = 1 << 16;

	private static final int MAX_PAGES = 2047;

	private static final int MAX_CHUNKS = 4096;

	/** Readers wait for this many at a time. */
	private static final int PUBLISH_EVERY = 4096;

	private final long limit;

	/** Never replaced by a longer one: readers look into it without a lock. */
	private final byte[][] pages = new byte[MAX_PAGES][];

	private final int[][] places = new int[MAX_CHUNKS][];

	private int page = -1;

	private int used = PAGE;

	private int count;

	private volatile int published;

	private boolean complete;

	private @Nullable IOException failure;

	/**
	 * Texts.
	 * @param limit how many bytes of memory they may take
	 */
	public SharedStrings(long limit) {
		this.limit = limit;
	}

	/** A share of the heap that leaves enough for everything else. */
	public static long limitOfHeap() {
		return Runtime.getRuntime().maxMemory() / 10 * 6;
	}

	/** No texts at all. */
	public static SharedStrings none() {
		SharedStrings none = new SharedStrings(0);
		none.complete();
		return none;
	}

	/** Adds a text behind the others. */
	public void add(byte[] bytes, int from, int length, boolean plain) throws IOException {
		if (this.used + length + 4 > PAGE - EightBytes.PADDING) {
			addPage();
		}
		int index = this.count;
		if ((index & (CHUNK - 1)) == 0) {
			addChunk(index / CHUNK);
		}
		this.places[index / CHUNK][index & (CHUNK - 1)] = this.page << PLACE_BITS | this.used;
		byte[] target = this.pages[this.page];
		int code = length << 1 | (plain ? 0 : 1);
		while (code > 0x7F) {
			target[this.used++] = (byte) (code | 0x80);
			code >>>= 7;
		}
		target[this.used++] = (byte) code;
		System.arraycopy(bytes, from, target, this.used, length);
		this.used += length;
		this.count = index + 1;
		if (this.count % PUBLISH_EVERY == 0) {
			publish();
		}
	}

	private void addPage() throws IOException {
		checkRoom(++this.page == MAX_PAGES);
		this.pages[this.page] = new byte[PAGE];
		this.used = 0;
	}

	private void addChunk(int chunk) throws IOException {
		checkRoom(chunk == MAX_CHUNKS);
		this.places[chunk] = new int[CHUNK];
	}

	private void checkRoom(boolean full) throws IOException {
		long bytes = (long) this.page * PAGE + (long) this.count * Integer.BYTES;
		if (full || bytes > this.limit) {
			throw new RefusedException(ExcelMessage.TOO_MUCH_TEXT, this.limit / 1_000_000);
		}
	}

	/**
	 * No more will be added. Said together with how many there are: whoever heard only
	 * the one would miss the last texts.
	 */
	public synchronized void complete() {
		this.published = this.count;
		this.complete = true;
		notifyAll();
	}

	/** No more will be added because they cannot be read. */
	public synchronized void fail(IOException problem) {
		this.failure = problem;
		complete();
	}

	private synchronized void publish() {
		this.published = this.count;
		notifyAll();
	}

	/**
	 * Waits until a text is there.
	 * @throws RefusedException when there is no such text
	 */
	public void await(int index) throws IOException {
		if (index >= this.published) {
			awaitPublished(index);
		}
	}

	private synchronized void awaitPublished(int index) throws IOException {
		awaitOrComplete(index);
		throwFailure();
		if (index >= this.published) {
			throw new RefusedException(ExcelMessage.TEXT_MISSING, index);
		}
	}

	private synchronized void awaitOrComplete(int index) throws IOException {
		try {
			while (index >= this.published && !this.complete) {
				wait();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new InterruptedIOException();
		}
	}

	private synchronized void throwFailure() throws IOException {
		IOException problem = this.failure;
		if (problem != null) {
			throw problem;
		}
	}

	/**
	 * Waits until all texts are there. What was used of them before may have been
	 * damaged: only at the end is it known that they are what was written.
	 */
	public void awaitAll() throws IOException {
		awaitOrComplete(Integer.MAX_VALUE);
		throwFailure();
	}

	/**
	 * Waits until all texts that a block names are there, and replaces their indexes by
	 * their places and lengths. Done for a whole block at once, because the places of a
	 * large file's texts are seldom in the processor's cache, and it looks for many of
	 * them at a time if none depends on another.
	 */
	void locate(RowBlock block) throws IOException {
		await(block.highestShared);
		locateIfThere(block);
	}

	/** As {@link #locate}, but does nothing if that meant to wait. */
	void locateIfThere(RowBlock block) {
		if (block.highestShared < 0 || block.highestShared >= this.published) {
			return;
		}
		block.highestShared = -1;
		for (int cell = 0; cell < block.cells; cell++) {
			if (block.type[cell] == CellType.SHARED) {
				int index = block.value[cell];
				locate(this.places[index / CHUNK][index & (CHUNK - 1)], block, cell);
			}
		}
	}

	private void locate(int place, RowBlock block, int cell) {
		byte[] bytes = this.pages[place >>> PLACE_BITS];
		int next = place & PLACE_MASK;
		int code = bytes[next++];
		if (code < 0) {
			code = (code & 0x7F) | (bytes[next++] << 7);
			if (code < 0) {
				code = (code & 0x3FFF) | (bytes[next++] << 14);
			}
		}
		block.type[cell] = ((code & 1) == 0) ? CellType.SHARED : CellType.UNCLEAN_SHARED;
		block.value[cell] = (place & ~PLACE_MASK) | next;
		block.length[cell] = code >>> 1;
	}

	/** The page that a place is on. */
	byte[] page(int place) {
		return this.pages[place >>> PLACE_BITS];
	}

	/** Where a place is on its page. */
	static int offset(int place) {
		return place & PLACE_MASK;
	}

}
