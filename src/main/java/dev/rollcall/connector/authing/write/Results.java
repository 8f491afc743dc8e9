package dev.rollcall.connector.authing.write;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReferenceArray;

import dev.rollcall.connector.Outcome;
import dev.rollcall.connector.authing.api.UserDetail;
import org.jspecify.annotations.Nullable;

/** What has become of changes that came together. Safe for use by many threads. */
final class Results {

	private final AtomicReferenceArray<@Nullable Outcome> outcomes;

	private final Collection<Placed> placed = new ConcurrentLinkedQueue<>();

	Results(int changes) {
		this.outcomes = new AtomicReferenceArray<>(changes);
	}

	/**
	 * A member whose fields are written and whose departments are not.
	 *
	 * @param now what Authing has said last, null when it has said nothing
	 */
	record Placed(int index, String userId, Places places, @Nullable UserDetail now) {

	}

	void set(int index, Outcome outcome) {
		this.outcomes.set(index, outcome);
	}

	/** The fields are written: all is done but for what departments there may be. */
	void written(Sending sending, String userId, @Nullable UserDetail now) {
		Places places = sending.places();
		if (places != null) {
			boolean creation = sending.body().userId() == null;
			boolean more = !creation || now == null || places.wantMore(now.mainDepartmentId(), now.departmentIds());
			if (more) {
				this.placed.add(new Placed(sending.index(), userId, places, now));
			}
		}
		set(sending.index(), Outcome.done());
	}

	/** Those whose departments are still to be written; they are handed over once. */
	List<Placed> takePlaced() {
		List<Placed> taken = new ArrayList<>(this.placed);
		this.placed.clear();
		taken.sort(Comparator.comparingInt(Placed::index));
		return taken;
	}

	/** An outcome for each change. */
	List<Outcome> all() {
		List<Outcome> all = new ArrayList<>(this.outcomes.length());
		for (int i = 0; i < this.outcomes.length(); i++) {
			all.add(Objects.requireNonNull(this.outcomes.get(i)));
		}
		return all;
	}

}
