package dev.rollcall.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.rollcall.directory.Department;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import dev.rollcall.directory.Schema;
import dev.rollcall.sandbox.cam.CamLookalike;
import dev.rollcall.sandbox.cam.CamOptions;
import dev.rollcall.sandbox.wecom.Agency;
import dev.rollcall.sandbox.wecom.WeComLookalike;
import dev.rollcall.sandbox.wecom.WeComOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The job from WeCom to CAM that comes with Rollcall, as an operator would give it. */
class CamCommandsIntegrationTests {

	private static final Set<String> SETTINGS = Set.of("TENCENTCLOUD_SECRET_ID", "TENCENTCLOUD_SECRET_KEY",
			"WECOM_CORP_ID", "WECOM_CONTACT_SECRET", "WECOM_APP_SECRET");

	@TempDir
	Path folder;

	private final CamLookalike cam = CamLookalike.start(CamOptions.defaults());

	private final WeComLookalike weCom = WeComLookalike.start(WeComOptions.defaults().with((settlement) -> {
		settlement.departments(List.of(department("1", null, "示例科技"), department("2", "1", "研发部"),
				department("3", "2", "后端"), department("4", "1", "销售部")));
		settlement.members(List.of(member("ZhangSan", "张三", "3"), member("LiSi", "李四", "2"),
				member("WangWu", "王五", "4")));
	}).with(Agency.SEEN));

	private Commands commands;

	@BeforeEach
	void begin() {
		System.setProperty("TENCENTCLOUD_SECRET_ID", this.cam.key().id());
		System.setProperty("TENCENTCLOUD_SECRET_KEY", this.cam.key().secret());
		System.setProperty("WECOM_CORP_ID", this.weCom.secrets().corporation());
		System.setProperty("WECOM_CONTACT_SECRET", this.weCom.secrets().contact());
		System.setProperty("WECOM_APP_SECRET", this.weCom.secrets().app());
		this.commands = Commands.in(this.folder);
	}

	@AfterEach
	void end() {
		SETTINGS.forEach(System::clearProperty);
		this.cam.close();
		this.weCom.close();
	}

	@Test
	void groupsArePreparedMembersOfTheRangeAreCreatedAndFollowIt() {
		String[] range = { "target.visible-range.departments=研发部", "target.groups.研发部=developers",
				"target.groups.研发部/后端=backend,developers" };
		assertThat(give("check", range).out()).contains("backend", "developers", "GetUser");
		assertThat(give("prepare", range).ending(0).out()).contains("backend");
		assertThat(give("check", range).ending(0).out()).contains("100000000001");
		give("run", range).ending(0);
		assertThat(names()).containsExactly("LiSi", "ZhangSan");
		assertThat(this.cam.state().path("users").get(1).path("Remark").asString()).isEqualTo("张三");
		assertThat(this.cam.state().path("users").get(1).path("groups").toString())
			.isEqualTo("[\"backend\",\"developers\"]");
		assertThat(give("run", range).ending(0).out()).contains("Nothing to do");
		give("run", "target.visible-range.departments=后端", "target.groups.研发部=developers").ending(0);
		assertThat(names()).containsExactly("ZhangSan");
	}

	@Test
	void aDepartmentThatIsMisspeltStopsTheRunBeforeAnythingIsWritten() {
		Said said = give("run", "target.visible-range.departments=研发");
		assertThat(said.ending(2).err()).contains("visible-range.departments", "示例科技/研发部 (2)");
		assertThat(names()).isEmpty();
	}

	private Said give(String command, String... settings) {
		List<String> words = new ArrayList<>(List.of(command, "wecom-to-cam"));
		List<String> all = new ArrayList<>(List.of(settings));
		all.addAll(List.of("source.base-url=" + this.weCom.baseUrl(), "target.base-url=" + this.cam.baseUrl()));
		all.forEach((setting) -> words.addAll(List.of("--set", setting)));
		return this.commands.give(words.toArray(String[]::new));
	}

	private List<String> names() {
		return this.cam.state().path("users").findValuesAsString("Name");
	}

	private static Department department(String id, String parent, String name) {
		return new Department(id, parent, id, Fields.of(Schema.of("name"), Map.of("name", name)), null);
	}

	private static Member member(String userid, String name, String department) {
		return new Member(userid, userid, null,
				Fields.of(Schema.of("name", "mobile"), Map.of("name", name, "mobile", "1380000000" + department)),
				new Placements(List.of(Placement.in(department)), department), null);
	}

}
