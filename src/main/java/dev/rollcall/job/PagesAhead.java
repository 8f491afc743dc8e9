package dev.rollcall.job;

import java.util.Iterator;
import java.util.NoSuchElementException;

import dev.rollcall.connector.Page;
import dev.rollcall.connector.PageReader;
import dev.rollcall.staging.ReadAhead;
import org.jspecify.annotations.Nullable;

/**
 * Reads the pages of a directory in a thread of its own, a few ahead of whoever stages
 * them. Only pages that were taken count: after a crash the others are read again.
 */
final class PagesAhead implements PageReader {

	private final PageReader pages;

	private final ReadAhead<Page> ahead;

	private volatile long expected;

	/**
	 * Begins to read.
	 * @param name the thread's
	 * @param pages used by that thread alone from now on
	 */
	PagesAhead(String name, PageReader pages) {
		this.pages = pages;
		this.expected = pages.expected();
		this.ahead = new ReadAhead<>(name, 1, Pages::new);
	}

	@Override
	public @Nullable Page next() {
		return this.ahead.hasNext() ? this.ahead.next() : null;
	}

	@Override
	public long expected() {
		return this.expected;
	}

	@Override
	public void close() {
		this.ahead.close();
		this.pages.close();
	}

	/** The pages as the thread asks for them. */
	private final class Pages implements Iterator<Page> {

		private @Nullable Page next;

		@Override
		public boolean hasNext() {
			if (this.next == null) {
				this.next = PagesAhead.this.pages.next();
				PagesAhead.this.expected = PagesAhead.this.pages.expected();
			}
			return this.next != null;
		}

		@Override
		public Page next() {
			Page page = this.next;
			if (page == null) {
				throw new NoSuchElementException();
			}
			this.next = null;
			return page;
		}

	}

}
