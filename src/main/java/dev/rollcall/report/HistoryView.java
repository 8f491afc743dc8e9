package dev.rollcall.report;

import java.time.Instant;
import java.util.List;

import dev.rollcall.report.RunView.ChangeView;
import org.jspecify.annotations.Nullable;

/**
 * What has happened to one entry, as it is shown: the JSON of {@code history} is this
 * record, and the text says the same in words.
 *
 * @param key what the entry is called
 * @param names what else it was called, or is
 * @param changes the latest of its changes, the last one last
 * @param changesInAll how many there are
 * @param forgotten the last run of which it is not known any more what it did, null when
 * all is known
 */
public record HistoryView(String key, List<String> names, List<PastView> changes, long changesInAll,
		@Nullable ForgottenView forgotten) {

	/**
	 * A change of the past.
	 *
	 * @param at when its run ended, or began if it has not ended
	 * @param run the run
	 * @param job its job
	 * @param runState how the run stands
	 * @param undoes the run that this one takes back
	 * @param undoneBy the run that has taken the change back
	 * @param change what was done
	 */
	public record PastView(Instant at, long run, String job, String runState, @Nullable Long undoes,
			@Nullable Long undoneBy, ChangeView change) {

	}

	/**
	 * A run whose plan is not kept any more.
	 *
	 * @param run its number
	 * @param endedAt when it ended
	 */
	public record ForgottenView(long run, @Nullable Instant endedAt) {

	}

}
