package dev.rollcall.job;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Consumer;

import dev.rollcall.compare.KeyedMember;
import dev.rollcall.connector.Adaptation;
import dev.rollcall.directory.Member;
import org.jspecify.annotations.Nullable;

/**
 * The members of a source as a target is to have them, those left out who are not meant.
 */
final class AdaptedMembers implements Iterator<KeyedMember> {

	private final Iterator<KeyedMember> told;

	private final Adaptation adaptation;

	private final Consumer<Member> notMeant;

	private @Nullable KeyedMember next;

	/**
	 * Adapts members.
	 * @param told as the source tells them; their userids remain, and with them their
	 * order
	 * @param notMeant told of those left out
	 */
	AdaptedMembers(Iterator<KeyedMember> told, Adaptation adaptation, Consumer<Member> notMeant) {
		this.told = told;
		this.adaptation = adaptation;
		this.notMeant = notMeant;
	}

	@Override
	public boolean hasNext() {
		while (this.next == null && this.told.hasNext()) {
			KeyedMember keyed = this.told.next();
			Member adapted = this.adaptation.adapt(keyed.member());
			if (adapted == null) {
				this.notMeant.accept(keyed.member());
			}
			else {
				this.next = new KeyedMember(keyed.key(), adapted);
			}
		}
		return this.next != null;
	}

	@Override
	public KeyedMember next() {
		if (!hasNext() || this.next == null) {
			throw new NoSuchElementException();
		}
		KeyedMember member = this.next;
		this.next = null;
		return member;
	}

}
