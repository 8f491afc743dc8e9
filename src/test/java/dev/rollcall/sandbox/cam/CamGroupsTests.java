package dev.rollcall.sandbox.cam;

import java.time.Clock;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Groups, and who is in them. */
class CamGroupsTests {

	private final CamLookalike lookalike = CamLookalike.start(CamOptions.defaults());

	private final CamWire wire = CamWire.of(this.lookalike, Clock.systemUTC());

	private long group;

	private long user;

	@BeforeEach
	void begin() {
		this.group = this.wire.number("CreateGroup", "{'GroupName':'developers','Remark':'研发'}", "GroupId");
		this.user = this.wire.number("AddUser", "{'Name':'a'}", "Uid");
	}

	@AfterEach
	void end() {
		this.lookalike.close();
	}

	@Test
	void aGroupIsCreatedRenamedListedAndDeleted() {
		assertThat(this.wire.code("CreateGroup", "{'GroupName':'developers'}"))
			.isEqualTo("InvalidParameter.GroupNameInUse");
		long other = this.wire.number("CreateGroup", "{'GroupName':'testers'}", "GroupId");
		assertThat(this.wire.code("UpdateGroup", "{'GroupId':" + other + ",'GroupName':'developers'}"))
			.isEqualTo("InvalidParameter.GroupNameInUse");
		assertThat(this.wire.code("UpdateGroup", "{'GroupId':'" + other + "','GroupName':'ops'}")).isEmpty();

		JsonNode listed = this.wire.post("ListGroups", "{'Page':2,'Rp':1}");
		assertThat(listed.path("TotalNum").asInt()).isEqualTo(2);
		assertThat(listed.path("GroupInfo").findValuesAsString("GroupName")).containsExactly("ops");
		assertThat(this.wire.post("ListGroups", "{'Keyword':'dev'}").path("TotalNum").asInt()).isOne();
		assertThat(this.wire.code("DeleteGroup", "{'GroupId':" + other + "}")).isEmpty();
		assertThat(this.wire.code("DeleteGroup", "{'GroupId':" + other + "}"))
			.isEqualTo("ResourceNotFound.GroupNotExist");
		assertThat(this.wire.code("CreateGroup", "{'GroupName':'ops'}")).isEmpty();
	}

	@Test
	void whoJoinsIsInItUntilHeLeaves() {
		assertThat(this.wire.code("AddUserToGroup", pair("Uid", this.user))).isEmpty();
		assertThat(this.wire.code("AddUserToGroup", pair("Uid", this.user))).isEmpty();

		String here = "{'GroupId':" + this.group + "}";
		assertThat(this.wire.post("ListUsersForGroup", here).path("UserInfo").findValuesAsString("Name"))
			.containsExactly("a");
		assertThat(this.wire.number("GetGroup", here, "GroupNum")).isOne();
		assertThat(this.wire.number("ListGroupsForUser", "{'Uid':" + this.user + "}", "TotalNum")).isOne();
		assertThat(this.lookalike.state().path("groups").toString())
			.isEqualTo("[{\"GroupName\":\"developers\",\"Remark\":\"研发\",\"users\":[\"a\"]}]");
		assertThat(this.wire.code("RemoveUserFromGroup", pair("Uid", this.user))).isEmpty();
		assertThat(this.wire.number("ListUsersForGroup", here, "TotalNum")).isZero();
	}

	@Test
	void whoIsDeletedIsInNoGroupAndWhatIsDeletedHoldsNobody() {
		this.wire.post("AddUserToGroup", pair("Uid", this.user));
		this.wire.post("DeleteUser", "{'Name':'a'}");
		assertThat(this.wire.number("GetGroup", "{'GroupId':" + this.group + "}", "GroupNum")).isZero();

		long other = this.wire.number("AddUser", "{'Name':'b'}", "Uid");
		this.wire.post("AddUserToGroup", pair("Uid", other));
		this.wire.post("DeleteGroup", "{'GroupId':" + this.group + "}");
		assertThat(this.wire.number("ListGroupsForUser", "{'Uid':" + other + "}", "TotalNum")).isZero();
	}

	@Test
	void refusesWhoOrWhatIsNotThere() {
		assertThat(this.wire.code("AddUserToGroup", pair("Uid", 1))).isEqualTo("ResourceNotFound.UserNotExist");
		assertThat(this.wire.code("AddUserToGroup", "{'Info':[{'GroupId':1,'Uid':" + this.user + "}]}"))
			.isEqualTo("InvalidParameter.GroupNotExist");
		assertThat(this.wire.code("AddUserToGroup", "{'Info':[{'GroupId':" + this.group + "}]}"))
			.isEqualTo("InvalidParameter.UserUinAndUinNotAllNull");
		assertThat(this.wire.code("AddUserToGroup", "{'Info':[]}")).isEqualTo("MissingParameter");
		assertThat(this.wire.code("ListUsersForGroup", "{'GroupId':1}")).isEqualTo("ResourceNotFound.GroupNotExist");
		assertThat(this.wire.code("ListGroupsForUser", "{'SubUin':1}")).isEqualTo("ResourceNotFound.UserNotExist");
		assertThat(this.wire.code("ListGroupsForUser", "{}")).isEqualTo("MissingParameter");
	}

	@Test
	void aCallThatIsRefusedPutsNobodyAnywhere() {
		String both = "{'Info':[{'GroupId':" + this.group + ",'Uid':" + this.user + "},{'GroupId':" + this.group
				+ ",'Uid':1}]}";

		assertThat(this.wire.code("AddUserToGroup", both)).isEqualTo("ResourceNotFound.UserNotExist");
		assertThat(this.wire.number("GetGroup", "{'GroupId':" + this.group + "}", "GroupNum")).isZero();
	}

	@Test
	void thereMayBeSoManyAndNoMore() {
		long other = this.wire.number("CreateGroup", "{'GroupName':'testers'}", "GroupId");
		long second = this.wire.number("AddUser", "{'Name':'b'}", "Uid");
		this.wire.desk("POST", "switches", "{'quotas':{'groups':2,'groupUsers':1,'userGroups':1}}");

		assertThat(this.wire.code("CreateGroup", "{'GroupName':'third'}")).isEqualTo("InvalidParameter.GroupFull");
		assertThat(this.wire.code("AddUserToGroup", pair("Uid", this.user))).isEmpty();
		assertThat(this.wire.code("AddUserToGroup", pair("Uid", second))).isEqualTo("InvalidParameter.GroupUserFull");
		assertThat(this.wire.code("AddUserToGroup", "{'Info':[{'GroupId':" + other + ",'Uid':" + this.user + "}]}"))
			.isEqualTo("InvalidParameter.UserGroupFull");
	}

	private String pair(String key, long value) {
		return "{'Info':[{'GroupId':" + this.group + ",'" + key + "':" + value + "}]}";
	}

}
