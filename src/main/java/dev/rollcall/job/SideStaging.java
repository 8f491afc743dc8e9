package dev.rollcall.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.rollcall.connector.Page;
import dev.rollcall.connector.Source;
import dev.rollcall.staging.Side;
import org.jspecify.annotations.Nullable;

import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How one side is read and staged, chunk by chunk: as a step of a run, or at once.
 *
 * @param reader reads its pages
 * @param writer stages them
 */
record SideStaging(PageItemReader reader, StageWriter writer) {

	static SideStaging of(JobParts parts, RunContext context, Side side, RunObserver observer) {
		Source directory = (side == Side.SOURCE) ? context.source() : context.target();
		PageItemReader reader = new PageItemReader(() -> new PagesAhead("read-" + side.name().toLowerCase(Locale.ROOT),
				directory.read(parts.snapshots().readTo(context.id(), side))));
		return new SideStaging(reader, new StageWriter(context, side, parts, reader, observer));
	}

	/** Stages everything, a transaction for each chunk. */
	void stage(TransactionTemplate transactions) {
		this.writer.begin();
		this.reader.open(new ExecutionContext());
		try {
			for (List<Page> pages = next(); !pages.isEmpty(); pages = next()) {
				Chunk<Page> chunk = new Chunk<>(pages);
				transactions.executeWithoutResult((status) -> this.writer.write(chunk));
			}
		}
		finally {
			this.reader.close();
			this.writer.end();
		}
	}

	private List<Page> next() {
		List<Page> pages = new ArrayList<>(StagedChunk.PAGES);
		while (pages.size() < StagedChunk.PAGES) {
			@Nullable Page page = this.reader.read();
			if (page == null) {
				break;
			}
			pages.add(page);
		}
		return pages;
	}

}
