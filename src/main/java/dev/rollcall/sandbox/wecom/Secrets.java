package dev.rollcall.sandbox.wecom;

import java.util.SplittableRandom;
import java.util.UUID;

import dev.rollcall.sandbox.wecom.wire.Signs;

/**
 * Who may ask for a token.
 *
 * @param corporation the corporation's id
 * @param contact the secret of the contact-sync assistant (通讯录同步)
 * @param app the secret of a self-built app (自建应用)
 * @param foreign a good secret, but of another corporation
 * @param permanentCode the permanent code (永久授权码) of an app that a provider has developed
 * on the company's behalf (代开发), which stands in place of a secret
 * @param robotKey the key of a group robot (消息推送)
 */
public record Secrets(String corporation, String contact, String app, String foreign, String permanentCode,
		String robotKey) {

	/** Made up; the same for the same seed. */
	static Secrets seeded(long seed) {
		SplittableRandom chance = new SplittableRandom(seed);
		StringBuilder corporation = new StringBuilder("ww");
		for (int i = 0; i < 16; i++) {
			corporation.append(Character.forDigit(chance.nextInt(16), 16));
		}
		return new Secrets(corporation.toString(), Signs.any(chance, 43), Signs.any(chance, 43), Signs.any(chance, 43),
				Signs.any(chance, 43), new UUID(chance.nextLong(), chance.nextLong()).toString());
	}

	@Override
	public String toString() {
		return "Secrets[" + this.corporation + "]";
	}

}
