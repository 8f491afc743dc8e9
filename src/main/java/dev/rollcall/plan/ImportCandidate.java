package dev.rollcall.plan;

import java.util.List;

import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

/**
 * A member who could be imported by hand, because no account of theirs is bound to WeCom.
 *
 * @param desired the member as the target is to have it
 * @param existing the account that it has without being bound, or all that it could have
 * if there is a problem; empty when it has none
 * @param problem why it cannot be imported as it stands; null when it can
 */
public record ImportCandidate(Member desired, List<Member> existing, @Nullable Message problem) {

	public ImportCandidate {
		existing = List.copyOf(existing);
	}

}
