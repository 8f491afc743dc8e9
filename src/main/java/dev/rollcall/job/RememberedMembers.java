package dev.rollcall.job;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

import dev.rollcall.compare.KeyedMember;
import dev.rollcall.staging.Ledger;

/**
 * The members of a target with what only the ledger knows of them: asked for a thousand
 * members at a time, so that it need not fit into memory.
 */
final class RememberedMembers implements Iterator<KeyedMember> {

	private static final int AT_ONCE = 1000;

	private final Iterator<KeyedMember> shown;

	private final Ledger ledger;

	private final ArrayDeque<KeyedMember> ready = new ArrayDeque<>();

	RememberedMembers(Iterator<KeyedMember> shown, Ledger ledger) {
		this.shown = shown;
		this.ledger = ledger;
	}

	@Override
	public boolean hasNext() {
		if (this.ready.isEmpty()) {
			read();
		}
		return !this.ready.isEmpty();
	}

	@Override
	public KeyedMember next() {
		if (!hasNext()) {
			throw new NoSuchElementException();
		}
		return this.ready.remove();
	}

	private void read() {
		List<KeyedMember> batch = new ArrayList<>(AT_ONCE);
		while (batch.size() < AT_ONCE && this.shown.hasNext()) {
			batch.add(this.shown.next());
		}
		Map<String, Map<String, String>> remembered = this.ledger
			.remembered(batch.stream().map((keyed) -> keyed.member().ref()).toList());
		for (KeyedMember keyed : batch) {
			Map<String, String> known = remembered.get(keyed.member().ref());
			this.ready
				.add((known != null) ? new KeyedMember(keyed.key(), Ledger.complete(keyed.member(), known)) : keyed);
		}
	}

}
