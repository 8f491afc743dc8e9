package dev.rollcall.sandbox.authing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.rollcall.directory.Department;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import dev.rollcall.directory.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Custom fields, and people who are there before anybody calls. */
class AuthingFieldsTests {

	private final AuthingLookalike lookalike = AuthingLookalike.start(AuthingOptions.defaults());

	private final AuthingWire wire = AuthingWire.of(this.lookalike);

	@AfterEach
	void end() {
		this.lookalike.close();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{'targetType':'USER','key':'badge','dataType':'STRING','label':'工牌'}|200
			{'targetType':'USER','key':'badge','dataType':'SELECT','label':'工牌'}|400
			{'targetType':'USER','key':'badge','label':'工牌'}|400
			{'targetType':'USER','key':'badge','dataType':'STRING'}|400
			{'targetType':'TEAM','key':'badge','dataType':'STRING','label':'工牌'}|400
			{'targetType':'USER','key':'badge','dataType':'BOOLEAN','label':'工牌','isUnique':true}|400
			{'targetType':'USER','key':'age','dataType':'STRING','label':'年龄'}|422
			{'targetType':'USER','key':'age','dataType':'NUMBER','label':'年龄','encrypted':true}|422
			{'targetType':'USER','key':'age','label':'岁数'}|200
			""")
	void answersADefinition(String field, int code) {
		define("{'targetType':'USER','key':'age','dataType':'NUMBER','label':'年龄'}");

		assertThat(this.wire.code("set-custom-fields", "{'list':[" + field + "]}")).isEqualTo(code);
	}

	@Test
	void valuesMustBeOfTheirFieldsType() {
		define("{'targetType':'USER','key':'age','dataType':'NUMBER','label':'年龄'}");
		define("{'targetType':'USER','key':'size','dataType':'ENUM','label':'尺码','options':[{'value':'L','label':'大'}]}");

		assertThat(create("'age':30,'size':'L'")).isEqualTo(200);
		assertThat(create("'age':'30'")).isEqualTo(400);
		assertThat(create("'size':'XL'")).isEqualTo(400);
	}

	@Test
	void setsAndShowsTheDataOfOne() {
		define("{'targetType':'DEPARTMENT','key':'wechatwork_department_id','dataType':'STRING','label':'编号','isUnique':true}");
		String department = this.wire.created("create-department",
				"{'organizationCode':'example','name':'研发','parentDepartmentId':'root'}");
		String data = "{'targetType':'DEPARTMENT','targetIdentifier':'" + department
				+ "','list':[{'key':'%s','value':'7'}]}";

		assertThat(this.wire.code("set-custom-data", data.formatted("wechatwork_department_id"))).isEqualTo(200);
		assertThat(this.wire.code("set-custom-data", data.formatted("unheard-of"))).isEqualTo(400);
		assertThat(this.wire.get("get-custom-data?targetType=DEPARTMENT&targetIdentifier=" + department)
			.path("data")
			.toString()).isEqualTo("{\"wechatwork_department_id\":\"7\"}");
		assertThat(
				this.wire.code("create-department",
						"{'organizationCode':'example','name':'销售',"
								+ "'parentDepartmentId':'root','customData':{'wechatwork_department_id':'7'}}"))
			.isEqualTo(409);
	}

	@Test
	void listsAndGivesUpFields() {
		define("{'targetType':'USER','key':'badge','dataType':'STRING','label':'工牌'}");

		assertThat(this.wire.get("get-custom-fields?targetType=USER").path("data").path(0).path("dataType").asString())
			.isEqualTo("STRING");
		assertThat(this.wire.get("list-custom-fields?targetType=USER").path("data").path("totalCount").asInt()).isOne();
		assertThat(this.wire.get("get-custom-fields?targetType=DEPARTMENT").path("data").isEmpty()).isTrue();
		assertThat(this.wire.code("delete-custom-fields", "{'list':[{'targetType':'USER','key':'badge'}]}"))
			.isEqualTo(200);
		assertThat(this.wire.get("get-custom-fields?targetType=USER").path("data").isEmpty()).isTrue();
	}

	@Test
	void theSameSeedMakesTheSamePoolAndAnotherAnother() {
		assertThat(state(Population.seeded(200, 20, 1), true)).isEqualTo(state(Population.seeded(200, 20, 1), true))
			.isNotEqualTo(state(Population.seeded(200, 20, 2), true));
		assertThat(state(Population.seeded(200, 20, 1), false).toString()).doesNotContain("wechatwork");
	}

	@Test
	void takesDepartmentsAndMembersFromElsewhere() {
		Schema schema = Schema.of("name", "mobile", "gender", "status");
		Department root = new Department("r", null, "1", Fields.of(schema, Map.of("name", "公司")), null);
		Department branch = new Department("b", "r", "17", Fields.of(schema, Map.of("name", "研发")), null);
		Member member = new Member("m", "zhangsan", null,
				Fields.of(schema,
						Map.of("name", "张三", "mobile", "13800000001", "gender", "female", "status", "resigned")),
				new Placements(List.of(new Placement("b", 9L, true)), "b"), null);

		JsonNode state = state(Population.of(List.of(root, branch), List.of(member)), true);
		List<String> paths = new ArrayList<>();
		state.path("departments").forEach((department) -> paths.add(department.path("path").asString()));
		assertThat(paths).containsExactly("公司", "公司/研发");
		assertThat(state.path("departments").path(1).path("leaders").toString()).isEqualTo("[\"zhangsan\"]");
		assertThat(state.path("users").path(0).toString()).isEqualTo("{\"gender\":\"F\",\"name\":\"张三\","
				+ "\"phone\":\"13800000001\",\"username\":\"zhangsan\",\"status\":\"Resigned\","
				+ "\"departments\":[\"公司/研发\"],\"mainDepartment\":\"公司/研发\",\"password\":\"none\","
				+ "\"customData\":{\"wechatwork_department_ids\":\"17\",\"wechatwork_user_id\":\"zhangsan\"}}");
	}

	private void define(String field) {
		assertThat(this.wire.code("set-custom-fields", "{'list':[" + field + "]}")).isEqualTo(200);
	}

	private int create(String data) {
		return this.wire.code("create-user", "{'username':'u" + data.hashCode() + "','customData':{" + data + "}}");
	}

	private static JsonNode state(Population population, boolean linked) {
		try (AuthingLookalike lookalike = AuthingLookalike
			.start(AuthingOptions.defaults().with(population).linked(linked))) {
			return lookalike.state();
		}
	}

}
