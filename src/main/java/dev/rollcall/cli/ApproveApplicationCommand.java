package dev.rollcall.cli;

import java.util.Set;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/**
 * {@code approve-application TOKEN}: the next plan has the member. Can be given while
 * another process carries out a run.
 */
@Command(name = "approve-application", resourceBundle = "dev.rollcall.cli.usage")
final class ApproveApplicationCommand implements Callable<Integer> {

	@ParentCommand
	@SuppressWarnings("NullAway.Init")
	RollcallCommand parent;

	@Parameters(paramLabel = "TOKEN")
	String token = "";

	@Mixin
	DecisionOptions decision = new DecisionOptions();

	private Set<String> groups = Set.of();

	@Option(names = "--groups", paramLabel = "GROUPS")
	void setGroups(String groups) {
		this.groups = DecisionOptions.groups(groups);
		if (this.groups.isEmpty()) {
			throw this.decision.wrong("--groups", groups);
		}
	}

	@Override
	public Integer call() {
		Operator operator = this.parent.operator();
		return operator.with((workplace) -> operator.say(
				workplace.applications().approve(this.token, this.groups, this.decision.by(), this.decision.reason())));
	}

}
