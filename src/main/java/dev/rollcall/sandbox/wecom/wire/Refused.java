package dev.rollcall.sandbox.wecom.wire;

/** WeCom says no. */
public final class Refused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/** What stands before the words when a value is not of the type that it should be. */
	private static final String WRONG_JSON = "Warning: wrong json format. ";

	private final Code code;

	private final boolean bare;

	private Refused(Code code, String words, boolean bare) {
		super(words, null, false, false);
		this.code = code;
		this.bare = bare;
	}

	public static Refused because(Code code) {
		return new Refused(code, code.words(), false);
	}

	/** With words of its own before those of the code. */
	public static Refused because(Code code, String before) {
		return new Refused(code, before + code.words(), false);
	}

	/** With words that have neither a hint nor a link behind them. */
	public static Refused bare(Code code, String words) {
		return new Refused(code, words, true);
	}

	public static Refused wrongJson(Code code) {
		return because(code, WRONG_JSON);
	}

	public static Refused missing(String field) {
		return because(Code.INVALID_PARAMETER, "missing field `" + field + "`. ");
	}

	public Code code() {
		return this.code;
	}

	public String words() {
		return String.valueOf(getMessage());
	}

	/** Whether the words stand alone. */
	public boolean isBare() {
		return this.bare;
	}

}
