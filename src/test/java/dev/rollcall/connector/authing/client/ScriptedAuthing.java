package dev.rollcall.connector.authing.client;

import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import dev.rollcall.connector.authing.api.Envelope;
import dev.rollcall.connector.authing.api.Listing;
import dev.rollcall.connector.authing.api.ManagementApi;
import dev.rollcall.connector.authing.api.Organization;
import dev.rollcall.connector.authing.api.Token;
import dev.rollcall.connector.remote.Clocks;
import dev.rollcall.connector.remote.FakePace;
import dev.rollcall.connector.remote.Line;
import dev.rollcall.connector.remote.Patience;
import dev.rollcall.connector.remote.Rate;
import dev.rollcall.connector.remote.Timeouts;
import dev.rollcall.directory.Message;

/** Answers as it is told to, and with success otherwise. */
class ScriptedAuthing {

	static final String SECRET = "secret-canary";

	final List<String> calls = Collections.synchronizedList(new ArrayList<>());

	final List<Message> notices = Collections.synchronizedList(new ArrayList<>());

	final FakePace pace = new FakePace();

	private final AtomicInteger tokens = new AtomicInteger();

	private final Map<String, Deque<Supplier<Object>>> answers = new HashMap<>();

	/** What the next call of a method is answered with; the one after that follows. */
	ScriptedAuthing then(String method, Supplier<Object> answer) {
		this.answers.computeIfAbsent(method, (name) -> new ArrayDeque<>()).add(answer);
		return this;
	}

	/** Refuses the next call of a method. */
	ScriptedAuthing refuses(String method, int status, Integer apiCode, String words) {
		return then(method, () -> new Envelope<>(status, words, apiCode, "r", null));
	}

	AuthingClient client() {
		Line line = new Line(URI.create("http://127.0.0.1:1"), 4, new Timeouts(1000, 1000), Patience.USUAL, null);
		AuthingAccess access = new AuthingAccess(line, "id", SECRET, "example", Rate.perSecond(1000), Map.of());
		return new AuthingClient(access, api(), () -> {
		}, this.notices::add,
				new Clocks(Clock.fixed(Instant.parse("2026-11-21T08:00:00Z"), ZoneOffset.UTC), this.pace));
	}

	long count(String method) {
		return List.copyOf(this.calls).stream().filter((call) -> call.startsWith(method + "[")).count();
	}

	private ManagementApi api() {
		return (ManagementApi) Proxy.newProxyInstance(ManagementApi.class.getClassLoader(),
				new Class<?>[] { ManagementApi.class }, (proxy, method, args) -> {
					this.calls.add(method.getName() + List.of(args));
					Supplier<Object> next = next(method.getName());
					return (next != null) ? next.get() : success(method.getName());
				});
	}

	private synchronized Supplier<Object> next(String method) {
		Deque<Supplier<Object>> waiting = this.answers.get(method);
		return (waiting != null) ? waiting.poll() : null;
	}

	private Object success(String method) {
		return switch (method) {
			case "token" -> ok(new Token(token("token-canary-" + this.tokens.incrementAndGet()), 7200L));
			case "organization" -> ok(new Organization("example", "企业", "root-id", 0L, true));
			case "departments", "users" -> ok(new Listing<>(0L, List.of()));
			default -> ok(null);
		};
	}

	/** A token for the pool of that name. */
	static String token(String signature) {
		String claims = Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString("{\"scoped_userpool_id\":\"pool\"}".getBytes(StandardCharsets.UTF_8));
		return "head." + claims + "." + signature;
	}

	private static Envelope<Object> ok(Object data) {
		return new Envelope<>(200, "ok", null, null, data);
	}

}
