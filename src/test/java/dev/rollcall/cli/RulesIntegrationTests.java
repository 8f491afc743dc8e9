package dev.rollcall.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What a job file can say about what is to be done, seen in the directory. */
class RulesIntegrationTests {

	@TempDir
	Path home;

	private Commands commands;

	@BeforeEach
	void load() {
		this.commands = Commands.in(this.home);
		Sheets.members(this.home.resolve("before.xlsx"), List.of(row("甲", "a", "公司/研发部", "13800000001", "工程师"),
				row("乙", "b", "公司/研发部", "13800000002", "工程师"), row("丙", "c", "公司/董事会", "13800000003", "董事")));
		Sheets.members(this.home.resolve("after.xlsx"),
				List.of(row("甲", "a", "公司/研发部", "13900000001", "架构师"), row("乙", "b", "公司/研发部", "13800000002", "工程师"),
						row("丙", "c", "公司/董事会", "13900000003", "主席"), row("丁", "d", "公司/研发部", "13900000004", "工程师")));
		job("load", "operations: [create]", "before.xlsx");
		this.commands.give("run", "load").ending(0);
	}

	@Test
	void neverTouchesAnIgnoredField() {
		job("rules", "operations: [create, update]\nignore: [{fields: [mobile], operations: [update]}]", "after.xlsx");
		this.commands.give("run", "rules").ending(0);
		assertThat(member("a")).containsEntry("mobile", "13800000001").containsEntry("position", "架构师");
		assertThat(member("d")).as("ignored for updates only").containsEntry("mobile", "13900000004");
		assertThat(this.commands.give("run", "rules").ending(0).out()).startsWith("Nothing to do");
	}

	@Test
	void leavesProtectedEntriesAlone() {
		job("rules",
				"operations: [update, delete]\nlimits: {delete: {floor: 9}}\nignore: [{entries: {departments: [公司/董事会], members: [B]}}]",
				"nobody.xlsx");
		Sheets.members(this.home.resolve("nobody.xlsx"), List.of(row("戊", "e", "公司", "13900000005", "无")));
		Said said = this.commands.give("run", "rules").ending(0);
		assertThat(said.out()).contains("2 protected by an ignore rule");
		assertThat(EmbeddedDirectory.members(this.home)).containsOnlyKeys("b", "c");
	}

	@Test
	void overwritesEverythingWhenToldTo() {
		job("rules", "operations: [create, update]\nupdate: overwrite", "before.xlsx");
		JsonNode run = this.commands.give("run", "rules", "--format", "json").ending(0).json();
		assertThat(run.at("/counts")).anySatisfy((count) -> {
			assertThat(count.get("kind").textValue()).isEqualTo("update");
			assertThat(count.get("done").intValue()).isEqualTo(3);
		});
		assertThat(this.commands.give("show", Long.toString(run.get("run").longValue()), "--changes").ending(0).out())
			.contains("(update: overwrite, writes ");
	}

	@Test
	void neverUpdatesWhenToldSo() {
		job("rules", "operations: [create, update]\nupdate: never", "after.xlsx");
		this.commands.give("run", "rules").ending(0);
		assertThat(member("a")).containsEntry("mobile", "13800000001").containsEntry("position", "工程师");
		assertThat(member("d")).containsEntry("name", "丁");
	}

	@Test
	void matchesByTheNextKeyAndReportsWhatIsClaimedTwice() {
		job("rules", "operations: [update]\nmatch: {members: [userid, mobile, name]}", "renamed.xlsx");
		Sheets.members(this.home.resolve("renamed.xlsx"),
				List.of(row("甲", "a", "公司/研发部", "13800000001", "工程师"), row("乙", "new-b", "公司/研发部", "13800000002", "经理"),
						row("丙", "twin1", "公司/董事会", "13900000008", "董事"),
						row("丙", "twin2", "公司/董事会", "13900000009", "董事")));
		Said said = this.commands.give("run", "rules").ending(4);
		assertThat(said.out()).contains(
				"Conflict: member 丙: 2 of the source (twin1, twin2) and 1 of the target (c) share it; nothing is done to any of them");
		assertThat(EmbeddedDirectory.members(this.home)).containsOnlyKeys("a", "new-b", "c");
		assertThat(member("new-b")).containsEntry("position", "经理");
		assertThat(member("c")).containsEntry("position", "董事").containsEntry("mobile", "13800000003");
		JsonNode shown = this.commands.give("show", "2", "--format", "json", "--lang", "zh").ending(0).json();
		assertThat(shown.get("conflicts")).hasSize(1);
		assertThat(shown.at("/conflicts/0/key").textValue()).isEqualTo("丙");
		assertThat(shown.at("/conflicts/0/reason").textValue())
			.isEqualTo("来源中 2 个（twin1, twin2）与目标中 1 个（c）共用它；对它们都不做任何操作");
	}

	private void job(String name, String rules, String file) {
		this.commands.job(name,
				"source: {connector: excel, file: " + file + "}\ntarget: {connector: jdbc}\n" + rules + "\n");
	}

	private Map<String, String> member(String userid) {
		return EmbeddedDirectory.members(this.home).get(userid);
	}

	private static List<String> row(String name, String userid, String departments, String mobile, String position) {
		return List.of(name, userid, departments, mobile, userid + "@example.com", position);
	}

}
