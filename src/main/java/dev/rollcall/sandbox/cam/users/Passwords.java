package dev.rollcall.sandbox.cam.users;

import java.security.SecureRandom;
import java.util.List;
import java.util.regex.Pattern;

import dev.rollcall.sandbox.cam.wire.Code;
import dev.rollcall.sandbox.cam.wire.Refused;

/** Passwords as CAM demands them unless its owner has other rules. */
final class Passwords {

	private static final int LENGTH = 32;

	private static final String SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789!@#%^*()_+-=";

	private static final List<Pattern> RULES = List.of(Pattern.compile(".{8,}"), Pattern.compile(".*[A-Z].*"),
			Pattern.compile(".*[a-z].*"), Pattern.compile(".*[0-9].*"), Pattern.compile(".*[^A-Za-z0-9].*"));

	private final SecureRandom chance = new SecureRandom();

	/**
	 * Checks a password.
	 * @throws Refused when it is too simple
	 */
	static void check(String password) {
		if (!isGood(password)) {
			throw Refused.because(Code.PASSWORD);
		}
	}

	/** Another password, which nobody can foresee. */
	String next() {
		String password = "";
		while (!isGood(password)) {
			StringBuilder signs = new StringBuilder();
			for (int i = 0; i < LENGTH; i++) {
				signs.append(SIGNS.charAt(this.chance.nextInt(SIGNS.length())));
			}
			password = signs.toString();
		}
		return password;
	}

	private static boolean isGood(String password) {
		return RULES.stream().allMatch((rule) -> rule.matcher(password).matches());
	}

}
