package dev.rollcall.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.staging.EmbeddedDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** What happened to one entry, over runs of several jobs. */
class HistoryIntegrationTests {

	private static final String UP = """
			source: {connector: excel, file: members.xlsx}
			target: {connector: jdbc}
			operations: [create, update]
			""";

	@TempDir
	static Path home;

	private static Commands commands;

	@BeforeAll
	static void runs() {
		commands = Commands.in(home);
		run("one", "create, update", 0, row("张", "Zhang", "公司/研发部", "1", "工程师"), row("李", "li", "公司/研发部", "2", "工程师"),
				row("王", "wang", "公司/董事会", "3", "董事"));
		run("two", "create, update", 0, row("张", "Zhang", "公司/研发部", "1", "架构师"), row("李", "li", "公司/研发部", "2", "工程师"),
				row("王", "wang", "公司/董事会", "3", "董事"));
		run("one", "create, update", 0, row("张", "zhang:zhang2", "公司/技术部", "1", "架构师"),
				row("李", "li", "公司/技术部", "2", "工程师"), row("王", "wang", "公司/董事会", "3", "董事"));
		run("one", "create, update", 0, row("张", "zhang2", "公司/董事会", "1", "架构师"), row("李", "li", "公司/技术部", "3", "工程师"),
				row("王", "wang", "公司/董事会", "2", "董事"));
		run("one", "create", 0, row("章", "zhang", "公司/董事会", "9", "实习生"));
		run("gone", "delete", 0, row("章", "zhang", "公司/董事会", "9", "实习生"), row("李", "li", "公司/技术部", "3", "工程师"),
				row("王", "wang", "公司/董事会", "2", "董事"));
		run("gone", "delete", 4, row("章", "zhang", "公司/董事会", "9", "实习生"), row("李", "", "公司/技术部", "3", "工程师"),
				row("王", "wang", "公司/董事会", "2", "董事"));
	}

	@Test
	void tellsEverythingInItsOrderAcrossJobsAndUserids() {
		assertThat(lines(history("ZHANG2"))).containsExactly("1 one create Zhang done", "2 two update Zhang done",
				"3 one update Zhang done", "4 one move zhang2 done", "6 gone delete zhang2 done");
		assertThat(history("zhang2").get("names")).extracting(JsonNode::textValue).containsExactly("zhang");
	}

	@Test
	void anOldUseridTellsOfAllWhoHadIt() {
		assertThat(lines(history("zhang"))).containsExactly("1 one create Zhang done", "2 two update Zhang done",
				"3 one update Zhang done", "4 one move zhang2 done", "5 one create zhang done",
				"6 gone delete zhang2 done");
	}

	@Test
	void tellsBeforeAndAfterAndWhy() {
		Said said = commands.give("history", "zhang2").ending(0);
		assertThat(said.out())
			.contains("run 2 of two: done", "(differs in position)", "position: 工程师 → 架构师", "userid: Zhang → zhang2",
					"departments: 公司/技术部 → 公司/董事会", "zhang2 is or was also called zhang.")
			.containsPattern("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d  run 1 of one");
		assertThat(said.out()).doesNotContain("13900000001");
		assertThat(commands.give("history", "zhang2", "--show-personal").ending(0).out()).contains("13900000001");
		JsonNode change = history("zhang2").at("/changes/1/change");
		assertThat(change.get("reasonCode").textValue()).isEqualTo("plan.reason.differs");
	}

	@Test
	void aSwapIsToldInItsWritesAndNothingTwice(@TempDir Path other) {
		Commands elsewhere = Commands.in(other);
		elsewhere.job("up", UP);
		Sheets.members(other.resolve("members.xlsx"),
				List.of(row("李", "li", "公司", "1", "工程师"), row("王", "wang", "公司", "2", "董事")));
		elsewhere.give("run", "up").ending(0);
		Sheets.members(other.resolve("members.xlsx"),
				List.of(row("李", "li:wang", "公司", "1", "工程师"), row("王", "wang:li", "公司", "2", "董事")));
		elsewhere.give("run", "up").ending(0);
		JsonNode swapped = elsewhere.give("history", "li", "--format", "json").ending(0).json();
		assertThat(lines(swapped)).containsExactly("1 up create li done", "1 up create wang done",
				"2 up update li done", "2 up update wang done", "2 up update li done");
		assertThat(swapped.at("/changes/2/change/reasonCode").textValue()).isEqualTo("plan.reason.parked");
		assertThat(swapped.get("names")).extracting(JsonNode::textValue).containsExactly("wang");
	}

	@Test
	void tellsWhyAChangeWasWithheld() {
		JsonNode last = history("li").get("changes").get(history("li").get("changes").size() - 1);
		assertThat(last.at("/change/state").textValue()).isEqualTo("withheld");
		assertThat(last.at("/change/why").textValue()).isEqualTo("the source may not be whole");
		assertThat(commands.give("history", "li", "--lang", "zh").ending(0).out()).contains("运行 7（gone）：未完成");
	}

	@Test
	void aDepartmentStaysTheSameUnderAnotherName() {
		List<String> expected = List.of("1 one create 公司/研发部 done", "3 one update 公司/研发部 done");
		assertThat(lines(history("公司/研发部"))).isEqualTo(expected);
		assertThat(lines(history("公司/技术部"))).isEqualTo(expected);
	}

	@Test
	void tellsTheLatestOnRequestAndHowManyThereAre() {
		JsonNode last = history("zhang2", "--last", "2");
		assertThat(lines(last)).containsExactly("4 one move zhang2 done", "6 gone delete zhang2 done");
		assertThat(last.get("changesInAll").intValue()).isEqualTo(5);
		assertThat(commands.give("history", "zhang2", "--last", "2").ending(0).out())
			.contains("... 3 earlier of 5 changes");
		commands.give("history", "zhang2", "--last", "0").ending(2);
		assertThat(commands.give("history", "nobody").ending(0).out())
			.contains("No plan that is kept has a change to nobody.");
	}

	@Test
	void tellsWhatIsTakenBackWhatWaitsAndSinceWhenItIsKnown(@TempDir Path other) {
		Commands elsewhere = Commands.in(other);
		elsewhere.give("run", "wecom-excel-upsert").ending(0);
		elsewhere.give("run", "wecom-excel-upsert", "--set", Commands.NEXT_MONTH).ending(0);
		elsewhere.give("run", "wecom-excel-upsert").ending(0);
		JsonNode planned = elsewhere
			.give("plan", "wecom-excel-delete", "--set", Commands.NEXT_MONTH, "--format", "json")
			.ending(0)
			.json();
		update(other, "UPDATE run SET undoes = 2 WHERE id = 3", "DELETE FROM plan_segment WHERE run_id = 1",
				"DELETE FROM plan WHERE run_id = 1");
		assertThat(elsewhere.give("history", "gaojie").ending(0).out()).startsWith("Known since run 1, which ended ")
			.contains("run 2 of wecom-excel-upsert: done, taken back by run 3",
					"run 3 of wecom-excel-upsert: done, takes run 2 back");
		JsonNode json = elsewhere.give("history", "gaojie", "--format", "json").json();
		assertThat(json.at("/forgotten/run").intValue()).isEqualTo(1);
		assertThat(json.at("/changes/0/undoneBy").intValue()).isEqualTo(3);
		String waiting = planned.at("/changes/0/key").textValue();
		assertThat(elsewhere.give("history", waiting).ending(0).out())
			.contains("run 4 of wecom-excel-delete: not carried out; the run is planned, not applied");
	}

	@Test
	void tellsWhyAChangeFailed(@TempDir Path other) {
		Commands elsewhere = Commands.in(other);
		Sheets.members(other.resolve("members.xlsx"), List.of(row("王", "wang", "公司", "3", "董事")));
		elsewhere.job("up", UP);
		elsewhere.give("run", "up").ending(0);
		Sheets.members(other.resolve("members.xlsx"),
				List.of(row("", "wang", "公司", "3", "董事"), row("黄", "huang:wang", "公司", "4", "董事")));
		elsewhere.give("run", "up").ending(4);
		assertThat(elsewhere.give("history", "wang").ending(0).out()).contains("run 2 of up: not done",
				"[failed: the target refused: already exists");
	}

	private static void update(Path home, String... statements) {
		EmbeddedDatabase database = EmbeddedDatabase.open(home.resolve("var"), "test", Clock.systemUTC());
		try {
			JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
			List.of(statements).forEach(jdbc::update);
		}
		finally {
			database.close();
		}
	}

	private static JsonNode history(String... arguments) {
		List<String> all = new ArrayList<>(List.of("history"));
		all.addAll(List.of(arguments));
		all.addAll(List.of("--format", "json"));
		return commands.give(all.toArray(String[]::new)).ending(0).json();
	}

	private static List<String> lines(JsonNode history) {
		List<String> lines = new ArrayList<>();
		for (JsonNode past : history.get("changes")) {
			JsonNode change = past.get("change");
			lines.add(past.get("run").intValue() + " " + past.get("job").textValue() + " "
					+ change.get("kind").textValue() + " " + change.get("key").textValue() + " "
					+ change.get("state").textValue());
		}
		return lines;
	}

	@SafeVarargs
	@SuppressWarnings("varargs")
	private static void run(String job, String operations, int code, List<String>... rows) {
		Sheets.members(home.resolve("members.xlsx"), Arrays.asList(rows));
		commands.job(job, "source: {connector: excel, file: members.xlsx}\ntarget: {connector: jdbc}\noperations: ["
				+ operations + "]\nlimits: {delete: {count: 99, percent: 100}}\n");
		commands.give("run", job).ending(code);
	}

	private static List<String> row(String name, String userid, String departments, String mobile, String position) {
		return List.of(name, userid, departments, "1390000000" + mobile, mobile + "@example.com", position);
	}

}
