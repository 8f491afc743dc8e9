package dev.rollcall.sandbox.authing;

import java.util.ArrayList;
import java.util.List;

import dev.rollcall.sandbox.authing.pool.Habit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Organisations and departments as Authing's pages have them. */
class AuthingDepartmentsTests {

	private static final String ORGANIZATION = "'organizationCode':'example'";

	private final AuthingLookalike lookalike = AuthingLookalike.start(AuthingOptions.defaults().linked(true));

	private final AuthingWire wire = AuthingWire.of(this.lookalike);

	private String research;

	private String team;

	@BeforeEach
	void branches() {
		this.research = create("'name':'研发','parentDepartmentId':'root','openDepartmentId':'rd','code':'RD',"
				+ "'customData':{'wechatwork_department_id':'2'}");
		this.team = create("'name':'一组','parentDepartmentId':'rd','departmentIdType':'open_department_id'");
	}

	@AfterEach
	void end() {
		this.lookalike.close();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					{'organizationCode':'example','parentDepartmentId':'root'}|400
					{'organizationCode':'example','name':'甲'}|400
					{'name':'甲','parentDepartmentId':'root'}|400
					{'organizationCode':'none','name':'甲','parentDepartmentId':'root'}|404
					{'organizationCode':'example','name':'甲','parentDepartmentId':'none'}|404
					{'organizationCode':'example','name':'甲','parentDepartmentId':'root','openDepartmentId':'rd'}|409
					{'organizationCode':'example','name':'甲','parentDepartmentId':'root','code':'RD'}|409
					{'organizationCode':'example','name':'甲','parentDepartmentId':'root','customData':{'wechatwork_department_id':'2'}}|409
					{'organizationCode':'example','name':'甲','parentDepartmentId':'root','customData':{'unheard-of':'2'}}|400
					{'organizationCode':'example','name':'甲','parentDepartmentId':'root','customData':{'wechatwork_department_id':2}}|400
					{'organizationCode':'example','name':'甲','parentDepartmentId':'RD','departmentIdType':'code'}|200
					""")
	void answersACreation(String body, int code) {
		assertThat(this.wire.code("create-department", body)).isEqualTo(code);
	}

	@Test
	void namesDepartmentsInEveryWay() {
		for (String named : List.of(this.research, "rd&departmentIdType=open_department_id", "RD&departmentIdType=code",
				"wechatwork_department_id:2&departmentIdType=custom_field")) {
			assertThat(department(named).path("name").asString()).isEqualTo("研发");
		}
		assertThat(this.wire.get("get-department?organizationCode=example&departmentCode=RD").path("data"))
			.isEqualTo(department(this.research));
		assertThat(this.wire.get("get-department-by-id?departmentId=" + this.team)
			.path("data")
			.path("parentDepartmentCode")
			.asString()).isEqualTo("RD");
		assertThat(department("rd").isMissingNode()).isTrue();
		assertThat(department("root").path("parentDepartmentId").isNull()).isTrue();
	}

	@Test
	void listsTheWholeTreeWithOrWithoutItsRoot() {
		assertThat(names("get-all-departments?organizationCode=example&departmentId=root")).containsExactly("企业", "研发",
				"一组");
		assertThat(names("get-all-departments?organizationCode=example&departmentId=" + this.research))
			.containsExactly("研发", "一组");
		assertThat(names("list-children-departments?organizationCode=example&departmentId=root")).containsExactly("研发");
		behave(Habit.ROOT_UNLISTED);
		assertThat(names("get-all-departments?organizationCode=example")).containsExactly("研发", "一组");
	}

	@Test
	void changesWhatIsSaidAndNothingElse() {
		update("'name':'研究','openDepartmentId':'ignored'");

		JsonNode changed = department(this.research + "&withCustomData=true");
		assertThat(changed.path("name").asString()).isEqualTo("研究");
		assertThat(changed.path("openDepartmentId").asString()).isEqualTo("rd");
		assertThat(changed.path("code").asString()).isEqualTo("RD");
		assertThat(changed.path("customData").toString()).isEqualTo("{\"wechatwork_department_id\":\"2\"}");
	}

	@Test
	void nullAndEmptyTextsEmptyAFieldUnlessTheyAreToKeepIt() {
		behave(Habit.NULL_KEEPS, Habit.EMPTY_KEEPS);
		update("'code':null,'customData':{'wechatwork_department_id':''}");
		assertThat(department(this.research + "&withCustomData=true").path("customData").size()).isOne();
		assertThat(department(this.research).path("code").asString()).isEqualTo("RD");

		behave();
		update("'code':null,'customData':{'wechatwork_department_id':''}");
		assertThat(department(this.research + "&withCustomData=true").path("customData").isEmpty()).isTrue();
		assertThat(department(this.research).path("code").isNull()).isTrue();
	}

	@Test
	void movesDepartmentsButNotBelowThemselves() {
		assertThat(this.wire.code("update-department",
				body("'departmentId':'" + this.research + "','parentDepartmentId':'" + this.team + "'")))
			.isEqualTo(422);
		assertThat(this.wire.code("update-department",
				body("'departmentId':'" + this.team + "','parentDepartmentId':'root'")))
			.isEqualTo(200);
		assertThat(department("root").path("hasChildren").asBoolean()).isTrue();
		assertThat(department(this.research).path("hasChildren").asBoolean()).isFalse();
	}

	@Test
	void deletesWhatIsEmptyAndMoreOnlyWhenItIsToldTo() {
		String user = this.wire.created("create-user", "{'username':'a','departmentIds':['" + this.team + "']}");
		assertThat(this.wire.code("delete-department", body("'departmentId':'" + this.research + "'"))).isEqualTo(422);
		assertThat(this.wire.code("delete-department", body("'departmentId':'" + this.team + "'"))).isEqualTo(422);
		assertThat(this.wire.code("delete-department", body("'departmentId':'root'"))).isEqualTo(422);

		behave(Habit.DELETES_FULL_DEPARTMENTS);
		assertThat(this.wire.code("delete-department", body("'departmentId':'" + this.research + "'"))).isEqualTo(200);
		assertThat(this.lookalike.state().path("departments").size()).isOne();
		JsonNode left = this.wire.get("get-user?userId=" + user + "&withDepartmentIds=true").path("data");
		assertThat(left.path("departmentIds").isEmpty()).isTrue();
		assertThat(left.path("mainDepartmentId").isNull()).isTrue();
	}

	@Test
	void countsDirectMembersOnlyAndKnowsLeaders() {
		String user = this.wire.created("create-user", "{'username':'a','departmentIds':['" + this.team + "']}");
		update("'leaderUserIds':['" + user + "']");

		assertThat(department(this.research).path("membersCount").asInt()).isZero();
		assertThat(department(this.team).path("membersCount").asInt()).isOne();
		assertThat(department(this.research).path("leaderUserIds").toString()).isEqualTo("[\"" + user + "\"]");
		assertThat(this.wire.code("update-department",
				body("'departmentId':'" + this.research + "','leaderUserIds':['nobody']")))
			.isEqualTo(404);
		this.wire.post("delete-users-batch", "{'userIds':['" + user + "']}");
		assertThat(department(this.research).path("leaderUserIds").isEmpty()).isTrue();
	}

	@Test
	void turnsDepartmentsOff() {
		assertThat(this.wire.code("update-department-status", "{'departmentId':'" + this.team + "','status':false}"))
			.isEqualTo(200);

		assertThat(department(this.team).path("status").asBoolean()).isFalse();
		assertThat(
				names("list-children-departments?organizationCode=example&status=false&departmentId=" + this.research))
			.containsExactly("一组");
	}

	@Test
	void organizationsHaveCodesThatCanBeChanged() {
		assertThat(this.wire.code("create-organization", "{'organizationCode':'example','organizationName':'乙'}"))
			.isEqualTo(409);
		this.wire.post("update-organization",
				"{'organizationCode':'example','organizationNewCode':'other','organizationName':'新名'}");

		assertThat(this.wire.get("list-organizations")
			.path("data")
			.path("list")
			.path(0)
			.path("organizationName")
			.asString()).isEqualTo("新名");
		assertThat(this.wire.get("get-all-departments?organizationCode=other").path("data").path("totalCount").asInt())
			.isEqualTo(3);
		assertThat(this.wire.code("delete-organization", "{'organizationCode':'other'}")).isEqualTo(200);
		assertThat(this.wire.get("get-organization?organizationCode=other").path("statusCode").asInt()).isEqualTo(404);
	}

	private void behave(Habit... habits) {
		List<String> words = new ArrayList<>();
		for (Habit habit : habits) {
			words.add("'" + habit.word() + "'");
		}
		this.wire.desk("POST", "switches", "{'habits':" + words + "}");
	}

	private String create(String said) {
		return this.wire.created("create-department", body(said));
	}

	private void update(String said) {
		assertThat(this.wire.code("update-department", body("'departmentId':'" + this.research + "'," + said)))
			.isEqualTo(200);
	}

	private static String body(String said) {
		return "{" + ORGANIZATION + "," + said + "}";
	}

	private JsonNode department(String id) {
		return this.wire.get("get-department?organizationCode=example&departmentId=" + id).path("data");
	}

	private List<String> names(String call) {
		List<String> names = new ArrayList<>();
		this.wire.get(call).path("data").path("list").forEach((each) -> names.add(each.path("name").asString()));
		return names;
	}

}
