package dev.rollcall.cli;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;

import dev.rollcall.job.Contents;
import dev.rollcall.sandbox.wecom.Agency;
import dev.rollcall.sandbox.wecom.Population;
import dev.rollcall.sandbox.wecom.Powers;
import dev.rollcall.sandbox.wecom.Rates;
import dev.rollcall.sandbox.wecom.VisibleRange;
import dev.rollcall.sandbox.wecom.WeComLookalike;
import dev.rollcall.sandbox.wecom.WeComOptions;
import dev.rollcall.sandbox.wecom.company.Habits;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code sandbox wecom}: a look-alike of WeCom's address book. */
@Command(name = "wecom", resourceBundle = "dev.rollcall.cli.usage")
final class WeComSandboxCommand implements Callable<Integer> {

	/** A branch for every so many members, unless it is said otherwise. */
	private static final int A_DEPARTMENT = 25;

	@ParentCommand
	@SuppressWarnings("NullAway.Init")
	SandboxCommand parent;

	@Mixin
	SandboxOptions sandbox = new SandboxOptions();

	@Option(names = "--members", paramLabel = "COUNT", defaultValue = "200")
	int members;

	@Option(names = "--departments", paramLabel = "COUNT")
	@Nullable Integer departments;

	@Option(names = "--workbook", paramLabel = "FILE")
	@Nullable String workbook;

	@Option(names = "--creator", paramLabel = "USERID")
	@Nullable String creator;

	@Option(names = "--custom-field", paramLabel = "FIELD", split = ",")
	@Nullable Set<String> customFields;

	@Option(names = "--new-ip")
	boolean newIp;

	@Option(names = "--no-personal-fields")
	boolean noPersonalFields;

	@Option(names = "--untrusted-ip")
	boolean untrustedIp;

	@Option(names = "--former")
	boolean former;

	@Option(names = "--ids-by-department")
	boolean idsByDepartment;

	@Option(names = "--visible", paramLabel = "ID", split = ",")
	@Nullable Set<Long> visible;

	@Option(names = "--agent")
	boolean agent;

	@Option(names = "--agent-tree")
	boolean agentTree;

	@Option(names = "--agent-writes")
	boolean agentWrites;

	@Option(names = "--cursor-life", paramLabel = "N")
	@Nullable Integer cursorLife;

	@Option(names = "--limit-minute", paramLabel = "N", defaultValue = "10000")
	int limitMinute;

	@Option(names = "--limit-hour", paramLabel = "N", defaultValue = "150000")
	int limitHour;

	@Option(names = "--limit-at-once", paramLabel = "N", defaultValue = "200")
	int limitAtOnce;

	@Option(names = "--token-life", paramLabel = "N", defaultValue = "7200")
	int tokenLife;

	@Option(names = "--import-rate", paramLabel = "N", defaultValue = "5000")
	int importRate;

	@Override
	public Integer call() {
		Operator operator = this.parent.operator();
		WeComOptions options = WeComOptions.defaults()
			.at(this.sandbox.port)
			.seeded(this.sandbox.seed)
			.with(this.sandbox.disturbance())
			.with(new Powers(this.newIp, !this.noPersonalFields, !this.untrustedIp))
			.with(habits())
			.with(rates())
			.with(pace())
			.with((this.visible != null) ? new VisibleRange(this.visible, Set.of()) : VisibleRange.ALL)
			.with(new Agency(this.agent || this.agentTree || this.agentWrites, this.agentTree, this.agentWrites))
			.with(population(operator));
		return this.sandbox.serve(() -> WeComLookalike.start(options), operator);
	}

	private Habits habits() {
		Habits habits = (this.former ? Habits.FORMER : Habits.TODAY).listing(this.idsByDepartment);
		return (this.customFields != null) ? habits.defining(this.customFields) : habits;
	}

	private Rates rates() {
		return new Rates(this.sandbox.atLeast(1, "limit-minute", this.limitMinute),
				this.sandbox.atLeast(1, "limit-hour", this.limitHour),
				this.sandbox.atLeast(1, "limit-at-once", this.limitAtOnce));
	}

	private WeComOptions.Pace pace() {
		return new WeComOptions.Pace(Duration.ofSeconds(this.sandbox.atLeast(1, "token-life", this.tokenLife)),
				this.sandbox.atLeast(1, "import-rate", this.importRate),
				(this.cursorLife != null) ? Duration.ofSeconds(this.sandbox.atLeast(1, "cursor-life", this.cursorLife))
						: WeComOptions.Pace.USUAL.cursors());
	}

	private Population population(Operator operator) {
		Population people = (this.workbook != null) ? of(Contents.of("excel", this.workbook, operator.home()))
				: Population.seeded(this.sandbox.atLeast(0, "members", this.members), branches(), this.sandbox.seed);
		return (company) -> {
			people.settle(company);
			if (this.creator != null) {
				company.creator(this.creator);
			}
		};
	}

	private int branches() {
		return (this.departments != null) ? this.sandbox.atLeast(0, "departments", this.departments)
				: this.members / A_DEPARTMENT;
	}

	private static Population of(Contents contents) {
		return (company) -> {
			company.departments(contents.departments());
			company.members(contents.members());
		};
	}

}
