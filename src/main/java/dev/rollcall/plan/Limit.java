package dev.rollcall.plan;

import org.jspecify.annotations.Nullable;

/**
 * How many changes of one kind a plan may hold before a person has to look at it.
 * Measured as WeCom's own import measures what it deletes: a share that is harmless among
 * many is a disaster among few, and the other way round; so many changes may be a smaller
 * share than few. Beside that there is a number that no plan passes, because of 120,000
 * people a small share is still a town.
 *
 * @param count up to so many changes {@code smallPercent} counts, above it
 * {@code percent}
 * @param percent how many of a hundred that the target holds at most, where there are
 * more than {@code count} changes
 * @param smallPercent the same where there are not
 * @param floor so many changes are not measured in percent: in a small directory one
 * person is many percent
 * @param cap how many changes at most, whatever share they are; {@link #NO_CAP} where
 * that is not measured
 * @see <a href="https://developer.work.weixin.qq.com/document/path/90981">WeCom, replace
 * members: refused above 50 members and 20 percent, and up to 50 above 80 percent</a>
 */
public record Limit(long count, double percent, double smallPercent, long floor, long cap) {

	/** For {@link #cap}: any number. */
	public static final long NO_CAP = Long.MAX_VALUE;

	/** What of a limit was passed. */
	public enum Bound {

		CAP, PERCENT, SMALL_PERCENT

	}

	/**
	 * Measures changes.
	 * @param changes how many there are
	 * @param held how many entries the target holds; of none at all there is no share
	 * @return what they pass, null when that is nothing
	 */
	public @Nullable Bound passed(long changes, long held) {
		if (changes > this.cap) {
			return Bound.CAP;
		}
		double share = share(changes, held);
		if (changes <= this.floor || share <= ((changes > this.count) ? this.percent : this.smallPercent)) {
			return null;
		}
		return (changes > this.count) ? Bound.PERCENT : Bound.SMALL_PERCENT;
	}

	/** How many of a hundred. */
	static double share(long changes, long held) {
		return (held > 0) ? 100.0 * changes / held : 0;
	}

	Limit withCap(long other) {
		return new Limit(this.count, this.percent, this.smallPercent, this.floor, other);
	}

}
