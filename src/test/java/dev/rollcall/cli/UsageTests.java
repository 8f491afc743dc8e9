package dev.rollcall.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;

import dev.rollcall.job.Home;
import dev.rollcall.report.Words;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every command, option and parameter is explained in both languages, and nothing else.
 */
class UsageTests {

	private static final List<String> HEADINGS = List.of("usage.headerHeading", "usage.synopsisHeading",
			"usage.commandListHeading");

	@ParameterizedTest
	@ValueSource(strings = { "en", "zh" })
	void explainsWhatThereIsAndNothingElse(String language) {
		ResourceBundle usage = ResourceBundle.getBundle("dev.rollcall.cli.usage", Locale.forLanguageTag(language),
				ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
		Set<String> expected = new TreeSet<>(HEADINGS);
		collect(specification(), expected, usage);
		assertThat(new TreeSet<>(usage.keySet())).isEqualTo(expected);
	}

	/** An option of one command may mean something else than the same of others. */
	private static void collect(CommandSpec command, Set<String> keys, ResourceBundle usage) {
		keys.add(command.qualifiedName(".") + ".usage.description");
		for (ArgSpec argument : command.args()) {
			String key = (argument instanceof OptionSpec option) ? option.longestName().substring(2)
					: argument.paramLabel() + "[" + ((PositionalParamSpec) argument).index() + "]";
			String own = command.qualifiedName(".") + "." + key;
			keys.add(usage.containsKey(own) ? own : key);
		}
		command.subcommands().values().forEach((line) -> collect(line.getCommandSpec(), keys, usage));
	}

	private static CommandSpec specification() {
		Console console = new Console(new PrintWriter(new StringWriter()), System.err, false);
		Operator operator = new Operator(console, Words.in(Locale.ENGLISH), new Home(Path.of("")), "", new Ending(),
				Clock.systemUTC());
		return new CommandLine(new RollcallCommand(operator)).getCommandSpec();
	}

}
