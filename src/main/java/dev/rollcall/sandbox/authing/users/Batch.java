package dev.rollcall.sandbox.authing.users;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import dev.rollcall.sandbox.authing.pool.Habit;
import dev.rollcall.sandbox.authing.pool.UserPool;
import dev.rollcall.sandbox.authing.wire.Refused;

/**
 * Does the same to many, and what the pool's habits say when one of them cannot be done.
 *
 * @param <T> what each is done with
 * @param <R> what comes of each
 */
final class Batch<T, R> {

	private final UserPool pool;

	private final Consumer<R> undo;

	/**
	 * A batch.
	 * @param undo takes one back that was done; called for the last first
	 */
	Batch(UserPool pool, Consumer<R> undo) {
		this.pool = pool;
		this.undo = undo;
	}

	/**
	 * What came of all, or of those that could be done.
	 * @throws Refused when one could not, and that is not passed over
	 */
	List<R> run(List<T> all, Function<T, R> work) {
		List<R> done = new ArrayList<>();
		for (T each : all) {
			try {
				done.add(work.apply(each));
			}
			catch (Refused ex) {
				if (!this.pool.has(Habit.BATCH_PASSES)) {
					end(done);
					throw ex;
				}
			}
		}
		return done;
	}

	private void end(List<R> done) {
		if (!this.pool.has(Habit.BATCH_STOPS)) {
			for (int i = done.size() - 1; i >= 0; i--) {
				this.undo.accept(done.get(i));
			}
		}
	}

}
