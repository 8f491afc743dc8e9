package dev.rollcall.connector.wecom.client;

import dev.rollcall.connector.remote.Proxy;
import dev.rollcall.connector.remote.Timeouts;
import dev.rollcall.connector.remote.Rate;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.rollcall.connector.DirectoryException;
import dev.rollcall.connector.Notices;
import dev.rollcall.connector.remote.Line;
import dev.rollcall.connector.remote.Patience;
import dev.rollcall.connector.wecom.api.MemberWrite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What goes over the wire, and what of it comes to light when something fails. */
class WeComHttpIntegrationTests {

	private static final String SECRET = "secret/canary+1";

	private static final String SENT_SECRET = "secret%2Fcanary%2B1";

	private static final String TOKEN = "token-canary";

	private final List<String> requests = Collections.synchronizedList(new ArrayList<>());

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private HttpServer server;

	private Reply reply = json("{}");

	/** How a call other than for a token is answered. */
	@FunctionalInterface
	interface Reply {

		void to(HttpExchange exchange) throws IOException;

	}

	@BeforeEach
	void start() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.setExecutor(this.threads);
		this.server.createContext("/", (exchange) -> {
			String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
			this.requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
			Reply chosen = exchange.getRequestURI().getPath().endsWith("/gettoken")
					? json("{\"errcode\":0,\"access_token\":\"" + TOKEN + "\",\"expires_in\":7200}") : this.reply;
			chosen.to(exchange);
		});
		this.server.start();
	}

	@AfterEach
	void stop() {
		this.server.stop(0);
		this.threads.shutdownNow();
	}

	@Test
	void sendsTokensInTheQueryAndOnlyWhatIsKnown() {
		this.reply = json("{\"errcode\":0,\"next_cursor\":\"\",\"dept_user\":[],\"unheard\":{\"of\":1}}");
		try (WeComClient client = client(1)) {
			assertThat(client.memberIds(null, 10).rows()).isEmpty();
		}
		assertThat(this.requests).containsExactly("GET /cgi-bin/gettoken?corpid=corp&corpsecret=" + SENT_SECRET + " ",
				"POST /cgi-bin/user/list_id?access_token=" + TOKEN + " {\"limit\":10}");
	}

	@Test
	void takesJsonThatCallsItselfText() {
		this.reply = text(200, "text/plain; charset=UTF-8", "{\"userlist\":[{\"userid\":\"u1\",\"name\":\"张三\"}]}");
		try (WeComClient client = client(1)) {
			assertThat(client.memberNames(Credential.CONTACT, 1)).singleElement()
				.matches((member) -> "张三".equals(member.name()));
		}
	}

	@Test
	void takesNoStrangersAnswerForAnEmptyCompany() {
		this.reply = json("{\"status\":\"ok\"}");
		try (WeComClient client = client(1)) {
			assertFails("remote.unreadable", () -> client.departmentIds(Credential.CONTACT));
			assertFails("remote.unreadable", () -> client.memberIds(null, 10));
			assertFails("remote.unreadable", () -> client.members(Credential.CONTACT, 1));
			assertFails("remote.unreadable", () -> client.member(Credential.CONTACT, "u1"));
			this.reply = json("{\"errcode\":0,\"errmsg\":\"ok\"}");
			assertThat(client.members(Credential.CONTACT, 1)).isEmpty();
			assertFails("remote.unreadable", () -> client.departmentIds(Credential.CONTACT));
		}
	}

	@Test
	void uploadsAFileUnderItsName() {
		this.reply = json("{\"errcode\":0,\"media_id\":\"m1\",\"created_at\":\"1380000000\"}");
		try (WeComClient client = client(1)) {
			assertThat(client.upload("members.csv", "姓名,帐号\n".getBytes(StandardCharsets.UTF_8))).isEqualTo("m1");
		}
		assertThat(this.requests.get(1)).contains("type=file", "name=\"media\"", "filename=\"members.csv\"", "姓名,帐号\n");
	}

	@Test
	void doesNotFollowARedirectBecauseDeletionsAreGets() {
		this.reply = (exchange) -> {
			exchange.getResponseHeaders().add("Location", "/elsewhere");
			text(302, "text/html", "moved").to(exchange);
		};
		try (WeComClient client = client(3)) {
			assertFails("remote.status", () -> client.deleteMember("u1"));
		}
		assertThat(this.requests).hasSize(2);
	}

	@Test
	void sendsNothingAgainByItselfWhenTheConnectionIsCut() {
		this.reply = HttpExchange::close;
		try (WeComClient client = client(1)) {
			assertFails("remote.lost", () -> client.deleteMember("u1"));
		}
		assertThat(this.requests).hasSize(2);
	}

	@Test
	void aCreationThatLostItsAnswerIsSentOnce() {
		this.reply = HttpExchange::close;
		try (WeComClient client = client(5)) {
			assertFails("remote.lost", () -> client.createMember(member()));
		}
		assertThat(this.requests).hasSize(2);
	}

	@Test
	void aReadThatLostItsAnswerIsSentAgain() {
		Reply[] replies = { HttpExchange::close, text(502, "text/html", "<html>"), json("{\"userid\":\"u1\"}") };
		int[] next = { 0 };
		this.reply = (exchange) -> replies[next[0]++].to(exchange);
		try (WeComClient client = client(5)) {
			assertThat(client.member(Credential.CONTACT, "u1").userid()).isEqualTo("u1");
		}
	}

	@Test
	void showsNoSecretAndNoTokenWhateverFails() throws IOException {
		echo(200, "application/json", "{\"errcode\":40014,\"errmsg\":\"invalid access_token %s\"}",
				"remote.token-refused");
		echo(200, "application/json", "{\"errcode\":60111,\"errmsg\":\"no %s\"}", "wecom.refused.no-member");
		echo(200, "application/json", "{\"errcode\":\"%s\"}", "remote.unreadable");
		echo(200, "text/html", "<html>%s</html>", "remote.unreadable");
		echo(200, "application/json", "", "remote.unreadable");
		echo(500, "text/html", "<html>%s</html>", "remote.status");
		echo(404, "text/html", "<html>%s</html>", "remote.status");
		this.reply = HttpExchange::close;
		try (WeComClient client = client(1)) {
			assertFails("remote.lost", () -> client.member(Credential.CONTACT, "u1"));
		}
		try (WeComClient client = client(1)) {
			client.departmentIds(Credential.CONTACT);
		}
		catch (DirectoryException ex) {
			assertCovered(ex);
		}
		this.server.stop(0);
		try (WeComClient client = client(1)) {
			assertFails("remote.unreachable", () -> client.member(Credential.CONTACT, "u1"));
		}
	}

	@Test
	void goesThroughAProxyThatAsksWhoItIs() {
		this.reply = (exchange) -> {
			String who = exchange.getRequestHeaders().getFirst("Proxy-Authorization");
			exchange.getResponseHeaders().add("Proxy-Authenticate", "Basic realm=\"proxy\"");
			Reply answer = (who != null) ? json("{\"userid\":\"" + who + "\"}") : text(407, "text/plain", "who?");
			answer.to(exchange);
		};
		Proxy proxy = new Proxy(URI.create("http://127.0.0.1:" + this.server.getAddress().getPort()), "user", "pass");
		Access access = new Access(
				new Line(URI.create("http://127.0.0.1:1"), 4, new Timeouts(500, 500), Patience.USUAL, proxy), "corp",
				SECRET, null, Rate.of(1000, 1000), Map.of());
		try (WeComClient client = new WeComClient(access, Notices.NONE)) {
			assertThat(client.member(Credential.CONTACT, "u1").userid()).isEqualTo("Basic dXNlcjpwYXNz");
		}
		assertThat(this.requests).first().asString().startsWith("GET http://127.0.0.1:1/cgi-bin/gettoken?");
	}

	@Test
	void waitsForAnAnswerNoLongerThanTheJobSays() {
		this.reply = (exchange) -> {
		};
		try (WeComClient client = client(1)) {
			assertFails("remote.lost", () -> client.member(Credential.CONTACT, "u1"));
		}
	}

	@Test
	void addressesOfCallsAreNotLoggedEvenWithDebug() throws IOException {
		assertThat(Files.readString(Path.of("src/main/resources/logback.xml"))).contains(
				"<logger name=\"org.apache.hc\" level=\"WARN\" />",
				"<logger name=\"org.springframework.http\" level=\"WARN\" />",
				"<logger name=\"org.springframework.web\" level=\"WARN\" />");
	}

	/** A server that says back what it was asked, as proxies like to do. */
	private void echo(int status, String type, String pattern, String sentence) {
		this.reply = (exchange) -> text(status, type, pattern.replace("%s", exchange.getRequestURI() + " " + SECRET))
			.to(exchange);
		try (WeComClient client = client(1)) {
			assertFails(sentence, () -> client.member(Credential.CONTACT, "u1"));
		}
	}

	private static void assertFails(String sentence, Runnable call) {
		DirectoryException failure = catchThrowableOfType(DirectoryException.class, call::run);
		assertThat(failure).isNotNull();
		assertThat(failure.text().code()).isEqualTo(sentence);
		assertThat(failure.isPassing()).isEqualTo(!(failure instanceof Refusal));
		assertCovered(failure);
	}

	private static void assertCovered(DirectoryException failure) {
		for (Throwable each = failure; each != null; each = each.getCause()) {
			String said = each + " " + each.getMessage() + " " + List.of(each.getSuppressed());
			assertThat(said).doesNotContain(TOKEN, SECRET, SENT_SECRET);
		}
		assertThat(failure.text().toString()).doesNotContain(TOKEN, SECRET, SENT_SECRET);
	}

	private WeComClient client(int attempts) {
		Access access = new Access(
				new Line(URI.create("http://127.0.0.1:" + this.server.getAddress().getPort()), 4,
						new Timeouts(500, 500), new Patience(attempts, 1, 1, 0), null),
				"corp", SECRET, null, Rate.of(1000, 1000), Map.of());
		return new WeComClient(access, Notices.NONE);
	}

	private static MemberWrite member() {
		return new MemberWrite("u1", null, "n", null, null, null, null, null, null, null, null, null, null, null, null,
				null, null, null);
	}

	private static Reply json(String body) {
		return text(200, "application/json; charset=UTF-8", body);
	}

	private static Reply text(int status, String type, String body) {
		return (exchange) -> {
			byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().add("Content-Type", type);
			exchange.sendResponseHeaders(status, (bytes.length > 0) ? bytes.length : -1);
			try (OutputStream out = exchange.getResponseBody()) {
				out.write(bytes);
			}
		};
	}

}
