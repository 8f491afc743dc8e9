package dev.rollcall.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Rows that cannot be used: told, written out, mended and fed again. */
class RejectedRowsIntegrationTests {

	private static final List<List<String>> ROWS = List.of(row("甲", "good", "公司/研发部", "13800000001"),
			row("", "nameless", "公司/研发部", "13800000002"), row("丙", "", "公司/研发部", "13800000003"),
			row("丁", "two words", "公司/研发部", "13800000004"), row("戊", "nowhere", "", "13800000005"),
			row("己", "twice", "公司/研发部", "13800000006"), row("己", "twice", "公司/市场部", "13800000006"),
			row("庚", "odd", "公司/研:发部", "13800000007"), row("辛", "formula", "公司/研发部", "=1+1"));

	@TempDir
	Path home;

	private Commands commands;

	@BeforeEach
	void write() {
		this.commands = Commands.in(this.home);
		Sheets.members(this.home.resolve("contacts.xlsx"), ROWS);
	}

	@Test
	void tellsEachWithItsPlaceAndGoesOn() {
		Said said = upsert("contacts.xlsx", 4);
		assertThat(said.out()).contains("done, but not all of it", "Rejected rows: 7\n",
				"成员列表 row 3 姓名: The name is empty. Fill it in.", "成员列表 row 4 账号: The userid is empty.",
				"成员列表 row 5 账号 \"two words\": The userid must be", "成员列表 row 6 部门: The department is empty.",
				"成员列表 row 7 \"twice\": the source holds twice more than once, with different content",
				"成员列表 row 8 \"twice\": the source holds twice", "成员列表 row 9 部门 \"公司/研:发部\"");
		assertThat(EmbeddedDirectory.members(this.home)).containsOnlyKeys("good", "formula");
		JsonNode shown = this.commands.give("show", "1", "--format", "json").ending(0).json();
		assertThat(shown.get("rejected")).hasSize(7);
		assertThat(shown.at("/source/rejected").intValue()).isEqualTo(7);
		assertThat(shown.at("/rejected/2").toString()).contains("\"row\":5", "\"column\":\"账号\"",
				"\"value\":\"two words\"");
	}

	@Test
	void tellsThemInChinese() {
		Said said = this.commands
			.give("run", "wecom-excel-upsert", "--set", "source.file=contacts.xlsx", "--lang", "zh")
			.ending(4);
		assertThat(said.out()).contains("完成，但有未成的部分", "被拒绝的行：7", "成员列表 第 3 行 姓名：姓名为空，请填写。");
	}

	@Test
	void writesThemOutToBeMendedAndFedAgain() {
		Said said = upsert("contacts.xlsx", 4);
		Path rejected = this.home.resolve("var/reports/1/rejected.xlsx");
		assertThat(said.out()).contains(rejected.toString());
		assertThat(this.commands.give("show", "1").ending(0).out()).contains(rejected.toString());
		List<List<String>> written = Sheets.read(rejected);
		assertThat(written.get(0)).startsWith(Sheets.HEADER.toArray(String[]::new)).hasSize(Sheets.HEADER.size() + 1);
		List<List<String>> bad = new ArrayList<>(ROWS.subList(1, 8));
		for (int i = 0; i < bad.size(); i++) {
			List<String> row = written.get(i + 1);
			assertThat(row.subList(0, Sheets.HEADER.size())).isEqualTo(bad.get(i));
			assertThat(row.get(Sheets.HEADER.size())).matches("(?s).*[a-z].*");
		}
		List<List<String>> mended = List.of(row("乙", "nameless", "公司/研发部", "13800000002"),
				row("丙", "found", "公司/研发部", "13800000003"), row("丁", "one.word", "公司/研发部", "13800000004"),
				row("戊", "nowhere", "公司", "13800000005"), row("己", "twice", "公司/研发部", "13800000006"),
				row("庚", "odd", "公司/研发部", "13800000007"));
		Sheets.members(rejected, mended);
		Said again = upsert("var/reports/1/rejected.xlsx", 0);
		assertThat(again.out()).contains("done.").doesNotContain("Rejected", "rejected rows");
		assertThat(EmbeddedDirectory.members(this.home)).containsOnlyKeys("good", "formula", "nameless", "found",
				"one.word", "nowhere", "twice", "odd");
	}

	@Test
	void whoeverIsRejectedHasNotLeft() {
		Sheets.members(this.home.resolve("all.xlsx"), List.of(row("甲", "good", "公司/研发部", "13800000001"),
				row("乙", "nameless", "公司/研发部", "13800000002"), row("丙", "gone", "公司/研发部", "13800000003")));
		upsert("all.xlsx", 0);
		Set<String> all = EmbeddedDirectory.members(this.home).keySet();
		Said said = this.commands.give("run", "wecom-excel-delete", "--set", "source.file=contacts.xlsx").ending(4);
		assertThat(said.out()).contains("[withheld: the source may not be whole]",
				"delete member: 1 planned, 0 done, 0 failed, 1 withheld");
		assertThat(EmbeddedDirectory.members(this.home).keySet()).isEqualTo(all);
		assertThat(this.commands.give("show", "2").ending(0).out()).contains("Not done:\n  - member  gone  丙");
	}

	/** The rejected row may be anybody whose mobile it does not tell. */
	@Test
	void saysWhyNobodyIsTakenForGoneWhenMembersAreNotMatchedByUserid() {
		Sheets.members(this.home.resolve("all.xlsx"),
				List.of(row("甲", "stays", "公司/研发部", "13800000001"), row("乙", "seems.gone", "公司/研发部", "13800000002")));
		upsert("all.xlsx", 0);
		Sheets.members(this.home.resolve("some.xlsx"),
				List.of(row("甲", "stays", "公司/研发部", "13800000001"), row("", "other", "公司/研发部", "")));
		Said said = this.commands
			.give("run", "wecom-excel-delete", "--set", "source.file=some.xlsx", "--set", "match.members[0]=mobile")
			.ending(4);
		assertThat(said.out()).contains("seems.gone  乙  (only in the target)  [withheld: the source may not be whole]",
				"1 row(s) were rejected, and members are not matched by userid alone");
		assertThat(EmbeddedDirectory.members(this.home)).containsKey("seems.gone");
	}

	@Test
	void aValueThatCannotBeUsedIsTakenForUnknown() {
		Sheets.members(this.home.resolve("values.xlsx"),
				List.of(List.of("甲", "good", "公司/研发部", "13800000001", "not-a-mail", "职员")));
		Said said = upsert("values.xlsx", 0);
		assertThat(said.out()).contains("Values taken as unknown: 1\n",
				"成员列表 row 2 邮箱 \"not***il\": This is not a mail address");
		Map<String, String> member = EmbeddedDirectory.members(this.home).get("good");
		assertThat(member).containsEntry("mobile", "13800000001").doesNotContainKey("email");
	}

	private Said upsert(String file, int code) {
		return this.commands.give("run", "wecom-excel-upsert", "--set", "source.file=" + file).ending(code);
	}

	private static List<String> row(String name, String userid, String departments, String mobile) {
		return List.of(name, userid, departments, mobile, "", "职员");
	}

}
