package dev.rollcall.sandbox.wecom;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.rollcall.sandbox.SetClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What apps see of a company, and what one that a provider has developed may do. */
class VisibleRangeTests {

	private static final int NO_PRIVILEGE = 60011;

	private WeComLookalike lookalike;

	private Wire contact;

	@AfterEach
	void end() {
		this.lookalike.close();
	}

	@Test
	void anAppSeesItsDepartmentsAndAllBelowThem() {
		Wire app = begin(VisibleRange.of(2L), Agency.NONE, "app");

		assertThat(ids(app.get("department/simplelist").path("department_id"))).containsExactly(2L, 3L);
		assertThat(ids(app.get("department/list").path("department"))).containsExactly(2L, 3L);
		assertThat(ids(this.contact.get("department/simplelist").path("department_id"))).containsExactly(1L, 2L, 3L,
				4L);
		assertThat(app.get("user/simplelist?department_id=3").path("userlist").findValuesAsString("userid"))
			.containsExactly("both", "inside");
		assertThat(app.get("user/get?userid=inside").path("name").asString()).isEqualTo("里");
	}

	@ParameterizedTest
	@ValueSource(strings = { "department/get?id=4", "department/list?id=1", "department/simplelist?id=4",
			"user/list?department_id=4", "user/simplelist?department_id=1", "user/get?userid=outside" })
	void whatIsOutsideIsRefused(String call) {
		Wire app = begin(VisibleRange.of(2L), Agency.NONE, "app");

		assertThat(app.get(call).path("errcode").asInt()).isEqualTo(NO_PRIVILEGE);
		assertThat(this.contact.get(call).path("errcode").asInt()).isZero();
	}

	@Test
	void ofAMembersDepartmentsOnlyThoseInsideAreShown() {
		Wire app = begin(new VisibleRange(Set.of(2L), Set.of("OUTSIDE")), Agency.NONE, "app");

		JsonNode both = app.get("user/get?userid=both");
		assertThat(both.path("department").toString()).isEqualTo("[3]");
		assertThat(both.path("order").size()).isOne();
		assertThat(both.path("main_department").asLong()).isEqualTo(3);
		JsonNode outside = app.get("user/get?userid=outside");
		assertThat(outside.path("name").asString()).isEqualTo("外");
		assertThat(outside.path("department").isEmpty()).isTrue();
	}

	@Test
	void aDevelopedAppReadsItsRangeByItsPermanentCodeAndWritesNothing() {
		Wire agent = begin(VisibleRange.of(2L), Agency.SEEN, "agent");

		assertThat(agent.get("user/get?userid=inside").path("errcode").asInt()).isZero();
		assertThat(agent.get("user/get?userid=outside").path("errcode").asInt()).isEqualTo(NO_PRIVILEGE);
		assertThat(ids(agent.get("department/simplelist").path("department_id"))).containsExactly(2L, 3L);
		assertThat(agent.post("user/list_id", "{}").path("errcode").asInt()).isEqualTo(48002);
		assertThat(agent.get("user/delete?userid=inside").path("errcode").asInt()).isEqualTo(NO_PRIVILEGE);
		assertThat(agent.post("user/create", "{'userid':'new'}").path("errcode").asInt()).isEqualTo(NO_PRIVILEGE);
		assertThat(agent.post("department/create", "{'name':'新','parentid':2}").path("errcode").asInt())
			.isEqualTo(NO_PRIVILEGE);
	}

	@Test
	void aDevelopedAppMayBeAllowedMore() {
		Wire agent = begin(VisibleRange.of(2L), new Agency(true, true, true), "agent");

		assertThat(ids(agent.get("department/simplelist").path("department_id"))).containsExactly(1L, 2L, 3L, 4L);
		assertThat(agent.get("department/get?id=4").path("errcode").asInt()).isEqualTo(NO_PRIVILEGE);
		assertThat(agent.get("user/delete?userid=inside").path("errcode").asInt()).isZero();
	}

	@Test
	void withoutADevelopedAppItsCodeIsAWrongSecret() {
		begin(VisibleRange.ALL, Agency.NONE, "app");
		Secrets secrets = this.lookalike.secrets();

		assertThat(this.contact
			.plain("/cgi-bin/gettoken?corpid=" + secrets.corporation() + "&corpsecret=" + secrets.permanentCode())
			.path("errcode")
			.asInt()).isEqualTo(40001);
		assertThat(this.lookalike.greeting()).doesNotContainKey("permanentCode");
		assertThat(secrets.toString()).doesNotContain(secrets.permanentCode());
	}

	@Test
	void aCursorLastsAsLongAsItIsToldTo() {
		SetClock clock = new SetClock(Instant.parse("2026-11-21T00:00:00Z"));
		WeComOptions.Pace pace = new WeComOptions.Pace(Duration.ofHours(2), 5000, Duration.ofSeconds(60));
		this.lookalike = WeComLookalike
			.start(WeComOptions.defaults().with(clock).with(pace).with(Population.seeded(5, 2, 1)));
		Wire wire = Wire.contact(this.lookalike);
		String next = "{'limit':2,'cursor':'" + wire.post("user/list_id", "{'limit':2}").path("next_cursor").asString()
				+ "'}";

		clock.advance(Duration.ofSeconds(59));
		assertThat(wire.post("user/list_id", next).path("dept_user").size()).isEqualTo(2);
		clock.advance(Duration.ofSeconds(1));
		assertThat(wire.post("user/list_id", next).path("errcode").asInt()).isEqualTo(40058);
	}

	/** A company with one department in the range, one below it and one outside. */
	private Wire begin(VisibleRange range, Agency agency, String caller) {
		this.lookalike = WeComLookalike.start(WeComOptions.defaults().with(range).with(agency));
		this.contact = Wire.contact(this.lookalike);
		this.contact.post("department/create", "{'name':'研发','parentid':1,'id':2}");
		this.contact.post("department/create", "{'name':'一组','parentid':2,'id':3}");
		this.contact.post("department/create", "{'name':'销售','parentid':1,'id':4}");
		create("'userid':'inside','name':'里','mobile':'13800000001','department':[3]");
		create("'userid':'outside','name':'外','mobile':'13800000002','department':[4]");
		create("'userid':'both','name':'两','mobile':'13800000003','department':[4,3],'main_department':4");
		return caller.equals("app") ? Wire.app(this.lookalike)
				: Wire.with(this.lookalike, this.lookalike.secrets().permanentCode());
	}

	private void create(String member) {
		assertThat(this.contact.post("user/create", "{" + member + "}").path("errcode").asInt()).isZero();
	}

	private static List<Long> ids(JsonNode departments) {
		List<Long> ids = new ArrayList<>();
		departments.forEach((department) -> ids.add(department.path("id").asLong()));
		return ids;
	}

}
