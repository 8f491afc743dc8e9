package dev.rollcall.sandbox.wecom;

import java.util.SplittableRandom;

/**
 * Who may ask for a token.
 *
 * @param corporation the corporation's id
 * @param contact the secret of the contact-sync assistant (通讯录同步)
 * @param app the secret of a self-built app (自建应用) that may see everybody
 * @param foreign a good secret, but of another corporation
 */
public record Secrets(String corporation, String contact, String app, String foreign) {

	private static final String SIGNS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";

	/** Made up; the same for the same seed. */
	static Secrets seeded(long seed) {
		SplittableRandom chance = new SplittableRandom(seed);
		StringBuilder corporation = new StringBuilder("ww");
		for (int i = 0; i < 16; i++) {
			corporation.append(Character.forDigit(chance.nextInt(16), 16));
		}
		return new Secrets(corporation.toString(), signs(chance, 43), signs(chance, 43), signs(chance, 43));
	}

	static String signs(SplittableRandom chance, int length) {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < length; i++) {
			text.append(SIGNS.charAt(chance.nextInt(SIGNS.length())));
		}
		return text.toString();
	}

	@Override
	public String toString() {
		return "Secrets[" + this.corporation + "]";
	}

}
