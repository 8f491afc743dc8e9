package dev.rollcall.sandbox.cam;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.rollcall.sandbox.SetClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Sub-users: created, updated, deleted, listed. */
class CamUsersTests {

	private final SetClock clock = new SetClock(Instant.parse("2026-11-21T00:00:00Z"));

	private final CamLookalike lookalike = CamLookalike.start(CamOptions.defaults().with(this.clock));

	private final CamWire wire = CamWire.of(this.lookalike, this.clock);

	@AfterEach
	void end() {
		this.lookalike.close();
	}

	@Test
	void whatIsCreatedIsFoundAsItWasSaid() {
		JsonNode added = this.wire.post("AddUser",
				"{'Name':'ZhangSan','Remark':'张三','PhoneNum':'13800000000','CountryCode':'86','Email':'z@example.com'}");

		JsonNode found = this.wire.post("GetUser", "{'Name':'ZhangSan'}");
		assertThat(found.path("Uin")).isEqualTo(added.path("Uin"));
		assertThat(found.path("Uid")).isEqualTo(added.path("Uid"));
		assertThat(found.toString()).contains("\"Remark\":\"张三\",\"ConsoleLogin\":0,\"PhoneNum\":\"13800000000\","
				+ "\"CountryCode\":\"86\",\"Email\":\"z@example.com\"");
		assertThat(this.wire.post("ListUsers", "{}").path("Data").path(0).path("CreateTime").asString())
			.isEqualTo("2026-11-21 08:00:00");
		assertThat(added.path("Password").asString() + added.path("SecretId").asString()
				+ added.path("SecretKey").asString())
			.isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "张三", "a b", "a/b", "a:b",
			"01234567890123456789012345678901234567890123456789012345678901234" })
	void aNameIsMadeOfCertainSigns(String name) {
		assertThat(this.wire.code("AddUser", "{'Name':'" + name + "'}")).isEqualTo("InvalidParameter.UserNameIllegal");
		assertThat(this.wire.code("AddUser", "{'Name':'aZ0+=,.@_-'}")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Aa1!567", "aaaa1!aaa", "AAAA1!AAA", "Aaaaa!aaa", "Aaaa1aaaa" })
	void aPasswordMustNotBeSimple(String password) {
		String body = "{'Name':'a','ConsoleLogin':1,'Password':'" + password + "'}";

		assertThat(this.wire.code("AddUser", body)).isEqualTo("InvalidParameter.PasswordViolatedRules");
		assertThat(this.wire.code("AddUser", body.replace(password, "Aa1!5678"))).isEmpty();
		assertThat(this.wire.code("UpdateUser", "{'Name':'a','Password':'" + password + "'}"))
			.isEqualTo("InvalidParameter.PasswordViolatedRules");
	}

	@Test
	void namesAreTheSameInWhateverCapitalsOnlyWhenItIsSaidSo() {
		this.wire.post("AddUser", "{'Name':'a'}");
		assertThat(this.wire.code("AddUser", "{'Name':'a'}")).isEqualTo("InvalidParameter.SubUserNameInUse");
		assertThat(this.wire.code("AddUser", "{'Name':'A'}")).isEmpty();

		this.wire.desk("POST", "switches", "{'habits':['names-ignore-case']}");
		this.wire.post("AddUser", "{'Name':'b'}");
		assertThat(this.wire.code("AddUser", "{'Name':'B'}")).isEqualTo("InvalidParameter.SubUserNameInUse");
		assertThat(this.wire.post("GetUser", "{'Name':'B'}").path("Name").asString()).isEqualTo("b");
		this.wire.post("DeleteUser", "{'Name':'B'}");
		assertThat(this.wire.code("GetUser", "{'Name':'b'}")).isEqualTo("ResourceNotFound.UserNotExist");
	}

	@Test
	void anUpdateLeavesAloneWhatItDoesNotName() {
		this.wire.post("AddUser", "{'Name':'a','Remark':'甲','Email':'a@example.com'}");
		this.wire.post("UpdateUser", "{'Name':'a','Remark':'乙'}");
		assertThat(this.lookalike.state().toString()).contains("\"Remark\":\"乙\"", "\"Email\":\"a@example.com\"");

		this.wire.post("UpdateUser", "{'Name':'a','Email':'','ConsoleLogin':1,'Password':'Aa1!5678'}");
		assertThat(this.lookalike.state().toString()).contains("\"Email\":\"\"", "\"ConsoleLogin\":1",
				"\"password\":\"given\"");
		this.wire.desk("POST", "switches", "{'habits':['empty-keeps']}");
		this.wire.post("UpdateUser", "{'Name':'a','Remark':''}");
		assertThat(this.lookalike.state().toString()).contains("\"Remark\":\"乙\"");
		assertThat(this.wire.code("UpdateUser", "{'Name':'b'}")).isEqualTo("ResourceNotFound.UserNotExist");
	}

	@Test
	void whoHasKeysIsDeletedByForceOnly() {
		this.wire.post("AddUser", "{'Name':'a','UseApi':1}");

		assertThat(this.wire.code("DeleteUser", "{'Name':'a'}")).isEqualTo("OperationDenied.HaveKeys");
		assertThat(this.wire.code("DeleteUser", "{'Name':'a','Force':'1'}")).isEmpty();
		assertThat(this.wire.code("DeleteUser", "{'Name':'a'}")).isEqualTo("ResourceNotFound.UserNotExist");
	}

	@Test
	void thereMayBeSoManyAndNoMore() {
		this.wire.desk("POST", "switches", "{'quotas':{'subUsers':1}}");
		this.wire.post("AddUser", "{'Name':'a'}");

		assertThat(this.wire.code("AddUser", "{'Name':'b'}")).isEqualTo("InvalidParameter.SubUserFull");
		this.wire.post("DeleteUser", "{'Name':'a'}");
		assertThat(this.wire.code("AddUser", "{'Name':'b'}")).isEmpty();
	}

	@Test
	void soManyMayBeCreatedWithinADayThoughSomeAreDeleted() {
		this.wire.desk("POST", "switches", "{'quotas':{'creations':2}}");
		this.wire.post("AddUser", "{'Name':'a'}");
		this.clock.advance(Duration.ofHours(1));
		this.wire.post("AddUser", "{'Name':'b'}");
		this.wire.post("DeleteUser", "{'Name':'a'}");

		assertThat(this.wire.code("AddUser", "{'Name':'c'}")).isEqualTo("RequestLimitExceeded.CreateUser");
		this.clock.advance(Duration.ofHours(23));
		assertThat(this.wire.code("AddUser", "{'Name':'c'}")).isEmpty();
		assertThat(this.wire.code("AddUser", "{'Name':'d'}")).isEqualTo("RequestLimitExceeded.CreateUser");
	}

	@Test
	void describesFiftyAtOnceAndPassesOverThoseWhoAreNotThere() {
		long uin = this.wire.number("AddUser", "{'Name':'a'}", "Uin");

		JsonNode kinds = this.wire.post("DescribeSubAccounts", "{'FilterSubAccountUin':[" + uin + ",'1']}");
		assertThat(kinds.path("SubAccounts").size()).isOne();
		assertThat(kinds.path("SubAccounts").path(0).path("UserType").asInt()).isEqualTo(2);
		assertThat(this.wire.code("DescribeSubAccounts", "{'FilterSubAccountUin':[" + "1,".repeat(50) + "1]}"))
			.isEqualTo("InvalidParameter");
	}

	@Test
	void listsAccountsFromMarkToMark() {
		for (String name : List.of("a", "b", "c")) {
			this.wire.post("AddUser", "{'Name':'" + name + "'}");
		}

		JsonNode first = this.wire.post("ListAccounts", "{'MaxItems':2}");
		assertThat(first.path("Users").findValuesAsString("Name")).containsExactly("a", "b");
		assertThat(first.path("IsTruncated").asBoolean()).isTrue();
		JsonNode second = this.wire.post("ListAccounts",
				"{'MaxItems':2,'Marker':'" + first.path("Marker").asString() + "','UserType':'SubUser'}");
		assertThat(second.path("Users").findValuesAsString("Name")).containsExactly("c");
		assertThat(second.path("IsTruncated").asBoolean()).isFalse();
		assertThat(this.wire.post("ListAccounts", "{'UserType':'Owner'}").path("Users").size()).isZero();
		assertThat(this.wire.code("ListAccounts", "{'MaxItems':101}")).isEqualTo("InvalidParameter.ParamError");
	}

}
