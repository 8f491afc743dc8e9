package dev.rollcall.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Help, and commands that cannot be understood: nothing of it needs a database. */
class CommandLineTests {

	@TempDir
	static Path home;

	@ParameterizedTest
	@ValueSource(strings = { "run", "plan", "apply", "restart", "stop", "abandon", "runs", "show", "jobs", "check",
			"prepare", "sandbox" })
	void helpsInBothLanguages(String command) {
		Said english = give(command, "--help").ending(0);
		assertThat(english.out()).startsWith("Usage: rollcall " + command).doesNotContainPattern("\\p{IsHan}");
		assertThat(english.err()).isEmpty();
		Said chinese = give("--lang", "zh", command, "--help").ending(0);
		assertThat(chinese.out()).startsWith("用法：rollcall " + command).doesNotContain("Usage");
		assertThat(chinese.out().lines().filter((line) -> line.matches(" {2,}(-|[A-Z]).*  .*"))).isNotEmpty()
			.allMatch((line) -> line.matches(".*\\p{IsHan}.*|.*KEY=VALUE.*"));
		assertThat(give(Map.of("ROLLCALL_LANG", "zh"), "--help").ending(0).out()).contains(command);
	}

	@Test
	void tellsItsVersion() {
		assertThat(give("--version").ending(0).out()).matches("rollcall \\S.*\\s");
	}

	@Test
	void withoutACommandSaysWhichThereAre() {
		Said said = give().ending(2);
		assertThat(said.err()).contains("Usage: rollcall", "Commands:", "abandon");
		assertThat(said.out()).isEmpty();
	}

	@Test
	void speaksTheLanguageOfTheEnvironmentUnlessAnotherIsAskedFor() {
		assertThat(give(Map.of("ROLLCALL_LANG", "zh_CN"), "none").err()).contains("没有命令");
		assertThat(give(Map.of("ROLLCALL_LANG", "en"), "none").err()).contains("There is no command");
		assertThat(give(Map.of("ROLLCALL_LANG", "zh"), "--lang", "en", "none").err()).contains("There is no command");
		assertThat(give(Map.of("ROLLCALL_LANG", "en"), "none", "--lang=zh-CN").err()).contains("没有命令");
		assertThat(give(Map.of("ROLLCALL_LANG", "fr"), "none").err()).contains("There is no command");
	}

	static Stream<Arguments> misuses() {
		return Stream.of(
				arguments("none", "There is no command \"none\"; there are run, plan,", "没有命令“none”；可用命令：run, plan,"),
				arguments("run", "JOB is missing: name a job file", "缺少 JOB：请写任务文件名"),
				arguments("run a b", "\"b\" is too much here.", "此处多了“b”。"),
				arguments("run a --sett x=y", "There is no option --sett here.", "此处没有选项 --sett。"),
				arguments("run a --set", "--set is missing: give a key", "缺少 --set：请写任务文件的键和值"),
				arguments("run a --set x", "\"x\" cannot be used for --set: give a key", "“x”不能用于 --set：请写任务文件的键和值"),
				arguments("show x", "\"x\" cannot be used for RUN: it is the number of a run", "“x”不能用于 RUN：应为运行编号"),
				arguments("runs --last x", "\"x\" cannot be used for --last: it is a number",
						"“x”不能用于 --last：应为不小于 1 的数字"),
				arguments("runs --last 0", "\"0\" cannot be used for --last: it is a number",
						"“0”不能用于 --last：应为不小于 1 的数字"),
				arguments("jobs --format xml", "\"xml\" cannot be used for --format: it is text or json",
						"“xml”不能用于 --format：可选 text 或 json"),
				arguments("restart", "JOB|RUN is missing: give the number of a run, or a job",
						"缺少 JOB|RUN：请写运行编号，或任务名"),
				arguments("jobs --lang fr", "\"fr\" cannot be used for --lang: it is en or zh", null));
	}

	@ParameterizedTest
	@MethodSource("misuses")
	void saysWhatIsWrongWithACommandAndWhereHelpIs(String command, String english, String chinese) {
		Said said = give(command.split(" ")).ending(2);
		assertThat(said.err()).startsWith(english).contains("\nSee \"rollcall").contains("--help\".");
		assertThat(said.out()).isEmpty();
		if (chinese != null) {
			assertThat(give(Map.of("ROLLCALL_LANG", "zh"), command.split(" ")).ending(2).err()).startsWith(chinese)
				.contains("\n参见“rollcall");
		}
		Said json = give((command + " --format json").split(" "));
		assertThat(json.code()).isEqualTo(2);
		if (!command.contains("--set") && !command.contains("xml")) {
			assertThat(json.json().get("problem").textValue()).startsWith(english);
		}
	}

	private static Said give(String... arguments) {
		return Commands.at(home).give(arguments);
	}

	private static Said give(Map<String, String> environment, String... arguments) {
		return Commands.at(home).give(environment, arguments);
	}

}
