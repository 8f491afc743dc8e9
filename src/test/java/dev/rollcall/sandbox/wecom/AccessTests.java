package dev.rollcall.sandbox.wecom;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;

import dev.rollcall.sandbox.SetClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Who may call what, how often, and how WeCom words its answers. */
class AccessTests {

	private final SetClock clock = new SetClock(Instant.parse("2026-11-21T00:00:00Z"));

	private final WeComLookalike lookalike = WeComLookalike
		.start(WeComOptions.defaults().with(this.clock).with(Population.seeded(3, 2, 1)).with(new Rates(5, 12, 50)));

	@AfterEach
	void end() {
		this.lookalike.close();
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			'',41004
			?corpid=C,41004
			?corpsecret=S,41002
			?corpid=x&corpsecret=S,40013
			?corpid=C&corpsecret=x,40001
			?corpid=C&corpsecret=F,40091
			?corpid=C&corpsecret=S,0
			""")
	void checksWhoAsksForATokenInWeComsOrder(String query, int code) {
		Secrets secrets = this.lookalike.secrets();
		String filled = query.replace("=C", "=" + secrets.corporation())
			.replace("=S", "=" + secrets.contact())
			.replace("=F", "=" + secrets.foreign());

		assertThat(Wire.nobody(this.lookalike).plain("/cgi-bin/gettoken" + filled).path("errcode").asInt())
			.isEqualTo(code);
	}

	@Test
	void aTokenIsTheSameWhileItIsGoodAndAnotherAfterwards() {
		Wire first = Wire.contact(this.lookalike);
		this.clock.advance(Duration.ofSeconds(7199));
		Wire second = Wire.contact(this.lookalike);
		this.clock.advance(Duration.ofSeconds(1));

		assertThat(second.token()).isEqualTo(first.token());
		assertThat(first.get("department/simplelist").path("errcode").asInt()).isEqualTo(42001);
		assertThat(Wire.contact(this.lookalike).token()).isNotEqualTo(first.token());
		assertThat(Wire.app(this.lookalike).token()).isNotEqualTo(first.token());
	}

	@Test
	void aTokenIsFoundInTheQueryOnly() {
		Wire nobody = Wire.nobody(this.lookalike);

		assertThat(nobody.get("department/simplelist").path("errcode").asInt()).isEqualTo(41001);
		assertThat(nobody.having("x").get("department/simplelist").path("errcode").asInt()).isEqualTo(40014);
	}

	@ParameterizedTest
	@ValueSource(strings = { "department/delete?id=2", "user/delete?userid=x", "user/list_id" })
	void anAppNeitherWritesNorListsIds(String call) {
		assertThat(Wire.app(this.lookalike).get(call).path("errcode").asInt()).isEqualTo(48002);
	}

	@ParameterizedTest
	@ValueSource(strings = { "department/list", "department/get?id=1", "user/get?userid=x", "user/list?department_id=1",
			"user/simplelist?department_id=1" })
	void theAssistantAtANewAddressReadsIdsOnly(String call) {
		this.lookalike.allow(Powers.TODAY);
		Wire contact = Wire.contact(this.lookalike);

		assertThat(contact.get(call).path("errcode").asInt()).isEqualTo(48009);
		assertThat(contact.get("department/simplelist").path("errcode").asInt()).isZero();
		assertThat(contact.post("user/list_id", "{}").path("errcode").asInt()).isZero();
		assertThat(Wire.app(this.lookalike).get("department/list").path("errcode").asInt()).isZero();
	}

	@Test
	void aNewAppIsNotShownPersonalFields() {
		this.lookalike.allow(new Powers(false, false, true));
		String userid = this.lookalike.state().path("members").get(0).path("userid").asString();

		JsonNode app = Wire.app(this.lookalike).get("user/get?userid=" + userid);
		JsonNode contact = Wire.contact(this.lookalike).get("user/get?userid=" + userid);
		assertThat(app.has("mobile") || app.has("email") || app.has("biz_mail") || app.has("address")).isFalse();
		assertThat(app.path("gender").asString()).isEqualTo("0");
		assertThat(app.path("name")).isEqualTo(contact.path("name"));
		assertThat(contact.path("email").asString()).isNotEmpty();
	}

	@Test
	void anAddressThatIsNotTrustedGetsATokenAndNothingElse() {
		this.lookalike.allow(new Powers(false, true, false));

		assertThat(Wire.contact(this.lookalike).get("department/simplelist").path("errcode").asInt()).isEqualTo(60020);
	}

	@Test
	void aRefusalIsWordedAsWeComWordsIt() {
		HttpResponse<String> response = Wire.nobody(this.lookalike)
			.response("GET", "/cgi-bin/department/simplelist", "");

		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.headers().firstValue("Error-Code")).hasValue("41001");
		assertThat(response.body())
			.matches("\\{\"errcode\":41001,\"errmsg\":\"access_token missing, hint: \\[\\d{25}], "
					+ "from ip: 127\\.0\\.0\\.1, more info at "
					+ "https://open\\.work\\.weixin\\.qq\\.com/devtool/query\\?e=41001\",\"department_id\":\\[]}");
	}

	@Test
	void whatIsNotThereIsNotFound() {
		assertThat(Wire.nobody(this.lookalike).response("GET", "/cgi-bin/nothing", "").statusCode()).isEqualTo(404);
	}

	@Test
	void whoeverPassesTheLimitOfAMinuteIsShutOutForAMinute() {
		Wire contact = Wire.contact(this.lookalike);
		for (int i = 0; i < 5; i++) {
			assertThat(contact.get("department/simplelist").path("errcode").asInt()).isZero();
		}

		this.clock.advance(Duration.ofSeconds(30));
		assertThat(contact.get("department/simplelist").path("errcode").asInt()).isEqualTo(45009);
		assertThat(contact.post("user/list_id", "{}").path("errcode").asInt()).isZero();
		this.clock.advance(Duration.ofSeconds(59));
		assertThat(contact.get("department/simplelist").path("errcode").asInt()).isEqualTo(45009);
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(contact.get("department/simplelist").path("errcode").asInt()).isZero();
	}

	@Test
	void whoeverPassesTheLimitOfAnHourIsShutOutForAnHour() {
		Wire contact = Wire.contact(this.lookalike);
		for (int i = 0; i < 12; i++) {
			assertThat(contact.get("department/simplelist").path("errcode").asInt()).isZero();
			this.clock.advance(Duration.ofSeconds(20));
		}

		assertThat(contact.get("department/simplelist").path("errcode").asInt()).isEqualTo(45009);
		this.clock.advance(Duration.ofMinutes(59));
		assertThat(contact.get("department/simplelist").path("errcode").asInt()).isEqualTo(45009);
		this.clock.advance(Duration.ofMinutes(1));
		assertThat(contact.get("department/simplelist").path("errcode").asInt()).isZero();
	}

}
