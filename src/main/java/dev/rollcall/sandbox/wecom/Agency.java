package dev.rollcall.sandbox.wecom;

/**
 * An app that a provider has developed on the company's behalf (代开发), and what it may do
 * beside seeing its visible range.
 *
 * @param there whether there is such an app
 * @param tree whether it may see the ids of all departments (组织架构信息)
 * @param writes whether it may write, as real servers were not seen to allow
 */
public record Agency(boolean there, boolean tree, boolean writes) {

	/** No such app. */
	public static final Agency NONE = new Agency(false, false, false);

	/** One that is treated as real servers were seen to. */
	public static final Agency SEEN = new Agency(true, false, false);

}
