package dev.rollcall.sandbox.wecom;

/**
 * How often the look-alike lets itself be called.
 *
 * @param minute calls of one kind in any 60 seconds
 * @param hour calls of one kind in any 60 minutes
 * @param atOnce calls going on at the same time
 * @see <a href="https://developer.work.weixin.qq.com/document/path/90454">WeCom, limits
 * of frequency</a>
 */
public record Rates(int minute, int hour, int atOnce) {

	/** As WeCom says of one corporation; how many calls at once is not said anywhere. */
	public static final Rates DOCUMENTED = new Rates(10_000, 150_000, 200);

	public Rates {
		if (minute < 1 || hour < 1 || atOnce < 1) {
			throw new IllegalArgumentException("rates must be above 0");
		}
	}

}
