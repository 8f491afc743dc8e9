package dev.rollcall.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Orders changes of members so that a unique value is given up before it is taken. Where
 * they go round in a circle, as in a swap, one of them is done in two writes: first it
 * gives its values up, in the end it takes the new ones.
 */
public final class UniqueOrder {

	private final UniqueValues values;

	private final List<Change> changes;

	private final Map<String, Integer> givers = new HashMap<>();

	public UniqueOrder(UniqueValues values, List<Change> changes) {
		this.values = values;
		this.changes = new ArrayList<>(changes);
		for (int i = 0; i < changes.size(); i++) {
			for (String value : values.freed(changes.get(i))) {
				this.givers.put(value, i);
			}
		}
	}

	/**
	 * The changes in a possible order, the given order kept where nothing speaks against
	 * it.
	 */
	public List<Change> ordered() {
		List<Change> ordered = new ArrayList<>();
		NavigableSet<Integer> pending = new TreeSet<>();
		for (int i = 0; i < this.changes.size(); i++) {
			pending.add(i);
		}
		while (!pending.isEmpty()) {
			List<Integer> possible = pending.stream().filter(this::isPossible).toList();
			for (int i : possible) {
				ordered.add(this.changes.get(i));
				pending.remove(i);
				giveUp(i);
			}
			if (possible.isEmpty()) {
				int first = firstGiving(pending);
				ParkedChange parked = ParkedChange.of(this.changes.get(first), this.values, first);
				ordered.add(parked.parking());
				this.changes.set(first, parked.rest());
				giveUp(first);
			}
		}
		return ordered;
	}

	private boolean isPossible(int index) {
		return this.values.taken(this.changes.get(index))
			.stream()
			.allMatch((value) -> this.givers.getOrDefault(value, index) == index);
	}

	/**
	 * In a circle everyone gives and takes, so it is an update of somebody who is there.
	 */
	private int firstGiving(NavigableSet<Integer> pending) {
		return pending.stream()
			.filter((index) -> this.givers.containsValue(index))
			.findFirst()
			.orElseGet(pending::first);
	}

	private void giveUp(int index) {
		this.givers.values().removeIf((giver) -> giver == index);
	}

}
