package dev.rollcall.sandbox;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** A call as it came over the wire. */
public final class Request {

	private final String method;

	private final String path;

	private final Map<String, String> query;

	private final String contentType;

	private final byte[] body;

	Request(String method, String path, @Nullable String rawQuery, @Nullable String contentType, byte[] body) {
		this.method = method;
		this.path = path;
		this.query = parsed(rawQuery);
		this.contentType = (contentType != null) ? contentType : "";
		this.body = body;
	}

	public String method() {
		return this.method;
	}

	public String path() {
		return this.path;
	}

	/** The parameters behind the question mark; of a name that stands twice the last. */
	public Map<String, String> query() {
		return this.query;
	}

	/** A parameter, null when it is absent. */
	public @Nullable String query(String name) {
		return this.query.get(name);
	}

	public String contentType() {
		return this.contentType;
	}

	/** The body, not to be changed. */
	public byte[] body() {
		return this.body;
	}

	/** Parameters; empty ones between two ampersands are passed over. */
	private static Map<String, String> parsed(@Nullable String raw) {
		Map<String, String> query = new LinkedHashMap<>();
		if (raw != null) {
			for (String pair : raw.split("&")) {
				int equals = pair.indexOf('=');
				if (!pair.isEmpty()) {
					query.put(decoded((equals < 0) ? pair : pair.substring(0, equals)),
							(equals < 0) ? "" : decoded(pair.substring(equals + 1)));
				}
			}
		}
		return query;
	}

	private static String decoded(String text) {
		try {
			return URLDecoder.decode(text, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return text;
		}
	}

}
