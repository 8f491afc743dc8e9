package dev.rollcall.sandbox.authing;

import java.util.SplittableRandom;

/**
 * Who may ask for a token.
 *
 * @param id the {@code accessKeyId}
 * @param secret the {@code accessKeySecret}
 * @param pool the id of the user pool
 */
public record Keys(String id, String secret, String pool) {

	/** Made up; the same for the same seed. */
	static Keys seeded(long seed) {
		SplittableRandom chance = new SplittableRandom(seed);
		return new Keys(digits(chance, 24), digits(chance, 32), digits(chance, 24));
	}

	private static String digits(SplittableRandom chance, int length) {
		StringBuilder digits = new StringBuilder();
		for (int i = 0; i < length; i++) {
			digits.append(Character.forDigit(chance.nextInt(16), 16));
		}
		return digits.toString();
	}

	@Override
	public String toString() {
		return "Keys[" + this.id + "]";
	}

}
