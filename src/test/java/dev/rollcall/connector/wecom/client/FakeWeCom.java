package dev.rollcall.connector.wecom.client;

import dev.rollcall.connector.Notices;
import dev.rollcall.connector.remote.Clocks;
import dev.rollcall.connector.remote.Timeouts;
import dev.rollcall.connector.remote.FakePace;
import dev.rollcall.connector.remote.Rate;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import dev.rollcall.connector.remote.Line;
import dev.rollcall.connector.remote.Patience;
import dev.rollcall.connector.wecom.api.ContactsApi;
import dev.rollcall.connector.wecom.api.CreatedDepartment;
import dev.rollcall.connector.wecom.api.CreatedMember;
import dev.rollcall.connector.wecom.api.DepartmentIds;
import dev.rollcall.connector.wecom.api.Departments;
import dev.rollcall.connector.wecom.api.MemberDetail;
import dev.rollcall.connector.wecom.api.MemberList;
import dev.rollcall.connector.wecom.api.Plain;
import dev.rollcall.connector.wecom.api.TokenAnswer;
import dev.rollcall.directory.Message;

/** Answers as it is told to, and with success otherwise. */
class FakeWeCom {

	static final String CONTACT_SECRET = "contact-secret-canary";

	static final String APP_SECRET = "app-secret-canary";

	final List<String> calls = Collections.synchronizedList(new ArrayList<>());

	final List<Message> notices = Collections.synchronizedList(new ArrayList<>());

	final AtomicBoolean stopping = new AtomicBoolean();

	final FakePace pace = new FakePace();

	private final AtomicInteger tokens = new AtomicInteger();

	private final Map<String, Deque<Supplier<Object>>> answers = new HashMap<>();

	/** What the next call of a method is answered with; the one after that follows. */
	FakeWeCom then(String method, Supplier<Object> answer) {
		this.answers.computeIfAbsent(method, (name) -> new ArrayDeque<>()).add(answer);
		return this;
	}

	FakeWeCom then(String method, Object answer) {
		return then(method, () -> answer);
	}

	WeComClient client() {
		return client(Rate.of(9_000, 135_000), Patience.USUAL);
	}

	WeComClient client(Rate rate, Patience patience) {
		return client(rate, patience, 16);
	}

	WeComClient client(Rate rate, Patience patience, int atOnce) {
		Access access = new Access(
				new Line(URI.create("http://127.0.0.1:1"), atOnce, new Timeouts(1000, 1000), patience, null), "corp",
				CONTACT_SECRET, APP_SECRET, rate, Map.of());
		return new WeComClient(access, api(), () -> {
		}, notices(), new Clocks(Clock.fixed(Instant.parse("2026-11-21T08:00:00Z"), ZoneOffset.UTC), this.pace));
	}

	private Notices notices() {
		return new Notices() {
			@Override
			public void tell(Message notice) {
				FakeWeCom.this.notices.add(notice);
			}

			@Override
			public boolean isStopping() {
				return FakeWeCom.this.stopping.get();
			}
		};
	}

	long count(String method) {
		return List.copyOf(this.calls).stream().filter((call) -> call.startsWith(method + "[")).count();
	}

	ContactsApi api() {
		return (ContactsApi) Proxy.newProxyInstance(ContactsApi.class.getClassLoader(),
				new Class<?>[] { ContactsApi.class }, (proxy, method, args) -> {
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
			case "token" -> new TokenAnswer(0, "ok", "token-canary-" + this.tokens.incrementAndGet(), 7200L);
			case "departmentIds" -> new DepartmentIds(0, "ok", List.of(new DepartmentIds.Item(1, 0, 1L)));
			case "createDepartment" -> new CreatedDepartment(0, "created", 7L);
			case "createMember", "updateMember" -> new CreatedMember(null, null, null);
			case "departments" -> new Departments(0, "ok", List.of());
			case "memberNames", "members" -> new MemberList(0, "ok", List.of());
			case "member" -> member(0, "ok");
			default -> new Plain(0, "ok");
		};
	}

	static MemberDetail member(Integer code, String words) {
		return new MemberDetail(code, words, "u1", null, null, null, null, null, null, null, null, null, null, null,
				null, null, null, null, null, null);
	}

}
