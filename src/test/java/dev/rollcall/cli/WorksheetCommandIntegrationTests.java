package dev.rollcall.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.connector.memory.AccountDirectory;
import dev.rollcall.connector.memory.MemoryConnector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code worksheet}: what it says, how it ends, and that nothing stays but the file. */
class WorksheetCommandIntegrationTests {

	@TempDir
	Path home;

	private Commands commands;

	@BeforeEach
	void begin() {
		this.commands = Commands.in(this.home);
		MemoryConnector.add("worksheet-command", new AccountDirectory()).put("100", "wang");
		people("li", "wang");
		this.commands.job("cam", """
				source: {connector: excel, file: people.xlsx}
				target: {connector: memory, name: worksheet-command}
				match: {members: [userid, username]}
				operations: [update]
				""");
	}

	@Test
	void writesAFileOfItsOwnAndSaysWhere() {
		this.commands.give("jobs").ending(0);
		Map<String, Long> before = Database.rows(this.home);
		Said said = this.commands.give("worksheet", "cam").ending(0);
		assertThat(said.out()).contains("2 member(s) to import in the console, 1 of them with an account")
			.contains(this.home.resolve("var/worksheets/cam-").toString());
		assertThat(Database.rows(this.home)).isEqualTo(before);
	}

	@Test
	void tellsProgramsTheFileAndHowManyRowsAndProblems() {
		JsonNode view = this.commands.give("worksheet", "cam", "--file", "sheet.xlsx", "--format", "json")
			.ending(0)
			.json();
		assertThat(view.get("file").textValue()).isEqualTo(this.home.resolve("sheet.xlsx").toString());
		assertThat(view.get("rows").longValue()).isEqualTo(2);
		assertThat(view.get("problems").longValue()).isZero();
		assertThat(view.get("unbound").longValue()).isOne();
		assertThat(Sheets.read(this.home.resolve("sheet.xlsx"))).hasSize(3);
	}

	@Test
	void endsOtherwiseWhenSomebodyCannotBeImportedAsTheyStand() {
		people("li", "xu@a.cn", "xu@b.cn");
		Said said = this.commands.give("worksheet", "cam", "--file", "sheet.xlsx").ending(4);
		assertThat(said.out()).contains("2 of them cannot be imported as they stand");
		assertThat(Sheets.read(this.home.resolve("sheet.xlsx"))).anySatisfy(
				(row) -> assertThat(row).startsWith("xu@a.cn", "xu").last().asString().contains("xu@a.cn, xu@b.cn"));
	}

	@Test
	void isWrittenInTheOperatorsLanguage() {
		Said said = this.commands.give(Map.of("ROLLCALL_LANG", "zh"), "worksheet", "cam", "--file", "sheet.xlsx")
			.ending(0);
		assertThat(said.out()).contains("待在控制台导入的成员 2 个");
		assertThat(Sheets.read(this.home.resolve("sheet.xlsx")).get(0)).containsExactly("企业微信账号", "建议的子用户名", "备注（显示名）",
				"用户组", "说明", "问题");
	}

	@Test
	void refusesWhatItCannotDo() {
		assertThat(this.commands.give("worksheet", "wecom-excel-upsert").ending(2).err())
			.contains("There is no worksheet for job wecom-excel-upsert");
		assertThat(this.commands.give("worksheet", "cam", "--file", "sheet.csv").ending(2).err())
			.contains("it is a file whose name ends with .xlsx");
		Sheets.text(this.home.resolve("sheet.xlsx"), "somebody's");
		assertThat(this.commands.give("worksheet", "cam", "--file", "sheet.xlsx").ending(2).err())
			.contains("is there already and is not replaced");
		this.commands.give("worksheet", "cam", "--file", "sheet.xlsx", "--overwrite").ending(0);
		assertThat(Sheets.read(this.home.resolve("sheet.xlsx"))).hasSize(3);
	}

	private void people(String... userids) {
		Sheets.members(this.home.resolve("people.xlsx"),
				Arrays.stream(userids).map((userid) -> List.of("名" + userid, userid, "公司", "", "", "")).toList());
	}

}
