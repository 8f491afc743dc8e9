package dev.rollcall.directory;

import org.jspecify.annotations.Nullable;

/**
 * Something in a source that could not be used as it stands: a whole row, or one value of
 * a row that is used otherwise. It never stops a run.
 *
 * @param severity how much is lost
 * @param origin the row
 * @param column the column's heading, empty when the row as a whole is meant
 * @param value what stands there, shortened to {@value #MAX_VALUE} characters; may be
 * personal
 * @param reason what is wrong with it and what to do
 * @param userid whose row it is, null when that cannot be told
 */
public record Finding(Severity severity, Origin origin, String column, String value, Message reason,
		@Nullable String userid) {

	public static final int MAX_VALUE = 200;

	public Finding {
		if (value.length() > MAX_VALUE) {
			value = value.substring(0,
					value.offsetByCodePoints(0, Math.min(MAX_VALUE, value.codePointCount(0, MAX_VALUE))));
		}
	}

	/** What a finding costs. */
	public enum Severity {

		/** The row is not used. */
		REJECTED,

		/** The value is taken as unknown; the row is used. */
		WARNING

	}

	public boolean rejects() {
		return this.severity == Severity.REJECTED;
	}

}
