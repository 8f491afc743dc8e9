package dev.rollcall.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Files that cannot be read: one sentence in either language, and nobody has left. */
class RefusedFilesIntegrationTests {

	private static final Path SAMPLE = Path.of("samples/wecom-contacts.xlsx");

	@TempDir
	static Path home;

	private static Commands commands;

	private static int members;

	@BeforeAll
	static void load() {
		commands = Commands.afterTheFirstRun(home);
		members = EmbeddedDirectory.members(home).size();
	}

	static Stream<Arguments> files() {
		return Stream.of(refused("missing.xlsx", (file) -> {
		}, 2, "There is no file", "--set source.file="),
				refused("truncated.xlsx", (file) -> Sheets.beginning(file, SAMPLE), 1,
						"truncated.xlsx is incomplete or damaged", "copy or export it again"),
				refused("encrypted.xlsx", (file) -> Sheets.encrypted(file, SAMPLE), 1, "encrypted.xlsx", "password"),
				refused("page.xlsx", (file) -> Sheets.text(file, "<html><table><tr><td>姓名</td></tr></table></html>"), 1,
						"page.xlsx is really a web page", "save it as .xlsx"),
				refused("headless.xlsx", (file) -> Sheets.write(file, List.of(List.of("只是", "一些", "文字"))), 1,
						"headless.xlsx", "header"),
				refused("empty.csv", (file) -> Sheets.text(file, ""), 1, "empty.csv", "empty"));
	}

	@ParameterizedTest
	@MethodSource("files")
	void saysWhatIsWrongAndWhatComesNext(String name, Consumer<Path> writer, int code, List<String> words) {
		writer.accept(home.resolve(name));
		Said english = commands.give("run", "wecom-excel-delete", "--set", "source.file=" + name).ending(code);
		assertThat(english.err()).contains(words);
		assertThat(english.out()).isEmpty();
		Said chinese = commands.give("run", "wecom-excel-delete", "--set", "source.file=" + name, "--lang", "zh")
			.ending(code);
		assertThat(chinese.err()).contains(name)
			.matches("(?s).*\\p{IsHan}.*。\\s*")
			.doesNotContain("There is", "is really");
		Said json = commands.give("run", "wecom-excel-delete", "--set", "source.file=" + name, "--format", "json")
			.ending(code);
		assertThat(json.json().get("code").textValue()).startsWith("excel.");
		assertThat(EmbeddedDirectory.members(home)).hasSize(members);
	}

	@Test
	void aFileThatBreaksOffWhileItIsReadIsSaidWithoutAStackTrace() {
		Sheets.text(home.resolve("breaks.csv"), brokenOff());
		Said said = commands.start("run", "wecom-excel-delete", "--set", "source.file=breaks.csv").ending(1);
		assertThat(said.err()).contains("breaks.csv is damaged at record 102");
		assertThat(said.out()).isEmpty();
		Said debug = commands.start("run", "wecom-excel-delete", "--set", "source.file=breaks.csv", "--debug");
		assertThat(debug.code()).isEqualTo(1);
		assertThat(debug.err()).contains("\tat dev.rollcall.");
		assertThat(debug.out()).isEmpty();
	}

	@Test
	void anUnsuitableSheetIsAMistakeInTheCommand() {
		Said said = commands.give("run", "wecom-excel-upsert", "--set", "source.sheet=员工").ending(2);
		assertThat(said.err()).contains("员工", "成员列表");
	}

	private static Arguments refused(String name, Consumer<Path> writer, int code, String... words) {
		return arguments(name, writer, code, List.of(words));
	}

	/** A quotation mark that is not closed, behind a hundred good rows. */
	private static String brokenOff() {
		return "姓名,账号,部门\n" + "甲,a,公司\n".repeat(100) + "乙,b,\"公司\n";
	}

}
