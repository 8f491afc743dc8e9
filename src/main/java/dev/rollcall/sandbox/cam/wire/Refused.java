package dev.rollcall.sandbox.cam.wire;

/** CAM says no. */
public final class Refused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final Code code;

	private Refused(Code code, String words) {
		super(words, null, false, false);
		this.code = code;
	}

	public static Refused because(Code code) {
		return new Refused(code, code.text());
	}

	/**
	 * No, because of something.
	 * @param what the name of a parameter or the like; never a value
	 */
	public static Refused because(Code code, String what) {
		return new Refused(code, code.text() + "：" + what);
	}

	public Code code() {
		return this.code;
	}

	public String words() {
		return String.valueOf(getMessage());
	}

}
