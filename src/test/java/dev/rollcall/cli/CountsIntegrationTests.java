package dev.rollcall.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever stands in a workbook: what a run has decided adds up to the entries that were
 * read, on each side and for each kind.
 */
class CountsIntegrationTests {

	@TempDir
	Path home;

	private Commands commands;

	@BeforeEach
	void load() {
		this.commands = Commands.in(this.home);
		Sheets.members(this.home.resolve("before.xlsx"),
				List.of(row("甲", "a", "公司/研发部", "1"), row("乙", "b", "公司/研发部", "2"), row("丙", "c", "公司/研发部", "3"),
						row("丁", "d", "公司/市场部;公司/董事会", "4"), row("戊", "e", "公司/董事会", "5"), row("己", "f", "公司/董事会", "6"),
						row("己", "g", "公司/董事会", "7")));
		Sheets.members(this.home.resolve("nasty.xlsx"),
				List.of(row("甲", "A", "公司/技术部", "1"), row("甲", "A", "公司/技术部", "1"), row("甲", "A", "公司/技术部", "1"),
						row("乙", "b", "公司/技术部", "2"), row("乙", "B", "公司/技术部", "9"), row("乙", "b", "公司/技术部", "2"),
						row("", "c", "公司/技术部", "3"), row("丁", "d", "", "4"), row("戊", "e:h", "公司/董事会", "5"),
						row("戊", "e:i", "公司/董事会", "5"), row("己", "x", "公司/新部门/小组", "6"),
						row("己", "y", "公司/新部门/小组", "7"), row("庚", "", "公司/新部门", "8"), row("辛", "空 格", "公司", "9"),
						row("壬", "z", "公司//部", "10"), row("癸", "q:c", "公司/研发部", "11"),
						row("子", "k", "公司/董事会;公司/研发部", "12"), row("子", "k", "公司/研发部;公司/董事会", "12")));
		job("load", "before.xlsx", "operations: [create]");
		this.commands.give("run", "load").ending(0);
	}

	@ParameterizedTest
	@ValueSource(strings = { "operations: [create, update]", "operations: [delete]",
			"operations: [create, update, {delete: {departments: true}}]\nupdate: overwrite",
			"operations: [create, update, delete]\nmatch: {members: [userid, name, mobile], departments: [path]}",
			"operations: [create, update, {delete: {departments: true}}]\nmatch: {members: [name, email]}",
			"operations: [create, update, delete]\nmatch: {members: [mobile], departments: [id]}",
			"operations: [create, update, delete]\nupdate: never\nignore: [{entries: {departments: [公司/技术部], members: [e]}}]",
			"operations: [create, update, {delete: {departments: true}}]\nignore: [{fields: [name], operations: [create]}]" })
	void decisionsAddUpToWhatWasRead(String rules) {
		job("nasty", "nasty.xlsx", rules + "\nlimits: {delete: {count: 99, percent: 100}}");
		JsonNode run = this.commands.give("run", "nasty", "--format", "json").ending(4).json();
		assertAddUp(run);
		assertThat(run.at("/source/rejected").longValue()).isGreaterThanOrEqualTo(4);
		assertAddUp(this.commands.give("run", "nasty", "--format", "json").ending(4).json());
	}

	@Test
	void theSampleJobsAddUp() {
		for (String job : List.of("wecom-excel-upsert", "wecom-excel-delete")) {
			Said said = this.commands.give("run", job, "--set", "limits.create.floor=1000", "--format", "json");
			assertAddUp(said.ending(0).json());
		}
	}

	@Test
	void theReportSaysTheSum() {
		job("nasty", "nasty.xlsx", "operations: [create, update]");
		String said = this.commands.give("run", "nasty").ending(4).out();
		assertThat(said).containsPattern("member, source: 16 read = \\d+ .*\\+ 3 repeated")
			.containsPattern("member, target: 7 read = ");
		assertThat(this.commands.give("show", "2", "--lang", "zh").ending(0).out()).contains("成员，来源：读取 16 个 = ");
	}

	private static void assertAddUp(JsonNode run) {
		Map<String, Long> decided = new LinkedHashMap<>();
		for (JsonNode decision : run.get("decisions")) {
			for (String side : List.of("source", "target")) {
				decided.merge(side + " " + decision.get("entry").textValue(), decision.get(side).longValue(),
						Long::sum);
			}
		}
		List<String> wrong = new ArrayList<>();
		for (String side : List.of("source", "target")) {
			for (String entry : List.of("department", "member")) {
				long read = run.get(side).get(entry + "s").longValue();
				long all = decided.getOrDefault(side + " " + entry, 0L);
				if (read != all) {
					wrong.add(side + " " + entry + ": " + read + " read, " + all + " decided about");
				}
			}
		}
		assertThat(wrong).as(run.get("decisions").toString()).isEmpty();
	}

	private void job(String name, String file, String rules) {
		this.commands.job(name,
				"source: {connector: excel, file: " + file + "}\ntarget: {connector: jdbc}\n" + rules + "\n");
	}

	private static List<String> row(String name, String userid, String departments, String mobile) {
		String number = String.valueOf(13900000000L + Long.parseLong(mobile));
		return List.of(name, userid, departments, number, "m" + mobile + "@example.com", "职");
	}

}
