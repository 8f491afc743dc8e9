package dev.rollcall.directory;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A phone number in two parts, as vendors keep it. As a text it is written like WeCom's
 * mobiles: without any code in China, else with a plus and the code of the country.
 *
 * @param countryCode such as {@code +86}
 * @param number the rest; empty for none
 */
public record PhoneNumber(String countryCode, String number) {

	private static final String CHINA = "+86";

	/**
	 * Codes of two digits; 1 and 7 stand alone, all others have three. None begins with
	 * another one.
	 * @see <a href="https://www.itu.int/pub/T-SP-E.164D">ITU, assigned country codes</a>
	 */
	private static final Set<String> TWO = Set.of("20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41",
			"43", "44", "45", "46", "47", "48", "49", "51", "52", "53", "54", "55", "56", "57", "58", "60", "61", "62",
			"63", "64", "65", "66", "81", "82", "84", "86", "90", "91", "92", "93", "94", "95", "98");

	/**
	 * The text of a number; empty for none.
	 * @param countryCode with or without its plus; China's if there is none
	 */
	public static String text(@Nullable String countryCode, @Nullable String number) {
		if (number == null || number.isEmpty()) {
			return "";
		}
		String code = (countryCode == null || countryCode.isBlank()) ? CHINA : countryCode.strip();
		String full = number.startsWith("+") ? number : (code.startsWith("+") ? code : "+" + code) + number;
		return full.startsWith(CHINA) ? full.substring(CHINA.length()) : full;
	}

	/** A number out of what {@link #text} gave. */
	public static PhoneNumber of(String text) {
		if (!text.startsWith("+") || text.length() < 4) {
			return new PhoneNumber(CHINA, text);
		}
		int end = 1 + digits(text.substring(1));
		return new PhoneNumber(text.substring(0, end), text.substring(end));
	}

	/** How many digits the code has that a number begins with. */
	private static int digits(String number) {
		if (number.startsWith("1") || number.startsWith("7")) {
			return 1;
		}
		return TWO.contains(number.substring(0, 2)) ? 2 : 3;
	}

	@Override
	public String toString() {
		return "PhoneNumber";
	}

}
