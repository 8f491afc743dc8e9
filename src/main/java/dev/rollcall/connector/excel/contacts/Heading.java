package dev.rollcall.connector.excel.contacts;

import java.util.Locale;
import java.util.regex.Pattern;

import dev.rollcall.connector.excel.text.Cleaning;

/** How the headings of columns are read. */
final class Heading {

	/** Marks of fields that must be filled in. */
	private static final Pattern MARK = Pattern.compile("[*＊]|[(（\\[【]\\s*(必填|必填项|选填|可选|required|optional)\\s*[)）\\]】]",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern NOT_TOLD_APART = Pattern.compile("[\\s\\u00A0\\u3000_-]+");

	private Heading() {
	}

	/** The heading without the marks before and behind it. */
	static String clean(String text) {
		String heading = Cleaning.clean(text);
		String before;
		do {
			before = heading;
			var mark = MARK.matcher(heading);
			while (mark.find()) {
				if (mark.start() == 0 || mark.end() == heading.length()) {
					heading = Cleaning.trim(heading.substring(0, mark.start()) + heading.substring(mark.end()));
					break;
				}
			}
		}
		while (!heading.equals(before));
		return heading;
	}

	/** What two headings have in common that differ in blanks and case only. */
	static String key(String heading) {
		return NOT_TOLD_APART.matcher(heading).replaceAll("").toLowerCase(Locale.ROOT);
	}

}
