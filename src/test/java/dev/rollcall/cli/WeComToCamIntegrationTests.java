package dev.rollcall.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.rollcall.sandbox.Disturbance;
import dev.rollcall.sandbox.Fault;
import dev.rollcall.sandbox.Json;
import dev.rollcall.sandbox.cam.CamOptions;
import dev.rollcall.sandbox.cam.account.Quotas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * From WeCom's bare lists of ids to sub-users of Tencent Cloud, with the job file that
 * comes with Rollcall.
 */
class WeComToCamIntegrationTests {

	private static final Pattern DIGEST = Pattern.compile("--digest ([0-9a-f]+)");

	private static final String BACKEND_ONLY = "target.visible-range.departments=" + WeComToCam.BACKEND;

	@TempDir
	Path home;

	@Test
	void whoIsVisibleBecomesASubUserOnceAndGetsTheGroupsOfTheDepartments() {
		try (WeComToCam flow = WeComToCam.of(this.home, 4)) {
			flow.give("prepare").ending(0);
			Said plan = flow.give("plan").ending(0);
			assertThat(plan.out()).contains("+ member  dev1", "+ member  dev4").doesNotContain("seller");
			assertThat(flow.created()).as("a plan writes nothing").isZero();
			assertThat(flow.subUsers()).isEmpty();
			flow.about("apply", "1").ending(0);
			assertThat(flow.subUsers()).containsExactly("dev1 [developers]", "dev2 [backend, developers]",
					"dev3 [developers]", "dev4 [backend, developers]");
			assertThat(flow.cam().state().get("users")).allSatisfy((user) -> {
				assertThat(user.get("ConsoleLogin").asInt()).isZero();
				assertThat(user.get("keys").asInt()).isZero();
			});
			assertThat(flow.give("run").ending(0).out()).contains("Nothing to do");
			assertThat(flow.created()).isEqualTo(4);
		}
	}

	@Test
	void groupsFollowTheDepartmentAndWhoLeavesTheVisibleRangeGoes() {
		try (WeComToCam flow = WeComToCam.of(this.home, 5)) {
			flow.give("prepare").ending(0);
			flow.give("run").ending(0);
			flow.move("dev1", WeComToCam.BACKEND);
			flow.move("dev2", WeComToCam.SALES);
			flow.leaves("dev3");
			Said said = flow.give("run").ending(0);
			assertThat(said.out()).contains("groups: developers → backend,developers", "- member  dev2",
					"- member  dev3");
			assertThat(flow.subUsers()).containsExactly("dev1 [backend, developers]", "dev4 [backend, developers]",
					"dev5 [developers]");
			flow.move("dev2", WeComToCam.DEVELOPMENT);
			flow.give("run").ending(0);
			assertThat(flow.subUsers()).contains("dev2 [developers]");
			assertThat(flow.created()).isEqualTo(6);
		}
	}

	@Test
	void theLimitsOfTheFileHoldAPlanThatCreatesOrDeletesTooMuch() {
		try (WeComToCam flow = WeComToCam.of(this.home, 60)) {
			flow.give("prepare").ending(0);
			flow.give("run", "--set", BACKEND_ONLY).ending(0);
			assertThat(flow.subUsers()).hasSize(30);
			Said more = flow.give("run").ending(3);
			assertThat(more.out() + more.err()).contains("creates 30");
			assertThat(flow.subUsers()).as("held").hasSize(30);
			approve(flow, 2, more);
			flow.about("apply", "2").ending(0);
			assertThat(flow.subUsers()).hasSize(60);
			Said fewer = flow.give("run", "--set", BACKEND_ONLY).ending(3);
			assertThat(fewer.out() + fewer.err()).contains("deletes 30 of 60 members (50.0 %)");
			assertThat(flow.subUsers()).as("held").hasSize(60);
			approve(flow, 3, fewer);
			flow.about("apply", "3").ending(0);
			assertThat(flow.subUsers()).hasSize(30).allMatch((line) -> line.contains("backend"));
			assertThat(flow.created()).isEqualTo(60);
		}
	}

	@Test
	void aRunThatFailsInTheMiddleGoesOnWhereItWas() throws InterruptedException {
		CamOptions slow = CamOptions.defaults().with(Disturbance.ofLatency(20));
		try (WeComToCam flow = new WeComToCam(this.home, WeComToCam.company(30), slow)) {
			flow.give("prepare").ending(0);
			Thread refusal = flow.refusesOnce((calls) -> calls.count("AddUser") >= 4);
			Said failed = flow.give("run", "--set", "limits.create.percent=100").ending(1);
			refusal.join();
			assertThat(failed.err()).contains("clock");
			assertThat(flow.created()).isBetween(4L, 29L);
			flow.aheadBy(0);
			flow.about("restart", "1").ending(0);
			assertThat(flow.subUsers()).hasSize(30).contains("dev1 [developers]", "dev2 [backend, developers]");
			assertThat(flow.created()).as("nobody twice").isEqualTo(30);
			assertThat(flow.give("run").ending(0).out()).contains("Nothing to do");
		}
	}

	/** Who is too many for today is created tomorrow. */
	@Test
	void whenCamCreatesNoMoreTodayTheNextRunGoesOn() {
		Quotas few = new Quotas(0, 0, 0, 0, 7, 0);
		try (WeComToCam flow = new WeComToCam(this.home, WeComToCam.company(18), CamOptions.defaults().with(few))) {
			flow.give("prepare").ending(0);
			Said stopped = flow.give("run").ending(4);
			assertThat(stopped.out()).contains("create member: 18 planned, 7 done",
					"11 withheld: CAM takes no more creations for now", "Run the job again after");
			assertThat(flow.subUsers()).hasSize(7);
			assertThat(flow.cam().calls().count("AddUser")).as("one refusal is enough").isLessThan(18);
			flow.cam().switches(Json.object().set("quotas", Json.object().put("creations", 0)));
			flow.give("run").ending(0);
			assertThat(flow.subUsers()).hasSize(18).allMatch((line) -> line.contains("developers"));
			assertThat(flow.created()).isEqualTo(18);
		}
	}

	/** An answer that is lost does not say whether somebody was created. */
	@Test
	void nobodyIsCreatedTwiceWhenAnswersAreLost() {
		CamOptions disturbed = CamOptions.defaults()
			.with(Disturbance.NONE.seeded(3)
				.with(Fault.ANSWER_LOST, 0.25)
				.with(Fault.BUSY, 0.1)
				.only(Set.of("AddUser", "AddUserToGroup")));
		try (WeComToCam flow = new WeComToCam(this.home, WeComToCam.company(18), disturbed)) {
			flow.give("prepare").ending(0);
			flow.give("run", "--set", "target.patience.attempts=12").ending(0);
			assertThat(flow.cam().faults().done()).containsKey(Fault.ANSWER_LOST);
			assertThat(flow.subUsers()).hasSize(18)
				.allMatch((line) -> line.matches("dev\\d+ \\[(backend, )?developers]"));
			assertThat(flow.give("run").ending(0).out()).contains("Nothing to do");
			assertThat(flow.subUsers()).hasSize(18);
		}
	}

	@Test
	void whoWouldShareANameIsToldOfBeforeAnythingIsWrittenAndAPersonDecides() {
		try (WeComToCam flow = new WeComToCam(this.home, WeComToCam.company(1, "li@a.cn", "li@b.cn"),
				CamOptions.defaults())) {
			flow.give("prepare").ending(0);
			Said plan = flow.give("plan", "--set", "target.names.rule={userid-local}");
			assertThat(plan.out()).contains("+ member  dev1", "li@a.cn, li@b.cn").doesNotContain("+ member  li");
			assertThat(flow.subUsers()).isEmpty();
			Sheets.text(this.home.resolve("names.csv"), "userid,name\nli@a.cn,li-a\n");
			flow.give("run", "--set", "target.names.rule={userid-local}", "--set", "target.names.overrides=names.csv")
				.ending(0);
			assertThat(flow.subUsers()).containsExactly("dev1 [developers]", "li [backend, developers]",
					"li-a [backend, developers]");
		}
	}

	@Test
	void whomTheWorksheetNamesAndTheConsoleImportsIsCreatedNoMore() {
		try (WeComToCam flow = WeComToCam.of(this.home, 4)) {
			flow.give("prepare").ending(0);
			Said sheet = flow.give("worksheet", "--file", "sheet.xlsx", "--format", "json").ending(0);
			assertThat(sheet.json().get("rows").longValue()).isEqualTo(4);
			List<List<String>> rows = Sheets.read(this.home.resolve("sheet.xlsx"));
			List<List<String>> members = rows.subList(1, rows.size());
			assertThat(members).extracting((row) -> row.get(3))
				.containsExactlyInAnyOrder("developers", "backend, developers", "developers", "backend, developers");
			members.forEach((row) -> assertThat(flow.isImported(row.get(0), row.get(1))).isTrue());
			assertThat(flow.give("plan").ending(0).out()).doesNotContain("+ member", "- member");
			flow.give("run").ending(0);
			assertThat(flow.subUsers()).hasSize(4).contains("dev2 [backend, developers]");
			assertThat(flow.created()).isZero();
			assertThat(flow.give("worksheet", "--format", "json").ending(0).json().get("rows").longValue()).isZero();
			flow.leaves("dev1");
			flow.give("run").ending(0);
			assertThat(flow.subUsers()).as("what the console has made").hasSize(4);
		}
	}

	@Test
	void whoHasAPlainSubUserAndIsImportedHasTwoUntilAPersonDeletesOne() {
		try (WeComToCam flow = WeComToCam.of(this.home, 2)) {
			flow.give("prepare").ending(0);
			flow.give("run").ending(0);
			flow.give("worksheet", "--file", "sheet.xlsx").ending(0);
			assertThat(Sheets.read(this.home.resolve("sheet.xlsx")))
				.anySatisfy((row) -> assertThat(row).startsWith("dev1", "dev1")
					.anyMatch((cell) -> cell.startsWith("Has the plain sub-user dev1,")));
			assertThat(flow.isImported("dev1", "dev1")).as("the name is taken").isFalse();
			assertThat(flow.isImported("dev1", "dev1-wx")).isTrue();
			flow.leaves("dev2");
			Said said = flow.give("run").ending(4);
			assertThat(said.out()).contains("Conflict");
			assertThat(flow.subUsers()).as("neither is touched").hasSize(2).contains("dev1 [developers]");
			assertThat(flow.give("worksheet", "--format", "json").ending(0).json().get("rows").longValue()).isZero();
		}
	}

	private static void approve(WeComToCam flow, int run, Said held) {
		Matcher digest = DIGEST.matcher(held.out() + held.err());
		assertThat(digest.find()).as(held.out()).isTrue();
		flow.about("approve", String.valueOf(run), "--digest", digest.group(1), "--reason", "as announced").ending(0);
	}

}
