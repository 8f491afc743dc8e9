package dev.rollcall.sandbox.cam.wire;

import java.util.List;

/**
 * Which part of a list is asked for.
 *
 * @param from how many entries stand before it
 * @param size how many entries it has, at most
 */
public record Page(long from, long size) {

	private static final long USUAL = 20;

	/**
	 * By pages, counted from 1.
	 * @param largest how many entries a page may have, 0 for any number
	 * @param caps whether a page that would be too large is made smaller rather than
	 * refused
	 */
	public static Page numbered(Question question, int largest, boolean caps) {
		long number = question.number("Page", 1);
		if (number < 1) {
			throw Refused.because(Code.PARAM_ERROR, "Page");
		}
		long size = sized("Rp", question.number("Rp", USUAL), largest, caps);
		return new Page((number - 1) * size, size);
	}

	/** By how many entries stand before it. */
	public static Page offset(Question question, int largest, boolean caps) {
		long from = question.number("Offset", 0);
		if (from < 0) {
			throw Refused.because(Code.PARAM_ERROR, "Offset");
		}
		return new Page(from, sized("Limit", question.number("Limit", USUAL), largest, caps));
	}

	/** The entries of a list that stand on this page. */
	public <T> List<T> of(List<T> all) {
		int first = (int) Math.min(all.size(), this.from);
		return all.subList(first, (int) Math.min(all.size(), first + this.size));
	}

	private static long sized(String name, long size, int largest, boolean caps) {
		boolean tooLarge = largest > 0 && size > largest;
		if (size < 1 || size > Integer.MAX_VALUE || (tooLarge && !caps)) {
			throw Refused.because(Code.PARAM_ERROR, name);
		}
		return tooLarge ? largest : size;
	}

}
