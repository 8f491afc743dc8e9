package dev.rollcall.cli;

import java.nio.file.Path;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Job files that are wrong: everything at once, each with its line. */
class JobFileFaultsIntegrationTests {

	private static final String WRONG = """
			description: everything that can be wrong
			source:
			  connector: excel
			  fiel: contacts.xlsx
			  file: contacts.xlsx
			target: {connector: jdbc, password: hunter2, url: 'jdbc:hsqldb:mem:x'}
			match: {members: [uid]}
			operations: [create, destroy]
			update: sometimes
			limits: {delete: {count: many}}
			schedule: {cron: 'every day', zone: Asia/Shangai}
			""";

	@TempDir
	static Path home;

	private static Commands commands;

	@BeforeAll
	static void write() {
		commands = Commands.in(home);
		commands.job("wrong", WRONG);
	}

	@Test
	void tellsAllFaultsWithFileAndLine() {
		for (String command : new String[] { "run", "plan", "check" }) {
			Said said = commands.give(command, "wrong").ending(2);
			String file = home.resolve("jobs/wrong.yaml").toString();
			assertThat(said.err()).startsWith("Job wrong cannot be used. What is wrong (8):")
				.contains(file + ":4 source.fiel: there is no such key",
						file + ":6 target.password: must not stand here in plain text: write ${NAME}",
						file + ":7 match.members[0]: \"uid\" is not one of userid, name, mobile, email",
						file + ":8 operations[1]: \"destroy\" is not one of create, update, delete",
						file + ":9 update: \"sometimes\" is not one of changed, overwrite, never",
						file + ":10 limits.delete.count: \"many\" is not a number",
						file + ":11 schedule.cron: \"every day\" is not a cron expression",
						file + ":11 schedule.zone: \"Asia/Shangai\" is not a time zone");
			assertThat(said.out()).isEmpty();
			assertThat(said.err()).doesNotContain("hunter2");
		}
		assertThat(commands.give("runs").ending(0).out()).isEqualTo("Nothing has run yet.\n");
	}

	@Test
	void tellsThemInChineseToo() {
		assertThat(commands.give("check", "wrong", "--lang", "zh").ending(2).err()).startsWith("任务 wrong 无法使用，有 8 处错误：")
			.contains(":4 source.fiel: 没有这个键", ":10 limits.delete.count: “many”不是数字");
	}

	@Test
	void tellsWhichJobsThereAre() {
		assertThat(commands.give("run", "wecom-excel-upset").ending(2).err()).contains(
				"There is no job \"wecom-excel-upset\"", "authing-to-wecom, ",
				"wecom-excel-upsert, wecom-to-cam, wrong");
		assertThat(commands.give("restart", "wecom-excel-upset").ending(2).err())
			.contains("Job wecom-excel-upset has never run");
		Said jobs = commands.give("jobs").ending(0);
		assertThat(jobs.out()).contains("Cannot run as it is: \"check wrong\" tells why.");
	}

	@Test
	void aKeySetForTheRunIsCheckedLikeThoseOfTheFile() {
		Said said = commands.give("run", "wecom-excel-upsert", "--set", "source.fiel=x", "--set", "update=no")
			.ending(2);
		assertThat(said.err()).contains("--set source.fiel: there is no such key",
				"--set update: \"no\" is not one of");
	}

	@Test
	void columnsStandBelowTheirHeadingsInChineseToo() {
		String[] lines = commands.give("jobs", "--lang", "zh").ending(0).out().split("\n");
		int width = places(lines[0].substring(0, lines[0].indexOf("下次")));
		assertThat(lines).hasSizeGreaterThan(5);
		for (String line : lines) {
			String left = line.substring(0, cut(line, width));
			assertThat(left).endsWith("  ");
			assertThat(line.substring(left.length())).doesNotStartWith(" ");
		}
	}

	private static int cut(String line, int width) {
		int at = 0;
		while (places(line.substring(0, at)) < width) {
			at++;
		}
		return at;
	}

	private static int places(String text) {
		return text.codePoints().map((character) -> Character.isIdeographic(character) ? 2 : 1).sum();
	}

}
