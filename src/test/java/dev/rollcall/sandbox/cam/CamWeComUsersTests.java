package dev.rollcall.sandbox.cam;

import java.time.Clock;
import java.util.List;

import dev.rollcall.sandbox.cam.account.Habit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Sub-users whom only the console can make: members of WeCom. */
class CamWeComUsersTests {

	private static final String IMPORT = "{'users':[{'userid':'LiSi','name':'lisi','remark':'李四'},{'userid':'x y'}],"
			+ "'userids':['wangwu','WangWu']}";

	private final CamLookalike lookalike = CamLookalike.start(CamOptions.defaults());

	private final CamWire wire = CamWire.of(this.lookalike, Clock.systemUTC());

	@AfterEach
	void end() {
		this.lookalike.close();
	}

	@Test
	void areImportedThroughABackDoorOnce() {
		JsonNode done = this.wire.desk("POST", "wecom-users", IMPORT);

		assertThat(done.toString()).isEqualTo("{\"imported\":[\"wangwu\",\"LiSi\"],\"refused\":[\"WangWu\",\"x y\"]}");
		assertThat(this.lookalike.importFromWeCom(List.of("LISI", "zhaoliu"))).containsExactly("zhaoliu");
		assertThat(this.lookalike.state().toString())
			.contains("\"Name\":\"lisi\",\"WeChatWorkUserId\":\"LiSi\",\"Remark\":\"李四\"", "\"ConsoleLogin\":1");
		assertThat(this.wire.code("AddUser", "{'Name':'lisi'}")).isEqualTo("InvalidParameter.SubUserNameInUse");
	}

	@Test
	void areListedPageByPageWithTheirUserids() {
		this.lookalike.importFromWeCom(List.of("a", "b", "c"));
		this.wire.post("AddUser", "{'Name':'plain'}");

		JsonNode page = this.wire.post("ListWeChatWorkSubAccounts", "{'Offset':'1','Limit':'5'}");
		assertThat(page.path("TotalCount").asInt()).isEqualTo(3);
		assertThat(page.path("Data").findValuesAsString("WeChatWorkUserId")).containsExactly("b", "c");
		assertThat(this.wire.post("ListWeChatWorkSubAccounts", "{'Offset':9,'Limit':5}").path("Data").size()).isZero();
		assertThat(this.wire.code("ListWeChatWorkSubAccounts", "{'Offset':0}")).isEqualTo("MissingParameter");
		assertThat(this.wire.code("ListWeChatWorkSubAccounts", "{'Offset':0,'Limit':0}"))
			.isEqualTo("InvalidParameter.ParamError");
	}

	@Test
	void aPageMayNotBeLargerThanIsAllowed() {
		this.lookalike.importFromWeCom(List.of("a", "b", "c"));
		this.wire.desk("POST", "switches", "{'quotas':{'largest':2}}");
		String asked = "{'Offset':0,'Limit':3}";

		assertThat(this.wire.code("ListWeChatWorkSubAccounts", asked)).isEqualTo("InvalidParameter.ParamError");
		this.wire.desk("POST", "switches", "{'habits':['limit-caps']}");
		assertThat(this.wire.post("ListWeChatWorkSubAccounts", asked).path("Data").size()).isEqualTo(2);
	}

	@Test
	void areOfAKindOfTheirOwn() {
		this.lookalike.importFromWeCom(List.of("a"));
		long uin = this.wire.post("ListUsers", "{}").path("Data").path(0).path("Uin").asLong();

		assertThat(this.wire.post("DescribeSubAccounts", "{'FilterSubAccountUin':[" + uin + "]}")
			.path("SubAccounts")
			.path(0)
			.path("UserType")
			.asInt()).isEqualTo(3);
		assertThat(this.wire.post("ListAccounts", "{'UserType':'WechatCorpUser'}").path("Users").size()).isOne();
		assertThat(this.wire.post("ListAccounts", "{'UserType':'SubUser'}").path("Users").size()).isZero();
	}

	@Test
	void canBeUpdatedGroupedAndDeletedAsOthers() {
		this.lookalike.importFromWeCom(List.of("a"));
		JsonNode user = this.wire.post("GetUser", "{'Name':'a'}");

		assertThat(this.wire.code("UpdateUser", "{'Name':'a','Remark':'甲'}")).isEmpty();
		assertThat(this.wire.code("UpdateUser", "{'Name':'a','ConsoleLogin':0}")).isEqualTo("FailedOperation");
		assertThat(this.wire.code("AddUserToGroup", joining(user))).isEmpty();
		assertThat(this.wire.code("DeleteUser", "{'Name':'a'}")).isEmpty();
		assertThat(this.lookalike.importFromWeCom(List.of("a"))).containsExactly("a");
	}

	@Test
	void canBeKeptFromAllThatWhenItIsSaidSo() {
		this.lookalike.importFromWeCom(List.of("a"));
		JsonNode user = this.wire.post("GetUser", "{'Name':'a'}");
		String body = joining(user);
		this.wire.desk("POST", "switches", "{'habits':['" + String.join("','", Habit.WECOM_USERS_FIXED.word(),
				Habit.WECOM_USERS_KEPT.word(), Habit.WECOM_USERS_UNGROUPED.word(), "wecom-users-unlisted") + "']}");

		assertThat(this.wire.code("UpdateUser", "{'Name':'a','Remark':'甲'}")).isEqualTo("FailedOperation");
		assertThat(this.wire.code("DeleteUser", "{'Name':'a'}")).isEqualTo("FailedOperation");
		assertThat(this.wire.code("AddUserToGroup", body)).isEqualTo("FailedOperation");
		assertThat(this.wire.post("ListUsers", "{}").path("Data").size()).isZero();
	}

	@Test
	void whoIsMadeUpIsTheSamePersonWhetherImportedOrNot() {
		try (CamLookalike some = CamLookalike.start(CamOptions.defaults().with(Population.seeded(30, 10, 4, 7)));
				CamLookalike others = CamLookalike.start(CamOptions.defaults().with(Population.seeded(0, 40, 4, 7)))) {
			assertThat(some.state().path("users").findValuesAsString("Name")).hasSize(40)
				.isEqualTo(others.state().path("users").findValuesAsString("Name"));
			assertThat(CamWire.of(some, Clock.systemUTC())
				.number("ListWeChatWorkSubAccounts", "{'Offset':0,'Limit':1}", "TotalCount")).isEqualTo(10);
		}
	}

	private String joining(JsonNode user) {
		long group = this.wire.number("CreateGroup", "{'GroupName':'g'}", "GroupId");
		return "{'Info':[{'GroupId':" + group + ",'Uin':" + user.path("Uin").asLong() + "}]}";
	}

}
