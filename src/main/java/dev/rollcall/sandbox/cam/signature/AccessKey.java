package dev.rollcall.sandbox.cam.signature;

import java.util.SplittableRandom;

/**
 * Who may call.
 *
 * @param id the {@code SecretId}
 * @param secret the {@code SecretKey}, which never goes over the wire
 */
public record AccessKey(String id, String secret) {

	private static final String SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

	/** Made up; the same for the same chance. */
	public static AccessKey any(SplittableRandom chance) {
		return new AccessKey("AKID" + signs(chance), signs(chance));
	}

	private static String signs(SplittableRandom chance) {
		StringBuilder signs = new StringBuilder();
		for (int i = 0; i < 32; i++) {
			signs.append(SIGNS.charAt(chance.nextInt(SIGNS.length())));
		}
		return signs.toString();
	}

	@Override
	public String toString() {
		return "AccessKey[" + this.id + "]";
	}

}
