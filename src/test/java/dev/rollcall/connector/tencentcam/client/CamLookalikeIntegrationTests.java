package dev.rollcall.connector.tencentcam.client;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.rollcall.connector.DirectoryException;
import dev.rollcall.connector.Notices;
import dev.rollcall.connector.remote.Line;
import dev.rollcall.connector.remote.Patience;
import dev.rollcall.connector.remote.Rate;
import dev.rollcall.connector.remote.Timeouts;
import dev.rollcall.connector.tencentcam.api.AddUser;
import dev.rollcall.connector.tencentcam.api.AddedUser;
import dev.rollcall.connector.tencentcam.api.FoundUser;
import dev.rollcall.connector.tencentcam.api.GroupMembers;
import dev.rollcall.connector.tencentcam.api.Groups;
import dev.rollcall.connector.tencentcam.api.SubAccounts;
import dev.rollcall.connector.tencentcam.api.UpdateUser;
import dev.rollcall.connector.tencentcam.api.User;
import dev.rollcall.connector.tencentcam.api.WeComUsers;
import dev.rollcall.directory.Message;
import dev.rollcall.sandbox.Disturbance;
import dev.rollcall.sandbox.Fault;
import dev.rollcall.sandbox.Json;
import dev.rollcall.sandbox.cam.CamLookalike;
import dev.rollcall.sandbox.cam.CamOptions;
import dev.rollcall.sandbox.cam.account.Quotas;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** The client against somebody else's reading of CAM's pages. */
class CamLookalikeIntegrationTests {

	private final CamLookalike cam = CamLookalike.start(CamOptions.defaults());

	private final List<Message> notices = new ArrayList<>();

	private final CamClient client = client(this.cam.key().secret());

	@AfterEach
	void end() {
		this.client.close();
		this.cam.close();
	}

	@Test
	void findsWhatItHasCreatedAndUpdated() {
		AddedUser added = this.client
			.addUser(new AddUser("ZhangSan", "张三", 0, 0, null, null, "13800000000", "86", "z@example.com"));
		this.client.updateUser(new UpdateUser("ZhangSan", "张三丰", null, null, null, null));

		FoundUser found = this.client.user("ZhangSan");
		assertThat(found.uin()).isEqualTo(added.uin());
		assertThat(found.remark()).isEqualTo("张三丰");
		assertThat(found.phoneNum()).isEqualTo("13800000000");
		assertThat(found.consoleLogin()).isZero();
		assertThat(this.client.users()).singleElement().satisfies((user) -> {
			assertThat(user.uid()).isEqualTo(added.uid());
			assertThat(user.email()).isEqualTo("z@example.com");
			assertThat(user.createTime()).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
		});
		this.client.deleteUser("ZhangSan");
		assertThat(this.client.users()).isEmpty();
	}

	@Test
	void tellsSubUsersOfWeComFromOthers() {
		this.cam.importFromWeCom(List.of("LiSi", "WangWu", "ZhaoLiu"));
		this.client.addUser(user("ZhangSan"));

		WeComUsers page = this.client.weComUsers(1, 1);
		assertThat(page.totalCount()).isEqualTo(3);
		assertThat(page.data()).extracting(User::weChatWorkUserId).containsExactly("WangWu");
		List<Long> uins = this.client.users().stream().map(User::uin).toList();
		assertThat(this.client.kinds(uins)).extracting(SubAccounts.SubAccount::userType)
			.containsExactlyInAnyOrder(2, 3, 3, 3);
	}

	@Test
	void putsSubUsersIntoGroupsAndTakesThemOut() {
		long group = this.client.createGroup("developers");
		long uid = this.client.addUser(user("ZhangSan")).uid();
		GroupMembers members = new GroupMembers(List.of(new GroupMembers.GroupMember(group, uid)));

		this.client.addToGroups(members);
		assertThat(this.client.groups(1, 20).groupInfo()).extracting(Groups.Group::groupName)
			.containsExactly("developers");
		assertThat(this.client.groupUsers(group, 1, 20).userInfo()).extracting(User::name).containsExactly("ZhangSan");
		this.client.removeFromGroups(members);
		assertThat(this.client.groupUsers(group, 1, 20).totalNum()).isZero();
	}

	@ParameterizedTest
	@CsvSource({ "301", "-301" })
	void explainsThatTheClockIsWrong(int ahead) {
		this.cam.switches(Json.object().put("clockAhead", ahead));

		assertRefused("tencentcam.refused.clock", "AuthFailure.SignatureExpire", this.client::users);
	}

	@Test
	void explainsThatTheKeyIsWrong() {
		try (CamClient stranger = client("another-secret")) {
			assertRefused("tencentcam.refused.key", "AuthFailure.SignatureFailure", stranger::users);
		}
	}

	@Test
	void explainsWhatIsWrongWithASubUser() {
		this.client.addUser(new AddUser("a", null, 0, 1, null, null, null, null, null));

		assertRefused("tencentcam.refused.name-taken", "InvalidParameter.SubUserNameInUse",
				() -> this.client.addUser(user("a")));
		assertRefused("tencentcam.refused.name", "InvalidParameter.UserNameIllegal",
				() -> this.client.addUser(user("张三")));
		assertRefused("tencentcam.refused.keys", "OperationDenied.HaveKeys", () -> this.client.deleteUser("a"));
		assertRefused("tencentcam.refused.gone", "ResourceNotFound.UserNotExist", () -> this.client.user("b"));
		limit(new Quotas(1, 0, 0, 0, 0, 0));
		assertRefused("tencentcam.refused.full", "InvalidParameter.SubUserFull", () -> this.client.addUser(user("b")));
	}

	@Test
	void doesNotTryAgainWhatMayBeDoneAgainTomorrowOnly() {
		limit(Quotas.NONE.creations(1));
		this.client.addUser(user("a"));

		assertRefused("tencentcam.refused.creations", "RequestLimitExceeded.CreateUser",
				() -> this.client.addUser(user("b")));
		assertThat(this.cam.calls().count("AddUser")).isEqualTo(2);
		assertThat(this.notices).isEmpty();
	}

	@Test
	void aCreationWhoseAnswerIsLostIsNotSentAgain() {
		this.cam.faults().next("AddUser", Fault.ANSWER_LOST, 1);

		assertThat(passing(() -> this.client.addUser(user("a"))).code()).isEqualTo("remote.lost");
		assertThat(this.cam.calls().count("AddUser")).isOne();
		assertThat(this.client.user("a").name()).isEqualTo("a");
	}

	@Test
	void aDeletionWhoseAnswerIsLostIsSentAgainAndFindsItDone() {
		this.client.addUser(user("a"));
		this.cam.faults().next("DeleteUser", Fault.ANSWER_LOST, 1);

		this.client.deleteUser("a");
		assertThat(this.cam.calls().count("DeleteUser")).isEqualTo(2);
		assertThat(this.cam.state().path("users").size()).isZero();
	}

	@Test
	void readsAgainWhateverHasComeInBetween() {
		for (Fault fault : List.of(Fault.BUSY, Fault.CONFLICT, Fault.SERVER_ERROR, Fault.DROPPED)) {
			this.cam.faults().next("ListUsers", fault, 1);
			assertThat(this.client.users()).isEmpty();
		}
	}

	@Test
	void whenCamFailsWhileItCreatesSomebodyMustLook() {
		this.cam.faults().set(Disturbance.NONE.with(Fault.BUSY, 1));

		assertThat(passing(() -> this.client.addUser(user("a"))).code()).isEqualTo("remote.busy");
	}

	@Test
	void whateverIsDisturbedAllIsDoneOnceByWhoeverLooksBeforeSendingAgain() {
		Disturbance disturbance = Disturbance.NONE;
		for (Fault fault : Fault.values()) {
			disturbance = disturbance.with(fault, 0.03);
		}
		this.cam.faults().set(disturbance);
		List<String> names = new ArrayList<>();
		for (int i = 100; i < 200; i++) {
			String name = "u" + i;
			names.add(name);
			untilDone(() -> createUnlessThere(name));
			untilDone(() -> this.client.updateUser(new UpdateUser(name, "r" + name, null, null, null, null)));
		}

		assertThat(this.cam.faults().done()).containsOnlyKeys(Fault.values());
		assertThat(this.cam.state().path("users").findValuesAsString("Name")).isEqualTo(names);
		assertThat(this.cam.state().path("users").findValuesAsString("Remark"))
			.isEqualTo(names.stream().map((name) -> "r" + name).toList());
	}

	@Test
	void passwordsAndKeysAreInNoText() {
		AddedUser added = this.client.addUser(new AddUser("a", null, 1, 1, null, null, null, null, null));
		assertThat(added.password()).hasSize(32);
		assertThat(added.secretKey()).hasSize(32);

		List<String> texts = new ArrayList<>(List.of(added.toString(), this.client.access().toString(),
				this.client.access().key().toString(), this.client.traffic().toString()));
		DirectoryException refusal = catchThrowableOfType(DirectoryException.class,
				() -> this.client.addUser(user("a")));
		texts.add(refusal.toString() + refusal.text());
		assertThat(texts).allSatisfy((text) -> assertThat(text).doesNotContain(added.password(), added.secretKey(),
				this.cam.key().secret()));
	}

	private void createUnlessThere(String name) {
		if (this.client.users().stream().noneMatch((user) -> name.equals(user.name()))) {
			this.client.addUser(user(name));
		}
	}

	/** What is refused is never tried again: none of this may be. */
	private static void untilDone(Runnable call) {
		try {
			call.run();
		}
		catch (Refusal ex) {
			throw ex;
		}
		catch (DirectoryException ex) {
			untilDone(call);
		}
	}

	private void limit(Quotas quotas) {
		this.cam.switches(Json.object()
			.set("quotas", Json.object().put("subUsers", quotas.subUsers()).put("creations", quotas.creations())));
	}

	private CamClient client(String secret) {
		Notices told = this.notices::add;
		Line line = new Line(this.cam.baseUrl(), 4, new Timeouts(2000, 5000), new Patience(3, 1, 20, 60_000), null);
		return new CamClient(
				new CamAccess(line, new CamKey(this.cam.key().id(), secret), Rate.perSecond(1000), Map.of()), told,
				Clock.systemUTC());
	}

	private static void assertRefused(String sentence, String code, Runnable call) {
		assertThatExceptionOfType(Refusal.class).isThrownBy(call::run).satisfies((refusal) -> {
			assertThat(refusal.code()).isEqualTo(code);
			assertThat(refusal.text().code()).isEqualTo(sentence);
			assertThat(refusal.isPassing()).isFalse();
		});
	}

	private static Message passing(Runnable call) {
		DirectoryException failure = catchThrowableOfType(DirectoryException.class, call::run);
		assertThat(failure.isPassing()).isTrue();
		return failure.text();
	}

	private static AddUser user(String name) {
		return new AddUser(name, null, 0, 0, null, null, null, null, null);
	}

}
