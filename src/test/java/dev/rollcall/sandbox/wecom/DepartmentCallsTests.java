package dev.rollcall.sandbox.wecom;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Departments, with the codes that the real server was seen to answer. */
class DepartmentCallsTests {

	private final WeComLookalike lookalike = WeComLookalike.start(WeComOptions.defaults());

	private Wire wire;

	@BeforeEach
	void branches() {
		this.wire = Wire.contact(this.lookalike);
		create("{'name':'研发','parentid':1,'id':2,'order':10,'name_en':'RD'}");
		create("{'name':'广州','parentid':2,'id':3}");
		create("{'name':'销售','parentid':1,'id':4}");
		this.wire.post("user/create",
				"{'userid':'zhangsan','name':'张三','mobile':'13800000001','department':[3],'is_leader_in_dept':[1]}");
	}

	@AfterEach
	void end() {
		this.lookalike.close();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{'name':'','parentid':1}|40058
			{'parentid':1}|60001
			no json at all|60001
			{'name':'a?b','parentid':1}|60009
			{'name':'a/b','parentid':1}|0
			{'name':'甲','name_en':'','parentid':1}|60001
			{'name':'甲','name_en':'RD','parentid':1}|60008
			{'name':'研发','parentid':1}|60008
			{'name':'研发','parentid':2}|0
			{'name':'甲'}|60004
			{'name':'甲','parentid':999}|60004
			{'name':'甲','parentid':'str'}|60009
			{'name':'甲','parentid':1,'order':-1}|60009
			{'name':'甲','parentid':1,'order':'aaa'}|60009
			{'name':'甲','parentid':1,'order':4294967296}|60009
			{'name':'甲','parentid':1,'order':4294967295}|0
			{'name':'甲','parentid':1,'id':0}|60123
			{'name':'甲','parentid':1,'id':''}|60009
			{'name':'甲','parentid':1,'id':99999999999}|60009
			{'name':'甲','parentid':1,'id':2}|60008
			""")
	void answersACreationAsTheRealServerDoes(String body, int code) {
		assertThat(this.wire.post("department/create", body).path("errcode").asInt()).isEqualTo(code);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{'id':4,'name':'研发'}|60008
			{'id':4,'parentid':999}|60124
			{'id':4,'parentid':''}|60124
			{'id':999,'name':'甲'}|60003
			{'name':'甲'}|60003
			{'id':2,'parentid':3}|60010
			{'id':2,'parentid':2}|60010
			{'id':3,'parentid':4,'name':'深圳'}|0
			""")
	void answersAChangeAsTheRealServerDoes(String body, int code) {
		assertThat(this.wire.post("department/update", body).path("errcode").asInt()).isEqualTo(code);
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			?id=999,60123
			'',40058
			?id=,40058
			?id=3,60005
			?id=2,60006
			?id=1,60006
			?id=4,0
			""")
	void answersADeletionAsTheRealServerDoes(String query, int code) {
		assertThat(this.wire.get("department/delete" + query).path("errcode").asInt()).isEqualTo(code);
	}

	@Test
	void theRootCannotBeDeletedEvenWhenItIsEmpty() {
		this.wire.get("user/delete?userid=zhangsan");
		List.of(3, 2, 4).forEach((id) -> this.wire.get("department/delete?id=" + id));

		assertThat(this.wire.get("department/delete?id=1").path("errcode").asInt()).isEqualTo(60007);
	}

	@Test
	void changesOnlyWhatAChangeNames() {
		JsonNode answer = this.wire.post("department/update", "{'id':2,'parentid':4}");

		assertThat(answer.path("errmsg").asString()).isEqualTo("updated");
		assertThat(department(2)).isEqualTo("2 研发 RD under 4 order 10");
	}

	@Test
	void aSwapOfTwoNamesNeedsAThirdStep() {
		assertThat(this.wire.post("department/update", "{'id':2,'name':'销售'}").path("errcode").asInt())
			.isEqualTo(60008);
	}

	@Test
	void noDepartmentIsDeeperThanFifteenLevels() {
		long parent = 1;
		List<Integer> codes = new ArrayList<>();
		for (int i = 0; i < 15; i++) {
			JsonNode answer = create("{'name':'层','parentid':" + parent + "}");
			codes.add(answer.path("errcode").asInt());
			parent = answer.path("id").asLong();
		}

		assertThat(codes.subList(0, 14)).containsOnly(0);
		assertThat(codes.get(14)).isEqualTo(60002);
	}

	@Test
	void idsComeWithoutNamesAndWithTheDepartmentThatIsAskedFor() {
		assertThat(this.wire.get("department/simplelist?id=2").path("department_id").toString())
			.isEqualTo("[{\"id\":2,\"parentid\":1,\"order\":10},{\"id\":3,\"parentid\":2,\"order\":0}]");
		assertThat(this.wire.get("department/simplelist").path("department_id").size()).isEqualTo(4);
	}

	@Test
	void theListShowsWhoLeads() {
		JsonNode list = this.wire.get("department/list?id=3").path("department");

		assertThat(list.toString())
			.isEqualTo("[{\"id\":3,\"name\":\"广州\",\"department_leader\":[\"zhangsan\"],\"parentid\":2,\"order\":0}]");
		assertThat(this.wire.get("department/list?id=999").path("errcode").asInt()).isEqualTo(60123);
	}

	private JsonNode create(String body) {
		return this.wire.post("department/create", body);
	}

	private String department(int id) {
		JsonNode found = this.wire.get("department/get?id=" + id).path("department");
		return found.path("id").asInt() + " " + found.path("name").asString() + " " + found.path("name_en").asString()
				+ " under " + found.path("parentid").asInt() + " order " + found.path("order").asLong();
	}

}
