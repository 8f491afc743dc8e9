package dev.rollcall.sandbox.wecom;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

import dev.rollcall.sandbox.Json;
import dev.rollcall.sandbox.wecom.wire.Caller;
import dev.rollcall.sandbox.wecom.wire.Code;
import dev.rollcall.sandbox.wecom.wire.Refused;
import dev.rollcall.sandbox.wecom.wire.Signs;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Gives tokens out and knows them again. A token stays the same as long as it is good.
 *
 * @see <a href="https://developer.work.weixin.qq.com/document/path/91039">WeCom, access
 * token</a>
 */
final class Tokens {

	/** So many wrong secrets in an hour, and the address is shut out. */
	private static final int WRONG_AN_HOUR = 2000;

	private final Secrets secrets;

	private final boolean agent;

	private final Duration life;

	private final Clock clock;

	private final SplittableRandom chance;

	private final Map<Caller, String> current = new EnumMap<>(Caller.class);

	private final Map<String, Grant> grants = new HashMap<>();

	private final Deque<Instant> wrong = new ArrayDeque<>();

	private record Grant(Caller caller, Instant end) {

	}

	Tokens(Secrets secrets, boolean agent, Duration life, Clock clock, long seed) {
		this.secrets = secrets;
		this.agent = agent;
		this.life = life;
		this.clock = clock;
		this.chance = new SplittableRandom(seed ^ 0x746f6b656e73L);
	}

	/** What {@code gettoken} answers. */
	synchronized ObjectNode grant(@Nullable String corporation, @Nullable String secret) {
		Caller caller = caller(corporation, secret);
		Instant now = this.clock.instant();
		String token = this.current.get(caller);
		Grant grant = (token != null) ? this.grants.get(token) : null;
		if (token == null || grant == null || !now.isBefore(grant.end())) {
			token = Signs.any(this.chance, 64);
			grant = new Grant(caller, now.plus(this.life));
			this.current.put(caller, token);
			this.grants.put(token, grant);
		}
		return Json.object()
			.put("access_token", token)
			.put("expires_in", Duration.between(now, grant.end()).toSeconds());
	}

	/** Whose token it is. */
	synchronized Caller caller(@Nullable String token) {
		if (token == null || token.isEmpty()) {
			throw Refused.because(Code.TOKEN_MISSING);
		}
		Grant grant = this.grants.get(token);
		if (grant == null) {
			throw Refused.because(Code.INVALID_TOKEN);
		}
		if (!this.clock.instant().isBefore(grant.end())) {
			throw Refused.because(Code.TOKEN_EXPIRED);
		}
		return grant.caller();
	}

	/** Ends a token before its time. */
	synchronized void end(@Nullable String token) {
		Grant grant = (token != null) ? this.grants.get(token) : null;
		if (token != null && grant != null) {
			this.grants.put(token, new Grant(grant.caller(), this.clock.instant()));
		}
	}

	/** Ends all tokens before their time. */
	synchronized void endAll() {
		Instant now = this.clock.instant();
		this.grants.replaceAll((token, grant) -> new Grant(grant.caller(), now));
	}

	private Caller caller(@Nullable String corporation, @Nullable String secret) {
		if (secret == null || secret.isEmpty()) {
			throw Refused.because(Code.SECRET_MISSING);
		}
		if (corporation == null || corporation.isEmpty()) {
			throw Refused.because(Code.CORPID_MISSING);
		}
		if (!corporation.equals(this.secrets.corporation())) {
			throw Refused.because(Code.INVALID_CORPID);
		}
		if (isShutOut()) {
			throw Refused.because(Code.TOO_OFTEN);
		}
		if (secret.equals(this.secrets.contact())) {
			return Caller.CONTACT;
		}
		if (secret.equals(this.secrets.app())) {
			return Caller.APP;
		}
		if (this.agent && secret.equals(this.secrets.permanentCode())) {
			return Caller.AGENT;
		}
		this.wrong.addLast(this.clock.instant());
		throw Refused.because(secret.equals(this.secrets.foreign()) ? Code.FOREIGN_SECRET : Code.INVALID_CREDENTIAL);
	}

	private boolean isShutOut() {
		Instant hourAgo = this.clock.instant().minus(Duration.ofHours(1));
		while (!this.wrong.isEmpty() && this.wrong.getFirst().isBefore(hourAgo)) {
			this.wrong.removeFirst();
		}
		return this.wrong.size() >= WRONG_AN_HOUR;
	}

}
