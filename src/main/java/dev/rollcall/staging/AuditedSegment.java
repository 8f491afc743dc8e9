package dev.rollcall.staging;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * What the audit log says of one segment of a plan, and whether the segment agrees: one
 * byte for each of its changes.
 */
final class AuditedSegment {

	/** Has failed or was withheld, and has been taken up again since. */
	private static final byte REOPENED = 100;

	private final byte[] logged = new byte[PlanSegmentWriter.SIZE];

	/** Digests that entries name, each with the first entry that does. */
	private final Map<String, Long> digests = new LinkedHashMap<>();

	/** Takes what an entry says. */
	void take(long seq, Applied applied) {
		this.digests.putIfAbsent(applied.digest(), seq);
		applied.ended().forEach((state, ranges) -> ranges.forEach((range) -> {
			for (int i = range.first(); i <= range.last() && i < this.logged.length; i++) {
				this.logged[i] = state.code();
			}
		}));
	}

	/** Failed changes have been taken up again. */
	void reopen() {
		for (int i = 0; i < this.logged.length; i++) {
			if (this.logged[i] == ChangeState.FAILED.code() || this.logged[i] == ChangeState.WITHHELD.code()) {
				this.logged[i] = REOPENED;
			}
		}
	}

	/** Entries that name another digest than the segment has, by that. */
	Map<String, Long> otherDigests(String digest) {
		Map<String, Long> others = new LinkedHashMap<>(this.digests);
		others.remove(digest);
		return others;
	}

	/** Positions that are said to be done or failed where no entry says so. */
	List<Applied.Range> withoutEntry(byte[] states) {
		return ranges(states, (position) -> isEnded(states[position]) && said(position) != states[position]
				&& !(said(position) == REOPENED && states[position] == ChangeState.FAILED.code()));
	}

	/** Positions of which an entry says an end that they do not have. */
	List<Applied.Range> withoutEnd(byte[] states) {
		return ranges(states, (position) -> !isEnded(states[position]) && said(position) != 0
				&& said(position) != REOPENED && said(position) != states[position]);
	}

	/**
	 * The states as the plan was made: which changes were meant, which withheld, which
	 * stand elsewhere.
	 */
	byte[] planned(byte[] states) {
		byte[] planned = states.clone();
		for (int i = 0; i < planned.length; i++) {
			boolean meant = planned[i] != ChangeState.ELSEWHERE.code()
					&& (planned[i] != ChangeState.WITHHELD.code() || said(i) != 0);
			planned[i] = meant ? ChangeState.PENDING.code() : planned[i];
		}
		return planned;
	}

	private byte said(int position) {
		return (position < this.logged.length) ? this.logged[position] : 0;
	}

	private static boolean isEnded(byte state) {
		return state == ChangeState.DONE.code() || state == ChangeState.FAILED.code();
	}

	private static List<Applied.Range> ranges(byte[] states, IntPredicate wrong) {
		return Applied.ranges(IntStream.range(0, states.length).filter(wrong).toArray());
	}

}
