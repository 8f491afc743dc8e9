package dev.rollcall.report;

import java.util.List;
import java.util.Map;

/** What is shown of the audit log: its JSON are these records. */
public final class AuditView {

	private AuditView() {
	}

	/**
	 * One entry.
	 *
	 * @param entry its number
	 * @param writtenAt when it was written
	 * @param person who was at work
	 * @param kind what it is about
	 * @param run which run
	 * @param content what else it says
	 * @param hash covers the entry and the one before
	 * @param sentence all of that in words
	 */
	public record EntryView(long entry, String writtenAt, String person, String kind, long run,
			Map<String, String> content, String hash, String sentence) {

	}

	/**
	 * How the log ends.
	 *
	 * @param entry the number of the last entry
	 * @param hash its hash
	 */
	public record HeadView(long entry, String hash) {

	}

	/**
	 * What came of proving the log.
	 *
	 * @param proved whether nothing was altered or dropped
	 * @param head how the log ends
	 * @param entries how many entries there are
	 * @param runs how many runs were compared with them
	 * @param changes how many changes of their plans
	 * @param faults a sentence for each fault, the first of them
	 * @param faultsInAll how many faults there are
	 */
	public record ProofView(boolean proved, HeadView head, long entries, long runs, long changes, List<String> faults,
			long faultsInAll) {

		public ProofView {
			faults = List.copyOf(faults);
		}

	}

}
