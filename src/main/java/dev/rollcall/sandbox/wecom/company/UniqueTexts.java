package dev.rollcall.sandbox.wecom.company;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Texts that only one member of a company may have. */
public final class UniqueTexts {

	public static final String MOBILE = "mobile";

	public static final String EMAIL = "email";

	public static final String BIZ_MAIL = "biz_mail";

	private static final List<String> FIELDS = List.of(MOBILE, EMAIL, BIZ_MAIL);

	private final Map<String, Map<String, String>> owners = new HashMap<>();

	public UniqueTexts() {
		FIELDS.forEach((field) -> this.owners.put(field, new HashMap<>()));
	}

	@Nullable String owner(String field, String text) {
		return owners(field).get(comparable(field, text));
	}

	public void add(Person person) {
		for (String field : FIELDS) {
			String text = person.text(field);
			if (!text.isEmpty()) {
				owners(field).put(comparable(field, text), person.userid());
			}
		}
	}

	public void remove(Person person) {
		FIELDS.forEach((field) -> owners(field).remove(comparable(field, person.text(field)), person.userid()));
	}

	private Map<String, String> owners(String field) {
		return this.owners.getOrDefault(field, Map.of());
	}

	/** A mobile of China is the same with and without +86. */
	private static String comparable(String field, String text) {
		if (!field.equals(MOBILE)) {
			return text.toLowerCase(Locale.ROOT);
		}
		String digits = text.replace(" ", "").replace("-", "");
		return digits.startsWith("+86") ? digits.substring(3) : digits;
	}

}
