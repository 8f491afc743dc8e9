package dev.rollcall.cli;

import java.nio.file.Path;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.connector.memory.MemoryConnector;
import dev.rollcall.connector.memory.MemoryDirectory;
import dev.rollcall.directory.Schema;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs that are taken back: as a whole, in part, later, twice, or not at all. */
class UndoCommandsIntegrationTests {

	@TempDir
	Path home;

	private Commands commands;

	private List<String> before;

	@BeforeEach
	void load() {
		this.commands = Commands.afterTheFirstRun(this.home);
		this.commands.job("departments-too", """
				source: {connector: excel, file: samples/wecom-contacts.xlsx}
				target: {connector: jdbc}
				operations: [{delete: {departments: true}}]
				limits: {delete: {percent: 100, small-percent: 100}}
				""");
		this.before = EmbeddedDirectory.rows(this.home);
	}

	@Test
	void takesBackWhatWasCreatedAndUpdated() {
		upsert();
		List<String> after = EmbeddedDirectory.rows(this.home);
		assertThat(after).isNotEqualTo(this.before);
		Said undo = this.commands.give("undo", "2").ending(0);
		assertThat(undo.out()).contains("  - member  hehao  何浩  (takes back run 2)", "name: 基础平台部 → 平台研发部",
				"departments: 示例科技/产品中心/企业产品部 → 示例科技/研发中心/平台研发部/后端组", "Run 3 of wecom-excel-upsert: done.",
				"Takes back run 2.", "Note: the next run of wecom-excel-upsert does again what was taken back, unless");
		assertThat(EmbeddedDirectory.rows(this.home)).isEqualTo(this.before);
		assertThat(this.commands.give("show", "2").ending(0).out()).contains("Taken back by run 3.");
		assertThat(this.commands.give("runs").ending(0).out()).contains("wecom-excel-upsert (undo of 2)");
		JsonNode shown = this.commands.give("show", "2", "--format", "json").ending(0).json();
		assertThat(shown.get("undoneBy").longValue()).isEqualTo(3);
		Said redo = this.commands.give("undo", "3").ending(0);
		assertThat(redo.out())
			.contains("+ department  示例科技/研发中心/人工智能部  (takes back run 3, but cannot bring back its number")
			.doesNotContain("the next run");
		assertThat(EmbeddedDirectory.rows(this.home)).isEqualTo(after);
	}

	@Test
	void bringsBackWhatWasDeletedAlthoughUnderOtherNumbers() {
		upsert();
		List<String> upserted = EmbeddedDirectory.rows(this.home);
		Said delete = this.commands.give("run", "departments-too").ending(0);
		assertThat(delete.out()).contains("  - department  示例科技/研发中心/人工智能部", "  - member  hehao");
		Said undo = this.commands.give("undo", "3").ending(0);
		assertThat(undo.out()).contains("  + department  示例科技/研发中心/人工智能部  (takes back run 3, but", "  + member  hehao");
		assertThat(EmbeddedDirectory.rows(this.home)).isEqualTo(upserted);
		assertThat(this.commands.give("undo", "3").ending(0).out())
			.startsWith("Nothing to do: nothing that run 3 has done is left to be taken back.");
		this.commands.give("undo", "2").ending(0);
		assertThat(EmbeddedDirectory.rows(this.home))
			.as("the department came with run 2, and goes under its new number")
			.isEqualTo(this.before);
	}

	@Test
	void leavesAloneWhatSomebodyElseHasChangedSince() {
		upsert();
		EmbeddedDirectory.write(this.home, "UPDATE directory_member SET mobile = '1' WHERE userid_key = 'chenyang'");
		EmbeddedDirectory.write(this.home, "UPDATE directory_member SET alias = 'new' WHERE userid_key = 'hehao'");
		EmbeddedDirectory.write(this.home, "DELETE FROM directory_member_field WHERE userid_key = 'wangyu'");
		EmbeddedDirectory.write(this.home, "DELETE FROM directory_membership WHERE userid_key = 'wangyu'");
		EmbeddedDirectory.write(this.home, "DELETE FROM directory_member WHERE userid_key = 'wangyu'");
		Said undo = this.commands.give("undo", "2").ending(4);
		assertThat(undo.out()).contains(
				"~ member  chenyang  陈洋  (takes back run 2)  [withheld: changed since by somebody else: mobile]",
				"- member  hehao  何浩  (takes back run 2)  [withheld: changed since by somebody else: alias]",
				"[withheld: it is not there any more]", "done, but not all of it",
				"3 left alone because they were changed since");
		assertThat(EmbeddedDirectory.members(this.home).get("chenyang")).containsEntry("mobile", "1");
		assertThat(EmbeddedDirectory.members(this.home)).containsKey("hehao").doesNotContainKey("wangyu");
		assertThat(undo.out()).contains(
				"- department  示例科技/研发中心/人工智能部  (takes back run 2)  [withheld: members or departments stay in it]");
		assertThat(this.commands.give("show", "3").ending(0).out()).contains("Not done:",
				"changed since by somebody else: mobile");
	}

	@Test
	void anUndoThatPassesALimitIsHeldApprovedAndApplied() {
		this.commands.job("strict", """
				source: {connector: excel, file: samples/wecom-contacts-next-month.xlsx}
				target: {connector: jdbc}
				operations: [create, update]
				limits: {delete: {cap: 0}}
				""");
		Said run = this.commands.give("run", "strict");
		assertThat(run.out()).contains("Run 2 of strict");
		List<String> after = EmbeddedDirectory.rows(this.home);
		assertThat(after).isNotEqualTo(this.before);
		assertThat(this.commands.give("undo", "2").ending(3).out()).contains("Run 3 of strict: held.", "Held: the plan",
				"approve 3 --digest");
		assertThat(EmbeddedDirectory.rows(this.home)).isEqualTo(after);
		assertThat(this.commands.give("apply", "3").ending(3).err()).contains("held because it passes a limit");
		String digest = this.commands.give("show", "3", "--format", "json")
			.ending(0)
			.json()
			.get("planDigest")
			.textValue();
		this.commands.give("approve", "3", "--digest", digest, "--reason", "the run was a mistake").ending(0);
		assertThat(this.commands.give("apply", "3").ending(0).out()).contains("Run 3 of strict: done.");
		assertThat(EmbeddedDirectory.rows(this.home)).isEqualTo(this.before);
	}

	@Test
	void plansFirstAndAppliesLater() {
		upsert();
		List<String> after = EmbeddedDirectory.rows(this.home);
		Said dry = this.commands.give("undo", "2", "--dry-run").ending(0);
		assertThat(dry.out()).contains("(takes back run 2)", "planned, not applied",
				"\"apply 3\" carries the plan out");
		assertThat(EmbeddedDirectory.rows(this.home)).isEqualTo(after);
		this.commands.give("apply", "3").ending(0);
		assertThat(EmbeddedDirectory.rows(this.home)).isEqualTo(this.before);
	}

	@Test
	void refusesAPlanThatIsStale() {
		upsert();
		this.commands.give("undo", "2", "--dry-run").ending(0);
		EmbeddedDirectory.write(this.home, "UPDATE directory_member SET mobile = '1' WHERE userid_key = 'chenyang'");
		List<String> changed = EmbeddedDirectory.rows(this.home);
		Said stale = this.commands.give("apply", "3").ending(3);
		assertThat(stale.err()).contains(
				"The plan of run 3 is stale: chenyang has changed since it was made. Nothing was written.",
				"\"undo 2\" makes a new one");
		assertThat(EmbeddedDirectory.rows(this.home)).isEqualTo(changed);
	}

	@Test
	void isHeldLikeAnyPlan() {
		Said held = this.commands.give("undo", "1").ending(3);
		assertThat(held.out()).contains("Held: the plan deletes 309 of 309 members (100.0 %)",
				"Held: the plan deletes 42 of 42 departments (100.0 %)", "Nothing was written.");
		assertThat(this.commands.give("apply", "2").ending(3).err()).contains("\"show 2\"");
		assertThat(EmbeddedDirectory.rows(this.home)).isEqualTo(this.before);
		assertThat(this.commands.give("show", "1").ending(0).out()).doesNotContain("Taken back");
		assertThat(this.commands.give("undo", "2").ending(0).out())
			.startsWith("Nothing to undo: run 2 has changed nothing.");
	}

	@Test
	void refusesARunThatThereIsNot() {
		assertThat(this.commands.give("undo", "7").ending(2).err()).contains("There is no run 7.");
		assertThat(this.commands.give("undo", "seven").ending(2).err()).contains("it is the number of a run");
		assertThat(this.commands.give("undo").ending(2).err()).contains("RUN is missing");
	}

	@Test
	void givesUpARunThatFailedAndTakesBackWhatItHasDone() {
		MemoryDirectory target = MemoryConnector.add("leaves", MemoryDirectory.plain("leaves", Schema.of("name")));
		this.commands.job("to-memory", """
				source: {connector: excel, file: samples/wecom-contacts.xlsx}
				target: {connector: memory, name: leaves}
				operations: [create]
				limits: {delete: {percent: 100, small-percent: 100}}
				""");
		target.leaveAfter(75);
		this.commands.give("run", "to-memory").ending(1);
		target.refuse(0);
		assertThat(target.members()).isNotEmpty();
		this.commands.give("undo", "2").ending(0);
		assertThat(this.commands.give("show", "2").ending(0).out()).contains("given up", "run 3 has begun");
		assertThat(target.members()).isEmpty();
		assertThat(target.departments()).isEmpty();
	}

	private void upsert() {
		this.commands.give("run", "wecom-excel-upsert", "--set", Commands.NEXT_MONTH).ending(0);
	}

}
