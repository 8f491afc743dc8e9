package dev.rollcall.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code sandbox}: look-alikes of directories, to rehearse jobs on. */
@Command(name = "sandbox", resourceBundle = "dev.rollcall.cli.usage",
		subcommands = { AuthingSandboxCommand.class, CamSandboxCommand.class, WeComSandboxCommand.class })
final class SandboxCommand implements Callable<Integer> {

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
