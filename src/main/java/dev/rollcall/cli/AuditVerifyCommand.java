package dev.rollcall.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;

import dev.rollcall.report.AuditView.ProofView;
import dev.rollcall.report.JsonReport;
import dev.rollcall.report.Words;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code audit verify}: proves that nothing was altered or dropped, or says what was. */
@Command(name = "verify", resourceBundle = "dev.rollcall.cli.usage")
final class AuditVerifyCommand implements Callable<Integer> {

	@ParentCommand
	@SuppressWarnings("NullAway.Init")
	AuditCommand parent;

	@Spec
	@SuppressWarnings("NullAway.Init")
	CommandSpec spec;

	private @Nullable String head;

	@Option(names = "--head", paramLabel = "HASH")
	void setHead(String hash) {
		String lower = hash.toLowerCase(Locale.ROOT);
		if (!lower.matches("[0-9a-f]{12,64}")) {
			throw new ParameterException(this.spec.commandLine(), "head", this.spec.findOption("--head"), hash);
		}
		this.head = lower;
	}

	@Override
	public Integer call() {
		Operator operator = this.parent.operator();
		return operator.with((workplace) -> {
			ProofView proof = workplace.audit().prove(this.head);
			if (operator.isJson()) {
				JsonReport.write(proof, operator.console().out());
			}
			else {
				print(proof, operator.console().out(), operator.words());
			}
			return proof.proved() ? ExitCode.DONE : ExitCode.FAILED;
		});
	}

	private static void print(ProofView proof, PrintWriter out, Words words) {
		proof.faults().forEach(out::println);
		if (proof.faults().size() < proof.faultsInAll()) {
			out.println(words.of("report.more-findings", proof.faultsInAll() - proof.faults().size()));
		}
		out.println(proof.proved() ? words.of("cli.audit-proved", proof.entries(), proof.runs(), proof.changes())
				: words.of("cli.audit-not-proved", proof.faultsInAll()));
		out.println(words.of("report.audit-head", proof.head().entry(), proof.head().hash()));
		out.flush();
	}

}
