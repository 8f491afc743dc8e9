package dev.rollcall.sandbox.wecom;

import java.util.ArrayList;
import java.util.List;

import dev.rollcall.sandbox.wecom.company.Habits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Members: what they may be, how they are listed, what is refused and how. */
class MemberCallsTests {

	private WeComLookalike lookalike = WeComLookalike.start(WeComOptions.defaults());

	private Wire wire;

	@BeforeEach
	void branches() {
		this.wire = Wire.contact(this.lookalike);
		this.wire.post("department/create", "{'name':'研发','parentid':1,'id':2}");
		this.wire.post("department/create", "{'name':'销售','parentid':1,'id':3}");
		create("{'userid':'zhangsan','name':'张三','mobile':'13800000001','email':'zs@example.com','department':[2,3],"
				+ "'order':[7,9],'is_leader_in_dept':[1,0],'main_department':'3','external_profile':{},'to_invite':false}");
	}

	@AfterEach
	void end() {
		this.lookalike.close();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{'name':'李四','mobile':'13800000002','department':[2]}|41009
			{'userid':'_x','name':'李四','mobile':'13800000002','department':[2]}|40003
			{'userid':'lisi','mobile':'13800000002','department':[2]}|60112
			{'userid':'lisi','name':'李四','department':[2]}|60129
			{'userid':'lisi','name':'李四','mobile':'12','department':[2]}|60103
			{'userid':'lisi','name':'李四','mobile':'+85291234567','department':[2]}|0
			{'userid':'lisi','name':'李四','mobile':'+86 13800000001','department':[2]}|60104
			{'userid':'ZhangSan','name':'李四','mobile':'13800000001','department':[2]}|60104
			{'userid':'ZhangSan','name':'李四','mobile':'13800000002','department':[2]}|60102
			{'userid':'lisi','name':'李四','email':'a@b','department':[2]}|60105
			{'userid':'lisi','name':'李四','email':'ZS@example.com','department':[2]}|60106
			{'userid':'lisi','name':'李四','mobile':'13800000002','department':'[1, 2]'}|40066
			{'userid':'lisi','name':'李四','mobile':'13800000002','department':[2,3],'order':[1]}|40058
			{'userid':'lisi','name':'李四','mobile':'13800000002','department':[2,3],'is_leader_in_dept':[1]}|60132
			{'userid':'lisi','name':'李四','mobile':'13800000002','department':[2],'main_department':3}|40066
			{'userid':'lisi','name':'李四','mobile':'13800000002','department':[2],'telephone':'abc'}|301013
			{'userid':'lisi','name':'李四','mobile':'13800000002','department':[2],'direct_leader':['zhangsan','a']}|60257
			{'userid':'lisi','name':'李四','mobile':'13800000002','department':[2],'direct_leader':['a']}|60111
			""")
	void answersACreationAsTheRealServerDoes(String body, int code) {
		assertThat(create(body).path("errcode").asInt()).isEqualTo(code);
	}

	@Test
	void tellsWhoseAMobileIsAndSaysNothingMore() {
		assertThat(create("{'userid':'lisi','name':'李四','mobile':'13800000001','department':[2]}").path("errmsg")
			.asString()).isEqualTo("mobile existed:zhangsan");
	}

	@Test
	void complainsOfATypeThatIsWrong() {
		assertThat(create("{'userid':'lisi','name':'李四','mobile':'13800000002','department':'[1, 2]'}").path("errmsg")
			.asString()).startsWith("Warning: wrong json format. invalid party list, hint: [");
	}

	@Test
	void showsAMemberHoweverItsUseridIsSpelt() {
		JsonNode member = this.wire.get("user/get?userid=ZHANGSAN");

		assertThat(member.path("userid").asString()).isEqualTo("zhangsan");
		assertThat(member.path("department").toString()).isEqualTo("[2,3]");
		assertThat(member.path("order").toString()).isEqualTo("[7,9]");
		assertThat(member.path("is_leader_in_dept").toString()).isEqualTo("[1,0]");
		assertThat(member.path("main_department").asInt()).isEqualTo(3);
		assertThat(member.path("status").asInt()).isEqualTo(4);
	}

	@Test
	void aRefusalCarriesTheListsOfItsKindEmpty() {
		JsonNode refusal = this.wire.get("user/get?userid=nobody");

		assertThat(refusal.path("errcode").asInt()).isEqualTo(60111);
		assertThat(refusal.path("department").isArray()).isTrue();
		assertThat(refusal.path("direct_leader").isArray()).isTrue();
	}

	@Test
	void changesOnlyWhatAChangeNames() {
		this.wire.post("user/update", "{'userid':'zhangsan','position':'工程师','enable':0}");

		JsonNode member = this.wire.get("user/get?userid=zhangsan");
		assertThat(member.path("name").asString()).isEqualTo("张三");
		assertThat(member.path("position").asString()).isEqualTo("工程师");
		assertThat(member.path("status").asInt()).isEqualTo(2);
		assertThat(member.path("order").toString()).isEqualTo("[7,9]");
	}

	@Test
	void theMobileOfWhoeverHasSignedInStaysAndNobodyIsTold() {
		WeComLookalike peopled = WeComLookalike.start(WeComOptions.defaults().with(Population.seeded(1, 1, 9)));
		try (peopled) {
			JsonNode member = peopled.state().path("members").get(0);
			JsonNode answer = Wire.contact(peopled)
				.post("user/update", "{'userid':'" + member.path("userid").asString() + "','mobile':'13911111111'}");

			assertThat(member.path("status").asInt()).isEqualTo(1);
			assertThat(answer.path("errcode").asInt()).isZero();
			assertThat(peopled.state().path("members").get(0).path("mobile")).isEqualTo(member.path("mobile"));
		}
	}

	@Test
	void aDepartmentThatDoesNotExistIsCreatedAndTold() {
		JsonNode answer = create("{'userid':'lisi','name':'李四','mobile':'13800000002','department':[77]}");

		assertThat(answer.path("created_department_list").toString())
			.isEqualTo("{\"department_info\":[{\"name\":\"77\",\"id\":77}]}");
		JsonNode department = this.wire.get("department/get?id=77").path("department");
		assertThat(this.wire.get("department/get?id=" + department.path("parentid").asInt())
			.path("department")
			.path("name")
			.asString()).isEqualTo("其他（待设置部门）");
	}

	@Test
	void formerServersRefuseADepartmentThatDoesNotExist() {
		this.lookalike.close();
		this.lookalike = WeComLookalike.start(WeComOptions.defaults().with(Habits.FORMER));
		this.wire = Wire.contact(this.lookalike);

		assertThat(create("{'userid':'lisi','name':'李四','mobile':'13800000002','department':[77]}").path("errcode")
			.asInt()).isEqualTo(60123);
		assertThat(create("{'userid':'lisi','name':'李四','mobile':'13800000002'}").path("errmsg").asString())
			.startsWith("missing field `department`. invalid Request Parameter");
	}

	@Test
	void invitesWhoeverIsNotSpared() {
		create("{'userid':'lisi','name':'李四','mobile':'13800000002','department':[2]}");

		assertThat(this.lookalike.state().path("invited").toString()).isEqualTo("[\"lisi\"]");
	}

	@Test
	void deletesManyOrNone() {
		create("{'userid':'lisi','name':'李四','mobile':'13800000002','department':[2]}");

		assertThat(this.wire.post("user/batchdelete", "{'useridlist':['lisi','nobody']}").path("errcode").asInt())
			.isEqualTo(40031);
		assertThat(this.wire.get("user/get?userid=lisi").path("errcode").asInt()).isZero();
		assertThat(this.wire.post("user/batchdelete", "{'useridlist':['lisi','ZhangSan']}").path("errmsg").asString())
			.isEqualTo("deleted");
		assertThat(this.lookalike.state().path("members").size()).isZero();
	}

	@Test
	void noMoreThanTwoHundredAreDeletedTogether() {
		String many = "'x',".repeat(200) + "'x'";

		assertThat(this.wire.post("user/batchdelete", "{'useridlist':[" + many + "]}").path("errcode").asInt())
			.isEqualTo(40032);
	}

	@Test
	void aDeletedMemberLeavesItsMobileToOthers() {
		this.wire.get("user/delete?userid=zhangsan");

		assertThat(
				create("{'userid':'lisi','name':'李四','mobile':'13800000001','department':[2]}").path("errcode").asInt())
			.isZero();
		assertThat(this.wire.get("user/delete?userid=zhangsan").path("errcode").asInt()).isEqualTo(60111);
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void pagesOfIdsHoldEachRowOnceInEitherOrder(boolean byDepartment) {
		WeComLookalike peopled = WeComLookalike
			.start(WeComOptions.defaults().with(Population.seeded(50, 5, 3)).with(Habits.TODAY.listing(byDepartment)));
		try (peopled) {
			Wire contact = Wire.contact(peopled);
			List<String> rows = new ArrayList<>();
			String cursor = "";
			do {
				JsonNode page = contact.post("user/list_id", "{'cursor':'" + cursor + "','limit':7}");
				assertThat(page.path("dept_user").size()).isBetween(1, 7);
				page.path("dept_user")
					.forEach((row) -> rows.add(row.path("department").asInt() + " " + row.path("userid").asString()));
				cursor = page.path("next_cursor").asString();
			}
			while (!cursor.isEmpty());

			List<String> all = new ArrayList<>();
			peopled.state()
				.path("members")
				.forEach((member) -> member.path("department")
					.forEach((department) -> all.add(department.asInt() + " " + member.path("userid").asString())));
			assertThat(rows).containsExactlyInAnyOrderElementsOf(all).hasSizeGreaterThan(50);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'limit':0}", "{'limit':10001}", "{'cursor':'?'}" })
	void refusesAPageThatCannotBe(String body) {
		assertThat(this.wire.post("user/list_id", body).path("errcode").asInt()).isEqualTo(40058);
	}

	@Test
	void listsWhoIsRightInADepartmentAndBelowOnlyWhenAsked() {
		assertThat(this.wire.get("user/simplelist?department_id=1").path("userlist").size()).isZero();
		assertThat(this.wire.get("user/list?department_id=1&&fetch_child=1&status=0").path("userlist").size()).isOne();
		assertThat(this.wire.get("user/simplelist?department_id=2").path("userlist").toString())
			.isEqualTo("[{\"userid\":\"zhangsan\",\"name\":\"张三\",\"department\":[2,3]}]");
	}

	@Test
	void findsByMobileUntilTooManyAreMissed() {
		assertThat(this.wire.post("user/getuserid", "{'mobile':'13800000001'}").path("userid").asString())
			.isEqualTo("zhangsan");
		List<Integer> codes = new ArrayList<>();
		for (int i = 0; i < 12; i++) {
			codes.add(this.wire.post("user/getuserid", "{'mobile':'13900000000'}").path("errcode").asInt());
		}

		assertThat(codes).startsWith(46004).endsWith(45009);
	}

	private JsonNode create(String body) {
		return this.wire.post("user/create", body);
	}

}
