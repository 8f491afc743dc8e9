package dev.rollcall.connector.tencentcam.rules;

import java.util.stream.Collectors;

import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

/**
 * CAM's rule for the name of a sub-user: 1 to 64 letters, digits and some signs.
 *
 * @see <a href="https://cloud.tencent.com/document/api/598/34595">Tencent Cloud CAM,
 * AddUser</a>
 */
final class LegalName {

	static final int MAX_LENGTH = 64;

	private static final String SIGNS = "+=,.@_-";

	private LegalName() {
	}

	/** The characters of a text that no name may have, each once, as they come. */
	static String illegal(String text) {
		return text.codePoints()
			.filter((character) -> !isLegal(character))
			.distinct()
			.mapToObj(LegalName::shown)
			.collect(Collectors.joining(" "));
	}

	/**
	 * What is wrong with a name, null for nothing.
	 * @param whose the userid of the member
	 * @param where names can be given otherwise
	 */
	static @Nullable Message fault(String whose, String name, String where) {
		String illegal = illegal(name);
		if (!illegal.isEmpty()) {
			return Message.of("tencentcam.name.signs", whose, name, illegal, where);
		}
		if (name.isEmpty() || name.length() > MAX_LENGTH) {
			return Message.of("tencentcam.name.length", whose, name, name.length(), MAX_LENGTH, where);
		}
		return null;
	}

	private static boolean isLegal(int character) {
		return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z')
				|| (character >= '0' && character <= '9') || SIGNS.indexOf(character) >= 0;
	}

	/** What nobody would see is told by its number. */
	private static String shown(int character) {
		boolean seen = !Character.isISOControl(character) && !Character.isSpaceChar(character)
				&& Character.getType(character) != Character.FORMAT;
		return seen ? Character.toString(character) : String.format("U+%04X", character);
	}

}
