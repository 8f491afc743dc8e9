package dev.rollcall.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What is said of one entry, which has to be what a run would do; and nothing stays. */
class ExplainIntegrationTests {

	private static final List<String> HEADER = List.of("姓名", "账号", "部门", "手机", "邮箱", "职务", "视频号");

	@TempDir
	static Path home;

	private static Commands commands;

	private static Map<String, Long> before;

	@BeforeAll
	static void load() {
		commands = Commands.in(home);
		Sheets.write(home.resolve("before.xlsx"), List.of(HEADER, row("甲", "a", "公司/研发部", "13800000001", "工程师"),
				row("乙", "b", "公司/研发部", "13800000002", "工程师"), row("丙", "c", "公司/董事会", "13800000003", "董事"),
				row("丙", "c2", "公司/董事会", "13800000004", "董事"), row("戊", "gone", "公司/董事会", "13800000005", "董事"),
				row("己", "bad", "公司/董事会", "13800000006", "董事"), row("庚", "old", "公司/董事会", "13800000007", "董事")));
		Sheets.write(home.resolve("after.xlsx"),
				List.of(HEADER, row("甲", "A", "公司/技术部", "13900000001", "架构师"), row("乙", "b", "公司/技术部", "不是号码", "工程师"),
						row("丙", "c", "公司/董事会", "13800000003", "董事"), row("丙", "c2", "公司/董事会", "13800000004", "董事"),
						row("丁", "new", "公司/技术部", "13900000004", "工程师"),
						row("丁", "new", "公司/技术部", "13900000004", "工程师"), row("己", "bad", "", "13800000006", "董事"),
						row("辛", "two", "公司/董事会", "13900000008", "董事"), row("辛", "two", "公司/董事会", "13900000009", "董事"),
						row("庚", "old:fresh", "公司/董事会", "13800000007", "董事")));
		job("load", "before.xlsx", "operations: [create]");
		job("up", "after.xlsx", "operations: [create, update]");
		job("no-create", "after.xlsx", "operations: [update]");
		job("all", "after.xlsx", "operations: [create, update, delete]\nmatch: {members: [userid, name]}");
		job("rules", "after.xlsx", """
				operations: [create, update, delete]
				ignore:
				  - {fields: [position]}
				  - {fields: [mobile], operations: [update], entries: {members: [a]}}
				  - {entries: {members: [c]}}""");
		job("never", "after.xlsx", "operations: [create, update]\nupdate: never");
		job("overwrite", "after.xlsx", "operations: [create, update]\nupdate: overwrite");
		commands.give("run", "load").ending(0);
		before = Database.rows(home);
	}

	@AfterAll
	static void leavesNothingBehind() {
		assertThat(before).as("rows that there are to be counted").containsKey("SNAPSHOT_SEGMENT");
		assertThat(Database.rows(home)).isEqualTo(before);
		assertThat(EmbeddedDirectory.members(home).get("a")).containsEntry("position", "工程师");
	}

	@Test
	void tellsAChangeAsThePlanDoes() {
		Said said = commands.give("explain", "up", "a").ending(0);
		assertThat(said.out()).contains("In the source: member A  甲 (成员列表 row 2)", "In the target: member a  甲 (ref a)",
				"Match: by the userid a.", "Decision: a run changes it.",
				"~ member  a  甲  (differs in position, mobile)", "mobile: 138***01 → 139***01",
				"Limits are measured over a whole plan", "\"plan up\"");
		assertThat(said.out()).doesNotContain("13900000001");
		assertThat(commands.give("explain", "up", "a", "--show-personal").ending(0).out()).contains("13900000001");
		JsonNode entry = entry("up", "a");
		assertThat(entry.get("changes")).hasSize(1);
		assertThat(rule(entry, "position")).isEqualTo("differs written");
		assertThat(rule(entry, "name")).isEqualTo("equal kept");
		assertThat(rule(entry, "channels")).as("a silent column").isEqualTo("silent kept");
		assertThat(rule(entry, "gender")).as("no such column").isEqualTo("not-in-source kept");
		assertThat(rule(entry, "leader")).isEqualTo("unknown kept");
		assertThat(rule(entry, "departments")).as("the department is renamed, and nobody moves")
			.isEqualTo("equal kept");
	}

	@Test
	void tellsEqualAndUnknownApart() {
		JsonNode entry = entry("up", "b");
		assertThat(entry.get("decision").textValue()).isEqualTo("equal");
		assertThat(entry.get("changes")).isEmpty();
		assertThat(rule(entry, "mobile")).as("a value that cannot be used").isEqualTo("unknown kept");
		assertThat(field(entry, "mobile").get("source").isNull()).isTrue();
		assertThat(field(entry, "channels").get("target").textValue()).isEmpty();
		assertThat(commands.give("explain", "up", "b").ending(0).out()).contains("Not used: 成员列表 row 3 手机", "(unknown)",
				"(empty)");
	}

	@Test
	void namesTheIgnoreRule() {
		JsonNode entry = entry("rules", "a");
		assertThat(entry.get("decision").textValue()).isEqualTo("equal");
		assertThat(because(entry, "position")).isEqualTo("ignore[0] {fields: [position]}");
		assertThat(because(entry, "mobile"))
			.isEqualTo("ignore[1] {fields: [mobile], operations: [update], entries: {members: [a]}}");
		JsonNode whole = entry("rules", "c");
		assertThat(whole.get("decision").textValue()).isEqualTo("protected");
		assertThat(whole.get("because").textValue())
			.isEqualTo("it is protected as a whole by ignore[2] {entries: {members: [c]}}");
		assertThat(rule(entry(explain("rules", "new"), "changed"), "position")).isEqualTo("ignored left-out");
	}

	@Test
	void tellsWhatTheJobDoesNotDo() {
		assertThat(entry(explain("no-create", "new"), "not-created").get("because").textValue())
			.isEqualTo("it is not created: operations without create");
		assertThat(because(entry("never", "a"), "mobile")).isEqualTo("differs, but it is not updated: update: never");
		assertThat(rule(entry("never", "a"), "mobile")).isEqualTo("differs kept");
		assertThat(rule(entry("overwrite", "a"), "name")).isEqualTo("overwritten written");
		JsonNode gone = entry("up", "gone");
		assertThat(gone.get("because").textValue()).isEqualTo("it is not deleted: operations without delete");
		assertThat(gone.get("source")).isEmpty();
		assertThat(rule(gone, "mobile")).isEqualTo("only-in-target kept");
	}

	@Test
	void tellsWhatIsCreatedAndWhichRowRepeatsIt() {
		JsonNode view = explain("up", "NEW");
		assertThat(view.get("entries")).extracting((entry) -> entry.get("decision").textValue())
			.containsExactlyInAnyOrder("changed", "repeated");
		JsonNode created = entry(view, "changed");
		assertThat(created.at("/changes/0/kind").textValue()).isEqualTo("create");
		assertThat(created.at("/changes/0/reasonCode").textValue()).isEqualTo("plan.reason.only-in-source");
		assertThat(rule(created, "mobile")).isEqualTo("created written");
		assertThat(entry(view, "repeated").at("/source/0/row").intValue()).isEqualTo(7);
	}

	@Test
	void tellsWhatIsWithheldAndWhy() {
		JsonNode entry = entry("all", "gone");
		assertThat(entry.get("decision").textValue()).isEqualTo("withheld");
		assertThat(entry.get("because").textValue())
			.isEqualTo("it would be deleted, but that is withheld: the source may not be whole");
		assertThat(entry.at("/changes/0/state").textValue()).isEqualTo("withheld");
		assertThat(rule(entry, "name")).isEqualTo("only-in-target withheld");
		assertThat(commands.give("explain", "all", "gone").ending(0).out()).contains("Not proved whole: 1 row(s)");
	}

	@Test
	void tellsWhoClaimsOneAnother() {
		JsonNode entry = entry("up", "two");
		assertThat(entry.get("decision").textValue()).isEqualTo("conflict");
		assertThat(entry.get("paired").textValue()).isEqualTo("2 of the source and 0 of the target share two");
		assertThat(entry.get("source")).extracting((place) -> place.get("row").intValue()).containsExactly(9, 10);
		assertThat(entry.get("fields")).isEmpty();
	}

	@Test
	void tellsWhyARowWasRejected() {
		Said said = commands.give("explain", "up", "BAD").ending(0);
		assertThat(said.out()).contains("Not used: 成员列表 row 8 部门");
		JsonNode view = explain("up", "bad");
		assertThat(view.get("findings")).hasSize(1);
		assertThat(rule(view.at("/entries/0"), "mobile")).as("of a rejected row nothing is believed")
			.isEqualTo("unknown kept");
	}

	@Test
	void tellsByWhatSomebodyWasPaired() {
		assertThat(entry("up", "fresh").get("paired").textValue()).isEqualTo("by the userid old");
		assertThat(rule(entry("up", "old"), "userid")).isEqualTo("differs written");
		Sheets.write(home.resolve("renamed.xlsx"), List.of(HEADER, row("戊", "other", "公司/董事会", "13800000005", "董事")));
		JsonNode byName = explain("all", "other", "--set", "source.file=renamed.xlsx").at("/entries/0");
		assertThat(byName.get("pairedBy").textValue()).isEqualTo("name");
		assertThat(byName.get("paired").textValue()).isEqualTo("by the name 戊");
		assertThat(rule(byName, "userid")).isEqualTo("differs written");
	}

	@Test
	void findsPeopleByNameMobileAndMailAndDepartmentsByPathAndId() {
		JsonNode twins = explain("up", "丙");
		assertThat(twins.get("entriesInAll").intValue()).isEqualTo(2);
		assertThat(entry("up", "13900000001").at("/target/0/key").textValue()).isEqualTo("a");
		assertThat(entry("up", "B@example.com").at("/source/0/key").textValue()).isEqualTo("b");
		JsonNode renamed = entry("up", "公司/技术部");
		assertThat(renamed.get("pairedBy").textValue()).isEqualTo("members");
		assertThat(renamed.get("paired").textValue()).isEqualTo("by members: 2 of 3 agree");
		assertThat(renamed.at("/target/0/key").textValue()).isEqualTo("公司/研发部");
		assertThat(rule(renamed, "name")).isEqualTo("differs written");
		assertThat(entry("up", "公司/研发部")).isEqualTo(renamed);
	}

	@Test
	void coversAMobileButNotAUseridOfDigits() {
		Sheets.write(home.resolve("digits.xlsx"), List.of(HEADER, row("数", "20240001", "公司/董事会", "13700000001", "董事")));
		JsonNode byUserid = explain("up", "20240001", "--set", "source.file=digits.xlsx");
		assertThat(byUserid.get("key").textValue()).isEqualTo("20240001");
		assertThat(explain("up", "13700000001", "--set", "source.file=digits.xlsx").get("key").textValue())
			.isEqualTo("137***01");
		assertThat(commands.give("explain", "up", "13700000009").ending(2).err()).doesNotContain("13700000009");
	}

	@Test
	void saysNoMoreThanAHandfulOfOneName() {
		List<List<String>> rows = new ArrayList<>(List.of(HEADER));
		for (int i = 0; i < 8; i++) {
			rows.add(row("同名", "same" + i, "公司/董事会", "1390000001" + i, "董事"));
		}
		Sheets.write(home.resolve("same.xlsx"), rows);
		Said said = commands.give("explain", "up", "同名", "--set", "source.file=same.xlsx").ending(0);
		assertThat(said.out()).contains("... and 3 more with the name 同名: give a userid or an id");
	}

	@Test
	void saysWhenThereIsNoSuchEntryAndWhatMayBeMeant() {
		Said said = commands.give("explain", "up", "gonne").ending(2);
		assertThat(said.out()).isEmpty();
		assertThat(said.err()).contains("Neither source nor target of job up has an entry \"gonne\".",
				"There are: gone.");
		assertThat(commands.give("explain", "up", "gonne", "--format", "json").ending(2).json().get("near")).hasSize(1);
		assertThat(commands.give("explain", "up", "技术部", "--lang", "zh").ending(2).err()).contains("相近的有：公司/技术部。");
	}

	@Test
	void refusesWhatARunWouldRefuse() {
		commands.give("explain", "none", "a").ending(2);
		commands.give("explain", "up").ending(2);
		commands.give("explain", "up", "a", "--set", "source.file=none.xlsx").ending(2);
		job("misspelt", "after.xlsx", "operations: [update]\nignore: [{fields: [mobil]}]");
		assertThat(commands.give("explain", "misspelt", "a").ending(2).err()).contains("ignores mobil");
	}

	private static JsonNode explain(String... arguments) {
		List<String> all = new ArrayList<>(List.of("explain"));
		all.addAll(List.of(arguments));
		all.addAll(List.of("--format", "json"));
		return commands.give(all.toArray(String[]::new)).ending(0).json();
	}

	/** The only entry that is explained. */
	private static JsonNode entry(String job, String key) {
		JsonNode view = explain(job, key);
		assertThat(view.get("entries")).hasSize(1);
		return view.at("/entries/0");
	}

	private static JsonNode entry(JsonNode view, String decision) {
		for (JsonNode entry : view.get("entries")) {
			if (entry.get("decision").textValue().equals(decision)) {
				return entry;
			}
		}
		throw new AssertionError(view.toString());
	}

	/** The rule for a field, and what becomes of it. */
	private static String rule(JsonNode entry, String field) {
		JsonNode found = field(entry, field);
		return found.get("rule").textValue() + " " + found.get("outcome").textValue();
	}

	private static String because(JsonNode entry, String field) {
		return field(entry, field).get("because").textValue();
	}

	private static JsonNode field(JsonNode entry, String name) {
		for (JsonNode field : entry.get("fields")) {
			if (field.get("field").textValue().equals(name)) {
				return field;
			}
		}
		throw new AssertionError(name + " is not in " + entry);
	}

	private static void job(String name, String file, String rules) {
		commands.job(name,
				"source: {connector: excel, file: " + file + "}\ntarget: {connector: jdbc}\n" + rules + "\n");
	}

	private static List<String> row(String name, String userid, String departments, String mobile, String position) {
		return List.of(name, userid, departments, mobile,
				userid.replace(':', '.').toLowerCase(Locale.ROOT) + "@example.com", position, "");
	}

}
