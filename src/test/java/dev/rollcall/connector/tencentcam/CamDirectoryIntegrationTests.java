package dev.rollcall.connector.tencentcam;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.rollcall.connector.Accounts;
import dev.rollcall.connector.Adaptation;
import dev.rollcall.connector.Admissions;
import dev.rollcall.connector.Capabilities;
import dev.rollcall.connector.CheckResult;
import dev.rollcall.connector.DirectoryException;
import dev.rollcall.connector.SettingsException;
import dev.rollcall.connector.Surroundings;
import dev.rollcall.connector.Target;
import dev.rollcall.directory.DepartmentTree;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Schema;
import dev.rollcall.sandbox.Fault;
import dev.rollcall.sandbox.Json;
import dev.rollcall.sandbox.cam.CamLookalike;
import dev.rollcall.sandbox.cam.CamOptions;
import dev.rollcall.sandbox.cam.Population;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** CAM as a job meets it, but for writing. */
class CamDirectoryIntegrationTests {

	private static final Map<String, Object> GROUPS = Map.of("groups[研发部]", "developers", "application-groups",
			"guests");

	private final CamLookalike cam = CamLookalike
		.start(CamOptions.defaults().with(Population.seeded(3, 2, 2, 7).and(Population.groups(List.of("developers")))));

	@AfterEach
	void end() {
		this.cam.close();
	}

	@Test
	void isKnownByTheOwnerOfTheKey() {
		try (Target target = open(Map.of())) {
			assertThat(target.identity().directory()).isEqualTo("tencentcam:100000000001");
			assertThat(target.identity().content()).isNull();
		}
		deny("GetUserAppId");
		try (Target target = open(Map.of())) {
			assertThat(target.identity().directory()).isEqualTo("tencentcam:" + this.cam.key().id());
			assertThat(bad(target)).extracting(Message::code).containsExactly("tencentcam.check.owner-unknown");
		}
	}

	@Test
	void checksThatSecretsCanBeKept(@TempDir Path folder) throws IOException {
		Path file = Files.createFile(folder.resolve("secrets.csv"),
				PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r--r--")));
		Map<String, Object> wanted = Map.of("use-api", "true", "credentials-file", file.toString());
		try (Target target = open(wanted)) {
			assertThat(bad(target)).hasSize(1);
		}
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
		try (Target target = open(wanted)) {
			assertThat(bad(target)).isEmpty();
			assertThat(target.check()).extracting((result) -> result.text().code())
				.contains("tencentcam.credentials.file");
		}
	}

	@Test
	void keepsBareAccounts() {
		try (Target target = open(Map.of())) {
			Capabilities can = target.capabilities();
			assertThat(can.accounts()).isEqualTo(new Accounts(List.of("username", "groups")));
			assertThat(can.spared()).containsExactlyInAnyOrder("wecom", "collaborator", "message-receiver");
			assertThat(can.told()).containsExactly("status");
			assertThat(can.disabling() || can.transactional() || can.customFields()).isFalse();
			assertThat(target.memberSchema().names()).containsExactly("name", "mobile", "email", "username", "groups",
					"status");
			assertThat(target.tellsDepartments()).isFalse();
			assertThat(target.claimed()).isNull();
		}
		try (Target target = open(Map.of("wecom-sub-users", "delete"))) {
			assertThat(target.capabilities().spared()).containsExactlyInAnyOrder("collaborator", "message-receiver");
		}
	}

	@Test
	void adaptsMembersAsTheJobSays() {
		try (Target target = open(Map.of("names.rule", "{userid-lower}", "visible-range.members", "LiSi"))) {
			Adaptation adaptation = target.adaptation(new DepartmentTree(List.of()), Admissions.NONE);
			assertThat(adaptation.adapt(member("LiSi")).fields().value(FieldNames.USERNAME)).isEqualTo("lisi");
			assertThat(adaptation.adapt(member("WangWu"))).isNull();
		}
		try (Target target = open(GROUPS)) {
			assertThat(catchThrowableOfType(SettingsException.class,
					() -> target.adaptation(new DepartmentTree(List.of()), Admissions.NONE))
				.text()
				.code()).isEqualTo("tencentcam.department.none");
		}
	}

	@Test
	void checksWhatARunNeedsAndChangesNothing() {
		ObjectNode before = this.cam.state();
		try (Target target = open(GROUPS)) {
			assertThat(target.check()).containsExactly(
					new CheckResult(true, Message.of("tencentcam.check.owner", "100000000001", "100000000001")),
					new CheckResult(true, Message.of("tencentcam.check.users", 5, 2)),
					new CheckResult(false, Message.of("tencentcam.check.groups-missing", 2, "guests")),
					new CheckResult(true,
							Message.of("tencentcam.check.powers",
									"AddUser, UpdateUser, DeleteUser, GetUser, ListGroupsForUser, AddUserToGroup, "
											+ "RemoveUserFromGroup",
									"")));
		}
		assertThat(this.cam.state()).isEqualTo(before);
		assertThat(this.cam.calls().count("DescribeSubAccounts")).isOne();
	}

	@ParameterizedTest
	@ValueSource(strings = { "AddUser", "UpdateUser", "DeleteUser", "GetUser", "ListGroupsForUser", "AddUserToGroup",
			"RemoveUserFromGroup" })
	void findsOutThatAPowerToWriteIsMissing(String action) {
		deny(action);
		try (Target target = open(Map.of("groups[研发部]", "developers"))) {
			assertThat(bad(target)).singleElement().satisfies((message) -> {
				assertThat(message.code()).isEqualTo("tencentcam.check.powers-missing");
				assertThat(message.arguments().get(1)).isEqualTo(action);
			});
		}
		try (Target target = open(Map.of())) {
			assertThat(bad(target)).hasSize(action.contains("Group") ? 0 : 1);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "ListUsers", "ListWeChatWorkSubAccounts", "DescribeSubAccounts", "ListGroups",
			"ListUsersForGroup" })
	void findsOutThatAPowerToReadIsMissing(String action) {
		deny(action);
		try (Target target = open(Map.of("groups[研发部]", "developers"))) {
			assertThat(bad(target)).singleElement().satisfies((message) -> {
				assertThat(message.code()).isEqualTo("tencentcam.refused.power");
				assertThat(message.arguments().get(0)).isEqualTo(action);
			});
		}
	}

	@Test
	void explainsAWrongKeyAndAWrongClockWhenItIsOpened() {
		assertThat(
				catchThrowableOfType(DirectoryException.class, () -> open(Map.of("secret-key", "wrong"))).text().code())
			.isEqualTo("tencentcam.refused.key");
		this.cam.switches(Json.object().put("clockAhead", 301));
		assertThat(catchThrowableOfType(DirectoryException.class, () -> open(Map.of())).text().code())
			.isEqualTo("tencentcam.refused.clock");
	}

	@Test
	void createsGroupsThatAreMissingAndLeavesOthersAlone() {
		try (Target target = open(GROUPS)) {
			assertThat(target.prepare()).containsExactly(
					new CheckResult(true, Message.of("tencentcam.prepare.there", "developers")),
					new CheckResult(true, Message.of("tencentcam.prepare.created", "guests")));
			assertThat(this.cam.state().path("groups").findValuesAsString("GroupName")).containsExactly("developers",
					"guests");
			assertThat(target.prepare()).extracting((result) -> result.text().code())
				.containsOnly("tencentcam.prepare.there");
			assertThat(this.cam.calls().count("CreateGroup")).isOne();
			assertThat(this.cam.calls().count("UpdateGroup")).isZero();
			assertThat(bad(target)).isEmpty();
		}
	}

	@Test
	void saysWhichGroupsCannotBeCreated() {
		limitGroups(2);
		try (Target target = open(Map.of("application-groups", "a,b,c"))) {
			assertThat(target.prepare()).extracting(CheckResult::good).containsExactly(true, false, false);
		}
		limitGroups(0);
		this.cam.faults().next("CreateGroup", Fault.ANSWER_LOST, 1);
		try (Target target = open(Map.of("application-groups", "b,c"))) {
			assertThat(target.prepare()).extracting((result) -> result.text().code())
				.containsExactly("remote.lost", "tencentcam.prepare.created");
			assertThat(target.prepare()).allMatch(CheckResult::good);
		}
		assertThat(this.cam.state().path("groups").findValuesAsString("GroupName")).containsExactly("a", "b", "c",
				"developers");
	}

	@Test
	void withoutGroupsThereIsNothingToPrepare() {
		try (Target target = open(Map.of())) {
			assertThat(target.prepare()).isEmpty();
			assertThat(this.cam.calls().count("ListGroups")).isZero();
		}
	}

	private static Member member(String userid) {
		return new Member(userid, userid, null, Fields.of(Schema.of("name", "username", "groups"), Map.of("name", "x")),
				null, null);
	}

	private void limitGroups(int most) {
		this.cam.switches(Json.object().set("quotas", Json.object().put("groups", most)));
	}

	private void deny(String... actions) {
		ObjectNode switches = Json.object();
		ArrayNode denied = switches.putArray("denied");
		List.of(actions).forEach(denied::add);
		this.cam.switches(switches);
	}

	private static List<Message> bad(Target target) {
		return target.check().stream().filter((result) -> !result.good()).map(CheckResult::text).toList();
	}

	private Target open(Map<String, Object> keys) {
		Map<String, Object> all = new HashMap<>(
				Map.of("secret-id", this.cam.key().id(), "secret-key", this.cam.key().secret(), "base-url",
						this.cam.baseUrl().toString(), "rate.second", 1000, "patience.pause", 1, "at-once", 4));
		all.putAll(keys);
		CamSettings settings = new Binder(new MapConfigurationPropertySource(all)).bind("", CamSettings.class).get();
		return new CamConnector().openTarget(settings, new Surroundings(Path.of(""), Clock.systemUTC()));
	}

}
