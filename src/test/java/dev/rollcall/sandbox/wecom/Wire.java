package dev.rollcall.sandbox.wecom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls a look-alike as any program would that knows no more than an address. */
final class Wire {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final URI base;

	private final String token;

	private Wire(URI base, String token) {
		this.base = base;
		this.token = token;
	}

	/** As the contact-sync assistant. */
	static Wire contact(WeComLookalike lookalike) {
		return with(lookalike, lookalike.secrets().contact());
	}

	/** As a self-built app. */
	static Wire app(WeComLookalike lookalike) {
		return with(lookalike, lookalike.secrets().app());
	}

	static Wire with(WeComLookalike lookalike, String secret) {
		Wire wire = new Wire(lookalike.baseUrl(), "");
		JsonNode answer = wire
			.plain("/cgi-bin/gettoken?corpid=" + lookalike.secrets().corporation() + "&corpsecret=" + secret);
		return wire.having(answer.path("access_token").asString());
	}

	static Wire nobody(WeComLookalike lookalike) {
		return new Wire(lookalike.baseUrl(), "");
	}

	Wire having(String other) {
		return new Wire(this.base, other);
	}

	String token() {
		return this.token;
	}

	JsonNode get(String call) {
		return plain("/cgi-bin/" + signed(call));
	}

	JsonNode post(String call, String body) {
		return JSON.readTree(response("POST", "/cgi-bin/" + signed(call), body.replace('\'', '"')).body());
	}

	/** Uploads a file and gives its media id. */
	JsonNode upload(String content) {
		String form = "--b\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\nx\r\n"
				+ "--b\r\nContent-Disposition: form-data; name=\"media\"; filename=\"members.csv\"\r\n"
				+ "Content-Type: text/csv\r\n\r\n" + content + "\r\n--b--\r\n";
		HttpRequest request = HttpRequest.newBuilder(this.base.resolve("/cgi-bin/" + signed("media/upload?type=file")))
			.header("Content-Type", "multipart/form-data; boundary=b")
			.POST(BodyPublishers.ofString(form))
			.build();
		return JSON.readTree(sent(request).body());
	}

	/** A call of whatever is there, with nothing added. */
	JsonNode plain(String path) {
		return JSON.readTree(response("GET", path, "").body());
	}

	JsonNode tell(String desk, String body) {
		return JSON.readTree(response("POST", "/__sandbox/" + desk, body.replace('\'', '"')).body());
	}

	HttpResponse<String> response(String method, String path, String body) {
		HttpRequest request = HttpRequest.newBuilder(this.base.resolve(path))
			.method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
			.build();
		return sent(request);
	}

	private static HttpResponse<String> sent(HttpRequest request) {
		try {
			return CLIENT.send(request, BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private String signed(String call) {
		return call + (call.contains("?") ? "&" : "?") + "access_token=" + this.token;
	}

}
