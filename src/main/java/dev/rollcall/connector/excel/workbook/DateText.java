package dev.rollcall.connector.excel.workbook;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;

import org.jspecify.annotations.Nullable;

/**
 * Dates as text: ISO 8601, {@code 2026-01-31}, {@code 2026-01-31T08:30}, {@code 08:30};
 * seconds only where there are some. Whether a time is said depends on how the cell is
 * shown, not on its value.
 */
final class DateText {

	private static final long SECONDS = 86_400;

	/** Excel's last day is the 31st of December 9999. */
	private static final double LAST = 2_958_466;

	/** Excel takes 1900 for a leap year: the day it calls the 60th does not exist. */
	private static final int NO_DAY = 60;

	private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);

	private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);

	private DateText() {
	}

	/**
	 * A date as a number of days.
	 * @param number as it is written in XML
	 * @param type {@link CellType#DATE}, {@link CellType#TIME} or
	 * {@link CellType#DATE_TIME}
	 * @return null when the number is no date
	 */
	static @Nullable String of(String number, byte type, boolean from1904) {
		double days;
		try {
			days = Double.parseDouble(number.strip());
		}
		catch (NumberFormatException ex) {
			return null;
		}
		if (!(days >= 0 && days < LAST)) {
			return null;
		}
		// Times are fractions of a day, which are seldom exact.
		long seconds = Math.round(days * SECONDS);
		LocalTime time = LocalTime.ofSecondOfDay(seconds % SECONDS);
		int day = (int) (seconds / SECONDS);
		if (type == CellType.TIME && day == 0) {
			return time.toString();
		}
		LocalDate date = from1904 ? EPOCH_1904.plusDays(day) : day(day);
		if (date == null) {
			return null;
		}
		return (type == CellType.DATE) ? date.toString() : date + "T" + time;
	}

	private static @Nullable LocalDate day(int day) {
		if (day == 0 || day == NO_DAY) {
			return null;
		}
		return EPOCH_1900.plusDays((day < NO_DAY) ? day + 1 : day);
	}

	/** A date that is written as ISO 8601, null when it is none. */
	static @Nullable String ofIso(String text) {
		String date = text.strip();
		if (date.endsWith("Z")) {
			date = date.substring(0, date.length() - 1);
		}
		try {
			if (date.indexOf('T') < 0) {
				return (date.indexOf(':') < 0) ? LocalDate.parse(date).toString() : LocalTime.parse(date).toString();
			}
			LocalDateTime both = LocalDateTime.parse(date, DateTimeFormatter.ISO_LOCAL_DATE_TIME);
			boolean midnight = both.toLocalTime().equals(LocalTime.MIDNIGHT);
			return midnight ? both.toLocalDate().toString() : both.withNano(0).toString();
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

}
