package dev.rollcall.connector;

import dev.rollcall.directory.Member;
import dev.rollcall.plan.AccountRules;
import org.jspecify.annotations.Nullable;

/**
 * Makes of the members of a source what a target with {@link Accounts} is to have, before
 * anything is compared: whether they are meant at all, how their accounts are called, to
 * which groups they belong. Asked several times of the same member, always with the same
 * answer.
 */
public interface Adaptation extends AccountRules {

	/** Every member is what it is. */
	Adaptation NONE = new Adaptation() {

		@Override
		public Member adapt(Member member) {
			return member;
		}

	};

	/**
	 * A member as the target is to have it. Its schema has the {@link Accounts#derived()}
	 * fields already, with nothing known of them.
	 * @return the same with what is derived, its userid and its placements untouched; as
	 * one of whom nothing is known ({@link Member#isUnknown()}) where it cannot be told
	 * whether it is meant; null when it is not
	 */
	@Nullable Member adapt(Member member);

}
