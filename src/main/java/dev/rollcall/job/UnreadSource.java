package dev.rollcall.job;

import java.util.List;

import dev.rollcall.connector.Identity;
import dev.rollcall.connector.Page;
import dev.rollcall.connector.PageReader;
import dev.rollcall.connector.Source;
import dev.rollcall.directory.Schema;
import dev.rollcall.staging.Run;
import org.jspecify.annotations.Nullable;

/**
 * Stands for the source of a run that reads none, because what it has to do follows from
 * what an earlier one has done.
 *
 * @param identity what is said to have been read
 */
record UnreadSource(Identity identity) implements Source {

	/**
	 * Takes the place of a source in a run that takes another one back. A change that the
	 * other run carries out makes it another source.
	 * @param plan the digest of the plan of the other run, null when it has none
	 * @param done how many of its changes have been carried out
	 */
	static UnreadSource undone(long run, @Nullable String plan, long done) {
		return new UnreadSource(new Identity("run " + run, (plan != null) ? plan + " " + done : null));
	}

	/** Takes the place of the source that a run has read to its end. */
	static UnreadSource of(Run run) {
		return new UnreadSource(new Identity(String.valueOf(run.sourceDirectory()), run.sourceContent()));
	}

	@Override
	public Schema departmentSchema() {
		return Schema.of();
	}

	@Override
	public Schema memberSchema() {
		return Schema.of();
	}

	@Override
	public PageReader read(@Nullable String cursor) {
		return new PageReader() {
			@Override
			public @Nullable Page next() {
				return null;
			}

			@Override
			public void close() {
				// Nothing was opened.
			}
		};
	}

	@Override
	public List<String> parts() {
		return List.of();
	}

	@Override
	public void close() {
		// Nothing was opened.
	}

}
