package dev.rollcall.sandbox.authing;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** One user at a time: what is refused, found, changed, and what cannot be taken back. */
class AuthingUsersTests {

	private final AuthingLookalike lookalike = AuthingLookalike.start(AuthingOptions.defaults().linked(true));

	private final AuthingWire wire = AuthingWire.of(this.lookalike);

	private String user;

	@BeforeEach
	void somebody() {
		this.user = this.wire.created("create-user",
				"{'username':'zhangsan','name':'张三','phone':'13800000001','email':'Zhang@example.com',"
						+ "'externalId':'e1','nickname':'三','customData':{'wechatwork_user_id':'zhangsan'}}");
	}

	@AfterEach
	void end() {
		this.lookalike.close();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{'name':'无名'}|400
			{'username':''}|400
			{'username':'a','gender':'male'}|400
			{'username':'a','status':'activated'}|400
			{'username':'a','email':'no address'}|400
			{'username':'a','phone':'12ab'}|400
			{'username':'a','name':5}|400
			{'username':'a','customData':{'unheard-of':'1'}}|400
			{'username':'a','departmentIds':['nowhere']}|404
			{'username':'zhangsan'}|409
			{'username':'ZHANGSAN'}|200
			{'email':'zHANG@EXAMPLE.com'}|409
			{'phone':'13800000001'}|409
			{'phone':'+8613800000001'}|409
			{'phone':'13800000001','phoneCountryCode':'+852'}|200
			{'username':'a','externalId':'e1'}|409
			{'username':'a','customData':{'wechatwork_user_id':'zhangsan'}}|409
			{'username':'a','name':'张三','gender':'F','status':'Suspended'}|200
			""")
	void answersACreation(String body, int code) {
		assertThat(this.wire.code("create-user", body)).isEqualTo(code);
	}

	@ParameterizedTest
	@ValueSource(strings = { "zhangsan&userIdType=username", "zhang@EXAMPLE.com&userIdType=email",
			"13800000001&userIdType=phone", "%2B8613800000001&userIdType=phone", "e1&userIdType=external_id",
			"wechatwork_user_id:zhangsan&userIdType=custom_field" })
	void isFoundByWhatOnlyOneHas(String named) {
		assertThat(get(named).path("userId").asString()).isEqualTo(this.user);
	}

	@Test
	void whoIsNotThereIsNotFound() {
		JsonNode answer = this.wire.get("get-user?userId=nobody");

		assertThat(answer.path("statusCode").asInt()).isEqualTo(404);
		assertThat(answer.path("apiCode").asInt()).isEqualTo(2004);
		assertThat(this.wire.get("get-user?userId=a&userIdType=nothing").path("statusCode").asInt()).isEqualTo(400);
	}

	@Test
	void showsCustomDataAndDepartmentsOnlyWhenAsked() {
		assertThat(get(this.user).has("customData") || get(this.user).has("departmentIds")).isFalse();
		JsonNode shown = get(this.user + "&withCustomData=true&withDepartmentIds=true");
		assertThat(shown.path("customData").path("wechatwork_user_id").asString()).isEqualTo("zhangsan");
		assertThat(shown.path("departmentIds").isArray()).isTrue();
		assertThat(get(this.user + "&flatCustomData=true").path("wechatwork_user_id").asString()).isEqualTo("zhangsan");
	}

	@Test
	void changesWhatIsSaidAndNothingElse() {
		update("'name':'张四','departmentIds':['ignored'],'customData':{'wechatwork_department_ids':'1'}");

		JsonNode changed = get(this.user + "&withCustomData=true");
		assertThat(changed.path("name").asString()).isEqualTo("张四");
		assertThat(changed.path("email").asString()).isEqualTo("Zhang@example.com");
		assertThat(changed.path("customData").size()).isEqualTo(2);
	}

	@Test
	void nullAndEmptyTextsEmptyAFieldUnlessTheyAreToKeepIt() {
		this.wire.desk("POST", "switches", "{'habits':['null-keeps','empty-keeps']}");
		update("'email':null,'nickname':'','customData':{'wechatwork_user_id':null}");
		assertThat(get(this.user).path("email").asString()).isEqualTo("Zhang@example.com");
		assertThat(get(this.user).path("nickname").asString()).isEqualTo("三");

		this.wire.desk("POST", "switches", "{'habits':[]}");
		update("'email':null,'nickname':'','customData':{'wechatwork_user_id':null}");
		JsonNode changed = get(this.user + "&withCustomData=true");
		assertThat(changed.path("email").isNull()).isTrue();
		assertThat(changed.path("nickname").isNull()).isTrue();
		assertThat(changed.path("customData").isEmpty()).isTrue();
		assertThat(this.wire.code("create-user", "{'email':'zhang@example.com'}")).isEqualTo(200);
	}

	@Test
	void cannotTakeWhatSomebodyElseHas() {
		this.wire.post("create-user", "{'username':'lisi','phone':'13800000002'}");

		assertThat(this.wire.code("update-user", "{'userId':'" + this.user + "','phone':'13800000002'}"))
			.isEqualTo(409);
		assertThat(this.wire.code("update-user", "{'userId':'" + this.user + "','phone':'13800000001'}"))
			.isEqualTo(200);
		assertThat(this.wire.code("update-user",
				"{'userId':'lisi','phone':'13800000003','options':{'userIdType':'username'}}"))
			.isEqualTo(200);
		assertThat(this.wire.code("update-user", "{'userId':'" + this.user + "','phone':'13800000002'}"))
			.isEqualTo(200);
	}

	@Test
	void whoHasResignedStaysSo() {
		this.wire.post("add-department-members",
				"{'organizationCode':'example','departmentId':'root','userIds':['" + this.user + "']}");
		assertThat(this.wire.code("resign-user", "{'userId':'zhangsan','userIdType':'username'}")).isEqualTo(200);

		JsonNode gone = get(this.user + "&withDepartmentIds=true");
		assertThat(gone.path("status").asString()).isEqualTo("Resigned");
		assertThat(gone.path("workStatus").asString()).isEqualTo("Closed");
		assertThat(gone.path("departmentIds").isEmpty()).isTrue();
		assertThat(gone.path("name").asString()).isEqualTo("张三");
		assertThat(this.wire.code("update-user", "{'userId':'" + this.user + "','status':'Activated'}")).isEqualTo(422);
	}

	@Test
	void rememberWhoseAccountsWouldHaveBeenAnnouncedAndWherePasswordsComeFrom() {
		this.wire.post("create-user", "{'username':'a','email':'a@example.com','options':{'autoGeneratePassword':true,"
				+ "'sendNotification':{'sendEmailNotification':true}}}");

		JsonNode state = this.lookalike.state();
		assertThat(state.path("notified").toString()).isEqualTo("[\"a@example.com\"]");
		assertThat(state.path("users").findValuesAsString("password")).containsExactly("generated", "none");
		update("'password':'not-to-be-seen'");
		assertThat(this.lookalike.state().path("users").findValuesAsString("password")).containsExactly("generated",
				"given");
		assertThat(this.lookalike.state().toString()).doesNotContain("not-to-be-seen");
	}

	private void update(String said) {
		assertThat(this.wire.code("update-user", "{'userId':'" + this.user + "'," + said + "}")).isEqualTo(200);
	}

	private JsonNode get(String named) {
		return this.wire.get("get-user?userId=" + named).path("data");
	}

}
