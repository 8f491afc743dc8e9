package dev.rollcall.sandbox.authing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Users in batches: how many, and what becomes of a batch with something wrong in it. */
class AuthingBatchesTests {

	private final AuthingLookalike lookalike = AuthingLookalike.start(AuthingOptions.defaults());

	private final AuthingWire wire = AuthingWire.of(this.lookalike);

	@AfterEach
	void end() {
		this.lookalike.close();
	}

	@ParameterizedTest
	@CsvSource({ "'',409,0", "batch-stops,409,1", "batch-passes,200,2" })
	void oneThatCannotBeCreated(String habits, int code, int created) {
		behave(habits);

		assertThat(
				this.wire.code("create-users-batch", "{'list':[{'username':'a'},{'username':'a'},{'username':'b'}]}"))
			.isEqualTo(code);
		assertThat(names()).hasSize(created);
	}

	@ParameterizedTest
	@CsvSource({ "'',404,'old,old'", "batch-stops,404,'new,old'", "batch-passes,200,'new,new'" })
	void oneThatCannotBeChanged(String habits, int code, String names) {
		String first = this.wire.created("create-user", "{'username':'a','name':'old'}");
		String second = this.wire.created("create-user", "{'username':'b','name':'old'}");
		behave(habits);

		assertThat(this.wire.code("update-user-batch", "{'list':[{'userId':'" + first
				+ "','name':'new'},{'userId':'nobody','name':'new'},{'userId':'" + second + "','name':'new'}]}"))
			.isEqualTo(code);
		assertThat(this.lookalike.state().path("users").findValuesAsString("name")).containsExactly(names.split(","));
	}

	@ParameterizedTest
	@CsvSource({ "'',404,1", "batch-passes,200,0" })
	void oneThatCannotBeDeleted(String habits, int code, int left) {
		this.wire.post("create-user", "{'username':'a'}");
		behave(habits);

		assertThat(
				this.wire.code("delete-users-batch", "{'userIds':['a','nobody'],'options':{'userIdType':'username'}}"))
			.isEqualTo(code);
		assertThat(names()).hasSize(left);
	}

	@Test
	void fiftyAtMost() {
		assertThat(this.wire.code("create-users-batch", users(51))).isEqualTo(400);
		assertThat(this.wire.code("create-users-batch", users(50))).isEqualTo(200);
		assertThat(this.wire.code("create-users-batch", "{'list':[]}")).isEqualTo(400);
		String ids = IntStream.range(0, 51).mapToObj((i) -> "'u" + i + "'").collect(Collectors.joining(","));
		for (String call : List.of("delete-users-batch", "resign-user-batch")) {
			assertThat(this.wire.code(call, "{'userIds':[" + ids + "]}")).isEqualTo(400);
		}
		assertThat(this.wire.get("get-user-batch?userIds=" + ids.replace("'", "")).path("statusCode").asInt())
			.isEqualTo(400);
	}

	@Test
	void takesIdsWithCommasRepeatedOrWithBrackets() {
		this.wire.post("create-users-batch", users(3));

		for (String asked : List.of("userIds=u0,u1,none", "userIds=u0%2Cu1", "userIds=u0&userIds=u1",
				"userIds%5B%5D=u0&userIds%5B%5D=u1", "userIds[]=u0&userIds[]=u1".replace("[]", "%5B%5D"))) {
			JsonNode found = this.wire.get("get-user-batch?userIdType=username&" + asked).path("data");
			assertThat(found.findValuesAsString("username")).containsExactly("u0", "u1");
		}
	}

	@Test
	void resignsAllOrNobody() {
		this.wire.post("create-users-batch", users(2));

		assertThat(this.wire.code("resign-user-batch", "{'userIds':['u0','none'],'userIdType':'username'}"))
			.isEqualTo(404);
		assertThat(this.wire.code("resign-user-batch", "{'userIds':['u0','u1'],'userIdType':'username'}"))
			.isEqualTo(200);
		assertThat(this.lookalike.state().path("users").findValuesAsString("status")).containsExactly("Resigned",
				"Resigned");
	}

	private void behave(String habits) {
		this.wire.desk("POST", "switches", "{'habits':[" + (habits.isEmpty() ? "" : "'" + habits + "'") + "]}");
	}

	private List<String> names() {
		List<String> names = new ArrayList<>();
		this.lookalike.state().path("users").forEach((each) -> names.add(each.path("username").asString()));
		return names;
	}

	private static String users(int many) {
		return IntStream.range(0, many)
			.mapToObj((i) -> "{'username':'u" + i + "'}")
			.collect(Collectors.joining(",", "{'list':[", "]}"));
	}

}
