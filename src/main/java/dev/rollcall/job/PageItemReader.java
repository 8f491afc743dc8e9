package dev.rollcall.job;

import java.util.function.Function;

import dev.rollcall.connector.Page;
import dev.rollcall.connector.PageReader;
import org.jspecify.annotations.Nullable;

import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Reads one side page by page. Where the last page ended is kept in the execution
 * context, which commits with the pages.
 */
final class PageItemReader implements ItemStreamReader<Page> {

	private static final String CURSOR = "cursor";

	private final Function<@Nullable String, PageReader> directory;

	private @Nullable PageReader reader;

	private @Nullable String cursor;

	/** A reader of a directory that can be read from a cursor on. */
	PageItemReader(Function<@Nullable String, PageReader> directory) {
		this.directory = directory;
	}

	@Override
	public void open(ExecutionContext context) {
		this.cursor = context.containsKey(CURSOR) ? context.getString(CURSOR) : null;
		this.reader = this.directory.apply(this.cursor);
	}

	@Override
	public @Nullable Page read() {
		Page page = (this.reader != null) ? this.reader.next() : null;
		if (page != null) {
			this.cursor = page.cursor();
		}
		return page;
	}

	@Override
	public void update(ExecutionContext context) {
		if (this.cursor != null) {
			context.putString(CURSOR, this.cursor);
		}
	}

	/** How many entries there are as far as can be told now, -1 when unknown. */
	long expected() {
		return (this.reader != null) ? this.reader.expected() : -1;
	}

	@Override
	public void close() {
		if (this.reader != null) {
			this.reader.close();
			this.reader = null;
		}
	}

}
