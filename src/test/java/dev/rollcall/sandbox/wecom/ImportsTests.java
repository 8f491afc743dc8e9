package dev.rollcall.sandbox.wecom;

import java.time.Duration;
import java.time.Instant;

import dev.rollcall.sandbox.SetClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Imports from files: one at a time, with a result for each row, at their own pace. */
class ImportsTests {

	private static final String HEADER = "姓名,帐号,手机号,邮箱,所在部门,职位,性别,是否部门内领导,排序,别名,地址,座机,禁用,禁用项说明：(0-启用;1-禁用)\n";

	private final SetClock clock = new SetClock(Instant.parse("2026-11-21T00:00:00Z"));

	private final WeComLookalike lookalike = WeComLookalike.start(WeComOptions.defaults()
		.with(this.clock)
		.with(new WeComOptions.Pace(Duration.ofDays(9), 2, Duration.ofDays(9))));

	private Wire wire;

	@BeforeEach
	void branches() {
		this.wire = Wire.contact(this.lookalike);
		this.wire.post("department/create", "{'name':'研发','parentid':1,'id':2}");
		this.wire.post("department/create", "{'name':'销售','parentid':1,'id':3}");
		this.wire.post("user/create",
				"{'userid':'zhangsan','name':'张三','mobile':'13800000001','department':[2],'alias':'三','to_invite':false}");
	}

	@AfterEach
	void end() {
		this.lookalike.close();
	}

	@Test
	void createsAndChangesAndSaysWhatCameOfEachRow() {
		String job = begin("syncuser",
				HEADER + "张三丰,ZhangSan,13800000001,,2;3,道长,男,0;1,5;6,,武当山,,0\n" + "李四,lisi,13800000002,,3,,女,0,1,,,,1\n"
						+ "王五,wangwu,13800000002,,3,,男,0,1,,,,0\n" + "李四,LISI,13800000003,,3,,男,0,1,,,,0\n",
				"false");
		this.clock.advance(Duration.ofSeconds(2));

		JsonNode result = this.wire.get("batch/getresult?jobid=" + job);
		assertThat(result.path("status").asInt()).isEqualTo(3);
		assertThat(result.path("type").asString()).isEqualTo("sync_user");
		assertThat(result.path("total").asInt()).isEqualTo(4);
		assertThat(result.path("result").toString()).isEqualTo(
				"[{\"userid\":\"ZhangSan\",\"errcode\":0,\"errmsg\":\"ok\"},{\"userid\":\"lisi\",\"errcode\":0,\"errmsg\":\"ok\"},"
						+ "{\"userid\":\"wangwu\",\"errcode\":60104,\"errmsg\":\"mobile existed:lisi\"},"
						+ "{\"userid\":\"LISI\",\"errcode\":302003,\"errmsg\":\"userid duplicated in file\"}]");
		JsonNode changed = this.wire.get("user/get?userid=zhangsan");
		assertThat(changed.path("name").asString()).isEqualTo("张三丰");
		assertThat(changed.path("department").toString()).isEqualTo("[2,3]");
		assertThat(changed.path("is_leader_in_dept").toString()).isEqualTo("[0,1]");
		assertThat(changed.path("alias").asString()).isEmpty();
		assertThat(this.wire.get("user/get?userid=lisi").path("status").asInt()).isEqualTo(2);
		assertThat(this.lookalike.state().path("invited").size()).isZero();
	}

	@Test
	void leavesAloneWhatHasNoColumn() {
		begin("syncuser", "\uFEFF姓名,帐号\n张三丰,zhangsan\n", "false");
		this.clock.advance(Duration.ofSeconds(1));

		JsonNode changed = this.wire.get("user/get?userid=zhangsan");
		assertThat(changed.path("name").asString()).isEqualTo("张三丰");
		assertThat(changed.path("alias").asString()).isEqualTo("三");
		assertThat(changed.path("mobile").asString()).isEqualTo("13800000001");
	}

	@Test
	void goesOnWhileNobodyWaitsAndTakesNoSecondImportMeanwhile() {
		String job = begin("syncuser", HEADER + "李四,lisi,13800000002,,3\n王五,wangwu,13800000003,,3\n", "true");

		assertThat(this.wire.get("batch/getresult?jobid=" + job).path("status").asInt()).isEqualTo(1);
		this.clock.advance(Duration.ofMillis(500));
		JsonNode half = this.wire.get("batch/getresult?jobid=" + job);
		assertThat(half.path("status").asInt()).isEqualTo(2);
		assertThat(half.path("percentage").asInt()).isEqualTo(50);
		assertThat(half.path("result").size()).isZero();
		assertThat(post("syncuser", "姓名,帐号\n", "true").path("errcode").asInt()).isEqualTo(302008);
		assertThat(this.lookalike.state().path("invited").toString()).isEqualTo("[\"lisi\"]");
	}

	@Test
	void keepsTheResultsOfTheLastFive() {
		String first = begin("syncuser", "姓名,帐号\n", "true");
		for (int i = 0; i < 5; i++) {
			begin("syncuser", "姓名,帐号\n", "true");
		}

		assertThat(this.wire.get("batch/getresult?jobid=" + first).path("errcode").asInt()).isEqualTo(40089);
		assertThat(this.wire.get("batch/getresult?jobid=other").path("errcode").asInt()).isEqualTo(40088);
	}

	@Test
	void refusesFilesThatCannotBeImported() {
		assertThat(post("syncuser", "账号,手机号\nlisi,1\n", "true").path("errcode").asInt()).isEqualTo(40092);
		assertThat(this.wire.upload("x").path("errcode").asInt()).isEqualTo(44001);
		assertThat(this.wire.post("batch/syncuser", "{'media_id':'x'}").path("errcode").asInt()).isEqualTo(40007);
		assertThat(this.wire.post("batch/syncuser", "{}").path("errcode").asInt()).isEqualTo(41006);
	}

	@Test
	void aWholeImportDeletesTheOthersUnlessTheyAreTooMany() {
		String refused = begin("replaceuser", "姓名,帐号\n李四,lisi\n", "true");
		assertThat(this.wire.get("batch/getresult?jobid=" + refused).path("errcode").asInt()).isEqualTo(45026);

		this.wire.post("user/create", "{'userid':'lisi','name':'李四','mobile':'13800000002','department':[2]}");
		String job = begin("replaceuser", "姓名,帐号\n李四,lisi\n", "true");
		this.clock.advance(Duration.ofSeconds(2));
		assertThat(this.wire.get("batch/getresult?jobid=" + job).path("status").asInt()).isEqualTo(3);
		assertThat(this.lookalike.state().path("members").toString()).contains("lisi").doesNotContain("zhangsan");
	}

	@Test
	void departmentsOfAFileReplaceThoseThatAreEmpty() {
		String job = begin("replaceparty", "部门名称,部门ID,父部门ID,排序\n广州,5,4,9\n华南,4,1,\n", "true");
		this.clock.advance(Duration.ofSeconds(2));

		assertThat(this.wire.get("batch/getresult?jobid=" + job).path("result").toString())
			.isEqualTo("[{\"action\":1,\"partyid\":4,\"errcode\":0,\"errmsg\":\"ok\"},"
					+ "{\"action\":1,\"partyid\":5,\"errcode\":0,\"errmsg\":\"ok\"}]");
		assertThat(this.wire.get("department/simplelist").path("department_id").toString())
			.isEqualTo("[{\"id\":1,\"parentid\":0,\"order\":100000000},{\"id\":2,\"parentid\":1,\"order\":0},"
					+ "{\"id\":4,\"parentid\":1,\"order\":0},{\"id\":5,\"parentid\":4,\"order\":9}]");
	}

	private String begin(String kind, String file, String invite) {
		return post(kind, file, invite).path("jobid").asString();
	}

	private JsonNode post(String kind, String file, String invite) {
		String media = this.wire.upload(file).path("media_id").asString();
		return this.wire.post("batch/" + kind, "{'media_id':'" + media + "','to_invite':" + invite + "}");
	}

}
