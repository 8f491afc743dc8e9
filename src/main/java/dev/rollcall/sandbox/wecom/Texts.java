package dev.rollcall.sandbox.wecom;

import java.nio.charset.StandardCharsets;

/** Lengths as WeCom counts them. */
final class Texts {

	private Texts() {
	}

	/** In characters, an astral one counts once. */
	static int length(String text) {
		return text.codePointCount(0, text.length());
	}

	static int bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8).length;
	}

}
