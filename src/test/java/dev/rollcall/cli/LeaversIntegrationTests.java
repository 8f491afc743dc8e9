package dev.rollcall.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Those who leave: disabled, waiting, coming back, deleted when their time has come. */
class LeaversIntegrationTests {

	private static final String EVERYTHING = "operations: [create, update, {delete: {departments: true}}]\n";

	private static final String THIRTY_DAYS = EVERYTHING + "on-leave: {disable-then-delete-after: 30d}\n";

	@TempDir
	Path home;

	private Commands commands;

	@BeforeEach
	void load() {
		this.commands = Commands.in(this.home);
		source("a", "b", "c", "d");
		job("load", "operations: [create]");
		job("nightly", THIRTY_DAYS);
		this.commands.give("run", "load").ending(0);
	}

	@Test
	void theWholeLifeOfALeaver() {
		assertThat(this.commands.give("leavers").ending(0).out()).isEqualTo("Nobody is disabled and waiting.\n");
		source("a", "b");
		Said planned = this.commands.give("run", "nightly", "--dry-run").ending(0);
		assertThat(planned.out()).contains("! member  c  名c  (only in the target: disabled now, deleted after 30d)",
				"enabled: (empty) → false");
		assertThat(this.commands.give("leavers").ending(0).out()).as("nothing has been done").startsWith("Nobody");
		this.commands.give("run", "nightly").ending(0);
		assertThat(enabled()).isEqualTo(Map.of("a", "", "b", "", "c", "false", "d", "false"));
		assertThat(leavers()).extracting((line) -> line.get("userid").textValue()).containsExactly("c", "d");
		JsonNode first = leavers().get(0);
		assertThat(Duration.between(Instant.parse(first.get("disabledSince").textValue()),
				Instant.parse(first.get("deletedAfter").textValue())))
			.isEqualTo(Duration.ofDays(30));
		assertThat(first.get("run").longValue()).isEqualTo(3);

		this.commands.letPass(Duration.ofDays(29));
		Said waiting = this.commands.give("run", "nightly").ending(0);
		assertThat(waiting.out()).startsWith("Nothing to do")
			.contains("member, target: 4 read = 2 equal + 2 disabled and waiting",
					"department, target: 5 read = 3 equal + 2 disabled and waiting");

		source("a", "b", "d");
		Said back = this.commands.give("run", "nightly").ending(0);
		assertThat(back.out()).contains("~ member  d  名d  (in the source again; was disabled on ");
		assertThat(enabled()).containsEntry("d", "true");
		assertThat(leavers()).extracting((line) -> line.get("userid").textValue()).containsExactly("c");

		this.commands.letPass(Duration.ofDays(2));
		Said over = this.commands.give("run", "nightly").ending(0);
		assertThat(over.out()).contains("- member  c  名c  (only in the target, disabled since ", ": the wait is over)");
		assertThat(enabled()).containsOnlyKeys("a", "b", "d");
		assertThat(leavers()).isEmpty();
		assertThat(this.commands.give("run", "nightly").ending(0).out()).startsWith("Nothing to do");
	}

	@Test
	void aDepartmentInWhichOnlyLeaversAreWaitsWithThem() {
		source("a", "b", "c");
		Said said = this.commands.give("run", "nightly").ending(0);
		assertThat(said.out()).contains("department, target: 5 read = 4 equal + 1 disabled and waiting");
		assertThat(EmbeddedDirectory.members(this.home).get("d")).containsEntry("departments", "公司/部门d");
		this.commands.letPass(Duration.ofDays(31));
		assertThat(this.commands.give("run", "nightly").ending(0).out()).contains("- member  d ",
				"- department  公司/部门d ");
	}

	@Test
	void whoeverNeverComesBackStaysDisabledWhereNothingElseIsSaid() {
		job("nightly", EVERYTHING + "on-leave: disable");
		source("a", "b", "c");
		this.commands.give("run", "nightly").ending(0);
		this.commands.letPass(Duration.ofDays(10_000));
		assertThat(this.commands.give("run", "nightly").ending(0).out()).startsWith("Nothing to do");
		assertThat(this.commands.give("leavers").ending(0).out()).containsPattern("userid +name +disabled since")
			.containsPattern("d +名d +\\S+ \\S+ +never +jdbc:embedded +nightly +2");
	}

	@Test
	void aJobThatOnlyDeletesEnablesWhoeverComesBackIfItDisablesPeople() {
		job("delete", "operations: [delete]\non-leave: disable");
		source("a", "b", "c");
		this.commands.give("run", "delete").ending(0);
		source("a", "b", "c", "d");
		this.commands.give("run", "delete").ending(0);
		assertThat(enabled()).containsEntry("d", "true");
		assertThat(leavers()).isEmpty();
	}

	@Test
	void aJobOfAnotherKindSeesTheSameQueue() {
		source("a", "b", "c");
		this.commands.give("run", "nightly").ending(0);
		source("a", "b", "c", "d");
		job("delete", "operations: [delete]");
		assertThat(this.commands.give("run", "delete").ending(0).out()).contains("Nothing to do");
		assertThat(leavers()).as("it may not enable anybody").hasSize(1);
		job("upsert", "operations: [create, update]");
		this.commands.give("run", "upsert").ending(0);
		assertThat(enabled()).containsEntry("d", "true");
		assertThat(leavers()).isEmpty();
	}

	@Test
	void whoeverIsEnabledByHandJustLeavesTheQueueWhenARunHasSeenIt() {
		source("a", "b", "c");
		this.commands.give("run", "nightly").ending(0);
		Database.update(this.home, "UPDATE directory_member SET enabled = 'true' WHERE userid_key = 'd'");
		source("a", "b", "c", "d");
		this.commands.give("plan", "nightly").ending(0);
		assertThat(leavers()).as("a plan changes nothing").hasSize(1);
		assertThat(this.commands.give("run", "nightly").ending(0).out()).startsWith("Nothing to do");
		assertThat(leavers()).isEmpty();
	}

	@Test
	void theQueueFollowsWhoeverIsRenamedOrDeletedByHand() {
		job("update", "operations: [update]\nignore: [{fields: [enabled]}]");
		source("a", "b");
		this.commands.give("run", "nightly").ending(0);
		Database.update(this.home, "DELETE FROM directory_membership WHERE userid_key = 'd'",
				"DELETE FROM directory_member WHERE userid_key = 'd'");
		source("a", "b", "c:renamed");
		this.commands.give("run", "update").ending(0);
		assertThat(EmbeddedDirectory.members(this.home).get("renamed")).containsEntry("enabled", "false");
		assertThat(leavers()).as("one is in the source again, the other one is nowhere").isEmpty();
	}

	@Test
	void whoeverWasDisabledByHandWaitsFromNowOn() {
		Database.update(this.home, "UPDATE directory_member SET enabled = 'false' WHERE userid_key = 'd'");
		source("a", "b", "c");
		assertThat(this.commands.give("run", "nightly").ending(0).out())
			.contains("(only in the target and disabled already: the wait begins now, deleted after 30d)");
		assertThat(leavers()).hasSize(1);
		assertThat(this.commands.give("run", "nightly").ending(0).out()).startsWith("Nothing to do");
	}

	@Test
	void nobodyIsDisabledOnTheWordOfAnIncompleteSource() {
		List<List<String>> rows = rows("a", "b", "c");
		rows.add(List.of("名e", "bad userid!", "公司", "", "", ""));
		Sheets.members(this.home.resolve("source.xlsx"), rows);
		assertThat(this.commands.give("run", "nightly").ending(4).out()).contains("! member  d ", "withheld");
		assertThat(enabled()).containsEntry("d", "");
		assertThat(leavers()).isEmpty();
	}

	@Test
	void saysInChineseWhoWaits() {
		source("a", "b", "c");
		this.commands.give("run", "nightly").ending(0);
		assertThat(this.commands.give("leavers", "--lang", "zh").ending(0).out()).contains("账号", "停用时间", "删除时间", "名d");
	}

	private void source(String... userids) {
		Sheets.members(this.home.resolve("source.xlsx"), rows(userids));
	}

	private static List<List<String>> rows(String... userids) {
		List<List<String>> rows = new ArrayList<>();
		for (String userid : userids) {
			String first = userid.substring(0, 1);
			rows.add(List.of("名" + first, userid, "公司/部门" + first, "", "", ""));
		}
		return rows;
	}

	private void job(String name, String rules) {
		this.commands.job(name,
				"source: {connector: excel, file: source.xlsx}\ntarget: {connector: jdbc}\n" + rules + "\n");
	}

	private JsonNode leavers() {
		return this.commands.give("leavers", "--format", "json").ending(0).json();
	}

	/** Whether each member is enabled, as the directory tells. */
	private Map<String, String> enabled() {
		Map<String, String> enabled = new TreeMap<>();
		EmbeddedDirectory.members(this.home)
			.forEach((userid, fields) -> enabled.put(userid, fields.getOrDefault("enabled", "")));
		return enabled;
	}

}
