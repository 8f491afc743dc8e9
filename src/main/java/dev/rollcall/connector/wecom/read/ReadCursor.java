package dev.rollcall.connector.wecom.read;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * How far WeCom has been read.
 *
 * @param stage what was read last
 * @param digest of the id lists that were read from
 * @param refused ids of departments whose members WeCom has refused to show
 * @param position behind what to go on: the id of a department, or a userid; empty for
 * the beginning
 */
record ReadCursor(Stage stage, String digest, Set<Integer> refused, String position) {

	private static final String SEPARATOR = ";";

	/** What is read one after the other. */
	enum Stage {

		/** All departments. */
		DEPARTMENTS,

		/** The members of each department that shows them, by its id. */
		DETAILS,

		/** Everybody else, by userid. */
		IDS,

		/** Nothing is left. */
		END

	}

	ReadCursor {
		refused = Set.copyOf(refused);
	}

	/** What {@link #toString} gave; null to begin at the beginning. */
	static @Nullable ReadCursor parse(@Nullable String text) {
		if (text == null) {
			return null;
		}
		String[] parts = text.split(SEPARATOR, 4);
		Set<Integer> refused = new TreeSet<>();
		for (String id : parts[2].split(",")) {
			if (!id.isEmpty()) {
				refused.add(Integer.valueOf(id));
			}
		}
		return new ReadCursor(Stage.valueOf(parts[0]), parts[1], refused, parts[3]);
	}

	@Override
	public String toString() {
		String ids = new TreeSet<>(this.refused).stream().map(String::valueOf).collect(Collectors.joining(","));
		return String.join(SEPARATOR, this.stage.name(), this.digest, ids, this.position);
	}

}
