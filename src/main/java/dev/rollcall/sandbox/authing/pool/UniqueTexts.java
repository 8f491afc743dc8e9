package dev.rollcall.sandbox.authing.pool;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What only one user may have of each kind, and who has it. */
public final class UniqueTexts {

	private static final String CHINA = "+86";

	private final Map<String, Map<String, String>> owners = new HashMap<>();

	UniqueTexts() {
	}

	/**
	 * The id of the user that has a value, null when nobody has.
	 * @param field {@code email}, {@code phone}, {@code username}, {@code externalId} or
	 * the key of a custom field with {@code custom:} before it
	 */
	public @Nullable String owner(String field, String text) {
		return this.owners.getOrDefault(field, Map.of()).get(folded(field, text));
	}

	/** What a user has of it, by field. */
	public static Map<String, String> of(Account account) {
		Map<String, String> texts = new LinkedHashMap<>();
		put(texts, "email", account.text("email"));
		put(texts, "phone", phone(account.text("phone"), account.text("phoneCountryCode")));
		put(texts, "username", account.text("username"));
		put(texts, "externalId", account.text("externalId"));
		for (Map.Entry<String, JsonNode> custom : account.custom().properties()) {
			put(texts, "custom:" + custom.getKey(), custom.getValue().asString(""));
		}
		return texts;
	}

	/** A telephone number with the code of its country unless that is China's. */
	private static String phone(String phone, String country) {
		String digits = phone.startsWith(CHINA) ? phone.substring(CHINA.length()) : phone;
		return digits.isEmpty() || country.isEmpty() || country.equals(CHINA) || digits.startsWith("+") ? digits
				: country + digits;
	}

	void add(Account account) {
		of(account).forEach((field, text) -> this.owners.computeIfAbsent(field, (key) -> new HashMap<>())
			.putIfAbsent(folded(field, text), account.id()));
	}

	void remove(Account account) {
		of(account).forEach((field, text) -> this.owners.getOrDefault(field, new HashMap<>())
			.remove(folded(field, text), account.id()));
	}

	private static void put(Map<String, String> texts, String field, String text) {
		if (!text.isEmpty()) {
			texts.put(field, text);
		}
	}

	private static String folded(String field, String text) {
		return field.equals("email") ? text.toLowerCase(Locale.ROOT) : field.equals("phone") ? phone(text, "") : text;
	}

}
