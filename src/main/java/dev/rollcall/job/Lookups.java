package dev.rollcall.job;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Gathers what is to be looked up in a target, so that it is asked about many at once.
 *
 * @param <T> what is looked up
 */
final class Lookups<T> {

	/** How many are asked about at once: enough that a list of all is worth its call. */
	static final int AT_ONCE = 10_000;

	private final Consumer<List<T>> look;

	private List<T> gathered = new ArrayList<>();

	Lookups(Consumer<List<T>> look) {
		this.look = look;
	}

	void add(T sought) {
		this.gathered.add(sought);
		if (this.gathered.size() == AT_ONCE) {
			flush();
		}
	}

	/** Looks up what has been gathered. */
	void flush() {
		if (!this.gathered.isEmpty()) {
			List<T> all = this.gathered;
			this.gathered = new ArrayList<>();
			this.look.accept(all);
		}
	}

}
