package dev.rollcall.connector.remote;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;

import org.jspecify.annotations.Nullable;

/**
 * What nobody may read in any text. Some vendors take secrets and tokens in the address
 * of a call, and addresses are what failures like to speak of.
 */
public final class Secrets {

	private static final String COVER = "***";

	private final Set<String> known = new CopyOnWriteArraySet<>();

	public void add(@Nullable String secret) {
		if (secret != null && !secret.isBlank()) {
			this.known.add(secret);
			this.known.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
		}
	}

	/** A text with all secrets covered. */
	public String cover(@Nullable String text) {
		String covered = (text != null) ? text : "";
		for (String secret : this.known) {
			covered = covered.replace(secret, COVER);
		}
		return covered;
	}

	/**
	 * What can be shown of a failure: what kind it is, what it says, and where it arose.
	 */
	Throwable covered(Throwable failure) {
		Throwable shown = new CoveredFailure(failure.getClass().getSimpleName() + ": " + cover(failure.getMessage()));
		shown.setStackTrace(failure.getStackTrace());
		return shown;
	}

	private static final class CoveredFailure extends Exception {

		private static final long serialVersionUID = 1L;

		CoveredFailure(String message) {
			super(message);
		}

	}

}
