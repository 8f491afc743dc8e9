package dev.rollcall.sandbox.authing;

/**
 * How often the look-alike lets itself be called. Authing's pages give no number.
 *
 * @param second calls in any second, 0 for any number
 * @param minute calls in any minute, 0 for any number
 * @param atOnce calls going on at the same time, 0 for any number
 */
public record Rates(int second, int minute, int atOnce) {

	public static final Rates ANY = new Rates(0, 0, 0);

	public Rates {
		if (second < 0 || minute < 0 || atOnce < 0) {
			throw new IllegalArgumentException("rates must not be below 0");
		}
	}

}
