package dev.rollcall.restart;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

import dev.rollcall.sandbox.CallLog;
import dev.rollcall.sandbox.wecom.Population;
import dev.rollcall.sandbox.wecom.Powers;
import dev.rollcall.sandbox.wecom.WeComLookalike;
import dev.rollcall.sandbox.wecom.WeComOptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Processes that are killed while they read from WeCom or write to it, which does not
 * wait for our transactions and shows nothing but ids: a restart brings about what an
 * undisturbed run does, and creates nobody and nothing twice.
 */
class KilledWeComRunsIntegrationTests {

	private static final int PEOPLE = 310;

	private static final String SECRET = "TEST_WECOM_CONTACT_SECRET";

	private static final String TO_WECOM = """
			source: {connector: excel, file: firm.xlsx}
			target: {WECOM, import-from: %d}
			match: {members: [userid], departments: [id, path]}
			""";

	private static final String FROM_WECOM = """
			source: {WECOM}
			target: {connector: jdbc}
			match: {members: [userid], departments: [id]}
			""";

	/** More than one page of ids holds, and more than are staged at once. */
	private static final int LISTED = 12_000;

	/**
	 * WeCom as it is today, and no quicker with an import than a process can be killed.
	 */
	private static final WeComOptions OPTIONS = WeComOptions.defaults()
		.with(Powers.TODAY)
		.with(new WeComOptions.Pace(Duration.ofHours(2), PEOPLE, Duration.ofDays(1)));

	private static final WeComOptions LARGE = OPTIONS.with(Population.seeded(LISTED, 400, 1));

	/** What comes of a job when nobody disturbs it. */
	private static final Map<String, JsonNode> ENDS = new HashMap<>();

	private static Path firm;

	@BeforeAll
	static void writeTheFirm() {
		firm = Homes.copyOf(Homes.SMALL.empty());
		new Firm(PEOPLE).writeThisMonth(firm.resolve("firm.xlsx"));
	}

	@Test
	void whileDepartmentsAreCreated() {
		survives(1_000_000, (calls) -> calls.count("department/create", "0") >= 20);
	}

	@Test
	void whileMembersAreCreatedOneByOne() {
		survives(1_000_000, (calls) -> calls.count("user/create", "0") >= PEOPLE / 3);
	}

	@Test
	void whileMembersAreImported() {
		survives(100, (calls) -> calls.count("batch/getresult", "0") >= 1);
	}

	@Test
	void whileIdsAreListed() {
		try (RemoteAttempt<WeComLookalike> undisturbed = attempt(LARGE, FROM_WECOM)) {
			List<String> writes = undisturbed.isDoneBy("run");
			long staged = writes.stream().filter((write) -> write.startsWith("stageSource#")).count();
			survives(undisturbed, (killed) -> killed.isKilledWhen((calls) -> calls.count("user/list_id") >= 1));
			survives(undisturbed,
					(killed) -> killed.isKilledAt(KillPoint.kill("stageSource", Math.toIntExact(staged / 2))));
		}
	}

	private static void survives(RemoteAttempt<WeComLookalike> undisturbed,
			Consumer<RemoteAttempt<WeComLookalike>> kill) {
		try (RemoteAttempt<WeComLookalike> killed = attempt(LARGE, FROM_WECOM)) {
			kill.accept(killed);
			killed.goesOn();
			assertThat(killed.embedded()).isEqualTo(undisturbed.embedded());
			assertThat(killed.run()).isZero();
		}
	}

	private static void survives(int importFrom, Predicate<CallLog> moment) {
		String job = TO_WECOM.formatted(importFrom);
		JsonNode end = ENDS.computeIfAbsent(job, KilledWeComRunsIntegrationTests::undisturbed);
		try (RemoteAttempt<WeComLookalike> killed = attempt(OPTIONS, job)) {
			killed.isKilledWhen(moment);
			assertThat(killed.directory().state()).isNotEqualTo(end);
			killed.goesOn();
			assertThat(killed.directory().state()).isEqualTo(end);
			assertThat(killed.directory().calls().count("department/create", "0"))
				.isEqualTo(end.get("departments").size() - 1);
			assertThat(killed.directory().calls().count("user/create", "0"))
				.isLessThanOrEqualTo(end.get("members").size());
			assertThat(killed.run()).isZero();
		}
	}

	private static JsonNode undisturbed(String job) {
		try (RemoteAttempt<WeComLookalike> undisturbed = attempt(OPTIONS, job)) {
			undisturbed.run();
			return undisturbed.directory().state();
		}
	}

	private static RemoteAttempt<WeComLookalike> attempt(WeComOptions options, String job) {
		WeComLookalike weCom = WeComLookalike.start(options);
		String settings = "connector: wecom, base-url: '%s', corp-id: %s, contact-secret: '${%s}'"
			.formatted(weCom.baseUrl(), weCom.secrets().corporation(), SECRET);
		return new RemoteAttempt<>(Homes.copyOf(firm), weCom, Map.of(SECRET, weCom.secrets().contact()),
				job.replace("WECOM", settings) + """
						operations: [create, update]
						limits:
						  create: {percent: 100, cap: 100000}
						""");
	}

}
