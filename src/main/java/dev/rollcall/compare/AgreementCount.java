package dev.rollcall.compare;

import java.util.List;

import dev.rollcall.directory.Member;

/**
 * Counts, while members are paired, which of them departments share that are still
 * unpaired.
 *
 * @param agreement what is counted into
 */
public record AgreementCount(MemberAgreement agreement) implements MemberMatching.Found {

	@Override
	public void linked(Member desired, Member existing, MemberLink link) {
		pair(desired, existing);
	}

	@Override
	public void by(MemberKey key) {
		// It makes no difference.
	}

	@Override
	public void pair(Member desired, Member existing) {
		this.agreement.pair(desired, existing);
	}

	@Override
	public void onlyInSource(Member desired) {
		this.agreement.onlyInSource(desired);
	}

	@Override
	public void onlyInTarget(Member existing) {
		this.agreement.onlyInTarget(existing);
	}

	@Override
	public void repeated(Member desired) {
		// Counted the first time.
	}

	@Override
	public void conflict(String key, List<Member> desired, List<Member> existing) {
		desired.forEach(this.agreement::onlyInSource);
		existing.forEach(this.agreement::onlyInTarget);
	}

}
