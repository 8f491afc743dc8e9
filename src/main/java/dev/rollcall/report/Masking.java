package dev.rollcall.report;

import dev.rollcall.directory.FieldNames;
import org.jspecify.annotations.Nullable;

/** Covers personal values wherever they are printed, unless they are asked for. */
public final class Masking {

	private static final String COVER = "***";

	private final boolean showPersonal;

	public Masking(boolean showPersonal) {
		this.showPersonal = showPersonal;
	}

	/** The value of a field as it may be printed. */
	public @Nullable String value(String field, @Nullable String value) {
		return (value == null || value.isEmpty() || this.showPersonal || !FieldNames.PERSONAL.contains(field)) ? value
				: masked(value);
	}

	/** Whatever stands in a cell, covered if it looks like a mobile or a mail address. */
	String cell(String value) {
		boolean personal = value.indexOf('@') > 0 || value.chars().filter(Character::isDigit).count() > 6;
		return (personal && !this.showPersonal) ? masked(value) : value;
	}

	/** Enough to recognise a value that one knows, too little to learn one. */
	static String masked(String value) {
		int at = value.indexOf('@');
		if (at > 0) {
			return value.substring(0, 1) + COVER + value.substring(at);
		}
		int length = value.codePointCount(0, value.length());
		if (length < 8) {
			return COVER;
		}
		return value.substring(0, value.offsetByCodePoints(0, 3)) + COVER
				+ value.substring(value.offsetByCodePoints(0, length - 2));
	}

}
