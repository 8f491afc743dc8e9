package dev.rollcall.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The commands that the README begins with, given by the script, on the samples. */
class MainFlowIntegrationTests {

	private static final Path SAMPLES = Path.of("samples");

	private static final Map<String, Map<String, String>> THIS_MONTH = Sheets
		.members(SAMPLES.resolve("wecom-contacts.xlsx"));

	private static final Map<String, Map<String, String>> NEXT_MONTH = Sheets
		.members(SAMPLES.resolve("wecom-contacts-next-month.xlsx"));

	@TempDir
	Path home;

	@Test
	void fillsTheEmbeddedDirectoryAndThenHasNothingToDo() {
		Commands commands = Commands.in(this.home);
		Said first = commands.start("run", "wecom-excel-upsert").ending(0);
		assertThat(first.out()).contains("+ department  示例科技  (only in the source)",
				"Run 1 of wecom-excel-upsert: done.");
		assertThat(first.err()).contains("Run 1 of wecom-excel-upsert", "read source: " + THIS_MONTH.size());
		assertThat(directory()).isEqualTo(asInTheDirectory(THIS_MONTH));
		Said again = commands.start("run", "wecom-excel-upsert").ending(0);
		assertThat(again.out()).startsWith("Nothing to do: source and target agree.");
		assertThat(directory()).isEqualTo(asInTheDirectory(THIS_MONTH));
	}

	@Test
	void tellsWhatIsNewNextMonthEachWithItsReason() {
		Commands commands = Commands.afterTheFirstRun(this.home);
		JsonNode plan = commands.give("plan", "wecom-excel-upsert", "--set", Commands.NEXT_MONTH, "--format", "json")
			.ending(0)
			.json();
		Set<String> joined = without(NEXT_MONTH, THIS_MONTH);
		Set<String> moved = stayingWho(MainFlowIntegrationTests::moved);
		Set<String> changed = stayingWho(
				(before, after) -> !otherThanDepartments(before).equals(otherThanDepartments(after)));
		assertThat(joined).isNotEmpty();
		assertThat(moved).isNotEmpty();
		assertThat(changed).isNotEmpty().doesNotContainAnyElementsOf(moved);
		assertThat(keys(plan, "member", "create")).isEqualTo(joined);
		assertThat(keys(plan, "member", "move")).isEqualTo(moved);
		assertThat(keys(plan, "member", "update")).isEqualTo(changed);
		assertThat(keys(plan, "member", "delete")).isEmpty();
		assertThat(keys(plan, "department", "create")).containsExactly("示例科技/研发中心/人工智能部");
		assertThat(keys(plan, "department", "update")).containsExactly("示例科技/研发中心/平台研发部");
		assertThat(plan.get("changes")).allSatisfy((change) -> assertThat(change.get("reason").textValue())
			.matches("only in the source|differs in [a-z]+|the same department: \\d+ of \\d+ members agree"));
	}

	@Test
	void showsThePlanOfNextMonthAndCarriesItOut() {
		Commands commands = Commands.afterTheFirstRun(this.home);
		Said run = commands.give("run", "wecom-excel-upsert", "--set", Commands.NEXT_MONTH).ending(0);
		assertThat(run.out()).contains("name: 平台研发部 → 基础平台部", "(differs in departments)", "(differs in position)",
				"(differs in mobile)", "~ member  chenyang  陈洋  (");
		Map<String, Map<String, String>> expected = new TreeMap<>(asInTheDirectory(NEXT_MONTH));
		asInTheDirectory(THIS_MONTH).forEach((userid, member) -> expected.putIfAbsent(userid, renamed(member)));
		assertThat(directory()).isEqualTo(expected);
	}

	@Test
	void removesExactlyThoseWhoLeft() {
		Commands commands = Commands.afterTheFirstRun(this.home);
		commands.start("run", "wecom-excel-delete", "--set", Commands.NEXT_MONTH).ending(0);
		Map<String, Map<String, String>> expected = new TreeMap<>(asInTheDirectory(THIS_MONTH));
		Set<String> left = without(THIS_MONTH, NEXT_MONTH);
		assertThat(left).isNotEmpty();
		expected.keySet().removeAll(left);
		assertThat(directory()).isEqualTo(expected);
	}

	private Map<String, Map<String, String>> directory() {
		Map<String, Map<String, String>> members = EmbeddedDirectory.members(this.home);
		members.values()
			.forEach((member) -> member.keySet()
				.retainAll(Set.of("name", "position", "mobile", "email", "departments", "工号")));
		return members;
	}

	/** What an export says, in the words of the directory. */
	private static Map<String, Map<String, String>> asInTheDirectory(Map<String, Map<String, String>> export) {
		Map<String, Map<String, String>> members = new TreeMap<>();
		export.forEach((userid, row) -> members.put(userid,
				Map.of("name", row.get("姓名"), "position", row.get("职务"), "mobile", row.get("手机"), "email",
						row.get("邮箱"), "departments", row.get("部门").replace('；', ';'), "工号", row.get("工号"))));
		return members;
	}

	private static Map<String, String> renamed(Map<String, String> member) {
		Map<String, String> renamed = new TreeMap<>(member);
		renamed.put("departments", renamed(member.get("departments")));
		return renamed;
	}

	private static String renamed(String departments) {
		return departments.replace("研发中心/平台研发部", "研发中心/基础平台部");
	}

	private static boolean moved(Map<String, String> before, Map<String, String> after) {
		return !renamed(before.get("部门")).equals(after.get("部门"));
	}

	private static Map<String, String> otherThanDepartments(Map<String, String> row) {
		Map<String, String> rest = new TreeMap<>(row);
		rest.remove("部门");
		return rest;
	}

	private static Set<String> stayingWho(BiPredicate<Map<String, String>, Map<String, String>> what) {
		return THIS_MONTH.keySet()
			.stream()
			.filter(NEXT_MONTH::containsKey)
			.filter((userid) -> what.test(THIS_MONTH.get(userid), NEXT_MONTH.get(userid)))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Set<String> without(Map<String, ?> these, Map<String, ?> those) {
		Set<String> rest = new TreeSet<>(these.keySet());
		rest.removeAll(those.keySet());
		return rest;
	}

	private static Set<String> keys(JsonNode plan, String entry, String kind) {
		Set<String> keys = new TreeSet<>();
		plan.get("changes").forEach((change) -> {
			if (change.get("entry").textValue().equals(entry) && change.get("kind").textValue().equals(kind)) {
				keys.add(change.get("key").textValue());
			}
		});
		return keys;
	}

}
