package dev.rollcall.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code audit}: what stands in the audit log, and whether it can be trusted. */
@Command(name = "audit", resourceBundle = "dev.rollcall.cli.usage",
		subcommands = { AuditLogCommand.class, AuditVerifyCommand.class })
final class AuditCommand implements Callable<Integer> {

	@ParentCommand
	@SuppressWarnings("NullAway.Init")
	RollcallCommand parent;

	@Spec
	@SuppressWarnings("NullAway.Init")
	CommandSpec spec;

	Operator operator() {
		return this.parent.operator();
	}

	@Override
	public Integer call() {
		this.spec.commandLine().usage(this.spec.commandLine().getErr());
		return ExitCode.WRONG;
	}

}
