package dev.rollcall.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.rollcall.sandbox.cam.CamLookalike;
import dev.rollcall.sandbox.cam.CamOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Applications for sub-users of CAM: from the wish to the sub-user, and back. */
class CamApplicationsIntegrationTests {

	private static final String JOB = """
			source: {connector: excel, file: source.xlsx}
			target:
			  connector: tencentcam
			  base-url: ${test.cam.url}
			  secret-id: ${test.cam.id}
			  secret-key: ${test.cam.secret}
			  visible-range: {departments: [公司/研发部]}
			  groups: {研发部: developers}
			  application-groups: [guests]
			match: {members: [userid, username]}
			operations: [create, update, delete]
			limits: {create: {count: 50, percent: 100, small-percent: 100}}
			""";

	@TempDir
	Path home;

	private final CamLookalike cam = CamLookalike.start(CamOptions.defaults());

	private Commands commands;

	@BeforeEach
	void load() {
		System.setProperty("test.cam.url", this.cam.baseUrl().toString());
		System.setProperty("test.cam.id", this.cam.key().id());
		System.setProperty("test.cam.secret", this.cam.key().secret());
		this.commands = Commands.in(this.home);
		this.commands.job("cam", JOB);
		Sheets.members(this.home.resolve("source.xlsx"), List.of(List.of("张三", "zhangsan", "公司/研发部", "", "", ""),
				List.of("李四", "LiSi", "公司/销售部", "", "", ""), List.of("王五", "wangwu", "公司/销售部", "", "", "")));
		this.commands.give("prepare", "cam").ending(0);
		this.commands.give("run", "cam").ending(0);
	}

	@AfterEach
	void end() {
		this.cam.close();
	}

	@Test
	void whoeverIsApprovedBecomesASubUserAndIsNoneAnyMoreWhenThatIsTakenBack() {
		assertThat(subUsers()).isEqualTo(Map.of("zhangsan", "developers"));
		String lisi = apply("lisi");
		apply("wangwu");
		assertThat(this.commands.give("run", "cam").ending(0).out()).as("nobody has decided").contains("Nothing to do");

		this.commands.give("approve-application", lisi, "--groups", "guests").ending(0);
		assertThat(this.commands.give("run", "cam").ending(0).out()).contains("an administrator has approved");
		assertThat(subUsers()).isEqualTo(Map.of("LiSi", "guests", "zhangsan", "developers"));
		assertThat(this.commands.give("applications").ending(0).out()).containsPattern("lisi .*has the account since")
			.containsPattern("wangwu .*waits until");
		assertThat(this.commands.give("run", "cam").ending(0).out()).as("as long as nothing is taken back")
			.contains("Nothing to do");

		this.commands.give("withdraw-application", "1", "--reason", "project is over").ending(0);
		this.commands.give("run", "cam").ending(0);
		assertThat(subUsers()).isEqualTo(Map.of("zhangsan", "developers"));
		this.commands.give("audit", "verify").ending(0);
	}

	@Test
	void aLaterApprovalChangesTheGroupsOfWhoeverHasTheSubUser() {
		this.commands.give("approve-application", apply("lisi"), "--groups", "guests").ending(0);
		this.commands.give("run", "cam").ending(0);
		this.commands.give("approve-application", apply("LiSi"), "--groups", "developers,guests").ending(0);
		this.commands.give("run", "cam").ending(0);
		assertThat(subUsers()).containsEntry("LiSi", "developers,guests");
		assertThat(this.commands.give("approve-application", apply("lisi"), "--groups", "admins").ending(2).err())
			.isEqualTo("Job cam does not manage admins. Groups that can be given: developers, guests.\n");
	}

	private String apply(String userid) {
		return this.commands.give("apply-for", "cam", userid, "--format", "json")
			.ending(0)
			.json()
			.get("token")
			.textValue();
	}

	/** The sub-users by name, with their groups. */
	private Map<String, String> subUsers() {
		Map<String, String> users = new TreeMap<>();
		this.cam.state()
			.path("users")
			.forEach((user) -> users.put(user.path("Name").asString(),
					String.join(",", user.path("groups").valueStream().map((group) -> group.asString()).toList())));
		return users;
	}

}
