package dev.rollcall.it;

import java.util.Arrays;
import java.util.List;

import com.tencentcloudapi.cam.v20190116.CamClient;
import com.tencentcloudapi.cam.v20190116.models.AddUserRequest;
import com.tencentcloudapi.cam.v20190116.models.AddUserResponse;
import com.tencentcloudapi.cam.v20190116.models.AddUserToGroupRequest;
import com.tencentcloudapi.cam.v20190116.models.CreateGroupRequest;
import com.tencentcloudapi.cam.v20190116.models.DeleteGroupRequest;
import com.tencentcloudapi.cam.v20190116.models.DeleteUserRequest;
import com.tencentcloudapi.cam.v20190116.models.DescribeSubAccountsRequest;
import com.tencentcloudapi.cam.v20190116.models.GetGroupRequest;
import com.tencentcloudapi.cam.v20190116.models.GetUserAppIdRequest;
import com.tencentcloudapi.cam.v20190116.models.GetUserRequest;
import com.tencentcloudapi.cam.v20190116.models.GetUserResponse;
import com.tencentcloudapi.cam.v20190116.models.GroupIdOfUidInfo;
import com.tencentcloudapi.cam.v20190116.models.GroupInfo;
import com.tencentcloudapi.cam.v20190116.models.GroupMemberInfo;
import com.tencentcloudapi.cam.v20190116.models.ListGroupsForUserRequest;
import com.tencentcloudapi.cam.v20190116.models.ListGroupsRequest;
import com.tencentcloudapi.cam.v20190116.models.ListUsersForGroupRequest;
import com.tencentcloudapi.cam.v20190116.models.ListUsersRequest;
import com.tencentcloudapi.cam.v20190116.models.ListWeChatWorkSubAccountsRequest;
import com.tencentcloudapi.cam.v20190116.models.ListWeChatWorkSubAccountsResponse;
import com.tencentcloudapi.cam.v20190116.models.RemoveUserFromGroupRequest;
import com.tencentcloudapi.cam.v20190116.models.SubAccountUser;
import com.tencentcloudapi.cam.v20190116.models.UpdateGroupRequest;
import com.tencentcloudapi.cam.v20190116.models.UpdateUserRequest;
import com.tencentcloudapi.cam.v20190116.models.WeChatWorkSubAccount;
import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.common.profile.HttpProfile;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The client that Tencent Cloud itself gives away finds in the look-alike what it finds
 * in CAM.
 */
class TencentCloudSdkTests {

	private static Lookalike lookalike;

	private static CamClient client;

	@BeforeAll
	static void start() throws Exception {
		lookalike = Lookalike.start("--users", "5", "--wecom-users", "3", "--group", "developers", "--largest", "100");
		client = lookalike.client();
	}

	@AfterAll
	static void end() throws Exception {
		lookalike.close();
	}

	@Test
	void isKnownByItsSignatureForEitherHostAndByEitherMethod() throws Exception {
		for (CamClient each : List.of(lookalike.client(), lookalike.gateway(), byQuery())) {
			assertThat(each.GetUserAppId(new GetUserAppIdRequest()).getAppId()).isPositive();
			assertThat(each.ListGroups(groups()).getTotalNum()).isPositive();
		}
	}

	@Test
	void canAskForListsByAQuery() throws Exception {
		AddUserResponse plain = client.AddUser(user("sdk-query", "问 & 号"));
		DescribeSubAccountsRequest kinds = new DescribeSubAccountsRequest();
		kinds.setFilterSubAccountUin(new Long[] { plain.getUin(), 1L });
		assertThat(byQuery().DescribeSubAccounts(kinds).getSubAccounts()).extracting(SubAccountUser::getRemark)
			.containsExactly("问 & 号");

		Long group = client.ListGroups(groups()).getGroupInfo()[0].getGroupId();
		AddUserToGroupRequest join = new AddUserToGroupRequest();
		join.setInfo(new GroupIdOfUidInfo[] { pair(group, plain.getUid()) });
		byQuery().AddUserToGroup(join);
		assertThat(usersOf(group)).extracting(GroupMemberInfo::getName).containsExactly("sdk-query");
		client.DeleteUser(leaver("sdk-query", 0));
	}

	@Test
	void isToldThatItsKeyIsWrong() {
		HttpProfile http = lookalike.http();
		http.setEndpoint(lookalike.address());
		CamClient stranger = lookalike.client(http, "another-secret");

		assertRefused("AuthFailure.SignatureFailure", () -> stranger.ListUsers(new ListUsersRequest()));
	}

	@Test
	void createsUpdatesFindsAndDeletesASubUser() throws Exception {
		AddUserResponse added = client.AddUser(user("sdk-one", "张三"));
		assertThat(added.getUin()).isPositive();
		assertThat(added.getPassword()).isEmpty();
		assertThat(added.getRequestId()).hasSize(36);
		assertRefused("InvalidParameter.SubUserNameInUse", () -> client.AddUser(user("sdk-one", "李四")));

		UpdateUserRequest change = new UpdateUserRequest();
		change.setName("sdk-one");
		change.setRemark("王五");
		change.setPhoneNum("13800000000");
		change.setCountryCode("86");
		client.UpdateUser(change);
		GetUserResponse found = client.GetUser(named("sdk-one"));
		assertThat(found.getUid()).isEqualTo(added.getUid());
		assertThat(found.getRemark()).isEqualTo("王五");
		assertThat(found.getPhoneNum()).isEqualTo("13800000000");
		assertThat(found.getConsoleLogin()).isZero();
		assertThat(client.ListUsers(new ListUsersRequest()).getData()).anyMatch((user) -> user.getName().equals("sdk-one"));

		client.DeleteUser(leaver("sdk-one", 0));
		assertRefused("ResourceNotFound.UserNotExist", () -> client.GetUser(named("sdk-one")));
	}

	@Test
	void isGivenPasswordAndKeyOnce() throws Exception {
		AddUserRequest wanted = user("sdk-keys", "密钥");
		wanted.setConsoleLogin(1L);
		wanted.setUseApi(1L);
		AddUserResponse added = client.AddUser(wanted);

		assertThat(added.getPassword()).hasSize(32);
		assertThat(added.getSecretId()).startsWith("AKID");
		assertThat(added.getSecretKey()).hasSize(32);
		assertRefused("OperationDenied.HaveKeys", () -> client.DeleteUser(leaver("sdk-keys", 0)));
		client.DeleteUser(leaver("sdk-keys", 1));
	}

	@Test
	void tellsSubUsersOfWeComFromOthers() throws Exception {
		ListWeChatWorkSubAccountsRequest page = new ListWeChatWorkSubAccountsRequest();
		page.setOffset(1L);
		page.setLimit(2L);
		ListWeChatWorkSubAccountsResponse found = client.ListWeChatWorkSubAccounts(page);
		assertThat(found.getTotalCount()).isEqualTo(3);
		assertThat(found.getData()).hasSize(2)
			.extracting(WeChatWorkSubAccount::getWeChatWorkUserId)
			.doesNotContainNull()
			.doesNotHaveDuplicates();

		AddUserResponse plain = client.AddUser(user("sdk-plain", ""));
		DescribeSubAccountsRequest kinds = new DescribeSubAccountsRequest();
		kinds.setFilterSubAccountUin(new Long[] { plain.getUin(), found.getData()[0].getUin() });
		assertThat(client.DescribeSubAccounts(kinds).getSubAccounts()).extracting(SubAccountUser::getUserType)
			.containsExactly(2L, 3L);
		client.DeleteUser(leaver("sdk-plain", 0));
	}

	@Test
	void keepsGroupsAndWhoIsInThem() throws Exception {
		CreateGroupRequest wanted = new CreateGroupRequest();
		wanted.setGroupName("sdk-group");
		Long group = client.CreateGroup(wanted).getGroupId();
		Long uid = client.AddUser(user("sdk-member", "")).getUid();
		AddUserToGroupRequest join = new AddUserToGroupRequest();
		join.setInfo(new GroupIdOfUidInfo[] { pair(group, uid) });
		client.AddUserToGroup(join);

		assertThat(Arrays.stream(usersOf(group)).map(GroupMemberInfo::getName)).containsExactly("sdk-member");
		ListGroupsForUserRequest asked = new ListGroupsForUserRequest();
		asked.setUid(uid);
		assertThat(client.ListGroupsForUser(asked).getGroupInfo()).extracting(GroupInfo::getGroupId)
			.containsExactly(group);
		UpdateGroupRequest renamed = new UpdateGroupRequest();
		renamed.setGroupId(group);
		renamed.setGroupName("sdk-renamed");
		client.UpdateGroup(renamed);
		GetGroupRequest one = new GetGroupRequest();
		one.setGroupId(group);
		assertThat(client.GetGroup(one).getGroupName()).isEqualTo("sdk-renamed");
		assertThat(client.GetGroup(one).getGroupNum()).isOne();

		RemoveUserFromGroupRequest leave = new RemoveUserFromGroupRequest();
		leave.setInfo(join.getInfo());
		client.RemoveUserFromGroup(leave);
		assertThat(usersOf(group)).isEmpty();
		client.DeleteUser(leaver("sdk-member", 0));
		DeleteGroupRequest unwanted = new DeleteGroupRequest();
		unwanted.setGroupId(group);
		client.DeleteGroup(unwanted);
		assertRefused("ResourceNotFound.GroupNotExist", () -> client.GetGroup(one));
	}

	@Test
	void asksByAnyNameForWhatItHasNoTypesFor() throws Exception {
		String answer = client.call("ListAccounts", "{\"MaxItems\":\"2\",\"UserType\":\"WechatCorpUser\"}");

		assertThat(answer).contains("\"UserType\":\"WechatCorpUser\"", "\"IsTruncated\":true", "\"RequestId\":");
		assertRefused("InvalidAction", () -> client.call("Unheard", "{}"));
		assertRefused("MissingParameter", () -> client.call("GetUser", "{}"));
		assertRefused("UnknownParameter", () -> client.call("GetUser", "{\"Name\":\"a\",\"Age\":1}"));
	}

	@Test
	void isToldThatItCallsTooOften() throws Exception {
		lookalike.tell("faults", "{\"next\":[{\"call\":\"GetUser\",\"fault\":\"throttled\",\"times\":1}]}");

		assertRefused("RequestLimitExceeded", () -> client.GetUser(named("anybody")));
	}

	@Test
	void isToldThatClocksDiffer() throws Exception {
		lookalike.tell("switches", "{\"clockAhead\":301}");
		try {
			assertRefused("AuthFailure.SignatureExpire", () -> client.ListUsers(new ListUsersRequest()));
		}
		finally {
			lookalike.tell("switches", "{\"clockAhead\":0}");
		}
	}

	/** Asks by GET rather than by POST. */
	private static CamClient byQuery() {
		HttpProfile http = lookalike.http();
		http.setEndpoint(lookalike.address());
		http.setReqMethod(HttpProfile.REQ_GET);
		return lookalike.client(http, lookalike.value("secretKey"));
	}

	private static GroupMemberInfo[] usersOf(Long group) throws TencentCloudSDKException {
		ListUsersForGroupRequest asked = new ListUsersForGroupRequest();
		asked.setGroupId(group);
		return client.ListUsersForGroup(asked).getUserInfo();
	}

	private static ListGroupsRequest groups() {
		ListGroupsRequest groups = new ListGroupsRequest();
		groups.setPage(1L);
		groups.setRp(100L);
		groups.setKeyword("dev");
		return groups;
	}

	private static AddUserRequest user(String name, String remark) {
		AddUserRequest user = new AddUserRequest();
		user.setName(name);
		user.setRemark(remark);
		user.setConsoleLogin(0L);
		user.setUseApi(0L);
		return user;
	}

	private static GetUserRequest named(String name) {
		GetUserRequest asked = new GetUserRequest();
		asked.setName(name);
		return asked;
	}

	private static DeleteUserRequest leaver(String name, long force) {
		DeleteUserRequest leaver = new DeleteUserRequest();
		leaver.setName(name);
		leaver.setForce(force);
		return leaver;
	}

	private static GroupIdOfUidInfo pair(Long group, Long uid) {
		GroupIdOfUidInfo pair = new GroupIdOfUidInfo();
		pair.setGroupId(group);
		pair.setUid(uid);
		return pair;
	}

	private static void assertRefused(String code, ThrowingCallable call) {
		assertThatExceptionOfType(TencentCloudSDKException.class).isThrownBy(call)
			.satisfies((ex) -> assertThat(ex.getErrorCode()).isEqualTo(code));
	}

}
