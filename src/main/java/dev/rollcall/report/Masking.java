package dev.rollcall.report;

import java.util.regex.Pattern;

import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.PersonalValues;
import org.jspecify.annotations.Nullable;

/** Covers personal values wherever they are printed, unless they are asked for. */
public final class Masking {

	/**
	 * Headings, in any language, of columns whose cells are personal whatever they hold.
	 */
	private static final Pattern PERSONAL_COLUMN = Pattern
		.compile("(?i).*(手机|电话|座机|邮箱|邮件|地址|mobile|phone|mail|address).*");

	private final boolean showPersonal;

	public Masking(boolean showPersonal) {
		this.showPersonal = showPersonal;
	}

	/** The value of a field as it may be printed. */
	public @Nullable String value(String field, @Nullable String value) {
		return (value == null || value.isEmpty() || this.showPersonal || !FieldNames.PERSONAL.contains(field)) ? value
				: PersonalValues.masked(value);
	}

	/**
	 * Whatever stands in a cell, covered if it looks like a mobile or a mail address, or
	 * if its column is one of such.
	 */
	String cell(String column, String value) {
		boolean personal = value.indexOf('@') > 0 || value.chars().filter(Character::isDigit).count() > 6
				|| PERSONAL_COLUMN.matcher(column).matches();
		return (personal && !value.isEmpty() && !this.showPersonal) ? PersonalValues.masked(value) : value;
	}

}
