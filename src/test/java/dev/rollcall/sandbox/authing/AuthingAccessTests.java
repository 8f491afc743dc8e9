package dev.rollcall.sandbox.authing;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

import dev.rollcall.sandbox.Fault;
import dev.rollcall.sandbox.SetClock;
import dev.rollcall.sandbox.authing.pool.Habit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Who may call, how often, what goes wrong on demand, and how Authing words it. */
class AuthingAccessTests {

	private static final String CREATION = "{'username':'a','password':'not-to-be-seen'}";

	private static final String TREE = "get-all-departments?organizationCode=example";

	private final SetClock clock = new SetClock(Instant.parse("2026-11-21T00:00:00Z"));

	private final AuthingLookalike lookalike = AuthingLookalike
		.start(AuthingOptions.defaults().with(this.clock).with(new Rates(0, 10, 0)).tokens(Duration.ofSeconds(100)));

	private final AuthingWire wire = AuthingWire.of(this.lookalike);

	@AfterEach
	void end() {
		this.lookalike.close();
	}

	@Test
	void aTokenHasThreePartsAndSaysWhosePoolItIsGoodFor() {
		String[] parts = this.wire.authorization().split("\\.");

		assertThat(parts).hasSize(3);
		assertThat(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8))
			.contains("\"scoped_userpool_id\":\"" + this.lookalike.keys().pool() + "\"", "\"exp\":");
	}

	@Test
	void takesATokenWithAndWithoutBearerBeforeIt() {
		String token = this.wire.authorization();
		String pool = this.lookalike.keys().pool();

		assertThat(this.wire.get(TREE).path("statusCode").asInt()).isEqualTo(200);
		assertThat(this.wire.saying("Bearer " + token, pool).get(TREE).path("statusCode").asInt()).isEqualTo(200);
		assertThat(this.wire.saying("", pool).get(TREE).path("statusCode").asInt()).isEqualTo(401);
		assertThat(this.wire.saying(token, "").get(TREE).path("statusCode").asInt()).isEqualTo(400);
		assertThat(this.wire.saying(token, "other").get(TREE).path("apiCode").asInt()).isEqualTo(2224);
	}

	@Test
	void aTokenIsGoodUntilItHasExpired() {
		this.clock.advance(Duration.ofSeconds(99));
		assertThat(this.wire.get(TREE).path("statusCode").asInt()).isEqualTo(200);
		this.clock.advance(Duration.ofSeconds(1));

		JsonNode answer = this.wire.get(TREE);
		assertThat(answer.path("statusCode").asInt()).isEqualTo(401);
		assertThat(answer.path("apiCode").asInt()).isEqualTo(2020);
		assertThat(AuthingWire.of(this.lookalike).get(TREE).path("statusCode").asInt()).isEqualTo(200);
	}

	@Test
	void wrongKeysGetNoToken() {
		String id = this.lookalike.keys().id();

		assertThat(this.wire.code("get-management-token", "{'accessKeyId':'" + id + "','accessKeySecret':'x'}"))
			.isEqualTo(401);
		assertThat(this.wire.code("get-management-token", "{'accessKeyId':'" + id + "'}")).isEqualTo(400);
	}

	@Test
	void refusesWithHttp200() {
		HttpResponse<String> response = this.wire.response("GET", "/api/v3/get-organization?organizationCode=none", "");

		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).matches("\\{\"statusCode\":404,\"message\":\"[^\"]+\",\"requestId\":\"[^\"]+\"}");
	}

	@Test
	void whatIsNotThereIsNotFound() {
		assertThat(this.wire.response("GET", "/api/v3/nothing", "").statusCode()).isEqualTo(404);
		assertThat(this.wire.response("GET", "/api/v3/create-user", "").statusCode()).isEqualTo(404);
		assertThat(this.wire.code("create-user", "no json at all")).isEqualTo(400);
	}

	@Test
	void whoeverCallsTooOftenIsShutOutForAsLong() {
		for (int i = 0; i < 9; i++) {
			assertThat(this.wire.get(TREE).path("statusCode").asInt()).isEqualTo(200);
		}

		JsonNode answer = this.wire.get(TREE);
		assertThat(answer.path("statusCode").asInt()).isEqualTo(429);
		assertThat(answer.path("message").asString()).isEqualTo("您的请求已超过最大数量限制，请稍后重试");
		this.clock.advance(Duration.ofSeconds(60));
		assertThat(this.wire.get(TREE).path("statusCode").asInt()).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource({ "BUSY,500", "CONFLICT,503", "THROTTLED,429", "TOKEN_EXPIRED,401" })
	void aFaultIsSaidInAuthingsWayAndNothingIsDone(Fault fault, int code) {
		this.lookalike.faults().next("create-user", fault, 1);

		assertThat(this.wire.code("create-user", CREATION)).isEqualTo(code);
		assertThat(this.lookalike.state().path("users").size()).isZero();
	}

	@Test
	void anExpiredTokenStaysSo() {
		this.lookalike.faults().next("create-user", Fault.TOKEN_EXPIRED, 1);
		this.wire.post("create-user", CREATION);

		assertThat(this.wire.code("create-user", CREATION)).isEqualTo(401);
		this.lookalike.expireTokens();
		assertThat(AuthingWire.of(this.lookalike).code("create-user", CREATION)).isEqualTo(200);
	}

	@Test
	void aLostAnswerHasDoneItsWorkAndADroppedCallHasNot() {
		this.lookalike.faults().next("create-user", Fault.ANSWER_LOST, 1);
		assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> this.wire.code("create-user", CREATION));
		this.lookalike.faults().next("create-department", Fault.DROPPED, 5);
		assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> this.wire.code("create-department",
				"{'organizationCode':'example','name':'研发','parentDepartmentId':'root'}"));

		assertThat(this.lookalike.state().path("users").size()).isOne();
		assertThat(this.lookalike.state().path("departments").size()).isOne();
	}

	@Test
	void tooManyCallsCanHaveAnHttpStatusOfTheirOwn() {
		this.wire.desk("POST", "switches", "{'habits':['http-status']}");
		this.lookalike.faults().next("create-user", Fault.THROTTLED, 1);
		this.lookalike.faults().next("create-user", Fault.BUSY, 1);

		assertThat(this.wire.response("POST", "/api/v3/create-user", CREATION).statusCode()).isEqualTo(429);
		assertThat(this.wire.response("POST", "/api/v3/create-user", CREATION).statusCode()).isEqualTo(500);
		assertThat(this.wire.desk("POST", "switches", "{}").toString()).isEqualTo("{\"habits\":[\"http-status\"]}");
	}

	@Test
	void passwordsAndSecretsAreShownNowhere() {
		this.wire.post("create-user", CREATION);

		String shown = this.wire.desk("GET", "calls?last=10", "").toString() + this.wire.desk("GET", "state", "");
		assertThat(shown).contains("\"create-user\":{\"200\":1}", "\"password\":\"given\"")
			.doesNotContain("not-to-be-seen", this.wire.authorization(), this.lookalike.keys().secret());
		assertThat(this.lookalike.keys().toString()).doesNotContain(this.lookalike.keys().secret());
	}

	@Test
	void allHabitsHaveWordsOfTheirOwn() {
		for (Habit habit : Habit.values()) {
			assertThat(Habit.of(habit.word())).isEqualTo(habit);
		}
		assertThat(Habit.of("none")).isNull();
	}

}
