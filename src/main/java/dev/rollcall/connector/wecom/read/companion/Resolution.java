package dev.rollcall.connector.wecom.read.companion;

/** Which department each path means. Both are named by their places. */
public final class Resolution {

	private final int[] meant;

	private final Doubt[] doubts;

	Resolution(int[] meant, Doubt[] doubts) {
		this.meant = meant;
		this.doubts = doubts;
	}

	/**
	 * The department that a path means, {@link NamedTree#NONE} when that is not certain.
	 */
	public int department(int path) {
		return this.meant[path];
	}

	/** Why it is not certain. */
	public Doubt doubt(int path) {
		return this.doubts[path];
	}

}
