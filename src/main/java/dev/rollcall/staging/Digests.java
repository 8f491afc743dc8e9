package dev.rollcall.staging;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, as 64 hexadecimal digits. */
final class Digests {

	private Digests() {
	}

	static MessageDigest begin() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every JVM has SHA-256", ex);
		}
	}

	static String hex(MessageDigest digest) {
		return HexFormat.of().formatHex(digest.digest());
	}

	static String of(byte[] bytes, int count) {
		MessageDigest digest = begin();
		digest.update(bytes, 0, count);
		return hex(digest);
	}

	static String of(String text) {
		byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
		return of(utf8, utf8.length);
	}

}
