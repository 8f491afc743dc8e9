package dev.rollcall.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

import dev.rollcall.directory.Member;
import dev.rollcall.job.Contents;
import dev.rollcall.sandbox.cam.CamLookalike;
import dev.rollcall.sandbox.cam.CamOptions;
import dev.rollcall.sandbox.cam.Population;
import dev.rollcall.sandbox.cam.account.Habit;
import dev.rollcall.sandbox.cam.account.Quotas;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code sandbox cam}: a look-alike of Tencent Cloud CAM. */
@Command(name = "cam", resourceBundle = "dev.rollcall.cli.usage")
final class CamSandboxCommand implements Callable<Integer> {

	/** As in WeCom's look-alike: its members are then the same people. */
	private static final int A_DEPARTMENT = 25;

	@ParentCommand
	@SuppressWarnings("NullAway.Init")
	SandboxCommand parent;

	@Mixin
	SandboxOptions sandbox = new SandboxOptions();

	@Option(names = "--users", paramLabel = "COUNT", defaultValue = "20")
	int users;

	@Option(names = "--wecom-users", paramLabel = "COUNT")
	@Nullable Integer weComUsers;

	@Option(names = "--members", paramLabel = "COUNT", defaultValue = "200")
	int members;

	@Option(names = "--workbook", paramLabel = "FILE")
	@Nullable String workbook;

	@Option(names = "--group", paramLabel = "NAME", split = ",")
	List<String> groups = new ArrayList<>();

	@Option(names = "--habit", paramLabel = "HABIT", split = ",")
	Set<String> habits = new LinkedHashSet<>();

	@Option(names = "--host", paramLabel = "HOST", split = ",")
	@Nullable Set<String> hosts;

	@Option(names = "--largest", paramLabel = "COUNT", defaultValue = "0")
	int largest;

	@Option(names = "--limit-second", paramLabel = "COUNT", defaultValue = "" + CamOptions.DOCUMENTED_RATE)
	int limitSecond;

	@Option(names = "--limit-users", paramLabel = "COUNT", defaultValue = "0")
	int limitUsers;

	@Option(names = "--limit-groups", paramLabel = "COUNT", defaultValue = "0")
	int limitGroups;

	@Option(names = "--limit-group-users", paramLabel = "COUNT", defaultValue = "0")
	int limitGroupUsers;

	@Option(names = "--limit-user-groups", paramLabel = "COUNT", defaultValue = "0")
	int limitUserGroups;

	@Option(names = "--limit-creations", paramLabel = "COUNT", defaultValue = "0")
	int limitCreations;

	@Override
	public Integer call() {
		Operator operator = this.parent.operator();
		CamOptions options = CamOptions.defaults()
			.at(this.sandbox.port)
			.seeded(this.sandbox.seed)
			.with(this.sandbox.disturbance())
			.with(habits())
			.with(quotas())
			.perSecond(this.sandbox.atLeast(0, "limit-second", this.limitSecond))
			.hosts((this.hosts != null) ? this.hosts : CamOptions.HOSTS)
			.with(Population.groups(this.groups).and(population(operator)));
		return this.sandbox.serve(() -> CamLookalike.start(options), operator);
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

	private Quotas quotas() {
		return new Quotas(this.sandbox.atLeast(0, "limit-users", this.limitUsers),
				this.sandbox.atLeast(0, "limit-groups", this.limitGroups),
				this.sandbox.atLeast(0, "limit-group-users", this.limitGroupUsers),
				this.sandbox.atLeast(0, "limit-user-groups", this.limitUserGroups),
				this.sandbox.atLeast(0, "limit-creations", this.limitCreations),
				this.sandbox.atLeast(0, "largest", this.largest));
	}

	/** Of a workbook, all members are imported unless it is said how many. */
	private Population population(Operator operator) {
		int plain = this.sandbox.atLeast(0, "users", this.users);
		int imported = (this.weComUsers != null) ? this.sandbox.atLeast(0, "wecom-users", this.weComUsers) : 0;
		int branches = this.sandbox.atLeast(0, "members", this.members) / A_DEPARTMENT;
		if (this.workbook == null) {
			return Population.seeded(plain, imported, branches, this.sandbox.seed);
		}
		List<Member> all = Contents.of("excel", this.workbook, operator.home()).members();
		int many = (this.weComUsers != null) ? Math.min(imported, all.size()) : all.size();
		return Population.ofWeCom(all.subList(0, many)).and(Population.seeded(plain, 0, branches, this.sandbox.seed));
	}

}
