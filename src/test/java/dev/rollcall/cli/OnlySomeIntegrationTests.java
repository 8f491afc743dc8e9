package dev.rollcall.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A trial on a few people, which touches nobody else. */
class OnlySomeIntegrationTests {

	@TempDir
	Path home;

	private Commands commands;

	@BeforeEach
	void load() {
		this.commands = Commands.in(this.home);
		Sheets.members(this.home.resolve("before.xlsx"), List.of(row("甲", "a", "公司/研发部"), row("乙", "b", "公司/研发部"),
				row("丙", "c", "公司/市场部"), row("丁", "d", "公司/市场部"), row("戊", "e", "公司/财务部")));
		Sheets.members(this.home.resolve("after.xlsx"), List.of(row("新甲", "a", "公司/新区/平台部"), row("新乙", "b", "公司/研发部"),
				row("新丙", "c:c2", "公司/研发部"), row("新己", "f", "公司/研发部/一组"), row("新庚", "g", "公司/别处")));
		job("load", "before.xlsx", "operations: [create]");
		job("all", "after.xlsx",
				"operations: [create, update, {delete: {departments: true}}]\nlimits: {delete: {floor: 9}}");
		this.commands.give("run", "load").ending(0);
	}

	@Test
	void touchesNobodyButWhomItIsToldTo() {
		Map<String, Map<String, String>> before = EmbeddedDirectory.members(this.home);
		Said said = this.commands.give("run", "all", "--only", "A,e").ending(0);
		assertThat(said.out()).contains("> member  a ", "- member  e ", "+ department  公司/新区 ",
				"+ department  公司/新区/平台部 ",
				"member, source: 5 read = 4 not looked at (this run is about others) + 1 changed");
		Map<String, Map<String, String>> now = EmbeddedDirectory.members(this.home);
		assertThat(now).containsOnlyKeys("a", "b", "c", "d");
		assertThat(now.get("a")).containsEntry("name", "新甲").containsEntry("departments", "公司/新区/平台部");
		for (String other : List.of("b", "c", "d")) {
			assertThat(now.get(other)).isEqualTo(before.get(other));
		}
		Said again = this.commands.give("run", "all", "--only", "a").ending(0);
		assertThat(again.out()).startsWith("Nothing to do");
	}

	@Test
	void aDepartmentMeansWhoeverIsInItOrComesIntoItOrLeavesIt() {
		this.commands.give("run", "all", "--department", "公司/研发部").ending(0);
		Map<String, Map<String, String>> now = EmbeddedDirectory.members(this.home);
		assertThat(now).containsOnlyKeys("a", "b", "c2", "d", "e", "f");
		assertThat(now.get("a")).as("leaves it").containsEntry("departments", "公司/新区/平台部");
		assertThat(now.get("b")).containsEntry("name", "新乙");
		assertThat(now.get("c2")).as("comes into it").containsEntry("departments", "公司/研发部");
		assertThat(now.get("d")).as("is elsewhere").containsEntry("name", "丁");
	}

	@ParameterizedTest
	@CsvSource({ "c", "c2", "C" })
	void whoeverHasAnotherUseridIsFoundByEither(String userid) {
		this.commands.give("run", "all", "--only", userid).ending(0);
		assertThat(EmbeddedDirectory.members(this.home)).containsOnlyKeys("a", "b", "c2", "d", "e");
	}

	@Test
	void mayBeGivenSeveralTimesAndTogether() {
		this.commands.give("run", "all", "--only", "a", "--only", "b", "--department", "公司/财务部").ending(0);
		Map<String, Map<String, String>> now = EmbeddedDirectory.members(this.home);
		assertThat(now).containsOnlyKeys("a", "b", "c", "d");
		assertThat(now.get("b")).containsEntry("name", "新乙");
	}

	@Test
	void aPlanKeepsWhomItIsAboutAndSoDoesWhatIsTypedAgain() {
		JsonNode plan = this.commands.give("plan", "all", "--only", "b", "--format", "json").ending(0).json();
		assertThat(plan.get("changes")).hasSize(1);
		assertThat(plan.get("arguments").textValue()).isEqualTo("all --set scope.members=b");
		this.commands.give("apply", plan.get("run").asText()).ending(0);
		assertThat(EmbeddedDirectory.members(this.home).get("b")).containsEntry("name", "新乙");
		assertThat(this.commands.give("run", "all", "--dry-run", "--only", "d").ending(0).out())
			.contains("- member  d ", "Nothing has been written yet");
	}

	@Test
	void aTypingErrorDoesNotLookLikeNothingToDo() {
		Map<String, Map<String, String>> before = EmbeddedDirectory.members(this.home);
		Said said = this.commands.give("run", "all", "--only", "a,zhangsna", "--department", "公司/研发").ending(2);
		assertThat(said.err()).contains("Neither side has zhangsna, 公司/研发");
		assertThat(EmbeddedDirectory.members(this.home)).isEqualTo(before);
	}

	@ParameterizedTest
	@CsvSource({ "--only, ''", "--only, 'a,,b'", "--department, ' '" })
	void anEmptyValueIsNotEverybody(String option, String value) {
		Said said = this.commands.give("run", "all", option, value).ending(2);
		assertThat(said.err()).contains("cannot be used for " + option);
	}

	@Test
	void aJobMayBeAboutAFewForGood() {
		job("few", "after.xlsx", "operations: [create, update, delete]\nscope: {departments: [公司/财务部, 公司/别处]}");
		this.commands.give("run", "few").ending(0);
		assertThat(EmbeddedDirectory.members(this.home)).containsOnlyKeys("a", "b", "c", "d", "g");
		this.commands.give("run", "few", "--only", "b").ending(0);
		assertThat(EmbeddedDirectory.members(this.home).get("b")).containsEntry("name", "新乙");
	}

	private void job(String name, String file, String rules) {
		this.commands.job(name, "source: {connector: excel, file: " + file + "}\ntarget: {connector: jdbc}\n" + rules);
	}

	private static List<String> row(String name, String userid, String departments) {
		return List.of(name, userid, departments, "", "", "");
	}

}
