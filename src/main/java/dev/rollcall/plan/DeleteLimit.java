package dev.rollcall.plan;

import org.jspecify.annotations.Nullable;

/**
 * How many entries a plan may delete before a person has to look at it. Held when either
 * number is passed; the percentage only counts above the floor, because in a small
 * directory one person is many percent.
 *
 * @param count how many at most
 * @param percent how many of a hundred that the target holds at most
 * @param floor so many are not measured in percent
 */
public record DeleteLimit(long count, double percent, long floor) {

	/** WeCom's own import holds above 50, and above 20 percent. */
	public static final DeleteLimit DEFAULT = new DeleteLimit(50, 20, 5);

	/**
	 * Measures a plan.
	 * @param deletes how many entries it deletes
	 * @param total how many the target holds
	 * @return what was passed, null when nothing was
	 */
	public @Nullable Breach breach(long deletes, long total) {
		double share = (total > 0) ? 100.0 * deletes / total : 0;
		boolean tooMany = deletes > this.count;
		boolean tooLarge = deletes > this.floor && share > this.percent;
		return (tooMany || tooLarge) ? new Breach(deletes, total, share, tooMany, tooLarge) : null;
	}

	/**
	 * A limit that was passed.
	 *
	 * @param deletes how many entries the plan deletes
	 * @param total how many the target holds
	 * @param percent the one of the other
	 * @param byCount whether there are too many
	 * @param byPercent whether they are too large a share
	 */
	public record Breach(long deletes, long total, double percent, boolean byCount, boolean byPercent) {

	}

}
