package dev.rollcall.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Plans: made, looked at, held, applied, stale and given up. */
class PlanCommandsIntegrationTests {

	private static final String[] DELETE = { "wecom-excel-delete", "--set", Commands.NEXT_MONTH };

	@TempDir
	Path home;

	private Commands commands;

	private Map<String, Map<String, String>> before;

	@BeforeEach
	void load() {
		this.commands = Commands.afterTheFirstRun(this.home);
		this.before = EmbeddedDirectory.members(this.home);
	}

	@Test
	void savesAPlanAndAppliesItOnce() {
		Said plan = give("plan", DELETE).ending(0);
		assertThat(plan.out()).contains("- member", "(only in the target)",
				"Run 2 of wecom-excel-delete: planned, not applied.",
				"Nothing has been written yet. \"apply 2\" carries the plan out.");
		assertThat(EmbeddedDirectory.members(this.home)).isEqualTo(this.before);
		Said applied = this.commands.give("apply", "2").ending(0);
		assertThat(applied.out()).contains("Run 2 of wecom-excel-delete: done.");
		assertThat(EmbeddedDirectory.members(this.home)).hasSizeLessThan(this.before.size());
		assertThat(this.commands.give("apply", "2").ending(2).err())
			.contains("Run 2 has no plan that waits to be applied; it is done.", "\"plan wecom-excel-delete --set ");
	}

	@Test
	void aDryRunWritesNothing() {
		Said said = give("run", "wecom-excel-upsert", "--dry-run", "--set", Commands.NEXT_MONTH).ending(0);
		assertThat(said.out()).contains("planned, not applied");
		assertThat(EmbeddedDirectory.members(this.home)).isEqualTo(this.before);
	}

	@Test
	void tellsByTheExitCodeOnRequestThatThereIsSomethingToDo() {
		Said something = give("plan", "wecom-excel-delete", "--set", Commands.NEXT_MONTH, "--detailed-exitcode")
			.ending(10);
		assertThat(something.out()).contains("- member");
		Said nothing = give("plan", "wecom-excel-upsert", "--detailed-exitcode").ending(0);
		assertThat(nothing.out()).startsWith("Nothing to do: source and target agree.").doesNotContain("apply");
	}

	@Test
	void refusesAPlanThatIsStale() {
		give("plan", DELETE).ending(0);
		give("run", "wecom-excel-upsert", "--set", Commands.NEXT_MONTH).ending(0);
		Map<String, Map<String, String>> moved = EmbeddedDirectory.members(this.home);
		Said said = this.commands.give("apply", "2").ending(3);
		assertThat(said.err()).contains("The plan of run 2 is stale", "Nothing was written",
				"\"plan wecom-excel-delete --set " + Commands.NEXT_MONTH + "\" makes a new one");
		assertThat(said.out()).isEmpty();
		assertThat(EmbeddedDirectory.members(this.home)).isEqualTo(moved);
		assertThat(this.commands.give("show", "2").ending(0).out())
			.contains("planned, not applied", "Note: The plan of run 2 is stale")
			.doesNotContain("Failed:", "carries the plan out");
	}

	@Test
	void givesAPlanUpForGood() {
		give("plan", DELETE).ending(0);
		assertThat(this.commands.give("abandon", "2").ending(0).out()).isEqualTo("Run 2 is given up.\n");
		assertThat(this.commands.give("apply", "2").ending(2).err()).contains("it is given up");
		assertThat(this.commands.give("restart", "2").ending(2).err())
			.contains("Run 2 cannot be continued; it is given up.");
		assertThat(this.commands.give("abandon", "2").ending(2).err()).contains("there is nothing to give up");
		assertThat(this.commands.give("show", "2").ending(0).out()).contains("given up").doesNotContain("Failed:");
	}

	@Test
	void hidesPersonalValuesUnlessTheyAreAskedFor() {
		String[] create = { "plan", "wecom-excel-upsert", "--set", Commands.NEXT_MONTH };
		String masked = this.commands.give(create).ending(0).out();
		assertThat(masked).contains("***@example.com")
			.doesNotContainPattern("mobile: \\d{11}")
			.doesNotContainPattern("[a-z]{3}@");
		Said shown = give("plan", "wecom-excel-upsert", "--set", Commands.NEXT_MONTH, "--show-personal").ending(0);
		assertThat(shown.out()).containsPattern("mobile: \\d{11}").containsPattern("email: [a-z]+\\d*@example.com");
		give("run", DELETE).ending(0);
		assertThat(this.commands.give("show", "4", "--changes").ending(0).out())
			.doesNotContainPattern("mobile: \\d{11}");
	}

	@Test
	void showsEveryChangeOnRequest() {
		Said said = this.commands.give("show", "1", "--changes").ending(0);
		assertThat(count(said.out(), "  + member")).isEqualTo(this.before.size());
		assertThat(said.out()).doesNotContain("more:");
		assertThat(this.commands.give("show", "1").ending(0).out()).doesNotContain("  + member");
	}

	private Said give(String command, String... arguments) {
		String[] all = new String[arguments.length + 1];
		all[0] = command;
		System.arraycopy(arguments, 0, all, 1, arguments.length);
		return this.commands.give(all);
	}

	private static int count(String text, String part) {
		return text.split(Pattern.quote(part), -1).length - 1;
	}

}
