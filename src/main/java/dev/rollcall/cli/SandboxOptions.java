package dev.rollcall.cli;

import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

import dev.rollcall.sandbox.Disturbance;
import dev.rollcall.sandbox.Fault;
import dev.rollcall.sandbox.Json;
import dev.rollcall.sandbox.Lookalike;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What can be said of every look-alike: where it serves, and what disturbs its calls. */
final class SandboxOptions {

	private static final String ALL = "all";

	@Spec(Spec.Target.MIXEE)
	@SuppressWarnings("NullAway.Init")
	CommandSpec spec;

	@Option(names = "--port", paramLabel = "PORT", defaultValue = "0")
	int port;

	@Option(names = "--seed", paramLabel = "COUNT", defaultValue = "1")
	long seed;

	@Option(names = "--latency", paramLabel = "COUNT", defaultValue = "0")
	int latency;

	@Option(names = "--jitter", paramLabel = "COUNT", defaultValue = "0")
	int jitter;

	@Option(names = "--fault", paramLabel = "FAULT=SHARE")
	Map<String, Double> faults = new LinkedHashMap<>();

	/** What disturbs the calls at first. */
	Disturbance disturbance() {
		Disturbance disturbance = new Disturbance(atLeast(0, "latency", this.latency),
				atLeast(0, "jitter", this.jitter), Map.of(), java.util.Set.of(), this.seed);
		double sum = 0;
		for (Map.Entry<String, Double> named : this.faults.entrySet()) {
			Fault fault = Fault.of(named.getKey());
			double share = named.getValue();
			sum += share;
			if ((fault == null && !named.getKey().equals(ALL)) || !(share >= 0) || sum > 1) {
				throw wrong("fault", named.getKey() + "=" + share);
			}
			for (Fault each : (fault != null) ? new Fault[] { fault } : Fault.values()) {
				disturbance = disturbance.with(each, (fault != null) ? share : share / Fault.values().length);
			}
		}
		return disturbance;
	}

	/** A number that is not too small. */
	int atLeast(int least, String option, int number) {
		if (number < least) {
			throw wrong(option, String.valueOf(number));
		}
		return number;
	}

	ParameterException wrong(String option, String value) {
		return new ParameterException(this.spec.commandLine(), option, this.spec.findOption("--" + option), value);
	}

	/**
	 * Says in one line how to reach a look-alike, and serves until the process is ended.
	 */
	int serve(Supplier<? extends Lookalike> start, Operator operator) {
		if (this.port < 0 || this.port > 0xFFFF) {
			throw wrong("port", String.valueOf(this.port));
		}
		try (Lookalike lookalike = start.get()) {
			operator.console().out().println(Json.line(lookalike.greeting()));
			new CountDownLatch(1).await();
		}
		catch (UncheckedIOException ex) {
			throw wrong("port", String.valueOf(this.port));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		return ExitCode.DONE;
	}

}
