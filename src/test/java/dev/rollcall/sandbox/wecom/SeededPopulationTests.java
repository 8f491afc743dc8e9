package dev.rollcall.sandbox.wecom;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

import dev.rollcall.directory.Department;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import dev.rollcall.directory.Schema;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Companies that are there before anybody calls. */
class SeededPopulationTests {

	@Test
	void theSameSeedMakesTheSameCompanyAndAnotherAnother() {
		assertThat(state(Population.seeded(500, 40, 1))).isEqualTo(state(Population.seeded(500, 40, 1)))
			.isNotEqualTo(state(Population.seeded(500, 40, 2)));
	}

	@Test
	void peopleAreAsMixedAsInAnyCompany() {
		JsonNode members = state(Population.seeded(2000, 100, 1)).path("members");
		List<String> names = new ArrayList<>();
		List<String> mobiles = new ArrayList<>();
		List<Integer> statuses = new ArrayList<>();
		List<Integer> departments = new ArrayList<>();
		List<Integer> leaders = new ArrayList<>();
		members.forEach((member) -> {
			names.add(member.path("name").asString());
			mobiles.add(member.path("mobile").asString());
			statuses.add(member.path("status").asInt());
			departments.add(member.path("department").size());
			leaders.add(member.path("direct_leader").size());
		});

		assertThat(members.size()).isEqualTo(2000);
		assertThat(new HashSet<>(names)).hasSizeLessThan(2000);
		assertThat(names).allMatch((name) -> name.matches("\\p{IsHan}{2,4}"));
		assertThat(mobiles.stream().filter((mobile) -> !mobile.isEmpty()).toList()).doesNotHaveDuplicates()
			.hasSizeBetween(1900, 1999);
		assertThat(statuses).contains(1, 2, 4);
		assertThat(departments).contains(1, 2, 3);
		assertThat(leaders).contains(0, 1);
	}

	@Test
	void departmentsStandUnderEachOtherWithSiblingsOfDifferentNames() {
		JsonNode departments = state(Population.seeded(0, 5000, 1)).path("departments");
		List<String> places = new ArrayList<>();
		List<Integer> ids = new ArrayList<>(List.of(0));
		departments.forEach((department) -> {
			assertThat(ids).contains(department.path("parentid").asInt());
			ids.add(department.path("id").asInt());
			places.add(department.path("parentid").asInt() + "/" + department.path("name").asString());
		});

		assertThat(places).hasSize(5001).doesNotHaveDuplicates();
	}

	@Test
	void takesDepartmentsAndMembersFromElsewhere() {
		Schema schema = Schema.of("name", "mobile", "gender", "enabled");
		Department root = new Department("r", null, null, Fields.of(schema, Map.of("name", "公司")), null);
		Department branch = new Department("b", "r", "17", Fields.of(schema, Map.of("name", "研发")), null);
		Member member = new Member("m", "zhangsan", null,
				Fields.of(schema,
						Map.of("name", "张三", "mobile", "13800000001", "gender", "female", "enabled", "false")),
				new Placements(List.of(new Placement("b", 9L, true)), "b"), null);

		JsonNode state = state((company) -> {
			company.departments(List.of(root, branch));
			company.members(List.of(member));
		});

		assertThat(state.path("departments").get(0).path("name").asString()).isEqualTo("公司");
		assertThat(state.path("departments").get(1).toString()).isEqualTo(
				"{\"id\":17,\"name\":\"研发\",\"department_leader\":[\"zhangsan\"],\"parentid\":1,\"order\":100000000}");
		JsonNode settled = state.path("members").get(0);
		assertThat(settled.path("gender").asString()).isEqualTo("2");
		assertThat(settled.path("status").asInt()).isEqualTo(2);
		assertThat(settled.path("order").toString()).isEqualTo("[9]");
	}

	private static JsonNode state(Population population) {
		try (WeComLookalike lookalike = WeComLookalike.start(WeComOptions.defaults().with(population))) {
			return lookalike.state();
		}
	}

}
