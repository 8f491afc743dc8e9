package dev.rollcall.cli;

import java.nio.file.Path;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.connector.CheckResult;
import dev.rollcall.connector.memory.MemoryConnector;
import dev.rollcall.connector.memory.MemoryDirectory;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Schema;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What a job needs in its target is defined there, once somebody asks for it. */
class PrepareIntegrationTests {

	@TempDir
	Path home;

	private Commands commands;

	private MemoryDirectory target;

	@BeforeEach
	void open() {
		this.commands = Commands.in(this.home);
		this.commands.job("prepared", """
				source: {connector: jdbc}
				target: {connector: memory, name: prepared}
				operations: [create]
				""");
		this.target = MemoryConnector.add("prepared", MemoryDirectory.plain("prepared", Schema.of("name")));
	}

	@Test
	void saysWhatWasDefinedInWordsAndAsJson() {
		this.target.prepares(result(true, 1), result(true, 2));
		String text = this.commands.give("prepare", "prepared").ending(0).out();
		assertThat(text.lines()).hasSize(2).allMatch((line) -> line.startsWith("[ ok ] "));
		assertThat(this.commands.give("--lang", "zh", "prepare", "prepared").ending(0).out())
			.containsPattern("\\p{IsHan}");
		JsonNode json = this.commands.give("prepare", "prepared", "--format", "json").ending(0).json();
		assertThat(json).hasSize(2).allSatisfy((line) -> assertThat(line.get("good").booleanValue()).isTrue());
		assertThat(this.target.applied()).isEmpty();
	}

	@Test
	void endsAsPartlyDoneWhereSomethingCouldNotBeDefined() {
		this.target.prepares(result(true, 1), result(false, 2));
		assertThat(this.commands.give("prepare", "prepared").ending(4).out()).contains("[ !! ] ");
	}

	@Test
	void saysSoWhenThereIsNothingToPrepare() {
		assertThat(this.commands.give("prepare", "prepared").ending(0).out())
			.isEqualTo("[ ok ] There is nothing to prepare in memory:prepared.\n");
		assertThat(this.commands.give("audit", "log").ending(0).out()).doesNotContain("defined in its target");
	}

	@Test
	void isKeptInTheAuditLogWhichCanBeProvedAllTheSame() {
		this.target.prepares(result(true, 1), result(false, 2));
		this.commands.give("prepare", "prepared").ending(4);
		assertThat(this.commands.give("audit", "log").ending(0).out()).contains(
				"what a job needs was defined in its target (job=prepared, target=memory:prepared, done=1, failed=1)");
		this.commands.give("run", "prepared", "--set", "update=never").ending(0);
		this.commands.give("prepare", "prepared").ending(4);
		this.commands.give("audit", "verify").ending(0);
	}

	@Test
	void whatIsWrongWithTheJobIsSaidBeforeAnythingIsDone() {
		this.target.prepares(result(true, 1));
		assertThat(this.commands.give("prepare", "nosuchjob").ending(2).err()).contains("nosuchjob");
		assertThat(this.commands.give("prepare", "prepared", "--set", "update=perhaps").ending(2).err())
			.contains("perhaps");
		assertThat(this.commands.give("audit", "log").ending(0).out()).doesNotContain("defined in its target");
	}

	private static CheckResult result(boolean good, int members) {
		return new CheckResult(good, Message.of("jdbc.check.reachable", "memory", members));
	}

}
