package dev.rollcall.cli;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Callable;

import dev.rollcall.job.Contents;
import dev.rollcall.sandbox.authing.AuthingLookalike;
import dev.rollcall.sandbox.authing.AuthingOptions;
import dev.rollcall.sandbox.authing.Population;
import dev.rollcall.sandbox.authing.Rates;
import dev.rollcall.sandbox.authing.pool.Habit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code sandbox authing}: a look-alike of Authing's management interface. */
@Command(name = "authing", resourceBundle = "dev.rollcall.cli.usage")
final class AuthingSandboxCommand implements Callable<Integer> {

	/** A branch for every so many users, unless it is said otherwise. */
	private static final int A_DEPARTMENT = 25;

	@ParentCommand
	@SuppressWarnings("NullAway.Init")
	SandboxCommand parent;

	@Mixin
	SandboxOptions sandbox = new SandboxOptions();

	@Option(names = "--users", paramLabel = "COUNT", defaultValue = "200")
	int users;

	@Option(names = "--departments", paramLabel = "COUNT")
	@Nullable Integer departments;

	@Option(names = "--workbook", paramLabel = "FILE")
	@Nullable String workbook;

	@Option(names = "--custom-fields")
	boolean customFields;

	@Option(names = "--habit", paramLabel = "HABIT", split = ",")
	Set<String> habits = new LinkedHashSet<>();

	@Option(names = "--deepest", paramLabel = "COUNT", defaultValue = "0")
	int deepest;

	@Option(names = "--limit-second", paramLabel = "COUNT", defaultValue = "0")
	int limitSecond;

	@Option(names = "--limit-minute", paramLabel = "COUNT", defaultValue = "0")
	int limitMinute;

	@Option(names = "--limit-at-once", paramLabel = "COUNT", defaultValue = "0")
	int limitAtOnce;

	@Option(names = "--token-life", paramLabel = "N", defaultValue = "7200")
	int tokenLife;

	@Override
	public Integer call() {
		Operator operator = this.parent.operator();
		Rates rates = new Rates(this.sandbox.atLeast(0, "limit-second", this.limitSecond),
				this.sandbox.atLeast(0, "limit-minute", this.limitMinute),
				this.sandbox.atLeast(0, "limit-at-once", this.limitAtOnce));
		AuthingOptions options = AuthingOptions.defaults()
			.at(this.sandbox.port)
			.seeded(this.sandbox.seed)
			.with(this.sandbox.disturbance())
			.linked(this.customFields)
			.with(habits())
			.with(rates)
			.deepest(this.sandbox.atLeast(0, "deepest", this.deepest))
			.tokens(Duration.ofSeconds(this.sandbox.atLeast(1, "token-life", this.tokenLife)))
			.with(population(operator));
		return this.sandbox.serve(() -> AuthingLookalike.start(options), operator);
	}

	private Habit[] habits() {
		return this.habits.stream().map((word) -> {
			Habit habit = Habit.of(word);
			if (habit == null) {
				throw this.sandbox.wrong("habit", word);
			}
			return habit;
		}).toArray(Habit[]::new);
	}

	private Population population(Operator operator) {
		if (this.workbook != null) {
			Contents contents = Contents.of("excel", this.workbook, operator.home());
			return Population.of(contents.departments(), contents.members());
		}
		int count = this.sandbox.atLeast(0, "users", this.users);
		int branches = (this.departments != null) ? this.sandbox.atLeast(0, "departments", this.departments)
				: count / A_DEPARTMENT;
		return Population.seeded(count, branches, this.sandbox.seed);
	}

}
