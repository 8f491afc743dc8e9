package dev.rollcall.sandbox.authing;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Where users belong, and where they lead. */
class AuthingPlacesTests {

	private final AuthingLookalike lookalike = AuthingLookalike.start(AuthingOptions.defaults());

	private final AuthingWire wire = AuthingWire.of(this.lookalike);

	private final String first = department("一处");

	private final String second = department("二处");

	private final String user = this.wire.created("create-user",
			"{'username':'a','departmentIds':['" + this.first + "']}");

	@AfterEach
	void end() {
		this.lookalike.close();
	}

	@ParameterizedTest
	@CsvSource({ "'',1", "departments-merge,2" })
	void settingReplacesUnlessItAdds(String habits, int many) {
		this.wire.desk("POST", "switches", "{'habits':['" + habits + "']}");
		set("{'departmentId':'" + this.second + "','isLeader':true,'isMainDepartment':true}");

		JsonNode places = places();
		assertThat(places.size()).isEqualTo(many);
		assertThat(places.path(many - 1).path("departmentId").asString()).isEqualTo(this.second);
		assertThat(places.path(many - 1).path("isLeader").asBoolean()).isTrue();
		assertThat(user().path("mainDepartmentId").asString()).isEqualTo(this.second);
	}

	@Test
	void whoLeavesADepartmentNoLongerLeadsIt() {
		set("{'departmentId':'" + this.second + "','isLeader':true}");
		set("{'departmentId':'" + this.first + "'}");
		assertThat(leaders(this.second).isEmpty()).isTrue();

		set("{'departmentId':'" + this.first + "','isLeader':true}");
		assertThat(leaders(this.first).size()).isOne();
		set("{'departmentId':'" + this.first + "'}");
		assertThat(leaders(this.first).size()).isOne();
		set("{'departmentId':'" + this.first + "','isLeader':false}");
		assertThat(leaders(this.first).isEmpty()).isTrue();
	}

	@Test
	void addsAndTakesAway() {
		change("add-department-members", this.second, this.user, 200);
		change("add-department-members", this.second, this.user, 200);
		assertThat(places().size()).isEqualTo(2);
		assertThat(user().path("mainDepartmentId").asString()).isEqualTo(this.first);

		change("remove-department-members", this.first, this.user, 200);
		assertThat(user().path("mainDepartmentId").asString()).isEqualTo(this.second);
		change("add-department-members", this.first, "nobody", 404);
		set("");
		assertThat(places().isEmpty()).isTrue();
		assertThat(user().path("mainDepartmentId").isNull()).isTrue();
	}

	@Test
	void theFirstDepartmentNeedNotBeTheMainOne() {
		this.wire.desk("POST", "switches", "{'habits':['main-unset']}");
		String other = this.wire.created("create-user", "{'username':'b','departmentIds':['" + this.first + "']}");

		assertThat(this.wire.get("get-user?userId=" + other).path("data").path("mainDepartmentId").isNull()).isTrue();
	}

	@Test
	void nobodyIsPutWhereThereIsNothing() {
		assertThat(this.wire.code("set-user-departments",
				"{'userId':'" + this.user + "','departments':[{'departmentId':'nowhere'}]}"))
			.isEqualTo(404);
		assertThat(this.wire.code("set-user-departments",
				"{'userId':'nobody','departments':[{'departmentId':'" + this.first + "'}]}"))
			.isEqualTo(404);
		assertThat(this.wire.code("set-user-departments", "{'userId':'" + this.user + "'}")).isEqualTo(400);
		assertThat(places().size()).isOne();
	}

	@Test
	void saysWhetherSomebodyIsThere() {
		String asked = "is-user-in-department?organizationCode=example&userId=" + this.user + "&departmentId=";

		assertThat(List.of(isIn(asked + this.first), isIn(asked + this.second), isIn(asked + "root"),
				isIn(asked + "root&includeChildrenDepartments=true")))
			.containsExactly(true, false, false, true);
	}

	private boolean isIn(String asked) {
		return this.wire.get(asked).path("data").path("inDepartment").asBoolean();
	}

	private String department(String name) {
		return this.wire.created("create-department",
				"{'organizationCode':'example','name':'" + name + "','parentDepartmentId':'root'}");
	}

	private void set(String departments) {
		assertThat(this.wire.code("set-user-departments",
				"{'userId':'" + this.user + "','departments':[" + departments + "]}"))
			.isEqualTo(200);
	}

	private void change(String call, String department, String somebody, int code) {
		assertThat(this.wire.code(call,
				"{'organizationCode':'example','departmentId':'" + department + "','userIds':['" + somebody + "']}"))
			.isEqualTo(code);
	}

	private JsonNode places() {
		return this.wire.get("get-user-departments?userId=" + this.user).path("data").path("list");
	}

	private JsonNode user() {
		return this.wire.get("get-user?userId=" + this.user).path("data");
	}

	private JsonNode leaders(String department) {
		return this.wire.get("get-department-by-id?departmentId=" + department).path("data").path("leaderUserIds");
	}

}
