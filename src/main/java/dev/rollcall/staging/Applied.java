package dev.rollcall.staging;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.rollcall.plan.Phase;

/**
 * What an entry of the audit log says of changes of one segment that have ended: which of
 * them how, by their positions, and what they are, by the digest of the segment.
 *
 * @param phase the phase of the segment
 * @param segment its number there
 * @param ended the positions by how those changes have ended, ascending
 * @param digest of all changes of the segment, with before and after
 */
record Applied(Phase phase, int segment, Map<ChangeState, List<Range>> ended, String digest) {

	private static final List<ChangeState> ENDS = List.of(ChangeState.DONE, ChangeState.FAILED, ChangeState.WITHHELD);

	/** Positions from one to another, both included. */
	record Range(int first, int last) {

		int size() {
			return this.last - this.first + 1;
		}

		@Override
		public String toString() {
			return (this.first == this.last) ? Integer.toString(this.first) : this.first + "-" + this.last;
		}

		static Range parse(String text) {
			int dash = text.indexOf('-');
			int first = Integer.parseInt((dash < 0) ? text : text.substring(0, dash));
			return new Range(first, (dash < 0) ? first : Integer.parseInt(text.substring(dash + 1)));
		}

	}

	/** What became of some changes of one segment. */
	static Applied of(List<PlanProgress.Result> results, String digest) {
		PlannedChange first = results.get(0).change();
		Map<ChangeState, List<Range>> ended = new EnumMap<>(ChangeState.class);
		for (ChangeState state : ENDS) {
			List<Range> ranges = ranges(results.stream()
				.filter((result) -> result.state() == state)
				.mapToInt((result) -> result.change().position())
				.sorted()
				.toArray());
			if (!ranges.isEmpty()) {
				ended.put(state, ranges);
			}
		}
		return new Applied(first.phase(), first.segment(), ended, digest);
	}

	/** Positions, ascending, with those together that follow one another. */
	static List<Range> ranges(int... positions) {
		List<Range> ranges = new ArrayList<>();
		for (int i = 0; i < positions.length; i++) {
			int first = positions[i];
			while (i + 1 < positions.length && positions[i + 1] == positions[i] + 1) {
				i++;
			}
			ranges.add(new Range(first, positions[i]));
		}
		return ranges;
	}

	/** How many changes have ended so. */
	long count(ChangeState state) {
		return this.ended.getOrDefault(state, List.of()).stream().mapToLong(Range::size).sum();
	}

	String content() {
		StringBuilder content = new StringBuilder("phase=").append(word(this.phase))
			.append("\nsegment=")
			.append(this.segment);
		this.ended.forEach((state, ranges) -> content.append('\n')
			.append(word(state))
			.append('=')
			.append(String.join(",", ranges.stream().map(Range::toString).toList())));
		return content.append("\ndigest=").append(this.digest).toString();
	}

	/**
	 * What an entry says.
	 * @throws IllegalArgumentException when it is not of this kind
	 */
	static Applied parse(Map<String, String> values) {
		Map<ChangeState, List<Range>> ended = new EnumMap<>(ChangeState.class);
		for (ChangeState state : ENDS) {
			String ranges = values.get(word(state));
			if (ranges != null) {
				ended.put(state, List.of(ranges.split(",")).stream().map(Range::parse).toList());
			}
		}
		return new Applied(Phase.valueOf(values.getOrDefault("phase", "").replace('-', '_').toUpperCase(Locale.ROOT)),
				Integer.parseInt(values.getOrDefault("segment", "")), ended, values.getOrDefault("digest", ""));
	}

	static String word(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
