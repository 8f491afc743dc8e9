package dev.rollcall.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.connector.Accounts;
import dev.rollcall.connector.Capabilities;
import dev.rollcall.connector.memory.MemoryConnector;
import dev.rollcall.connector.memory.MemoryDirectory;
import dev.rollcall.directory.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What other commands can do while a run goes on, and after its process was killed. */
class SecondCommandIntegrationTests {

	/** So many that the run is still going on when the others have had their say. */
	private static final int MANY = 100_000;

	@TempDir
	Path home;

	@Test
	void looksOnButDoesNotInterfereAndSeesThatTheProcessHasDied() throws IOException {
		Commands commands = Commands.in(this.home);
		write(this.home.resolve("many.csv"));
		Commands.Begun run = commands.begin("run", "wecom-excel-upsert", "--set", "source.file=many.csv");
		try {
			assertThat(commands.give("runs").ending(0).err()).as("even before there is a run").isEmpty();
			run.awaitProgress("Run 1 of wecom-excel-upsert");
			JsonNode shown = commands.give("show", "1", "--format", "json").ending(0).json();
			assertThat(shown.get("state").textValue()).isEqualTo("running");
			assertThat(shown.get("endedAt").isNull()).isTrue();
			assertThat(commands.give("runs").ending(0).out()).containsPattern("1 +wecom-excel-upsert +running ");
			Said second = commands.give("run", "wecom-excel-delete").ending(1);
			assertThat(second.err()).matches("Refused: process " + run.process().pid()
					+ " works here since \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d \\(rollcall run wecom-excel-upsert .*\\)\\.(?s).*");
			assertThat(commands.give("abandon", "1").ending(1).err())
				.contains("Refused: process " + run.process().pid());
			assertThat(commands.give("explain", "wecom-excel-upsert", "u1").ending(1).err())
				.contains("Refused: process " + run.process().pid());
			commands.give("history", "u1").ending(0);
			decide(commands);
			assertThat(run.process().isAlive()).as("the run outlasts the looks at it").isTrue();
		}
		finally {
			run.process().destroyForcibly();
		}
		assertThat(run.end().code()).isNotZero();
		assertThat(commands.give("show", "1").ending(0).out())
			.startsWith("Run 1 of wecom-excel-upsert: interrupted, can be restarted. Began ");
		assertThat(commands.give("jobs").ending(0).out())
			.containsPattern("wecom-excel-upsert +1 interrupted, can be restarted +[-0-9]+ 03:00 Asia/Shanghai");
		commands.give("abandon", "1").ending(0);
		assertThat(commands.give("runs").ending(0).out()).containsPattern("1 +wecom-excel-upsert +given up");
	}

	/** Members may be let in while a run goes on: it began without them. */
	private static void decide(Commands commands) {
		MemoryConnector.add("busy", new MemoryDirectory("busy", Schema.of("name"),
				new Capabilities(true, Set.of(), List.of(), List.of(), 10, false).keeping(new Accounts(List.of()))));
		commands.job("busy",
				"source: {connector: jdbc}\ntarget: {connector: memory, name: busy}\noperations: [create]");
		String token = commands.give("apply-for", "busy", "u1", "--format", "json")
			.ending(0)
			.json()
			.get("token")
			.textValue();
		commands.give("approve-application", token).ending(0);
		assertThat(commands.give("applications").ending(0).out()).contains("no run has made an account for it yet");
		commands.give("withdraw-application", "1", "--reason", "enough").ending(0);
	}

	private static void write(Path file) throws IOException {
		try (Writer out = Files.newBufferedWriter(file)) {
			out.write("姓名,账号,部门\n");
			for (int i = 0; i < MANY; i++) {
				out.write("某人,u" + i + ",公司/" + (i % 100) + "部\n");
			}
		}
	}

}
