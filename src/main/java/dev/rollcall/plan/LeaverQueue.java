package dev.rollcall.plan;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Everybody in one target whom earlier runs have disabled because the source did not have
 * them, as the queue stands when a plan is made. Notes who was asked for: the others are
 * no more in the target.
 */
public final class LeaverQueue {

	public static final LeaverQueue NOBODY = new LeaverQueue(Map.of());

	private final Map<String, Leaver> leavers;

	private final Set<String> seen = new HashSet<>();

	/** A queue of leavers by the refs of the members. */
	public LeaverQueue(Map<String, Leaver> leavers) {
		this.leavers = Map.copyOf(leavers);
	}

	/** The leaver who is this member of the target; null when it is none. */
	@Nullable Leaver find(String ref) {
		Leaver leaver = this.leavers.isEmpty() ? null : this.leavers.get(ref);
		if (leaver != null) {
			this.seen.add(ref);
		}
		return leaver;
	}

	/** Refs of those whom nobody has asked for, sorted. */
	Collection<String> unseen() {
		return this.leavers.keySet().stream().filter((ref) -> !this.seen.contains(ref)).sorted().toList();
	}

}
