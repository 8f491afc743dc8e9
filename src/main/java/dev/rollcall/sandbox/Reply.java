package dev.rollcall.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import tools.jackson.databind.JsonNode;

/** What goes back for a {@link Request}. */
public final class Reply {

	/** No answer at all: the connection is closed. */
	static final Reply NOTHING = new Reply(0, "dropped", "", Map.of(), new byte[0]);

	private final int status;

	private final String code;

	private final String contentType;

	private final Map<String, String> headers;

	private final byte[] body;

	private Reply(int status, String code, String contentType, Map<String, String> headers, byte[] body) {
		this.status = status;
		this.code = code;
		this.contentType = contentType;
		this.headers = Map.copyOf(headers);
		this.body = body;
	}

	/**
	 * An answer in JSON with HTTP 200.
	 * @param code the vendor's own code, under which the answer is counted
	 */
	public static Reply json(JsonNode body, String code, Map<String, String> headers) {
		return json(200, body, code, headers);
	}

	/** An answer in JSON with another HTTP status. */
	public static Reply json(int status, JsonNode body, String code, Map<String, String> headers) {
		return new Reply(status, code, "application/json; charset=UTF-8", headers, Json.bytes(body));
	}

	/** An answer of the web server rather than of the vendor's program. */
	public static Reply page(int status, String title) {
		String html = "<html>\r\n<head><title>" + status + " " + title + "</title></head>\r\n<body>\r\n<center><h1>"
				+ status + " " + title + "</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n";
		return new Reply(status, String.valueOf(status), "text/html", Map.of(), html.getBytes(StandardCharsets.UTF_8));
	}

	/** No answer, though there would have been one. */
	static Reply nothingAfter(Reply answer) {
		return new Reply(0, "lost " + answer.code, "", Map.of(), new byte[0]);
	}

	int status() {
		return this.status;
	}

	/** The vendor's code, or what happened instead of an answer. */
	public String code() {
		return this.code;
	}

	String contentType() {
		return this.contentType;
	}

	Map<String, String> headers() {
		return this.headers;
	}

	byte[] body() {
		return this.body;
	}

}
