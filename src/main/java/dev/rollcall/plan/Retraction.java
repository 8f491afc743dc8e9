package dev.rollcall.plan;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;

import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a change that is to be taken back. With neither part the entry is as it
 * was before already.
 *
 * @param change what is done, as far as it can be
 * @param left what would have to be done besides, and is not
 * @param why why it is not
 */
record Retraction(@Nullable Change change, @Nullable Change left, @Nullable Message why) {

	/** There is nothing to be done. */
	static final Retraction AS_BEFORE = new Retraction(null, null, null);

	static Retraction by(Change inverse) {
		return new Retraction(inverse, null, null);
	}

	static Retraction left(Change inverse, Message why) {
		return new Retraction(null, inverse, why);
	}

	/**
	 * The same with a reason that tells what does not come back.
	 * @param unknown fields of which nobody knows what they held
	 * @param lost what the target cannot bring back
	 */
	Retraction but(long run, Collection<String> unknown, Lost lost) {
		if (this.change == null) {
			return this;
		}
		if (lost.all()) {
			return left(this.change, Reasons.cannotBeUndone(lost.things()));
		}
		Set<String> all = new LinkedHashSet<>(unknown);
		all.addAll(lost.things());
		return new Retraction(this.change.because(Reasons.undone(run, all)), this.left, this.why);
	}

	Disposition disposition() {
		return (this.change != null) ? Disposition.CHANGED
				: (this.left != null) ? Disposition.LEFT_ALONE : Disposition.AS_BEFORE;
	}

	/** Puts it into a plan. */
	void into(PlanSink sink, Function<Change, Phase> phase) {
		if (this.change != null) {
			sink.change(phase.apply(this.change), this.change, null);
		}
		if (this.left != null) {
			sink.change(phase.apply(this.left), this.left, this.why);
		}
	}

}
