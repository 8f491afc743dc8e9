package dev.rollcall.compare;

import dev.rollcall.directory.Member;
import org.jspecify.annotations.Nullable;

/**
 * Pairs that earlier runs have found and that are still there: both members exist. They
 * are never paired otherwise.
 */
public interface MemberLinks {

	/** There are no links. */
	MemberLinks NONE = new MemberLinks() {

		@Override
		public @Nullable MemberLink of(Member desired) {
			return null;
		}

		@Override
		public boolean hasTarget(Member existing) {
			return false;
		}

		@Override
		public boolean hasUserid(Member existing) {
			return false;
		}

	};

	/** The link of a member of the source, null when it has none. */
	@Nullable MemberLink of(Member desired);

	/** Whether a member of the target belongs to one of the source. */
	boolean hasTarget(Member existing);

	/**
	 * Whether a member of the target has the userid of one of the source that is linked:
	 * with it, or with another one.
	 */
	boolean hasUserid(Member existing);

}
