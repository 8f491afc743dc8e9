package dev.rollcall.sandbox.cam;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import dev.rollcall.sandbox.Fault;
import dev.rollcall.sandbox.SetClock;
import dev.rollcall.sandbox.cam.account.Habit;
import dev.rollcall.sandbox.cam.signature.AccessKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Who may call, how often, what goes wrong on demand, and how CAM words it. */
class CamAccessTests {

	private final SetClock clock = new SetClock(Instant.parse("2026-11-20T23:58:00Z"));

	private final CamLookalike lookalike = CamLookalike
		.start(CamOptions.defaults().with(this.clock).perSecond(CamOptions.DOCUMENTED_RATE));

	private final CamWire wire = CamWire.of(this.lookalike, this.clock);

	@AfterEach
	void end() {
		this.lookalike.close();
	}

	@Test
	void wrapsAnswersAndRefusalsAlikeWithHttp200() {
		HttpResponse<String> answer = this.wire.response("ListUsers", "{}");
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).matches("\\{\"Response\":\\{\"Data\":\\[],\"RequestId\":\"[-0-9a-f]{36}\"}}");

		HttpResponse<String> refusal = this.wire.response("GetUser", "{'Name':'nobody'}");
		assertThat(refusal.statusCode()).isEqualTo(200);
		assertThat(refusal.body()).matches("\\{\"Response\":\\{\"Error\":\\{\"Code\":\"ResourceNotFound.UserNotExist\","
				+ "\"Message\":\"[^\"]+\"},\"RequestId\":\"[-0-9a-f]{36}\"}}");
	}

	@Test
	void tellsWhoseAccountItIs() {
		JsonNode app = this.wire.post("GetUserAppId", "{}");
		assertThat(app.path("OwnerUin").asString("")).isEqualTo("100000000001");
		assertThat(app.path("Uin").asString("")).isEqualTo("100000000001");
		assertThat(this.wire.with(new AccessKey(this.lookalike.key().id(), "wrong")).code("GetUserAppId", "{}"))
			.isEqualTo("AuthFailure.SignatureFailure");
	}

	@Test
	void aKeyHasThePowersThatNobodyHasTakenAway() {
		this.wire.desk("POST", "switches", "{'denied':['AddUser','Unheard']}");
		assertThat(this.wire.code("AddUser", "{'Name':'a'}")).isEqualTo("AuthFailure.UnauthorizedOperation");
		assertThat(this.wire.code("AddUser", "{}")).isEqualTo("AuthFailure.UnauthorizedOperation");
		assertThat(this.wire.code("ListUsers", "{}")).isEmpty();
		assertThat(this.wire.desk("POST", "switches", "{}").path("denied").toString()).isEqualTo("[\"AddUser\"]");
		this.wire.desk("POST", "switches", "{'denied':[]}");
		assertThat(this.wire.code("AddUser", "{'Name':'a'}")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			Unheard|{}|InvalidAction
			``|{}|MissingParameter
			GetUser|{}|MissingParameter
			GetUser|{'Name':null}|MissingParameter
			GetUser|{'Name':'a','Age':1}|UnknownParameter
			GetUser|{'Name':1}|InvalidParameter
			GetUser|no json at all|InvalidParameter
			AddUser|{'Name':'a','ConsoleLogin':'yes'}|InvalidParameter
			AddUser|{'Name':'a','ConsoleLogin':2}|InvalidParameter.ParamError
			DescribeSubAccounts|{'FilterSubAccountUin':'1'}|InvalidParameter
			AddUserToGroup|{'Info':[{'GroupId':1,'Age':1}]}|UnknownParameter
			""")
	void refusesWhatItDoesNotUnderstand(String action, String body, String code) {
		assertThat(this.wire.code(action, body)).isEqualTo(code);
		assertThat(this.lookalike.state().path("users").size()).isZero();
	}

	@Test
	void hasOneVersionAndOneAddress() {
		assertThat(this.wire.version("2020-01-01").code("ListUsers", "{}")).isEqualTo("NoSuchVersion");
		assertThat(this.wire.status("GET", "/v1")).isEqualTo(404);
		assertThat(this.wire.status("POST", "/__sandbox/nothing")).isEqualTo(404);
		assertThat(this.wire.status("GET", "/__sandbox/wecom-users")).isEqualTo(404);
	}

	@ParameterizedTest
	@CsvSource({ "cam.tencentcloudapi.com,cam,''", "other.tencentcloudapi.com,cam,AuthFailure.SignatureFailure",
			"cam.tencentcloudapi.com,cvm,AuthFailure.SignatureFailure" })
	void knowsForWhichHostsACallMayBeSigned(String host, String service, String code) {
		assertThat(this.wire.signing(host, service).code("ListUsers", "{}")).isEqualTo(code);
	}

	@Test
	void canBeToldForWhichHostsACallMayBeSigned() {
		CamOptions strict = CamOptions.defaults().with(this.clock).hosts(Set.of("cam.example:PORT"));
		try (CamLookalike other = CamLookalike.start(strict)) {
			CamWire there = CamWire.of(other, this.clock);
			assertThat(there.code("ListUsers", "{}")).isEqualTo("AuthFailure.SignatureFailure");
			assertThat(there.signing("cam.example:" + other.baseUrl().getPort(), "cam").code("ListUsers", "{}"))
				.isEmpty();
		}
	}

	@Test
	void tellsWhatIsWrongWithAKey() {
		AccessKey key = this.lookalike.key();
		assertThat(this.wire.with(new AccessKey(key.id(), "x")).code("ListUsers", "{}"))
			.isEqualTo("AuthFailure.SignatureFailure");
		assertThat(this.wire.with(new AccessKey("AKIDother", key.secret())).code("ListUsers", "{}"))
			.isEqualTo("AuthFailure.SecretIdNotFound");
		assertThat(this.wire.with(new AccessKey("other", key.secret())).code("ListUsers", "{}"))
			.isEqualTo("AuthFailure.InvalidSecretId");
		assertThat(this.wire.code("ListUsers", "{}", "")).isEqualTo("AuthFailure.InvalidAuthorization");
	}

	@Test
	void aSignatureIsGoodForOneBodyAndOneActionOnly() {
		String authorization = this.wire.authorization("ListUsers", this.clock.instant().getEpochSecond(), "{}");

		assertThat(this.wire.code("ListUsers", "{}", authorization)).isEmpty();
		assertThat(this.wire.code("ListUsers", "{ }", authorization)).isEqualTo("AuthFailure.SignatureFailure");
		assertThat(this.wire.code("GetUserAppId", "{}", authorization)).isEqualTo("AuthFailure.SignatureFailure");
	}

	@ParameterizedTest
	@CsvSource({ "300,''", "-300,''", "301,AuthFailure.SignatureExpire", "-301,AuthFailure.SignatureExpire" })
	void clocksMayDifferByFiveMinutes(int seconds, String code) {
		Clock callers = Clock.offset(this.clock, Duration.ofSeconds(seconds));

		assertThat(this.wire.by(callers).code("ListUsers", "{}")).isEqualTo(code);
		this.wire.desk("POST", "switches", "{'clockAhead':" + seconds + "}");
		assertThat(this.wire.code("ListUsers", "{}")).isEqualTo(code);
	}

	@Test
	void theDayOfASignatureIsThatOfItsTime() {
		String yesterday = this.wire.authorization("ListUsers", this.clock.instant().getEpochSecond(), "{}");
		this.clock.advance(Duration.ofMinutes(3));

		assertThat(this.wire.code("ListUsers", "{}", yesterday)).isEqualTo("AuthFailure.SignatureFailure");
		assertThat(this.wire.code("ListUsers", "{}")).isEmpty();
	}

	@Test
	void eachActionMayBeCalledTwentyTimesASecond() {
		for (int i = 0; i < 20; i++) {
			assertThat(this.wire.code("ListUsers", "{}")).isEmpty();
		}
		assertThat(this.wire.code("ListUsers", "{}")).isEqualTo("RequestLimitExceeded");
		assertThat(this.wire.code("ListGroups", "{}")).isEmpty();

		this.clock.advance(Duration.ofMillis(50));
		assertThat(this.wire.code("ListUsers", "{}")).isEmpty();
		assertThat(this.wire.code("ListUsers", "{}")).isEqualTo("RequestLimitExceeded");
	}

	@ParameterizedTest
	@CsvSource({ "BUSY,InternalError", "CONFLICT,InternalError.SystemError", "THROTTLED,RequestLimitExceeded" })
	void aFaultIsSaidInCamsWayAndNothingIsDone(Fault fault, String code) {
		this.lookalike.faults().next("AddUser", fault, 1);

		assertThat(this.wire.code("AddUser", "{'Name':'a'}")).isEqualTo(code);
		assertThat(this.lookalike.state().path("users").size()).isZero();
	}

	@Test
	void thereIsNoTokenThatCouldExpire() {
		this.lookalike.faults().next("AddUser", Fault.TOKEN_EXPIRED, 1);

		assertThat(this.wire.code("AddUser", "{'Name':'a'}")).isEmpty();
	}

	@Test
	void aLostAnswerHasDoneItsWorkAndADroppedCallHasNot() {
		this.lookalike.faults().next("AddUser", Fault.ANSWER_LOST, 1);
		assertThatExceptionOfType(UncheckedIOException.class)
			.isThrownBy(() -> this.wire.code("AddUser", "{'Name':'a'}"));
		this.lookalike.faults().next("CreateGroup", Fault.DROPPED, 5);
		assertThatExceptionOfType(UncheckedIOException.class)
			.isThrownBy(() -> this.wire.code("CreateGroup", "{'GroupName':'a'}"));

		assertThat(this.lookalike.state().path("users").size()).isOne();
		assertThat(this.lookalike.state().path("groups").size()).isZero();
	}

	@Test
	void passwordsAndKeysAreSaidOnceAndShownNowhere() {
		JsonNode made = this.wire.post("AddUser", "{'Name':'made','ConsoleLogin':'1','UseApi':'1'}");
		this.wire.post("AddUser", "{'Name':'given','ConsoleLogin':1,'Password':'Not-2-be-seen'}");

		String shown = this.wire.desk("GET", "calls?last=10", "").toString() + this.wire.desk("GET", "state", "")
				+ this.wire.post("ListUsers", "{}") + this.wire.post("GetUser", "{'Name':'made'}");
		assertThat(made.path("Password").asString()).hasSize(32);
		assertThat(shown)
			.contains("\"AddUser\":{\"OK\":2}", "\"password\":\"generated\",\"keys\":1",
					"\"password\":\"given\",\"keys\":0")
			.doesNotContain(made.path("Password").asString(), made.path("SecretId").asString(),
					made.path("SecretKey").asString(), "Not-2-be-seen", this.lookalike.key().secret());
		assertThat(this.lookalike.key().toString()).doesNotContain(this.lookalike.key().secret());
	}

	@Test
	void aPasswordInAQueryIsNotShownEither() {
		this.wire.status("GET", "/?Name=a&Password=Not-2-be-seen");

		assertThat(this.wire.desk("GET", "calls?last=1", "").toString()).contains("\"Name\":\"a\"")
			.doesNotContain("Not-2-be-seen");
	}

	@Test
	void behavesOtherwiseWhenItIsTold() {
		JsonNode now = this.wire.desk("POST", "switches", "{'habits':['limit-caps','none'],'quotas':{'creations':7}}");

		assertThat(now.path("habits").toString()).isEqualTo("[\"limit-caps\"]");
		assertThat(now.path("quotas").path("creations").asInt()).isEqualTo(7);
		assertThat(this.wire.desk("GET", "switches", "")).isEqualTo(now);
		for (Habit habit : Habit.values()) {
			assertThat(Habit.of(habit.word())).isEqualTo(habit);
		}
	}

}
