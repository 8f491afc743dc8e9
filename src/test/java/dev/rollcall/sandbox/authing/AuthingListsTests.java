package dev.rollcall.sandbox.authing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.rollcall.sandbox.SetClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Lists of users: pages, order, filters. */
class AuthingListsTests {

	private final SetClock clock = new SetClock(Instant.parse("2026-11-21T00:00:00Z"));

	private final AuthingLookalike lookalike = AuthingLookalike
		.start(AuthingOptions.defaults().with(this.clock).linked(true).deepest(100));

	private final AuthingWire wire = AuthingWire.of(this.lookalike);

	private String research;

	@BeforeEach
	void people() {
		this.research = this.wire.created("create-department",
				"{'organizationCode':'example','name':'研发','parentDepartmentId':'root'}");
		for (int i = 0; i < 7; i++) {
			this.clock.advance(Duration.ofSeconds(1));
			this.wire.post("create-user",
					"{'username':'u" + i + "','name':'" + (i % 2 == 0 ? "甲" : "乙") + i + "','email':'U" + i
							+ "@example.com','status':'" + (i == 3 ? "Suspended" : "Activated")
							+ "','customData':{'wechatwork_user_id':'w" + i + "'}"
							+ (i < 2 ? ",'departmentIds':['" + this.research + "']" : "") + "}");
		}
	}

	@AfterEach
	void end() {
		this.lookalike.close();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					{'field':'username','operator':'EQUAL','value':'u1'}|u1
					{'field':'wechatwork_user_id','operator':'IN','value':['w1','w5','none']}|u1,u5
					{'field':'name','operator':'CONTAINS','value':'乙'}|u1,u3,u5
					{'field':'name','operator':'NOT_CONTAINS','value':'乙'}|u0,u2,u4,u6
					{'field':'status','operator':'NOT_EQUAL','value':'Activated'}|u3
					{'field':'phone','operator':'NOT_NULL'}|
					{'field':'createdAt','operator':'GREATER','value':'2026-11-21T00:00:06Z'}|u6
					{'field':'createdAt','operator':'LESSER','value':'2026-11-21T00:00:01.500Z'}|u0
					{'field':'createdAt','operator':'BETWEEN','value':['2026-11-21T00:00:02Z','2026-11-21T00:00:03.500Z']}|u2
					{'field':'department','operator':'IN','value':[{'organizationCode':'example','departmentId':'root'}]}|
					{'field':'department','operator':'IN','value':[{'organizationCode':'example','departmentId':'root','includeChildrenDepartments':true}]}|u0,u1
					""")
	void findsThoseThatAreAskedFor(String filter, String names) {
		assertThat(names("'advancedFilter':[" + filter + "],'options':{'sort':[{'field':'createdAt','order':'ASC'}]}"))
			.isEqualTo((names != null) ? List.of(names.split(",")) : List.of());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			'advancedFilter':[{'field':'unheard-of','operator':'EQUAL','value':'1'}]
			'advancedFilter':[{'field':'name','operator':'LIKE','value':'1'}]
			'advancedFilter':[{'field':'department','operator':'EQUAL','value':'1'}]
			'options':{'sort':[{'field':'unheard-of','order':'ASC'}]}
			'options':{'pagination':{'limit':51}}
			'options':{'pagination':{'page':0}}
			'options':{'pagination':{'page':3,'limit':50}}
			""")
	void refusesWhatItDoesNotKnow(String said) {
		assertThat(this.wire.code("list-users", "{" + said + "}")).isEqualTo(400);
	}

	@Test
	void goesPageByPageInTheOrderThatIsAskedFor() {
		String sort = "'sort':[{'field':'username','order':'DESC'}]";

		assertThat(names("'options':{" + sort + ",'pagination':{'page':1,'limit':3}}")).containsExactly("u6", "u5",
				"u4");
		assertThat(names("'options':{" + sort + ",'pagination':{'page':3,'limit':3}}")).containsExactly("u0");
		assertThat(names("'options':{" + sort + ",'pagination':{'page':4,'limit':3}}")).isEmpty();
		assertThat(this.wire.post("list-users", "{}").path("data").path("totalCount").asInt()).isEqualTo(7);
	}

	@Test
	void hasNoOrderUnlessItIsAskedFor() {
		assertThat(names("'options':{}")).isNotEqualTo(names("'options':{}"));
		this.wire.desk("POST", "switches", "{'habits':['steady-order']}");

		assertThat(names("'options':{}")).isEqualTo(names("'options':{}")).hasSize(7);
	}

	@Test
	void findsByAPartOfWhatIsSearched() {
		assertThat(names("'keywords':'U5@EX'")).containsExactly("u5");
		assertThat(names("'keywords':'U5@EX','options':{'fuzzySearchOn':['name']}")).isEmpty();
	}

	@Test
	void theFormerListAsksByParameters() {
		assertThat(this.wire.get("list-users?page=2&limit=5&withDepartmentIds=true").path("data").path("list").size())
			.isEqualTo(2);
		assertThat(this.wire.get("list-users?limit=51").path("statusCode").asInt()).isEqualTo(400);
		assertThat(this.wire.post("list-users", "{'page':2,'limit':5}").path("data").path("list").size()).isEqualTo(7);
	}

	@Test
	void listsTheMembersOfADepartment() {
		String asked = "list-department-members?organizationCode=example&departmentId=";

		JsonNode direct = this.wire.get(asked + this.research + "&withDepartmentIds=true").path("data");
		assertThat(direct.path("list").findValuesAsString("username")).containsExactly("u1", "u0");
		assertThat(direct.path("list").path(0).path("departmentIds").path(0).asString()).isEqualTo(this.research);
		assertThat(this.wire.get(asked + "root").path("data").path("totalCount").asInt()).isZero();
		assertThat(this.wire.get(asked + "root&includeChildrenDepartments=true&orderBy=Asc")
			.path("data")
			.path("list")
			.findValuesAsString("username")).containsExactly("u0", "u1");
		assertThat(this.wire.get("list-department-member-ids?organizationCode=example&departmentId=" + this.research)
			.path("data")
			.size()).isEqualTo(2);
	}

	private List<String> names(String said) {
		List<String> names = new ArrayList<>();
		this.wire.post("list-users", "{" + said + "}")
			.path("data")
			.path("list")
			.forEach((each) -> names.add(each.path("username").asString()));
		return names;
	}

}
