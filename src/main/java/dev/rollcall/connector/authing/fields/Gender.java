package dev.rollcall.connector.authing.fields;

import org.jspecify.annotations.Nullable;

/** How genders are written. */
public final class Gender {

	private static final String MALE = "male";

	private static final String FEMALE = "female";

	private Gender() {
	}

	/** Authing's letter as Rollcall says it; empty text where it says that of nobody. */
	static String text(@Nullable String letter) {
		if (letter == null) {
			return "";
		}
		return switch (letter) {
			case "M" -> MALE;
			// Both letters stand for women.
			case "F", "W" -> FEMALE;
			default -> "";
		};
	}

	/** The letter by which Authing is told. */
	public static String letter(String text) {
		return switch (text) {
			case MALE -> "M";
			case FEMALE -> "F";
			default -> "U";
		};
	}

}
