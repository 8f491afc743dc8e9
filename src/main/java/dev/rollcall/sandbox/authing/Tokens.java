package dev.rollcall.sandbox.authing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

import dev.rollcall.sandbox.Json;
import dev.rollcall.sandbox.authing.wire.Question;
import dev.rollcall.sandbox.authing.wire.Refused;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Gives tokens out and knows them again: texts in three parts, as JWT has them, of which
 * the second says whose pool they are good for.
 */
final class Tokens {

	private static final String BEARER = "Bearer ";

	private final Keys keys;

	private final Duration life;

	private final Clock clock;

	private final SplittableRandom chance;

	private final Map<String, Instant> ends = new HashMap<>();

	Tokens(Keys keys, Duration life, Clock clock, long seed) {
		this.keys = keys;
		this.life = life;
		this.clock = clock;
		this.chance = new SplittableRandom(seed ^ 0x617574686eL);
	}

	/** What {@code get-management-token} answers. */
	synchronized ObjectNode grant(Question question) {
		String id = question.required("accessKeyId");
		String secret = question.required("accessKeySecret");
		boolean right = MessageDigest.isEqual(bytes(secret), bytes(this.keys.secret()));
		if (!id.equals(this.keys.id()) || !right) {
			throw Refused.wrongKeys();
		}
		Instant now = this.clock.instant();
		String token = token(now);
		this.ends.values().removeIf((end) -> end.plus(this.life).isBefore(now));
		this.ends.put(token, now.plus(this.life));
		return Json.object().put("access_token", token).put("expires_in", this.life.toSeconds());
	}

	/**
	 * Checks that a token is good, and good for the pool.
	 * @throws Refused when it is not
	 */
	synchronized void check(@Nullable String authorization, @Nullable String pool) {
		Instant end = this.ends.get(bare(authorization));
		if (end == null || !this.clock.instant().isBefore(end)) {
			throw Refused.stranger();
		}
		if (pool == null || pool.isEmpty()) {
			throw Refused.missing("x-authing-userpool-id");
		}
		if (!pool.equals(this.keys.pool())) {
			throw Refused.noSuchPool();
		}
	}

	/** Ends a token before its time. */
	synchronized void end(@Nullable String authorization) {
		this.ends.computeIfPresent(bare(authorization), (token, end) -> this.clock.instant());
	}

	/** Ends all tokens before their time. */
	synchronized void endAll() {
		this.ends.replaceAll((token, end) -> this.clock.instant());
	}

	private String token(Instant now) {
		ObjectNode claims = Json.object()
			.put("sub", this.keys.id())
			.put("scoped_userpool_id", this.keys.pool())
			.put("iat", now.getEpochSecond())
			.put("exp", now.plus(this.life).getEpochSecond())
			.put("jti", Long.toHexString(this.chance.nextLong()));
		byte[] signature = new byte[32];
		for (int i = 0; i < signature.length; i++) {
			signature[i] = (byte) this.chance.nextInt();
		}
		return part(Json.bytes(Json.object().put("alg", "HS256").put("typ", "JWT"))) + "." + part(Json.bytes(claims))
				+ "." + part(signature);
	}

	private static String bare(@Nullable String authorization) {
		return (authorization == null) ? ""
				: authorization.startsWith(BEARER) ? authorization.substring(BEARER.length()) : authorization;
	}

	private static String part(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
