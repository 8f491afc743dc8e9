package dev.rollcall.cli;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import dev.rollcall.report.JsonReport;
import dev.rollcall.report.Words;
import dev.rollcall.staging.PlanCounts;
import dev.rollcall.staging.PlanStore;
import dev.rollcall.staging.Run;
import dev.rollcall.staging.RunStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code runs}: the latest runs, the youngest first. */
@Command(name = "runs", resourceBundle = "dev.rollcall.cli.usage")
final class RunsCommand implements Callable<Integer> {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

	@ParentCommand
	@SuppressWarnings("NullAway.Init")
	RollcallCommand parent;

	@Option(names = "--last", paramLabel = "N", defaultValue = "20")
	int last;

	/**
	 * A run in one line.
	 *
	 * @param run its number
	 * @param job its job
	 * @param state how it stands
	 * @param startedAt when it began
	 * @param planned how many changes its plan has
	 * @param done how many are done
	 * @param failed how many failed
	 * @param withheld how many were withheld
	 * @param owner who carries it out, while it goes on
	 */
	record RunLine(long run, String job, String state, java.time.Instant startedAt, long planned, long done,
			long failed, long withheld, @Nullable String owner) {

	}

	@Override
	public Integer call() {
		Operator operator = this.parent.operator();
		return operator.with((session) -> {
			PlanStore plans = session.get(PlanStore.class);
			List<RunLine> lines = session.get(RunStore.class)
				.latest(this.last)
				.stream()
				.map((run) -> line(run, plans.counts(run.id())))
				.toList();
			if (operator.isJson()) {
				JsonReport.write(lines, operator.console().out());
			}
			else {
				print(lines, operator);
			}
			return ExitCode.DONE;
		});
	}

	private static RunLine line(Run run, PlanCounts counts) {
		return new RunLine(run.id(), run.job(), run.state().name().toLowerCase(Locale.ROOT), run.startedAt(),
				counts.planned(), counts.done(), counts.failed(), counts.withheld(), run.owner());
	}

	private static void print(List<RunLine> lines, Operator operator) {
		Words words = operator.words();
		if (lines.isEmpty()) {
			operator.console().out().println(words.of("cli.no-runs"));
			return;
		}
		TextColumns columns = new TextColumns(words.of("cli.column.run"), words.of("cli.column.job"),
				words.of("cli.column.state"), words.of("cli.column.started"), words.of("cli.column.changes"),
				words.of("cli.column.done"), words.of("cli.column.failed"), words.of("cli.column.withheld"));
		for (RunLine line : lines) {
			columns.add(Long.toString(line.run()), line.job(), words.of("report.run-state." + line.state()),
					line.startedAt().atZone(ZoneId.systemDefault()).format(TIME), Long.toString(line.planned()),
					Long.toString(line.done()), Long.toString(line.failed()), Long.toString(line.withheld()));
		}
		columns.print(operator.console().out());
	}

}
