package dev.rollcall.job;

import java.util.function.Supplier;

import dev.rollcall.connector.Page;
import dev.rollcall.connector.PageReader;
import org.jspecify.annotations.Nullable;

import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Reads one side page by page, from where the snapshot of it ends. That is not kept in
 * the execution context: Spring Batch hands it on to the next execution of a step only
 * once a chunk is written there, and loses it to a second crash before that.
 */
final class PageItemReader implements ItemStreamReader<Page> {

	private final Supplier<PageReader> directory;

	private @Nullable PageReader reader;

	/** A reader of what is still to be read of a directory. */
	PageItemReader(Supplier<PageReader> directory) {
		this.directory = directory;
	}

	@Override
	public void open(ExecutionContext context) {
		this.reader = this.directory.get();
	}

	@Override
	public @Nullable Page read() {
		return (this.reader != null) ? this.reader.next() : null;
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
