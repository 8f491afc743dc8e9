package dev.rollcall.cli;

import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program itself: its options are those of every command. */
@Command(name = "rollcall", mixinStandardHelpOptions = true, scope = ScopeType.INHERIT,
		versionProvider = VersionOfJar.class,
		subcommands = { RunCommand.class, PlanCommand.class, ApplyCommand.class, ApproveCommand.class,
				RestartCommand.class, UndoCommand.class, StopCommand.class, AbandonCommand.class, RunsCommand.class,
				ShowCommand.class, HistoryCommand.class, ExplainCommand.class, LeaversCommand.class,
				ApplicationsCommand.class, ApplyForCommand.class, ApproveApplicationCommand.class,
				RejectApplicationCommand.class, WithdrawApplicationCommand.class, JobsCommand.class, CheckCommand.class,
				PrepareCommand.class, WorksheetCommand.class, AuditCommand.class, PruneCommand.class,
				SandboxCommand.class })
final class RollcallCommand implements Callable<Integer> {

	private final Operator operator;

	@Spec
	@Nullable CommandSpec spec;

	/** How what a command says is written. */
	enum Format {

		TEXT, JSON

	}

	private Format format = Format.TEXT;

	private boolean debug;

	private boolean personal;

	RollcallCommand(Operator operator) {
		this.operator = operator;
	}

	@Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text", scope = ScopeType.INHERIT)
	void setFormat(Format format) {
		this.format = format;
		tell();
	}

	@Option(names = "--debug", scope = ScopeType.INHERIT)
	void setDebug(boolean debug) {
		this.debug = debug;
		tell();
	}

	@Option(names = "--show-personal", scope = ScopeType.INHERIT)
	void setPersonal(boolean personal) {
		this.personal = personal;
		tell();
	}

	/**
	 * Only checked here: it is read before anything else, because the help depends on it.
	 */
	@Option(names = "--lang", paramLabel = "LANG", scope = ScopeType.INHERIT)
	void setLanguage(String language) {
		if (this.spec != null && !language.matches("(en|zh)([-_].*)?")) {
			throw new ParameterException(this.spec.commandLine(), "language", this.spec.findOption("--lang"), language);
		}
	}

	Operator operator() {
		return this.operator;
	}

	@Override
	public Integer call() {
		if (this.spec != null) {
			this.spec.commandLine().usage(this.spec.commandLine().getErr());
		}
		return ExitCode.WRONG;
	}

	private void tell() {
		this.operator.wants(this.format == Format.JSON, this.debug, this.personal);
	}

}
