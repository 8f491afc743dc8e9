package dev.rollcall.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.staging.EmbeddedDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Plans that are held and sources that shrank: what a person is told, and decides. */
class ApprovalIntegrationTests {

	@TempDir
	Path home;

	private Commands commands;

	private Map<String, Map<String, String>> before;

	@Test
	void aHeldPlanIsShownApprovedAndAppliedOnce() {
		Said held = hold();
		int left = held.out().split("  - member", -1).length - 1 - 10;
		assertThat(left).as("each change once, and ten samples").isBetween(4, 40);
		assertThat(held.out()).contains("Run 2 of wecom-excel-delete: held.")
			.containsPattern("Held: the plan deletes " + left + " of " + this.before.size()
					+ " members \\([0-9.]+ %\\); the limit is 3\\.\nSuch as:\n(  - member  .*\n){10}Nothing was written\\.");
		String[] lines = held.out().split("\n");
		assertThat(lines[lines.length - 1]).isEqualTo("  apply 2");
		assertThat(this.commands.give("apply", "2").ending(3).err()).contains("held because it passes a limit",
				"\"show 2\"");
		JsonNode view = show();
		assertThat(view.at("/held/limits/0/kind").textValue()).isEqualTo("delete");
		assertThat(view.at("/held/limits/0/changes").intValue()).isEqualTo(left);
		assertThat(view.at("/held/limits/0/total").intValue()).isEqualTo(this.before.size());
		assertThat(view.at("/held/samples")).hasSize(Math.min(left, 10));
		assertThat(view.at("/held/approval").isNull()).isTrue();
		assertThat(lines[lines.length - 2]).isEqualTo("  " + view.at("/held/approve").textValue());
		assertThat(EmbeddedDirectory.members(this.home)).isEqualTo(this.before);

		assertThat(approve("announced on Monday").ending(0).out()).startsWith("Run 2 is approved until 20");
		assertThat(this.commands.give("show", "2").ending(0).out())
			.containsPattern("Approved by .+ until 20.+: announced on Monday\\. \"apply 2\" carries the plan out\\.");
		Said applied = this.commands.give("apply", "2").ending(0);
		assertThat(applied.out()).contains("Run 2 of wecom-excel-delete: done.", "Passed limits by the approval of ")
			.doesNotContain("Held:", "Continued");
		assertThat(EmbeddedDirectory.members(this.home)).hasSize(this.before.size() - left);
		assertThat(this.commands.give("apply", "2").ending(2).err()).contains("no plan that waits to be applied");
		assertThat(approve("again").ending(2).err()).contains("Nothing of run 2 waits for approval; it is done.");
		assertThat(audited()).singleElement()
			.asString()
			.contains("kind=LIMITS\ndigest=" + view.at("/planDigest").textValue())
			.contains("\nreason=announced on Monday\nexpires=");
	}

	@Test
	void whatIsTypedWrongApprovesNothing() {
		hold();
		String digest = digest();
		String other = (digest.startsWith("0") ? "1" : "0") + digest.substring(1);
		assertThat(give("approve", "2", "--digest", other, "--reason", "x").ending(2).err())
			.contains("The digest of the plan of run 2 is not " + other, "\"show 2\"");
		assertThat(give("approve", "2", "--digest", digest.substring(0, 7), "--reason", "x").ending(2).err())
			.contains("cannot be used for --digest", "its first 8 or more");
		for (String blank : List.of("", "  \t ", "…", "-- !")) {
			assertThat(give("approve", "2", "--digest", digest, "--reason", blank).ending(2).err())
				.contains("cannot be used for --reason: say in a few words why");
		}
		for (String duration : List.of("0h", "31d", "24", "PT1H", "-1h")) {
			assertThat(give("approve", "2", "--digest", digest, "--reason", "x", "--valid-for=" + duration).ending(2)
				.err()).contains("--valid-for", "such as 24h");
		}
		assertThat(give("approve", "2", "--digest", digest).ending(2).err()).contains("--reason is missing");
		assertThat(give("approve", "1", "--digest", digest, "--reason", "x").ending(2).err())
			.contains("Nothing of run 1 waits for approval; it is done.");
		assertThat(give("approve", "9", "--digest", digest, "--reason", "x").ending(2).err()).contains("no run 9");
		this.commands.give("apply", "2").ending(3);
		assertThat(audited()).isEmpty();
		assertThat(give("approve", "2", "--digest", digest.toUpperCase(java.util.Locale.ROOT), "--reason",
				"two\nlines\nkind=X", "--valid-for", "90m")
			.ending(0)
			.out()).contains("approved until");
		assertThat(audited()).singleElement().asString().contains("\nreason=two lines kind=X\n");
	}

	@Test
	void anApprovalExpires() {
		hold();
		approve("in a minute").ending(0);
		change("UPDATE approval SET expires_at = TIMESTAMP '2026-01-01 00:00:00'");
		Said refused = this.commands.give("apply", "2").ending(3);
		assertThat(refused.err()).contains("The approval of run 2 expired at 2026-01-01 00:00:00.",
				"approve 2 --digest " + digest().substring(0, 8) + " --reason");
		assertThat(this.commands.give("show", "2").ending(0).out()).contains("held", " expired at 2026-01-01 00:00:00.",
				"  approve 2 --digest");
		assertThat(show().at("/held/approval/good").booleanValue()).isFalse();
		approve("now").ending(0);
		this.commands.give("apply", "2").ending(0);
		assertThat(audited()).hasSize(2);
	}

	@Test
	void anApprovedPlanIsRefusedWhenTheTargetHasMovedOn() {
		hold();
		approve("as announced").ending(0);
		give("run", "wecom-excel-upsert", "--set", Commands.NEXT_MONTH).ending(0);
		Map<String, Map<String, String>> moved = EmbeddedDirectory.members(this.home);
		assertThat(this.commands.give("apply", "2").ending(3).err()).contains("The plan of run 2 is stale",
				"\"plan wecom-excel-delete --set ");
		assertThat(EmbeddedDirectory.members(this.home)).isEqualTo(moved);
		assertThat(this.commands.give("show", "2").ending(0).out())
			.contains("Run 2 of wecom-excel-delete: held.", "Note: The plan of run 2 is stale",
					"Held: the plan deletes")
			.doesNotContain("  approve 2", "carries the plan out");
		change("UPDATE approval SET expires_at = TIMESTAMP '2026-01-01 00:00:00'");
		assertThat(this.commands.give("apply", "2").ending(3).err()).as("nothing was begun by it").contains("expired");
	}

	@Test
	void saysItInChinese() {
		hold();
		assertThat(this.commands.give("show", "2", "--lang", "zh").ending(0).out())
			.containsPattern("已拦下：计划删除 \\d+ 名成员中的 \\d+（[0-9.]+ %）；上限为 3。\n例如：\n  - 成员")
			.contains("已证明完整：已读到结尾，没有被拒绝的行", "  approve 2 --digest " + digest().substring(0, 8));
		assertThat(give("approve", "2", "--digest", digest(), "--reason", "已公告", "--lang", "zh").ending(0).out())
			.startsWith("运行 2 已批准，有效期至 20");
	}

	@Test
	void aSourceThatShrankDeletesNobodyUntilAPersonTakesItForWhole() {
		this.commands = Commands.in(this.home);
		this.commands.job("staff", """
				source: {connector: excel, file: staff.xlsx}
				target: {connector: jdbc}
				operations: [create, update, delete]
				limits: {delete: {percent: 100, small-percent: 100}}
				""");
		staff(12);
		assertThat(give("run", "staff").ending(0).out()).contains("  Proved whole: read to its end, no rejected row");
		staff(5);
		Said shrunk = give("run", "staff").ending(4);
		assertThat(shrunk.out()).contains("Not proved whole: it holds 5 members, less than half of the 12 of run 1",
				"the source may not be whole");
		assertThat(give("run", "staff").ending(4).out()).contains("less than half of the 12 of run 1");
		assertThat(EmbeddedDirectory.members(this.home)).hasSize(12);
		String digest = this.commands.give("show", "3", "--format", "json").json().get("planDigest").textValue();
		String wayOut = "approve 3 --digest " + digest.substring(0, 8) + " --reason \"…\"";
		assertThat(this.commands.give("show", "3").ending(0).out())
			.contains("  If it is whole all the same, type " + wayOut);
		assertThat(
				give("approve", "3", "--digest", digest.substring(0, 8), "--reason", "sold the rest").ending(0).out())
			.isEqualTo("The source of run 3 is taken for whole. The next run of staff measures against it and may "
					+ "delete; the limits stay.\n");
		assertThat(this.commands.give("show", "3").ending(0).out()).contains("  Taken for whole by ", "sold the rest")
			.doesNotContain("If it is whole");
		assertThat(audited()).singleElement().asString().contains("kind=SHRUNK\n");
		assertThat(give("run", "staff").ending(0).out()).contains("delete member: 7 planned, 7 done");
		assertThat(EmbeddedDirectory.members(this.home)).hasSize(5);
	}

	/** Run 2, of which a plan deletes more than may be. */
	private Said hold() {
		this.commands = Commands.afterTheFirstRun(this.home);
		this.before = EmbeddedDirectory.members(this.home);
		return give("run", "wecom-excel-delete", "--set", Commands.NEXT_MONTH, "--set", "limits.members.delete.cap=3")
			.ending(3);
	}

	private Said approve(String reason) {
		return give("approve", "2", "--digest", digest().substring(0, 8), "--reason", reason);
	}

	private String digest() {
		return show().get("planDigest").textValue();
	}

	private JsonNode show() {
		return this.commands.give("show", "2", "--format", "json").ending(0).json();
	}

	private Said give(String... arguments) {
		return this.commands.give(arguments);
	}

	private void staff(int people) {
		List<List<String>> rows = new ArrayList<>();
		for (int i = 0; i < people; i++) {
			rows.add(List.of("某人" + i, "u" + i, "公司", "1380000000" + i % 10, "u" + i + "@example.com", "工程师"));
		}
		Sheets.members(this.home.resolve("staff.xlsx"), rows);
	}

	private List<String> audited() {
		return database("SELECT content FROM audit_entry WHERE kind = 'APPROVAL' ORDER BY seq");
	}

	private List<String> database(String query) {
		try (EmbeddedDatabase database = EmbeddedDatabase.open(this.home.resolve("var"), "test", Clock.systemUTC())) {
			return new JdbcTemplate(database.dataSource()).queryForList(query, String.class);
		}
	}

	private void change(String sql) {
		try (EmbeddedDatabase database = EmbeddedDatabase.open(this.home.resolve("var"), "test", Clock.systemUTC())) {
			new JdbcTemplate(database.dataSource()).update(sql);
		}
	}

}
