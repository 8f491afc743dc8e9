package dev.rollcall.sandbox.wecom.wire;

import java.util.SplittableRandom;

/** Texts that nobody can guess: secrets, tokens, ids of files and imports. */
public final class Signs {

	private static final String SIGNS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";

	private Signs() {
	}

	/** A text of that length. */
	public static String any(SplittableRandom chance, int length) {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < length; i++) {
			text.append(SIGNS.charAt(chance.nextInt(SIGNS.length())));
		}
		return text.toString();
	}

}
