package dev.rollcall.definition;

import java.util.regex.Pattern;

/**
 * Which keys of a job file hold secrets: their values may only be references to
 * environment variables.
 */
final class SecretKeys {

	/**
	 * What becomes of everybody's {@code passwords} is no secret. Whoever knows a
	 * {@code robot} may speak in its group.
	 */
	private static final Pattern NAME = Pattern.compile("(?i).*(password(?!s$)|secret|token|access-?key).*|.*\\.robot");

	/**
	 * Nothing but references: what stands around one, or for one by default, is plain.
	 */
	private static final Pattern REFERENCES = Pattern.compile("(\\$\\{[^}:$]+})+");

	/** A key that is no setting's but somebody's name for something. */
	private static final Pattern NAMED = Pattern.compile("\\[[A-Za-z0-9_.-]*[^A-Za-z0-9_.\\-\\]][^\\]]*]");

	private SecretKeys() {
	}

	static boolean contains(String key) {
		return NAME.matcher(NAMED.matcher(key).replaceAll("")).matches();
	}

	/** Whether a value, as it is written, holds nothing but references. */
	static boolean isReference(String written) {
		return REFERENCES.matcher(written).matches();
	}

}
