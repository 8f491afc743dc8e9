package dev.rollcall.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/**
 * {@code reject-application TOKEN}: the token is spent. Can be given while another
 * process carries out a run.
 */
@Command(name = "reject-application", resourceBundle = "dev.rollcall.cli.usage")
final class RejectApplicationCommand implements Callable<Integer> {

	@ParentCommand
	@SuppressWarnings("NullAway.Init")
	RollcallCommand parent;

	@Parameters(paramLabel = "TOKEN")
	String token = "";

	@Mixin
	DecisionOptions decision = new DecisionOptions();

	@Override
	public Integer call() {
		Operator operator = this.parent.operator();
		return operator.with((workplace) -> operator
			.say(workplace.applications().reject(this.token, this.decision.by(), this.decision.reason())));
	}

}
