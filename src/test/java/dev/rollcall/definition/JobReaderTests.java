package dev.rollcall.definition;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.rollcall.compare.DepartmentKey;
import dev.rollcall.compare.EntrySelector;
import dev.rollcall.compare.IgnoreRule;
import dev.rollcall.compare.MemberKey;
import dev.rollcall.compare.Operation;
import dev.rollcall.connector.Connector;
import dev.rollcall.connector.SettingsException;
import dev.rollcall.connector.Source;
import dev.rollcall.connector.Surroundings;
import dev.rollcall.connector.memory.MemoryConnector;
import dev.rollcall.connector.memory.MemoryDirectory;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Schema;
import dev.rollcall.plan.ChangeKind;
import dev.rollcall.plan.Limit;
import dev.rollcall.plan.Limits;
import dev.rollcall.plan.OnLeave;
import dev.rollcall.plan.Operations;
import dev.rollcall.plan.UpdateMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

/** What a job file may say, what it means, and what it is told when it is wrong. */
class JobReaderTests {

	private static final String LEAST = """
			source: {connector: memory, name: hr}
			target: {connector: memory, name: app}
			operations: [create, update]
			""";

	private static final String DELETING = LEAST.replace("[create, update]", "[delete]");

	private final MockEnvironment environment = new MockEnvironment();

	private final JobReader reader = new JobReader(List.of(new MemoryConnector(), new SourceOnly(), new Accompanied()),
			this.environment);

	@Test
	void hasADefaultForEverythingThatNeedNotBeSaid() {
		JobDefinition job = read(LEAST);
		assertThat(job.name()).isEqualTo("job");
		assertThat(job.description()).isEmpty();
		assertThat(job.memberKeys()).containsExactly(MemberKey.USERID);
		assertThat(job.departmentKeys()).containsExactly(DepartmentKey.ID, DepartmentKey.PATH);
		assertThat(job.operations()).isEqualTo(new Operations(true, true, false, false));
		assertThat(job.update()).isEqualTo(UpdateMode.CHANGED);
		assertThat(job.ignore().rules()).isEmpty();
		assertThat(job.limits()).isEqualTo(Limits.DEFAULT);
		assertThat(job.schedule()).isNull();
		assertThat(job.source().settings()).isEqualTo(new MemoryConnector.MemorySettings("hr"));
	}

	@Test
	void aSourceMayHaveAnotherOneBesideIt() {
		JobDefinition job = read(LEAST.replace("memory, name: hr",
				"accompanied, name: ids, companion: {connector: memory, name: names}"));
		assertThat(job.source().settings()).isEqualTo(new MemoryConnector.MemorySettings("ids"));
		ConnectorChoice companion = job.source().companion();
		assertThat(companion).isNotNull();
		assertThat(companion.settings()).isEqualTo(new MemoryConnector.MemorySettings("names"));
		assertThat(read(LEAST.replace("memory, name: hr", "accompanied, name: ids")).source().companion()).isNull();
	}

	@Test
	void theCompanionIsOpenedFirstAndHandedOver() {
		MemoryConnector.add("names", MemoryDirectory.plain("names", Schema.of("name")));
		JobDefinition job = read(LEAST.replace("memory, name: hr",
				"accompanied, name: ids, companion: {connector: memory, name: names}"));
		Source opened = job.source().openSource(new Surroundings(Path.of("."), Clock.systemUTC()));
		assertThat(opened.identity().directory()).isEqualTo("memory:names");
	}

	@Test
	void whatIsWrongWithACompanionIsToldLikeEverythingElse() {
		String accompanied = LEAST.replace("memory, name: hr", "accompanied, name: ids, companion: {%s}");
		assertThat(faults(accompanied.formatted("connector: memory, name: names, nmae: x"), Map.of()))
			.extracting(Fault::key)
			.containsExactly("source.companion.nmae");
		assertThat(faults(accompanied.formatted("name: names"), Map.of())).extracting(Fault::key)
			.containsExactly("source.companion.connector");
		assertThat(
				faults(LEAST.replace("memory, name: hr", "memory, name: hr, companion: {connector: memory, name: x}"),
						Map.of()))
			.extracting(Fault::key)
			.containsExactlyInAnyOrder("source.companion.connector", "source.companion.name");
	}

	@Test
	void readsEveryKey() {
		JobDefinition job = read("""
				description: 企微离线全量对比
				source: {connector: memory, name: hr}
				target: {connector: memory, name: app}
				match:
				  members: [userid, mobile, name]
				  departments: [path]
				operations:
				  - create
				  - update
				  - delete: {departments: true}
				update: overwrite
				ignore:
				  - {fields: [gender]}
				  - {fields: [mobile, email], operations: [update]}
				  - entries: {members: [Admin], departments: [公司/总裁办]}
				limits:
				  delete: {count: 7, percent: 2.5, floor: 1}
				schedule: {cron: "0 0 3 * * *", zone: Asia/Shanghai}
				""");
		assertThat(job.description()).isEqualTo("企微离线全量对比");
		assertThat(job.memberKeys()).containsExactly(MemberKey.USERID, MemberKey.MOBILE, MemberKey.NAME);
		assertThat(job.departmentKeys()).containsExactly(DepartmentKey.PATH);
		assertThat(job.operations()).isEqualTo(new Operations(true, true, true, true));
		assertThat(job.update()).isEqualTo(UpdateMode.OVERWRITE);
		assertThat(job.ignore().rules()).containsExactly(IgnoreRule.fields("gender"),
				new IgnoreRule(Set.of("mobile", "email"), Set.of(Operation.UPDATE), EntrySelector.ALL),
				new IgnoreRule(Set.of(), Set.of(), new EntrySelector(Set.of("admin"), List.of("公司/总裁办"))));
		assertThat(deletions(job)).isEqualTo(new Limit(7, 2.5, 80, 1, 500));
		assertThat(job.schedule().next(Instant.parse("2026-11-20T20:00:00Z")))
			.isEqualTo("2026-11-22T03:00:00+08:00[Asia/Shanghai]");
	}

	@Test
	void aDeletionAloneLeavesDepartments() {
		assertThat(read(LEAST.replace("[create, update]", "[delete]")).operations())
			.isEqualTo(new Operations(false, false, true, false));
	}

	@Test
	void tellsAllFaultsAtOnceWithFileAndLine() {
		List<Fault> faults = faults("""
				source: {connector: memory, name: hr, sheet: 1}
				target: {connector: sourceonly}
				operations: [create, drop]
				update: sometimes
				ignore:
				  - {fields: [gender], operations: [remove]}
				limits:
				  delete: {count: many, percents: 5}
				schedule: {cron: "every night", zone: Mars/Olympus}
				retries: 3
				""", Map.of());
		assertThat(faults).extracting(Fault::place, Fault::key, (fault) -> fault.text().code())
			.containsExactlyInAnyOrder(tuple("job.yaml:1", "source.sheet", "definition.unknown-key"),
					tuple("job.yaml:2", "target.connector", "definition.no-such-connector"),
					tuple("job.yaml:3", "operations[1]", "definition.operation"),
					tuple("job.yaml:4", "update", "definition.not-one-of"),
					tuple("job.yaml:6", "ignore[0].operations[0]", "definition.not-one-of"),
					tuple("job.yaml:8", "limits.delete.count", "definition.not-a-number"),
					tuple("job.yaml:8", "limits.delete.percents", "definition.unknown-key"),
					tuple("job.yaml:9", "schedule.cron", "definition.cron"),
					tuple("job.yaml:9", "schedule.zone", "definition.zone"),
					tuple("job.yaml:10", "retries", "definition.unknown-key"));
	}

	@Test
	void saysWhatIsMissing() {
		assertThat(faults("description: nothing else\n", Map.of())).extracting((fault) -> fault.text().code())
			.containsExactlyInAnyOrder("definition.connector-missing", "definition.connector-missing",
					"definition.operations-missing");
	}

	@Test
	void saysInWhichLineItIsNotYaml() {
		assertThat(faults("source: {connector: memory\ntarget: [\n", Map.of())).extracting(Fault::place)
			.anyMatch((place) -> place.startsWith("job.yaml:"));
	}

	@Test
	void passesOnWhatAConnectorSaysOfItsSettings() {
		List<Fault> faults = faults(LEAST.replace("memory, name: hr", "sourceonly, depth: -1"), Map.of());
		assertThat(faults).extracting((fault) -> fault.text().code()).containsExactly("test.depth");
		assertThat(faults).extracting(Fault::place).containsExactly("job.yaml:1");
	}

	@Test
	void resolvesReferencesToTheEnvironment() {
		this.environment.setProperty("HR_NAME", "payroll");
		assertThat(read(LEAST.replace("hr", "'${HR_NAME}'")).source().settings())
			.isEqualTo(new MemoryConnector.MemorySettings("payroll"));
	}

	@Test
	void saysWhichReferenceLeadsNowhere() {
		List<Fault> faults = faults(LEAST.replace("hr", "'${NO_SUCH_THING}'"), Map.of());
		assertThat(faults).extracting(Fault::text).containsExactly(Message.of("definition.reference", "NO_SUCH_THING"));
	}

	@Test
	void takesSecretsByReferenceOnly() {
		String plain = LEAST.replace("memory, name: hr", "sourceonly, password: hunter2");
		assertThat(faults(plain, Map.of())).extracting((fault) -> fault.text().code())
			.containsExactly("definition.secret");
		this.environment.setProperty("HR_PASSWORD", "hunter2");
		read(plain.replace("hunter2", "'${HR_PASSWORD}'"));
		for (String partly : List.of("'${NO_SUCH_THING:hunter2}'", "'${HR_PASSWORD}2'", "'${HR_PASSWORD:${OTHER}}'")) {
			assertThat(faults(plain.replace("hunter2", partly), Map.of())).as(partly)
				.extracting((fault) -> fault.text().code())
				.containsExactly("definition.secret");
		}
		assertThat(faults(LEAST.replace("memory, name: hr", "sourceonly"), Map.of("source.password", "hunter2")))
			.allSatisfy((fault) -> assertThat(fault.toString()).doesNotContain("hunter2"));
	}

	@Test
	void overridesKeysForOneRun() {
		JobDefinition job = read(LEAST,
				Map.of("source.name", "other", "limits.delete.count", "9", "operations", "delete"));
		assertThat(job.source().settings()).isEqualTo(new MemoryConnector.MemorySettings("other"));
		assertThat(deletions(job).count()).isEqualTo(9);
		assertThat(job.operations()).isEqualTo(new Operations(false, false, true, false));
	}

	@Test
	void saysWhenAnOverrideIsWrong() {
		assertThat(faults(LEAST, Map.of("source.nmae", "x"))).extracting(Fault::place, Fault::key)
			.containsExactly(tuple("--set", "source.nmae"));
	}

	@Test
	void doesNotIgnoreEverything() {
		assertThat(faults(LEAST + "ignore: [{operations: [update]}]\n", Map.of()))
			.extracting((fault) -> fault.text().code())
			.containsExactly("definition.ignore-all");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{count: -1}", "{floor: -1}", "{cap: -1}" })
	void refusesALimitOfLessThanNothing(String limit) {
		assertThat(codes(LEAST + "limits: {delete: " + limit + "}\n")).containsExactly("definition.limit");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{percent: -0.1}", "{percent: 100.1}", "{percent: .nan}", "{percent: .inf}",
			"{small-percent: 101}" })
	void refusesALimitThatLimitsNothing(String limit) {
		assertThat(codes(LEAST + "limits: {delete: " + limit + "}\n")).containsExactly("definition.limit-percent");
	}

	@Test
	void takesTheEndsOfALimit() {
		assertThat(deletions(
				read(LEAST + "limits: {delete: {count: 0, percent: 0, small-percent: 0, floor: 0, cap: 0}}\n")))
			.isEqualTo(new Limit(0, 0, 0, 0, 0));
		assertThat(deletions(read(LEAST + "limits: {delete: {percent: 100, cap: 9000000000}}\n")))
			.isEqualTo(new Limit(50, 100, 80, 5, 9_000_000_000L));
	}

	@Test
	void whatIsSaidOfAllStandsBelowWhatIsSaidOfSome() {
		Limits limits = read(LEAST + """
				limits:
				  delete: {count: 7, percent: 30, cap: 900}
				  move: {floor: 1}
				  members: {delete: {percent: 40}, update: {cap: 20000}}
				  departments: {delete: {cap: 30}}
				  subtrees: {delete: {percent: 60}, move: {cap: 9}}
				""").limits();
		assertThat(limits.of(EntryKind.MEMBER, ChangeKind.DELETE)).isEqualTo(new Limit(7, 40, 80, 5, 900));
		assertThat(limits.of(EntryKind.DEPARTMENT, ChangeKind.DELETE)).isEqualTo(new Limit(7, 30, 80, 5, 30));
		assertThat(limits.of(EntryKind.MEMBER, ChangeKind.MOVE)).isEqualTo(new Limit(50, 20, 80, 1, 5000));
		assertThat(limits.of(EntryKind.DEPARTMENT, ChangeKind.MOVE)).isEqualTo(new Limit(50, 20, 80, 1, 1000));
		assertThat(limits.of(EntryKind.MEMBER, ChangeKind.UPDATE).cap()).isEqualTo(20_000);
		assertThat(limits.of(EntryKind.DEPARTMENT, ChangeKind.UPDATE).cap()).isEqualTo(1000);
		assertThat(limits.of(EntryKind.MEMBER, ChangeKind.DISABLE)).isEqualTo(new Limit(50, 20, 80, 5, 500));
		assertThat(limits.inSubtrees(ChangeKind.DELETE)).isEqualTo(new Limit(50, 60, 80, 20, Limit.NO_CAP));
		assertThat(limits.inSubtrees(ChangeKind.DISABLE)).isEqualTo(new Limit(50, 50, 80, 20, Limit.NO_CAP));
		assertThat(limits.inSubtrees(ChangeKind.MOVE)).isEqualTo(new Limit(50, 50, 80, 20, 9));
		assertThat(limits.inSubtrees(ChangeKind.CREATE)).as("not named, not measured").isNull();
	}

	@Test
	void tellsEveryFaultOfTheLimitsAtOnce() {
		assertThat(faults(LEAST + """
				limits:
				  update: {cap: -5, percents: 3}
				  members:
				    move: {percent: 120, floor: few}
				    rename: {cap: 1}
				  subtrees: {delete: {small-percent: -1}}
				  none: true
				""", Map.of())).extracting(Fault::place, Fault::key, (fault) -> fault.text().code())
			.containsExactlyInAnyOrder(tuple("job.yaml:5", "limits.update.cap", "definition.limit"),
					tuple("job.yaml:5", "limits.update.percents", "definition.unknown-key"),
					tuple("job.yaml:7", "limits.members.move.percent", "definition.limit-percent"),
					tuple("job.yaml:7", "limits.members.move.floor", "definition.not-a-number"),
					tuple("job.yaml:8", "limits.members.rename.cap", "definition.unknown-key"),
					tuple("job.yaml:9", "limits.subtrees.delete.small-percent", "definition.limit-percent"),
					tuple("job.yaml:10", "limits.none", "definition.unknown-key"));
	}

	/** Without a key nobody is recognised: everybody would be new, and everybody gone. */
	@Test
	void refusesToMatchByNothing() {
		assertThat(codes(LEAST + "match: {members: [], departments: []}\n"))
			.containsExactlyInAnyOrder("definition.match-members", "definition.match-departments");
		assertThat(codes(LEAST + "match: {members: [userid, new-userid]}\n"))
			.containsExactly("definition.match-members");
	}

	@ParameterizedTest
	@ValueSource(strings = { "[create, update, delete]", "create, update, delete", "[create, UPDATE, {delete: }]",
			"{create: , update: , delete: }", "[create, update, {delete: {departments: false}}]" })
	void readsOperationsInAnyForm(String operations) {
		assertThat(read(LEAST.replace("[create, update]", operations)).operations())
			.isEqualTo(new Operations(true, true, true, false));
	}

	@ParameterizedTest
	@ValueSource(strings = { "[{delete: {departments: maybe}}]", "[{create: {departments: true}}]",
			"[{delete: {members: true}}]", "[{delete: true}]" })
	void refusesAnyOtherOptionOfAnOperation(String operations) {
		assertThat(codes(LEAST.replace("[create, update]", operations))).contains("definition.operation-option");
	}

	@Test
	void aRunsOwnOperationsTakeThePlaceOfAllInTheFile() {
		assertThat(read(LEAST.replace("[create, update]", "[create, update, {delete: {departments: true}}]"),
				Map.of("operations[0]", "create"))
			.operations()).isEqualTo(new Operations(true, false, false, false));
	}

	@Test
	void whoeverLeavesIsDeletedAtOnceUnlessItSaysOtherwise() {
		assertThat(read(LEAST).onLeave()).isEqualTo(new LeaveTerms(OnLeave.DELETE, null));
		assertThat(leave("delete")).isEqualTo(new LeaveTerms(OnLeave.DELETE, null));
		assertThat(leave("disable")).isEqualTo(new LeaveTerms(OnLeave.DISABLE, null));
	}

	@ParameterizedTest
	@CsvSource({ "30d, 30d", "30, 30d", "'\"30\"', 30d", "P30D, 30d", "36h, 36h", "48h, 2d", "90m, 1h30m" })
	void whoeverLeavesMayBeDisabledForATimeThatIsWrittenAsSpringBindsIt(String written, String told) {
		LeaveTerms terms = leave("{disable-then-delete-after: " + written + "}");
		assertThat(terms.rule()).isEqualTo(OnLeave.DISABLE_THEN_DELETE);
		assertThat(terms.deleteAfterText()).isEqualTo(told);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "soon", "0d", "-3d", "''", "36501d", "99999999999999999999d", "9223372036854775807d", "3w" })
	void refusesToWaitForNoTimeAtAll(String written) {
		List<Fault> faults = faults(DELETING + "on-leave:\n  disable-then-delete-after: " + written + "\n", Map.of());
		assertThat(faults).extracting(Fault::place, Fault::key, (fault) -> fault.text().code())
			.containsExactly(tuple("job.yaml:5", "on-leave.disable-then-delete-after", "definition.wait"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "disabled", "DISABLE", "", "[disable]", "{delete-after: 3d}", "{disable: true}",
			"{disable-then-delete-after: 3d, disable: true}" })
	void refusesAnyOtherWayToLeave(String written) {
		assertThat(codes(DELETING + "on-leave: " + written + "\n")).containsExactly("definition.on-leave");
	}

	@Test
	void aJobThatDoesNotDeleteHasNothingToSayOfThoseWhoLeave() {
		List<Fault> faults = faults(LEAST + "on-leave: disable\n", Map.of());
		assertThat(faults).extracting(Fault::place, Fault::key, (fault) -> fault.text().code())
			.containsExactly(tuple("job.yaml:4", "on-leave", "definition.on-leave-without-delete"));
	}

	@Test
	void aRunMaySayOtherwiseOfThoseWhoLeave() {
		String yaml = DELETING + "on-leave: {disable-then-delete-after: 30d}\n";
		assertThat(read(yaml, Map.of("on-leave", "delete")).onLeave().rule()).isEqualTo(OnLeave.DELETE);
		assertThat(read(yaml, Map.of("on-leave.disable-then-delete-after", "7d")).onLeave().deleteAfterText())
			.isEqualTo("7d");
		assertThat(read(DELETING + "on-leave: disable\n", Map.of("on-leave.disable-then-delete-after", "7d")).onLeave()
			.rule()).isEqualTo(OnLeave.DISABLE_THEN_DELETE);
	}

	@Test
	void theTimeMayBeAReference() {
		this.environment.setProperty("DAYS", "14");
		assertThat(leave("{disable-then-delete-after: '${DAYS}'}").deleteAfterText()).isEqualTo("14d");
	}

	@Test
	void isAboutEverybodyUnlessItSaysAboutWhom() {
		assertThat(read(LEAST).scope().selectsAll()).isTrue();
		assertThat(read(LEAST + "scope: {members: [ZhangSan, 1001], departments: [公司/研发, 甲]}\n").scope())
			.isEqualTo(new EntrySelector(Set.of("zhangsan", "1001"), List.of("公司/研发", "甲")));
		assertThat(read(LEAST + "scope: {members: 'a, b'}\n").scope())
			.isEqualTo(new EntrySelector(Set.of("a", "b"), List.of()));
	}

	@Test
	void whomARunIsAboutTakesThePlaceOfAllThatTheFileSays() {
		String yaml = LEAST + "scope: {members: [a, b], departments: [公司]}\n";
		assertThat(read(yaml, Map.of("scope.members", "x,y")).scope())
			.isEqualTo(new EntrySelector(Set.of("x", "y"), List.of()));
		assertThat(read(yaml, Map.of("scope.departments[0]", "甲,乙")).scope())
			.isEqualTo(new EntrySelector(Set.of(), List.of("甲,乙")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{members: []}", "{members: , departments: }", "a", "{members: ['']}" })
	void refusesToBeAboutNobody(String scope) {
		assertThat(codes(LEAST + "scope: " + scope + "\n")).containsExactly("definition.scope-empty");
	}

	@Test
	void saysWhatIsUnknownInAScope() {
		assertThat(faults(LEAST + "scope: {members: [a], people: [b]}\n", Map.of())).extracting(Fault::key)
			.containsExactly("scope.people[0]");
	}

	@Test
	void aJobIsOneDocument() {
		assertThat(codes(LEAST + "---\n" + LEAST)).containsExactly("definition.several-documents");
	}

	@Test
	void aReferenceMayHaveADefault() {
		assertThat(read(LEAST.replace("hr", "'${NO_SUCH_THING:payroll}'")).source().settings())
			.isEqualTo(new MemoryConnector.MemorySettings("payroll"));
	}

	@Test
	void aScheduleWithoutAZoneIsInTheZoneOfTheMachine() {
		assertThat(read(LEAST + "schedule: {cron: '0 0 3 * * *'}\n").schedule().zone())
			.isEqualTo(ZoneId.systemDefault());
	}

	@Test
	void aScheduleThatNeverComesHasNoNextTime() {
		assertThat(read(LEAST + "schedule: {cron: '0 0 0 31 2 *', zone: UTC}\n").schedule().next(Instant.EPOCH))
			.isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "limits: 5", "match: userid", "ignore: gender", "schedule: nightly" })
	void saysSoWhenAKeyHoldsSomethingOfAnotherForm(String line) {
		assertThat(codes(LEAST + line + "\n")).isNotEmpty();
	}

	private LeaveTerms leave(String written) {
		return read(DELETING + "on-leave: " + written + "\n").onLeave();
	}

	private static Limit deletions(JobDefinition job) {
		return job.limits().of(EntryKind.MEMBER, ChangeKind.DELETE);
	}

	private List<String> codes(String yaml) {
		return faults(yaml, Map.of()).stream().map((fault) -> fault.text().code()).toList();
	}

	private JobDefinition read(String yaml) {
		return read(yaml, Map.of());
	}

	private JobDefinition read(String yaml, Map<String, String> overrides) {
		return this.reader.read(new JobText("job", "job.yaml", yaml, overrides));
	}

	private List<Fault> faults(String yaml, Map<String, String> overrides) {
		return catchThrowableOfType(JobFileException.class, () -> read(yaml, overrides)).faults();
	}

	/** A connector that is no target and is particular about its settings. */
	static final class SourceOnly implements Connector<SourceOnly.Depth> {

		/** Settings that refuse nonsense. */
		record Depth(int depth, String password) {

			Depth {
				if (depth < 0) {
					throw new SettingsException(Message.of("test.depth", depth));
				}
			}

		}

		@Override
		public String name() {
			return "sourceonly";
		}

		@Override
		public Class<Depth> settings() {
			return Depth.class;
		}

	}

	/** A source of which only what stands beside it can be read. */
	private static final class Accompanied implements Connector<MemoryConnector.MemorySettings> {

		@Override
		public String name() {
			return "accompanied";
		}

		@Override
		public Class<MemoryConnector.MemorySettings> settings() {
			return MemoryConnector.MemorySettings.class;
		}

		@Override
		public boolean takesCompanion() {
			return true;
		}

		@Override
		public Source openSource(MemoryConnector.MemorySettings settings, Surroundings surroundings) {
			return Objects.requireNonNull(surroundings.companion());
		}

	}

}
