package dev.rollcall.connector.wecom.read;

import java.time.Duration;
import java.util.function.Supplier;

import dev.rollcall.connector.remote.Pace;
import org.jspecify.annotations.Nullable;

/**
 * The id lists, read once for two: for whoever looks beforehand what is shown of whom,
 * and for the reader that comes behind. If that takes longer than a minute to come, it
 * reads them anew.
 */
final class CompanyAhead {

	private static final Duration GOOD_FOR = Duration.ofMinutes(1);

	private final Supplier<Company> lists;

	private final Pace pace;

	private @Nullable Company kept;

	private long read;

	CompanyAhead(Supplier<Company> lists, Pace pace) {
		this.lists = lists;
		this.pace = pace;
	}

	/** The lists, kept for whoever takes them. */
	synchronized Company look() {
		Company company = take();
		this.kept = company;
		return company;
	}

	/** The lists, kept no longer. */
	synchronized Company take() {
		Company company = this.kept;
		this.kept = null;
		if (company == null || isOld()) {
			this.read = this.pace.nanos();
			company = this.lists.get();
		}
		return company;
	}

	/** They are not so any more. */
	synchronized void forget() {
		this.kept = null;
	}

	private boolean isOld() {
		return this.pace.nanos() - this.read > GOOD_FOR.toNanos();
	}

}
