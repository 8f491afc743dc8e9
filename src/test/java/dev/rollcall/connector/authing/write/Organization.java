package dev.rollcall.connector.authing.write;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import dev.rollcall.connector.MemberChanges;
import dev.rollcall.connector.Notices;
import dev.rollcall.connector.Outcome;
import dev.rollcall.connector.authing.api.DepartmentDetail;
import dev.rollcall.connector.authing.api.UserDetail;
import dev.rollcall.connector.authing.api.UserQuery;
import dev.rollcall.connector.authing.client.AuthingAccess;
import dev.rollcall.connector.authing.client.AuthingClient;
import dev.rollcall.connector.authing.fields.Link;
import dev.rollcall.connector.authing.fields.PoolFields;
import dev.rollcall.connector.remote.Line;
import dev.rollcall.connector.remote.Patience;
import dev.rollcall.connector.remote.Rate;
import dev.rollcall.connector.remote.Timeouts;
import dev.rollcall.plan.Change;
import dev.rollcall.sandbox.authing.AuthingLookalike;
import dev.rollcall.sandbox.authing.AuthingOptions;
import dev.rollcall.sandbox.authing.pool.Habit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An organisation of the look-alike, and what writes to it. */
final class Organization implements AutoCloseable {

	/** A pause as short as it can be, for tries that are repeated. */
	private static final Patience QUICK = new Patience(6, 1, 1, 1000);

	private static final JsonMapper JSON = JsonMapper.builder().build();

	final AuthingLookalike authing;

	final AuthingClient client;

	final Writing writing;

	final MemberChanges.Refs refs = new MemberChanges.Refs();

	Organization(boolean ignoresRoot, Habit... habits) {
		this(AuthingOptions.defaults().linked(true).with(habits), new Manner(ignoresRoot, false));
	}

	Organization(AuthingOptions options, Manner manner) {
		this.authing = AuthingLookalike.start(options);
		Line line = new Line(this.authing.baseUrl(), 8, new Timeouts(5000, 30_000), QUICK, null);
		AuthingAccess access = new AuthingAccess(line, this.authing.keys().id(), this.authing.keys().secret(),
				AuthingLookalike.ORGANIZATION, Rate.perSecond(10_000), Map.of());
		this.client = new AuthingClient(access, Notices.NONE, Clock.systemUTC());
		this.writing = new Writing(this.client, new PoolFields(this.client.customFields(Link.USER)), manner);
	}

	/** The root node as a plan names it. */
	String root() {
		return "=" + this.client.organization().departmentId();
	}

	List<Outcome> apply(Change... changes) {
		return apply(List.of(changes));
	}

	List<Outcome> apply(List<Change> changes) {
		return this.writing.apply(changes, this.refs);
	}

	List<Outcome.State> states(Change... changes) {
		return states(List.of(changes));
	}

	List<Outcome.State> states(List<Change> changes) {
		return apply(changes).stream().map(Outcome::state).toList();
	}

	/** The user that is linked to a userid. */
	UserDetail user(String userid) {
		return Objects.requireNonNull(find(userid), userid);
	}

	@Nullable UserDetail find(String userid) {
		UserQuery query = new UserQuery(List.of(new UserQuery.Condition(Link.USERID.key(), "IN", List.of(userid))),
				new UserQuery.Options(new UserQuery.Pagination(1, 50), List.of(), true, true));
		List<UserDetail> found = Objects.requireNonNull(this.client.users(query).list());
		return found.isEmpty() ? null : found.get(0);
	}

	DepartmentDetail department(String planned) {
		return this.client.department(Objects.requireNonNull(this.refs.ref(planned), planned));
	}

	/** A call that Rollcall itself does not make; gives what was asked for. */
	JsonNode post(String call, Map<String, Object> body) {
		String key = "{\"accessKeyId\":\"" + this.authing.keys().id() + "\",\"accessKeySecret\":\""
				+ this.authing.keys().secret() + "\"}";
		String token = sent("get-management-token", key, "").path("access_token").asString();
		return sent(call, JSON.writeValueAsString(body), token);
	}

	private JsonNode sent(String call, String body, String token) {
		HttpRequest request = HttpRequest.newBuilder(this.authing.baseUrl().resolve("/api/v3/" + call))
			.header("Authorization", token)
			.header("x-authing-userpool-id", this.authing.keys().pool())
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build();
		try {
			String answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
			return JSON.readTree(answer).path("data");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Everything in the pool, users by their links. */
	Map<String, String> everything() {
		Map<String, String> lines = new TreeMap<>();
		JsonNode state = this.authing.state();
		for (JsonNode user : state.get("users")) {
			lines.merge(user.path("customData").path(Link.USERID.key()).asString("-"), user.toString(),
					(one, other) -> one + "\n" + other);
		}
		for (JsonNode department : state.get("departments")) {
			lines.merge("/" + department.path("path").asString(), department.toString(),
					(one, other) -> one + "\n" + other);
		}
		return lines;
	}

	int users() {
		return this.authing.state().get("users").size();
	}

	long calls(String call) {
		return this.authing.calls().count(call);
	}

	@Override
	public void close() {
		this.writing.close();
		this.client.close();
		this.authing.close();
	}

}
