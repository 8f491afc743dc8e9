package dev.rollcall.sandbox.cam;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Locale;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import dev.rollcall.sandbox.cam.signature.AccessKey;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls a look-alike as Tencent Cloud's pages say, step by step, and in ways that they do
 * not say.
 */
final class CamWire {

	private static final String TYPE = "application/json; charset=utf-8";

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final URI base;

	private final Clock clock;

	private final AccessKey key;

	private final String host;

	private final String service;

	private final String version;

	private CamWire(URI base, Clock clock, AccessKey key, String host, String service, String version) {
		this.base = base;
		this.clock = clock;
		this.key = key;
		this.host = host;
		this.service = service;
		this.version = version;
	}

	static CamWire of(CamLookalike lookalike, Clock clock) {
		return new CamWire(lookalike.baseUrl(), clock, lookalike.key(), lookalike.baseUrl().getAuthority(), "127",
				"2019-01-16");
	}

	CamWire with(AccessKey other) {
		return new CamWire(this.base, this.clock, other, this.host, this.service, this.version);
	}

	CamWire signing(String otherHost, String otherService) {
		return new CamWire(this.base, this.clock, this.key, otherHost, otherService, this.version);
	}

	CamWire by(Clock other) {
		return new CamWire(this.base, other, this.key, this.host, this.service, this.version);
	}

	CamWire version(String other) {
		return new CamWire(this.base, this.clock, this.key, this.host, this.service, other);
	}

	/** What an action answers; apostrophes stand for quotation marks. */
	JsonNode post(String action, String body) {
		return JSON.readTree(response(action, body).body()).path("Response");
	}

	/** The code of a refusal, empty when there is none. */
	String code(String action, String body) {
		return post(action, body).path("Error").path("Code").asString("");
	}

	/** The number that an action answers. */
	long number(String action, String body, String field) {
		return post(action, body).path(field).asLong();
	}

	HttpResponse<String> response(String action, String body) {
		String said = body.replace('\'', '"');
		long time = this.clock.instant().getEpochSecond();
		return send(request(action, time, authorization(action, time, said)).POST(BodyPublishers.ofString(said)));
	}

	/** What an action answers to a header of any kind. */
	String code(String action, String body, String authorization) {
		String said = body.replace('\'', '"');
		long time = this.clock.instant().getEpochSecond();
		String answer = send(request(action, time, authorization).POST(BodyPublishers.ofString(said))).body();
		return JSON.readTree(answer).path("Response").path("Error").path("Code").asString("");
	}

	JsonNode desk(String method, String page, String body) {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.base.resolve("/__sandbox/" + page))
			.method(method, BodyPublishers.ofString(body.replace('\'', '"')));
		return JSON.readTree(send(request).body());
	}

	int status(String method, String path) {
		return send(HttpRequest.newBuilder(this.base.resolve(path)).method(method, BodyPublishers.ofString("{}")))
			.statusCode();
	}

	/** Signs three headers, the action among them. */
	String authorization(String action, long time, String body) {
		String names = "content-type;host;x-tc-action";
		String canonical = "POST\n/\n\ncontent-type:" + TYPE + "\nhost:" + this.host + "\nx-tc-action:"
				+ action.toLowerCase(Locale.ROOT) + "\n\n" + names + "\n" + hash(body);
		LocalDate day = LocalDate.ofInstant(Instant.ofEpochSecond(time), ZoneOffset.UTC);
		String scope = day + "/" + this.service + "/tc3_request";
		String text = "TC3-HMAC-SHA256\n" + time + "\n" + scope + "\n" + hash(canonical);
		byte[] derived = hmac(hmac(hmac(bytes("TC3" + this.key.secret()), day.toString()), this.service),
				"tc3_request");
		return "TC3-HMAC-SHA256 Credential=" + this.key.id() + "/" + scope + ", SignedHeaders=" + names + ", Signature="
				+ HexFormat.of().formatHex(hmac(derived, text));
	}

	private HttpRequest.Builder request(String action, long time, String authorization) {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.base.resolve("/"))
			.header("Content-Type", TYPE)
			.header("X-TC-Version", this.version)
			.header("X-TC-Timestamp", String.valueOf(time));
		if (!action.isEmpty()) {
			request.header("X-TC-Action", action);
		}
		return authorization.isEmpty() ? request : request.header("Authorization", authorization);
	}

	private static HttpResponse<String> send(HttpRequest.Builder request) {
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

	private static String hash(String text) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(text)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] hmac(byte[] key, String text) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(key, "HmacSHA256"));
			return mac.doFinal(bytes(text));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
