package dev.rollcall.cli;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import dev.rollcall.job.Prune;
import dev.rollcall.report.JsonReport;
import dev.rollcall.report.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code prune --keep 90d}: removes what runs that ended longer ago have left behind. */
@Command(name = "prune", resourceBundle = "dev.rollcall.cli.usage")
final class PruneCommand implements Callable<Integer> {

	@ParentCommand
	@SuppressWarnings("NullAway.Init")
	RollcallCommand parent;

	@Spec
	@SuppressWarnings("NullAway.Init")
	CommandSpec spec;

	private Duration keep = Duration.ZERO;

	@Option(names = "--dry-run")
	boolean dryRun;

	/**
	 * What was removed, in JSON.
	 *
	 * @param dryRun whether nothing was
	 * @param runs which runs were pruned, or would be
	 * @param bytesBefore how much the database and the reports took
	 * @param bytesAfter how much they take now
	 */
	record PruneView(boolean dryRun, List<Long> runs, long bytesBefore, long bytesAfter) {

	}

	@Option(names = "--keep", paramLabel = "DURATION", required = true)
	void setKeep(String text) {
		Duration duration = Durations.parse(text);
		if (duration == null) {
			throw new ParameterException(this.spec.commandLine(), "keep", this.spec.findOption("--keep"), text);
		}
		this.keep = duration;
	}

	@Override
	public Integer call() {
		Operator operator = this.parent.operator();
		return operator.with((workplace) -> {
			Prune.Result result = this.dryRun ? workplace.prune().look(this.keep) : workplace.prune().prune(this.keep);
			if (operator.isJson()) {
				JsonReport.write(new PruneView(this.dryRun, result.runs(), result.before(), result.after()),
						operator.console().out());
			}
			else {
				operator.console().out().println(said(result, operator.words()));
			}
			return ExitCode.DONE;
		});
	}

	private String said(Prune.Result result, Words words) {
		if (result.runs().isEmpty()) {
			return words.of("cli.nothing-to-prune");
		}
		String runs = String.join(", ", result.runs().stream().map(String::valueOf).toList());
		return this.dryRun ? words.of("cli.would-prune", result.runs().size(), runs) : words.of("cli.pruned",
				result.runs().size(), runs, megabytes(result.before()), megabytes(result.after()));
	}

	private static String megabytes(long bytes) {
		return String.format(Locale.ROOT, "%.1f", bytes / 1e6);
	}

}
