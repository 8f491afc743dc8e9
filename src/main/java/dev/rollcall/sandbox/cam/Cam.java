package dev.rollcall.sandbox.cam;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

import dev.rollcall.sandbox.Fault;
import dev.rollcall.sandbox.Json;
import dev.rollcall.sandbox.Reply;
import dev.rollcall.sandbox.Request;
import dev.rollcall.sandbox.Vendor;
import dev.rollcall.sandbox.cam.account.RootAccount;
import dev.rollcall.sandbox.cam.signature.Gate;
import dev.rollcall.sandbox.cam.wire.Action;
import dev.rollcall.sandbox.cam.wire.Code;
import dev.rollcall.sandbox.cam.wire.Question;
import dev.rollcall.sandbox.cam.wire.Refused;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * CAM as its callers meet it: what they call, who they are, how often they may, and how
 * it wraps its answers: always with HTTP 200.
 *
 * @see <a href="https://cloud.tencent.com/document/api/598/33158">Tencent Cloud, how
 * calls are made</a>
 */
final class Cam implements Vendor {

	private static final String VERSION = "2019-01-16";

	private static final String UNKNOWN = "unknown";

	private final RootAccount account;

	private final Gate gate;

	private final Throttle throttle;

	private final Console console;

	private final Map<Action, Function<Question, ObjectNode>> operations;

	private final AtomicLong requests = new AtomicLong();

	Cam(RootAccount account, Gate gate, Throttle throttle) {
		this.account = account;
		this.gate = gate;
		this.throttle = throttle;
		this.console = new Console(account, gate);
		this.operations = Operations.of(account);
	}

	@Override
	public @Nullable String call(Request request) {
		if (!request.path().equals("/")) {
			return null;
		}
		Action action = Action.of(request.header("X-TC-Action"));
		return (action != null) ? action.word() : UNKNOWN;
	}

	@Override
	public Reply answer(Request request, int atOnce) {
		try {
			return wrapped(answered(request), "OK");
		}
		catch (Refused ex) {
			return refusal(ex);
		}
	}

	/** CAM has no tokens: one that expires disturbs nobody. */
	@Override
	public Reply fault(Fault fault, Request request) {
		return switch (fault) {
			case CONFLICT -> refusal(Refused.because(Code.SYSTEM_ERROR));
			case THROTTLED -> refusal(Refused.because(Code.TOO_OFTEN));
			case TOKEN_EXPIRED -> answer(request, 1);
			case BUSY, SERVER_ERROR, DROPPED, ANSWER_LOST -> refusal(Refused.because(Code.INTERNAL_ERROR));
		};
	}

	@Override
	public Set<String> secrets() {
		return Set.of("Password");
	}

	@Override
	public ObjectNode state() {
		synchronized (this.account) {
			return new States(this.account).all();
		}
	}

	@Override
	public ObjectNode switches(ObjectNode wanted) {
		synchronized (this.account) {
			return this.console.behave(wanted);
		}
	}

	@Override
	public @Nullable ObjectNode backDoor(String page, ObjectNode body) {
		synchronized (this.account) {
			return page.equals("wecom-users") ? this.console.importFromWeCom(body) : null;
		}
	}

	private ObjectNode answered(Request request) {
		String word = request.header("X-TC-Action");
		if (word == null || word.isEmpty()) {
			throw Refused.because(Code.MISSING_PARAMETER, "X-TC-Action");
		}
		if (!VERSION.equals(request.header("X-TC-Version"))) {
			throw Refused.because(Code.NO_SUCH_VERSION);
		}
		Action action = Action.of(word);
		if (action == null) {
			throw Refused.because(Code.INVALID_ACTION);
		}
		this.gate.check(request);
		this.throttle.count(action);
		synchronized (this.account) {
			this.console.check(action);
		}
		Question question = Question.of(request, action.shape());
		synchronized (this.account) {
			return Objects.requireNonNull(this.operations.get(action)).apply(question);
		}
	}

	private Reply refusal(Refused refused) {
		ObjectNode answer = Json.object();
		answer.putObject("Error").put("Code", refused.code().word()).put("Message", refused.words());
		return wrapped(answer, refused.code().word());
	}

	private Reply wrapped(ObjectNode answer, String code) {
		answer.put("RequestId", String.format("00000000-0000-4000-8000-%012x", this.requests.incrementAndGet()));
		ObjectNode wrapper = Json.object();
		wrapper.set("Response", answer);
		return Reply.json(wrapper, code, Map.of());
	}

}
