package dev.rollcall.sandbox;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/** A call as it came over the wire. */
public final class Request {

	private final String method;

	private final String path;

	private final String rawQuery;

	private final Map<String, List<String>> query;

	private final UnaryOperator<@Nullable String> headers;

	private final byte[] body;

	/**
	 * A call.
	 * @param headers the value of a header by its name in any case, null when it is
	 * absent
	 */
	Request(String method, String path, @Nullable String rawQuery, UnaryOperator<@Nullable String> headers,
			byte[] body) {
		this.method = method;
		this.path = path;
		this.rawQuery = (rawQuery != null) ? rawQuery : "";
		this.query = parsed(rawQuery);
		this.headers = headers;
		this.body = body;
	}

	public String method() {
		return this.method;
	}

	public String path() {
		return this.path;
	}

	/** What stands behind the question mark, as it came; empty when nothing does. */
	public String rawQuery() {
		return this.rawQuery;
	}

	/** The parameters behind the question mark; of a name that stands twice the last. */
	public Map<String, String> query() {
		Map<String, String> last = new LinkedHashMap<>();
		this.query.forEach((name, values) -> last.put(name, values.get(values.size() - 1)));
		return last;
	}

	/** A parameter, null when it is absent. */
	public @Nullable String query(String name) {
		List<String> values = this.query.get(name);
		return (values != null) ? values.get(values.size() - 1) : null;
	}

	/** All values of a parameter, in their order. */
	public List<String> queries(String name) {
		return this.query.getOrDefault(name, List.of());
	}

	/** A header, null when it is absent. */
	public @Nullable String header(String name) {
		return this.headers.apply(name);
	}

	public String contentType() {
		return Objects.requireNonNullElse(header("Content-Type"), "");
	}

	/** The body, not to be changed. */
	public byte[] body() {
		return this.body;
	}

	/** Parameters; empty ones between two ampersands are passed over. */
	private static Map<String, List<String>> parsed(@Nullable String raw) {
		Map<String, List<String>> query = new LinkedHashMap<>();
		if (raw != null) {
			for (String pair : raw.split("&")) {
				int equals = pair.indexOf('=');
				if (!pair.isEmpty()) {
					String name = decoded((equals < 0) ? pair : pair.substring(0, equals));
					query.computeIfAbsent(name, (key) -> new ArrayList<>())
						.add((equals < 0) ? "" : decoded(pair.substring(equals + 1)));
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
