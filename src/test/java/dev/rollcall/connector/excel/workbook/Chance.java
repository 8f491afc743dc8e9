package dev.rollcall.connector.excel.workbook;

import java.util.Random;

/**
 * What tests by chance share: numbers that can be had again. A longer search than the one
 * of every build is asked for with {@code -Dchance.rounds=…}, that of a failure again
 * with {@code -Dchance.seed=…}.
 */
public final class Chance {

	private Chance() {
	}

	/** How many rounds there are. */
	public static int rounds(int usually) {
		return Integer.getInteger("chance.rounds", usually);
	}

	/** The seed of the first round; each later one has the next number. */
	public static long seed() {
		return Long.getLong("chance.seed", 20_261_120L);
	}

	@SafeVarargs
	public static <T> T pick(Random random, T... choices) {
		return choices[random.nextInt(choices.length)];
	}

}
