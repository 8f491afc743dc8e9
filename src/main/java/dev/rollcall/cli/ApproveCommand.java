package dev.rollcall.cli;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

import dev.rollcall.directory.Message;
import dev.rollcall.report.JsonReport;
import dev.rollcall.report.RunViews;
import dev.rollcall.staging.Run;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/**
 * {@code approve RUN}: lets a held plan pass its limits, once; or takes a source that
 * holds much less than before for whole. Can be given while another process carries out a
 * run.
 */
@Command(name = "approve", resourceBundle = "dev.rollcall.cli.usage")
final class ApproveCommand implements Callable<Integer> {

	private static final Pattern DIGEST = Pattern.compile("[0-9a-fA-F]{8,64}");

	/** Nobody can know today what will be right in more than a month. */
	private static final Duration LONGEST = Duration.ofDays(30);

	private static final int LONGEST_REASON = 1000;

	@ParentCommand
	@SuppressWarnings("NullAway.Init")
	RollcallCommand parent;

	@Spec
	@SuppressWarnings("NullAway.Init")
	CommandSpec spec;

	@Parameters(paramLabel = "RUN")
	long run;

	private String digest = "";

	private String reason = "";

	private Duration validFor = Duration.ZERO;

	@Option(names = "--digest", paramLabel = "DIGEST", required = true)
	void setDigest(String digest) {
		if (!DIGEST.matcher(digest).matches()) {
			throw wrong("--digest", digest);
		}
		this.digest = digest;
	}

	@Option(names = "--reason", paramLabel = "REASON", required = true)
	void setReason(String reason) {
		// One line, whatever was typed: it becomes one line of the audit log.
		String line = reason.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
		if (line.codePoints().noneMatch(Character::isLetterOrDigit) || line.length() > LONGEST_REASON) {
			throw wrong("--reason", reason);
		}
		this.reason = line;
	}

	@Option(names = "--valid-for", paramLabel = "VALIDITY", defaultValue = "24h")
	void setValidFor(String duration) {
		Duration parsed = Durations.parse(duration);
		if (parsed == null || parsed.isZero() || parsed.compareTo(LONGEST) > 0) {
			throw wrong("--valid-for", duration);
		}
		this.validFor = parsed;
	}

	@Override
	public Integer call() {
		Operator operator = this.parent.operator();
		return operator.with((workplace) -> {
			Run found = workplace.runs().find(this.run);
			Message approved = workplace.approvals().approve(found, this.digest, this.reason, this.validFor);
			if (operator.isJson()) {
				JsonReport.write(workplace.views()
					.of(found, new RunViews.Scope(RunViews.Changes.FAILED, 0, 0, operator.masking(), operator.words())),
						operator.console().out());
			}
			else {
				operator.console().out().println(operator.words().of(approved));
			}
			return ExitCode.DONE;
		});
	}

	private ParameterException wrong(String option, String value) {
		return new ParameterException(this.spec.commandLine(), option, this.spec.findOption(option), value);
	}

}
