package dev.rollcall.sandbox.authing;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

import dev.rollcall.sandbox.Fault;
import dev.rollcall.sandbox.Json;
import dev.rollcall.sandbox.Reply;
import dev.rollcall.sandbox.Request;
import dev.rollcall.sandbox.Vendor;
import dev.rollcall.sandbox.authing.pool.Habit;
import dev.rollcall.sandbox.authing.pool.UserPool;
import dev.rollcall.sandbox.authing.users.Notices;
import dev.rollcall.sandbox.authing.wire.Call;
import dev.rollcall.sandbox.authing.wire.Question;
import dev.rollcall.sandbox.authing.wire.Refused;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Authing as its callers meet it: who they are, how often they may call, and how it words
 * its answers.
 *
 * @see <a href="https://docs.authing.cn/v3/reference/error-code.html">Authing, how it
 * answers</a>
 */
final class Authing implements Vendor {

	private static final int OK = 200;

	private static final int TOO_OFTEN = 429;

	private final UserPool pool;

	private final Tokens tokens;

	private final Throttle throttle;

	private final Notices notices = new Notices();

	private final Map<Call, Function<Question, JsonNode>> operations;

	private final AtomicLong requests = new AtomicLong();

	Authing(AuthingOptions options, Keys keys, UserPool pool) {
		this.pool = pool;
		this.tokens = new Tokens(keys, options.tokens(), options.clock(), options.seed());
		this.throttle = new Throttle(options.rates(), options.clock());
		this.operations = Operations.of(pool, this.notices);
	}

	@Override
	public @Nullable String call(Request request) {
		Call call = Call.at(request.method(), request.path());
		return (call != null) ? call.word() : null;
	}

	@Override
	public Reply answer(Request request, int atOnce) {
		Call call = Call.at(request.method(), request.path());
		if (call == null) {
			return Reply.page(404, "Not Found");
		}
		try {
			ObjectNode answer = Json.object().put("statusCode", OK).put("message", "操作成功");
			answer.put("requestId", requestId()).set("data", answered(call, request, atOnce));
			return Reply.json(answer, String.valueOf(OK), Map.of());
		}
		catch (Refused ex) {
			return refusal(ex);
		}
	}

	@Override
	public Reply fault(Fault fault, Request request) {
		if (fault == Fault.TOKEN_EXPIRED) {
			this.tokens.end(request.header("Authorization"));
		}
		return refusal(switch (fault) {
			case CONFLICT -> Refused.unavailable();
			case THROTTLED -> Refused.tooOften();
			case TOKEN_EXPIRED -> Refused.stranger();
			case BUSY, SERVER_ERROR, DROPPED, ANSWER_LOST -> Refused.broken();
		});
	}

	@Override
	public Set<String> secrets() {
		return Set.of();
	}

	@Override
	public ObjectNode state() {
		synchronized (this.pool) {
			return new States(this.pool, this.notices).all();
		}
	}

	@Override
	public ObjectNode switches(ObjectNode wanted) {
		synchronized (this.pool) {
			if (wanted.path("habits").isArray()) {
				Set<Habit> habits = EnumSet.noneOf(Habit.class);
				for (JsonNode word : wanted.path("habits")) {
					Habit habit = Habit.of(word.asString(""));
					if (habit != null) {
						habits.add(habit);
					}
				}
				this.pool.behave(habits);
			}
			if (wanted.path("expireTokens").asBoolean(false)) {
				this.tokens.endAll();
			}
			ObjectNode shown = Json.object();
			ArrayNode habits = shown.putArray("habits");
			this.pool.habits().forEach((habit) -> habits.add(habit.word()));
			return shown;
		}
	}

	void expireTokens() {
		this.tokens.endAll();
	}

	private JsonNode answered(Call call, Request request, int atOnce) {
		this.throttle.count(atOnce);
		if (call == Call.GET_MANAGEMENT_TOKEN) {
			return this.tokens.grant(Question.of(request));
		}
		this.tokens.check(request.header("Authorization"), request.header("x-authing-userpool-id"));
		Function<Question, JsonNode> operation = this.operations.get(call);
		if (operation == null) {
			throw Refused.broken();
		}
		Question question = Question.of(request);
		synchronized (this.pool) {
			return operation.apply(question);
		}
	}

	private Reply refusal(Refused refused) {
		ObjectNode answer = Json.object().put("statusCode", refused.status()).put("message", refused.words());
		Integer business = refused.business();
		if (business != null) {
			answer.put("apiCode", business);
		}
		answer.put("requestId", requestId());
		boolean told = this.pool.has(Habit.HTTP_STATUS) && (refused.status() == TOO_OFTEN || refused.status() >= 500);
		return Reply.json(told ? refused.status() : OK, answer, String.valueOf(refused.status()), Map.of());
	}

	private String requestId() {
		return String.format("00000000-0000-4000-8000-%012x", this.requests.incrementAndGet());
	}

}
