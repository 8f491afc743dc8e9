package dev.rollcall.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.rollcall.sandbox.wecom.Powers;
import dev.rollcall.sandbox.wecom.WeComLookalike;
import dev.rollcall.sandbox.wecom.WeComOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A WeCom that shows ids and nothing else, as it does to the contact secret alone: what
 * Rollcall has called departments itself it still knows afterwards.
 */
class WeComNamesIntegrationTests {

	private static final List<String> SETTINGS = List.of("test.wecom.url", "test.wecom.corp", "test.wecom.contact");

	private static final String JOB = """
			source: {connector: excel, file: company.xlsx}
			target:
			  connector: wecom
			  base-url: ${test.wecom.url}
			  corp-id: ${test.wecom.corp}
			  contact-secret: ${test.wecom.contact}
			match: {members: [userid], departments: [id, path]}
			operations: [create, update, {delete: {departments: true}}]
			limits:
			  create: {cap: 1000, percent: 100}
			  update: {cap: 1000, percent: 100}
			  delete: {cap: 1000, percent: 100}
			""";

	private final WeComLookalike weCom = WeComLookalike.start(WeComOptions.defaults().with(Powers.TODAY));

	@TempDir
	Path folder;

	private Commands commands;

	@BeforeEach
	void begin() {
		System.setProperty("test.wecom.url", this.weCom.baseUrl().toString());
		System.setProperty("test.wecom.corp", this.weCom.secrets().corporation());
		System.setProperty("test.wecom.contact", this.weCom.secrets().contact());
		this.commands = Commands.in(this.folder.resolve("home"));
		this.commands.job("wecom", JOB);
		company(List.of("平台组", "市场部/渠道组", "研发部/旧项目"), "工程师");
		this.commands.give("run", "wecom").ending(0);
	}

	@AfterEach
	void end() {
		SETTINGS.forEach(System::clearProperty);
		this.weCom.close();
	}

	@Test
	void nothingIsToBeDoneWhereNothingHasChanged() {
		Said second = this.commands.give("run", "wecom").ending(0);
		assertThat(second.out()).contains("Nothing to do", "department, target: 7 read = 7 equal");
	}

	@Test
	void onlyWhatHasChangedIsWrittenAndComesBackByAnUndo() {
		JsonNode before = this.weCom.state();
		company(List.of("基础平台组", "研发部/渠道组"), "架构师");
		Said changed = this.commands.give("run", "wecom").ending(0);
		assertThat(changed.out()).doesNotContain("+ department", "cannot be told")
			.contains("name: 平台组 → 基础平台组", "parent: 示例科技/市场部 → 示例科技/研发部", "- department  示例科技/研发部/旧项目");
		assertThat(writes()).isEqualTo(Map.of("department/create", 6L, "department/update", 2L, "department/delete", 1L,
				"user/create", 6L, "user/update", 1L, "user/batchdelete", 0L));
		assertThat(this.commands.give("run", "wecom").ending(0).out()).contains("Nothing to do");
		this.commands.give("undo", "2").ending(0);
		assertThat(this.weCom.state()).isEqualTo(before);
		company(List.of("平台组", "市场部/渠道组", "研发部/旧项目"), "工程师");
		assertThat(this.commands.give("run", "wecom").ending(0).out()).contains("Nothing to do");
	}

	@Test
	void aSavedPlanIsRefusedWhenNamesThatNobodySeesHaveMovedOn() {
		company(List.of("基础平台组", "市场部/渠道组", "研发部/旧项目"), "工程师");
		this.commands.give("plan", "wecom").ending(0);
		company("other.xlsx", List.of("工程平台组", "市场部/渠道组", "研发部/旧项目"), "工程师");
		this.commands.give("run", "wecom", "--set", "source.file=other.xlsx").ending(0);
		JsonNode before = this.weCom.state();
		this.commands.give("apply", "2").ending(3);
		assertThat(this.weCom.state()).isEqualTo(before);
	}

	private Map<String, Long> writes() {
		Map<String, Long> writes = new TreeMap<>();
		for (String call : List.of("department/create", "department/update", "department/delete", "user/create",
				"user/update", "user/batchdelete")) {
			writes.put(call, this.weCom.calls().count(call, "0"));
		}
		return writes;
	}

	/** A company, some of whose departments have nobody in WeCom. */
	private void company(List<String> names, String position) {
		company("company.xlsx", names, position);
	}

	private void company(String file, List<String> names, String position) {
		Sheets.members(this.commands.home().resolve(file), members(names, position));
	}

	private static List<List<String>> members(List<String> names, String position) {
		List<List<String>> members = new ArrayList<>(List.of(member("1", "", position),
				member("2", "/研发部/" + names.get(0), "工程师"), member("3", "/研发部/" + names.get(0), "工程师"),
				nobody("4", "/研发部/" + names.get(0) + "/筹备组"), member("5", "/" + names.get(1), "经理"),
				member("6", "/" + names.get(1), "经理"), member("7", "/市场部", "经理")));
		names.stream().skip(2).forEach((name) -> members.add(nobody("8", "/" + name)));
		return members;
	}

	private static List<String> member(String number, String path, String position) {
		return List.of("员工" + number, "user" + number, "示例科技" + path, "1380000000" + number, "", position);
	}

	/** Whom WeCom does not take, who has neither a mobile nor an address. */
	private static List<String> nobody(String number, String path) {
		return List.of("员工" + number, "user" + number, "示例科技" + path, "", "", "");
	}

}
