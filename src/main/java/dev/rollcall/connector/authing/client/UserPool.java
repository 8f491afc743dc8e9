package dev.rollcall.connector.authing.client;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which user pool a token is for. */
final class UserPool {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final int PARTS = 3;

	private UserPool() {
	}

	/**
	 * The pool that a token names in its claims, which are read and not verified: the
	 * token came over the same line.
	 * @return null when it names none
	 */
	static @Nullable String of(String token) {
		String[] parts = token.split("\\.");
		if (parts.length != PARTS) {
			return null;
		}
		try {
			String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
			JsonNode pool = JSON.readTree(claims).path("scoped_userpool_id");
			return pool.isString() ? pool.stringValue() : null;
		}
		catch (IllegalArgumentException | JacksonException ex) {
			return null;
		}
	}

}
