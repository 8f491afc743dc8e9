package dev.rollcall.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/**
 * {@code withdraw-application APPLICATION}: takes back what waits or was approved, by its
 * number, with a reason. Can be given while another process carries out a run.
 */
@Command(name = "withdraw-application", resourceBundle = "dev.rollcall.cli.usage")
final class WithdrawApplicationCommand implements Callable<Integer> {

	@ParentCommand
	@SuppressWarnings("NullAway.Init")
	RollcallCommand parent;

	@Parameters(paramLabel = "APPLICATION")
	long application;

	@Mixin
	DecisionOptions decision = new DecisionOptions();

	@Override
	public Integer call() {
		if (this.decision.reason().isEmpty()) {
			throw this.decision.wrong("--reason", "");
		}
		Operator operator = this.parent.operator();
		return operator.with((workplace) -> operator
			.say(workplace.applications().withdraw(this.application, this.decision.by(), this.decision.reason())));
	}

}
