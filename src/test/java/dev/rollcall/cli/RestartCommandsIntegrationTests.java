package dev.rollcall.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.rollcall.connector.memory.MemoryConnector;
import dev.rollcall.connector.memory.MemoryDirectory;
import dev.rollcall.directory.Schema;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs that failed: continued, refused or given up. */
class RestartCommandsIntegrationTests {

	@TempDir
	Path home;

	private Commands commands;

	private MemoryDirectory target;

	@BeforeEach
	void prepare() {
		this.commands = Commands.in(this.home);
		this.target = MemoryConnector.add("silent", MemoryDirectory.plain("silent", Schema.of("name", "position")));
		this.commands.job("to-memory", """
				source: {connector: excel, file: contacts.xlsx}
				target: {connector: memory, name: silent}
				operations: [create]
				""");
		copySample("wecom-contacts.xlsx");
	}

	@Test
	void continuesByNumberOrByJob() {
		fail();
		Said byNumber = this.commands.give("restart", "1").ending(1);
		assertThat(byNumber.err()).contains("Run 1 of to-memory, continued");
		this.target.refuse(0);
		Said byJob = this.commands.give("restart", "to-memory").ending(0);
		assertThat(byJob.out()).contains("Run 1 of to-memory: done.", "Continued 2 time(s).");
		assertThat(this.target.members()).hasSize(Sheets.members(this.home.resolve("contacts.xlsx")).size());
		assertThat(this.commands.give("restart", "to-memory").ending(2).err())
			.contains("Run 1 cannot be continued; it is done. \"run to-memory\" begins a new one.");
	}

	@Test
	void theFailureStaysWithTheRun() {
		fail();
		assertThat(this.commands.give("runs").ending(0).out())
			.containsPattern("1 +to-memory +failed, can be restarted");
		assertThat(this.commands.give("show", "1").ending(0).out()).contains("Failed: ");
		assertThat(this.commands.give("jobs", "--lang", "zh").ending(0).out()).containsPattern("to-memory +1 失败，可继续");
	}

	@Test
	void refusesToGoOnWithAnotherFileAndSaysTheWayOut() {
		fail();
		copySample("wecom-contacts-next-month.xlsx");
		this.target.refuse(0);
		Said said = this.commands.give("restart", "1").ending(1);
		assertThat(said.err()).contains("Run 1 cannot be continued", "contacts.xlsx has changed since the run began",
				"\"abandon 1\"", "\"run to-memory\"");
		assertThat(this.target.members()).isEmpty();
		this.commands.give("abandon", "1").ending(0);
		this.commands.give("run", "to-memory").ending(0);
		assertThat(this.target.members()).isNotEmpty();
	}

	@Test
	void aNewRunGivesUpTheUnfinishedOne() {
		fail();
		this.target.refuse(0);
		this.commands.give("run", "to-memory").ending(0);
		Said shown = this.commands.give("show", "1").ending(0);
		assertThat(shown.out())
			.contains("Run 1 of to-memory: given up.", "Note: given up, because run 2 has begun on the same target")
			.doesNotContain("Failed:");
	}

	@Test
	void aMissingFileCanBePutWhereItBelongs() throws IOException {
		Files.delete(this.home.resolve("contacts.xlsx"));
		assertThat(this.commands.give("run", "to-memory").ending(2).err()).contains("There is no file");
		copySample("wecom-contacts.xlsx");
		this.commands.give("restart", "1").ending(0);
		assertThat(this.target.members()).isNotEmpty();
	}

	private void fail() {
		this.target.refuse(Integer.MAX_VALUE);
		Said said = this.commands.give("run", "to-memory");
		assertThat(said.code()).isEqualTo(1);
		assertThat(said.err()).doesNotContain("Exception", "\tat ");
	}

	private void copySample(String name) {
		try {
			Files.write(this.home.resolve("contacts.xlsx"), Files.readAllBytes(Path.of("samples").resolve(name)));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
