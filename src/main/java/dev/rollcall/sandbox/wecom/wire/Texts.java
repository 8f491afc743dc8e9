package dev.rollcall.sandbox.wecom.wire;

import java.nio.charset.StandardCharsets;

/** Lengths as WeCom counts them. */
public final class Texts {

	private Texts() {
	}

	/** In characters, an astral one counts once. */
	public static int length(String text) {
		return text.codePointCount(0, text.length());
	}

	public static int bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8).length;
	}

}
