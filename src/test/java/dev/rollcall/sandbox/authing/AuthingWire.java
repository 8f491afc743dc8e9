package dev.rollcall.sandbox.authing;

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
final class AuthingWire {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final URI base;

	private final String authorization;

	private final String pool;

	private AuthingWire(URI base, String authorization, String pool) {
		this.base = base;
		this.authorization = authorization;
		this.pool = pool;
	}

	/** Whoever has the keys. */
	static AuthingWire of(AuthingLookalike lookalike) {
		Keys keys = lookalike.keys();
		AuthingWire wire = new AuthingWire(lookalike.baseUrl(), "", keys.pool());
		JsonNode answer = wire.post("get-management-token",
				"{'accessKeyId':'" + keys.id() + "','accessKeySecret':'" + keys.secret() + "'}");
		return wire.saying(answer.path("data").path("access_token").asString(""), keys.pool());
	}

	/** The same with other headers. */
	AuthingWire saying(String otherAuthorization, String otherPool) {
		return new AuthingWire(this.base, otherAuthorization, otherPool);
	}

	String authorization() {
		return this.authorization;
	}

	/** What a call by parameters answers. */
	JsonNode get(String call) {
		return JSON.readTree(response("GET", "/api/v3/" + call, "").body());
	}

	/** What a call by a body answers; apostrophes stand for quotation marks. */
	JsonNode post(String call, String body) {
		return JSON.readTree(response("POST", "/api/v3/" + call, body).body());
	}

	/** The id in the answer of a call that creates something. */
	String created(String call, String body) {
		JsonNode data = post(call, body).path("data");
		return data.path(call.equals("create-department") ? "departmentId" : "userId").asString("");
	}

	int code(String call, String body) {
		return post(call, body).path("statusCode").asInt();
	}

	JsonNode desk(String method, String page, String body) {
		return JSON.readTree(response(method, "/__sandbox/" + page, body).body());
	}

	HttpResponse<String> response(String method, String path, String body) {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.base.resolve(path))
			.method(method,
					body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body.replace('\'', '"')));
		if (!this.authorization.isEmpty()) {
			request.header("Authorization", this.authorization);
		}
		if (!this.pool.isEmpty()) {
			request.header("x-authing-userpool-id", this.pool);
		}
		try {
			return CLIENT.send(request.build(), BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
