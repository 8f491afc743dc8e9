package dev.rollcall.sandbox.wecom;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import dev.rollcall.sandbox.Fault;
import dev.rollcall.sandbox.Json;
import dev.rollcall.sandbox.Reply;
import dev.rollcall.sandbox.Request;
import dev.rollcall.sandbox.Vendor;
import dev.rollcall.sandbox.wecom.company.Company;
import dev.rollcall.sandbox.wecom.company.Sight;
import dev.rollcall.sandbox.wecom.imports.Imports;
import dev.rollcall.sandbox.wecom.wire.Call;
import dev.rollcall.sandbox.wecom.wire.Caller;
import dev.rollcall.sandbox.wecom.wire.Code;
import dev.rollcall.sandbox.wecom.wire.Question;
import dev.rollcall.sandbox.wecom.wire.Refused;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * WeCom as its callers meet it: who they are, whether they may, how often, and how it
 * words its answers.
 *
 * @see <a href="https://developer.work.weixin.qq.com/document/path/90664">WeCom, how it
 * answers</a>
 */
final class WeCom implements Vendor {

	private final Map<Call, Operation> operations;

	private final Tokens tokens;

	private final Limiter limiter;

	private final Company company;

	private final Imports imports;

	private final Clock clock;

	private final AtomicLong hints = new AtomicLong();

	private final Admission admission;

	private final Robot robot;

	/** What comes of one call. */
	@FunctionalInterface
	interface Operation {

		/**
		 * The answer without its code, which says ok unless it has its own words.
		 * @throws Refused when WeCom says no
		 */
		ObjectNode answer(Question question, Sight sight);

	}

	WeCom(WeComOptions options, Secrets secrets, Company company) {
		this.company = company;
		this.clock = options.clock();
		this.admission = new Admission(company, options);
		this.robot = new Robot(secrets.robotKey(), options.clock());
		this.tokens = new Tokens(secrets, options.agency().there(), options.pace().tokens(), options.clock(),
				options.seed());
		this.limiter = new Limiter(options.rates(), options.clock());
		this.imports = new Imports(company, options.habits(), options.pace().rows(), options.clock(), options.seed());
		this.operations = Operations.of(company, options, this.imports);
	}

	@Override
	public @Nullable String call(Request request) {
		Call call = Call.at(request.path());
		return (call != null) ? call.word() : null;
	}

	@Override
	public Reply answer(Request request, int atOnce) {
		Call call = Call.at(request.path());
		if (call == null) {
			return Reply.page(404, "Not Found");
		}
		try {
			ObjectNode answer = Json.object().put("errcode", 0).put("errmsg", Code.OK.words());
			answer.setAll(answered(call, request, atOnce));
			return Reply.json(answer, "0", Map.of());
		}
		catch (Refused ex) {
			return refusal(ex, call);
		}
	}

	@Override
	public Reply fault(Fault fault, Request request) {
		if (fault == Fault.TOKEN_EXPIRED) {
			this.tokens.end(request.query("access_token"));
		}
		Code code = switch (fault) {
			case CONFLICT -> Code.CONFLICT;
			case THROTTLED -> Code.TOO_OFTEN;
			case TOKEN_EXPIRED -> Code.TOKEN_EXPIRED;
			case BUSY, SERVER_ERROR, DROPPED, ANSWER_LOST -> Code.BUSY;
		};
		return refusal(Refused.because(code), Call.at(request.path()));
	}

	@Override
	public Set<String> secrets() {
		return Set.of("access_token", "corpsecret", "key");
	}

	@Override
	public ObjectNode state() {
		synchronized (this.company) {
			this.imports.catchUp();
			return new States(this.company).all();
		}
	}

	@Override
	public ObjectNode switches(ObjectNode wanted) {
		Powers now = this.admission.powers();
		now = new Powers(wanted.path("newIp").asBoolean(now.newAddress()),
				wanted.path("personalFields").asBoolean(now.personalFields()),
				wanted.path("trustedIp").asBoolean(now.trustedAddress()));
		this.admission.allow(now);
		if (wanted.path("expireTokens").asBoolean(false)) {
			this.tokens.endAll();
		}
		return Json.object()
			.put("newIp", now.newAddress())
			.put("personalFields", now.personalFields())
			.put("trustedIp", now.trustedAddress());
	}

	@Override
	public @Nullable ObjectNode backDoor(String page, ObjectNode body) {
		return page.equals("robot") ? robotMessages() : null;
	}

	ObjectNode robotMessages() {
		return this.robot.said();
	}

	void allow(Powers other) {
		this.admission.allow(other);
	}

	void expireTokens() {
		this.tokens.endAll();
	}

	private ObjectNode answered(Call call, Request request, int atOnce) {
		if (call == Call.GETTOKEN) {
			this.limiter.count(call, request);
			return this.tokens.grant(request.query("corpid"), request.query("corpsecret"));
		}
		if (call == Call.WEBHOOK_SEND) {
			return this.robot.take(request);
		}
		Caller caller = this.tokens.caller(request.query("access_token"));
		this.admission.checkAddress();
		this.limiter.count(call, request, atOnce);
		this.admission.check(call, caller);
		if (call.isPosted() && !request.method().equals("POST")) {
			throw Refused.because(Code.INVALID_PARAMETER);
		}
		Question question = (call == Call.MEDIA_UPLOAD) ? Question.ofFile(request) : Question.of(request);
		synchronized (this.company) {
			this.imports.catchUp();
			return operation(call).answer(question, this.admission.sight(caller));
		}
	}

	private Operation operation(Call call) {
		Operation operation = this.operations.get(call);
		if (operation == null) {
			throw Refused.because(Code.FORBIDDEN);
		}
		return operation;
	}

	private Reply refusal(Refused refused, @Nullable Call call) {
		int number = refused.code().number();
		String words = refused.isBare() ? refused.words() : refused.words() + tail(number);
		ObjectNode answer = Json.object().put("errcode", number).put("errmsg", words);
		if (call != null) {
			call.lists().forEach(answer::putArray);
		}
		Map<String, String> headers = new LinkedHashMap<>();
		headers.put("Error-Code", String.valueOf(number));
		headers.put("Error-Msg", words.replaceAll("[^ -~]", "?"));
		return Reply.json(answer, String.valueOf(number), headers);
	}

	/** A hint of 25 digits and a link, as they stand behind nearly all words. */
	private String tail(int number) {
		String hint = String.format("%010d%015d", this.clock.instant().getEpochSecond(), this.hints.incrementAndGet());
		return ", hint: [" + hint + "], from ip: 127.0.0.1, more info at "
				+ "https://open.work.weixin.qq.com/devtool/query?e=" + number;
	}

}
