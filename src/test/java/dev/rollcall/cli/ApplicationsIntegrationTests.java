package dev.rollcall.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.connector.Accounts;
import dev.rollcall.connector.Capabilities;
import dev.rollcall.connector.memory.MemoryConnector;
import dev.rollcall.connector.memory.MemoryDirectory;
import dev.rollcall.directory.Schema;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever is not meant to have an account applies; a person with the token decides. */
class ApplicationsIntegrationTests {

	private static final String JOB = """
			source: {connector: jdbc}
			target: {connector: memory, name: %s}
			operations: [create]
			""";

	@TempDir
	Path home;

	private Commands commands;

	@BeforeEach
	void open() {
		this.commands = Commands.in(this.home);
		this.commands.job("cam", JOB.formatted("accounts"));
		MemoryConnector.grants("accounts", "developers", "ops");
		MemoryConnector.add("accounts",
				new MemoryDirectory("accounts", Schema.of("name", "username", "groups"),
						new Capabilities(true, Set.of(), List.of(), List.of(), 10, false)
							.keeping(new Accounts(List.of("username", "groups")))));
	}

	@Test
	void theWholeLifeOfAnApplication() {
		assertThat(give("applications").ending(0).out()).isEqualTo("Nobody has applied.\n");
		Said made = give("apply-for", "cam", "ZhangSan").ending(0);
		assertThat(made.out())
			.startsWith("Application 1: ZhangSan applies by job cam. It waits for an administrator until ")
			.contains("which is good once and is shown only now:\n  rollcall approve-application rca_",
					"\n  rollcall reject-application rca_", "The job names nobody to be told");
		String token = token(made.out());
		assertThat(give("applications").ending(0).out()).containsPattern("1 +ZhangSan +cam +\\S+ \\S+ +waits until ")
			.doesNotContain(token);
		assertThat(give("approve-application", token, "--groups", "ops,developers", "--by", "王总", "--reason", "new")
			.ending(0)
			.out())
			.startsWith("Application 1 of ZhangSan is approved with the groups developers, ops. The next plan of cam ");
		assertThat(give("applications", "cam").ending(0).out()).containsPattern(
				"1 +ZhangSan .* approved \\S+ \\S+; no run has made an account for it yet +developers,ops +王总 +new");
		assertThat(give("approve-application", token).ending(2).err())
			.startsWith("This token has been used: application 1 is approved, by 王总 at ");
		assertThat(give("reject-application", token).ending(2).err()).startsWith("This token has been used");
		assertThat(give("withdraw-application", "1", "--reason", "left the project").ending(0).out())
			.contains("withdrawn", "The next plan of cam has them only if");
		assertThat(give("withdraw-application", "1", "--reason", "again").ending(2).err())
			.isEqualTo("Application 1 cannot be taken back: it is withdrawn.\n");
		assertThat(give("applications").ending(0).out()).containsPattern("withdrawn .*left the project");
	}

	@Test
	void whatIsDecidedStandsInTheAuditLogAndNoTokenDoes() {
		String first = token(give("apply-for", "cam", "a").ending(0).out());
		String second = token(give("apply-for", "cam", "b").ending(0).out());
		give("approve-application", first, "--groups", "ops").ending(0);
		give("reject-application", second, "--by", "boss", "--reason", "not\nyet").ending(0);
		give("withdraw-application", "1", "--reason", "over").ending(0);
		String log = give("audit", "log").ending(0).out();
		assertThat(log).contains("an application was made or decided on")
			.contains("application=1, what=approved, userid=a, job=cam, target=memory:accounts, by=")
			.contains("groups=ops")
			.contains(
					"application=2, what=rejected, userid=b, job=cam, target=memory:accounts, by=boss, reason=not yet")
			.contains("application=1, what=withdrawn")
			.contains("what=made, userid=b")
			.doesNotContain(first, second, "rca_");
		give("audit", "verify").ending(0);
		this.commands.job("empty", JOB.formatted("accounts"));
		give("run", "empty").ending(0);
		give("audit", "verify").ending(0);
	}

	@Test
	void anApplicationExpiresAndSaysSo() {
		String token = token(give("apply-for", "cam", "a").ending(0).out());
		this.commands.letPass(Duration.ofHours(24));
		assertThat(give("approve-application", token).ending(2).err()).startsWith("This token expired at ")
			.contains("apply-for cam a");
		assertThat(give("applications").ending(0).out()).containsPattern("a +cam .* expired \\d{4}-");
		assertThat(give("apply-for", "cam", "a").ending(0).out()).startsWith("Application 2: ")
			.doesNotContain("It was open before");
		assertThat(json("applications")).extracting((line) -> line.get("state").textValue())
			.containsExactly("pending", "expired");
	}

	@Test
	void aJobMayGiveLessTime() {
		this.commands.job("short", JOB.formatted("accounts") + "applications: {valid: 90m}");
		JsonNode made = give("apply-for", "short", "a", "--format", "json").ending(0).json().get("application");
		assertThat(Duration.between(Instant.parse(made.get("madeAt").textValue()),
				Instant.parse(made.get("expiresAt").textValue())))
			.isEqualTo(Duration.ofMinutes(90));
	}

	@Test
	void aSecondApplicationReplacesTheTokenOfTheFirst() {
		String first = token(give("apply-for", "cam", "zhangsan").ending(0).out());
		Said again = give("apply-for", "cam", "ZHANGSAN").ending(0);
		assertThat(again.out()).startsWith("Application 1: ")
			.contains("It was open before: it has a new token, and the former one is good no more.");
		assertThat(give("approve-application", first).ending(2).err()).startsWith("This token is good for nothing")
			.doesNotContain("rca_");
		give("approve-application", token(again.out())).ending(0);
		assertThat(give("apply-for", "cam", "zhangsan").ending(0).out()).startsWith("Application 2: ")
			.contains("zhangsan is approved by an earlier application already.");
	}

	@Test
	void aTokenThatNobodyHasMadeIsGoodForNothingAndIsNotRepeated() {
		give("apply-for", "cam", "a").ending(0);
		for (String token : List.of("rca_" + "x".repeat(43), "rca", "1")) {
			for (String command : List.of("approve-application", "reject-application")) {
				assertThat(give(command, token).ending(2).err())
					.isEqualTo("This token is good for nothing: it was mistyped, or a newer one has taken its place. "
							+ "Use the one that was told last, or have the member apply again.\n");
			}
		}
	}

	@Test
	void onlyGroupsThatTheJobManagesCanBeGiven() {
		String token = token(give("apply-for", "cam", "a").ending(0).out());
		assertThat(give("approve-application", token, "--groups", "admins,ops").ending(2).err())
			.isEqualTo("Job cam does not manage admins. Groups that can be given: developers, ops.\n");
		MemoryConnector.grants("accounts");
		assertThat(give("approve-application", token, "--groups", "ops").ending(2).err())
			.startsWith("Job cam manages no groups");
		assertThat(give("approve-application", token).ending(0).out()).contains("the groups of their departments only");
	}

	@Test
	void whatIsTypedWrongMakesAndDecidesNothing() {
		assertThat(give("apply-for", "cam", "张三").ending(2).err()).startsWith("\"张三\" is no userid: ");
		assertThat(give("apply-for", "no-such-job", "a").ending(2).err()).contains("There is no job \"no-such-job\"");
		assertThat(give("apply-for", "cam").ending(2).err()).contains("give the userid of one member");
		this.commands.job("whole", JOB.replace("memory, name: %s", "jdbc"));
		assertThat(give("apply-for", "whole", "a").ending(2).err())
			.startsWith("One cannot apply by job whole: its target ");
		assertThat(json("applications")).isEmpty();
		String token = token(give("apply-for", "cam", "a").ending(0).out());
		assertThat(give("approve-application", token, "--groups", " , ").ending(2).err()).contains("--groups");
		assertThat(give("approve-application", token, "--by", " ").ending(2).err()).contains("--by");
		assertThat(give("withdraw-application", "1").ending(2).err()).contains("--reason");
		assertThat(give("withdraw-application", "9", "--reason", "x").ending(2).err()).contains("no application 9");
		assertThat(give("withdraw-application", "one", "--reason", "x").ending(2).err())
			.contains("it is the number of an application");
		assertThat(json("applications")).singleElement()
			.satisfies((line) -> assertThat(line.get("state").textValue()).isEqualTo("pending"));
	}

	@Test
	void saysItAsJsonToo() {
		JsonNode made = give("apply-for", "cam", "a", "--format", "json").ending(0).json();
		assertThat(made.get("token").textValue()).startsWith("rca_");
		assertThat(made.get("link").isNull()).isTrue();
		assertThat(made.at("/application/id").longValue()).isEqualTo(1);
		assertThat(made.at("/application/state").textValue()).isEqualTo("pending");
		JsonNode done = give("approve-application", made.get("token").textValue(), "--groups", "ops", "--format",
				"json")
			.ending(0)
			.json();
		assertThat(done.get("code").textValue()).isEqualTo("job.application.approved-groups");
		JsonNode line = json("applications").get(0);
		assertThat(line.get("groups").get(0).textValue()).isEqualTo("ops");
		assertThat(line.get("target").textValue()).isEqualTo("memory:accounts");
		assertThat(line.has("token")).isFalse();
		assertThat(give("approve-application", "x", "--format", "json").ending(2).json().get("code").textValue())
			.isEqualTo("job.application.no-such-token");
	}

	@Test
	void saysItInChinese() {
		assertThat(give("applications", "--lang", "zh").ending(0).out()).isEqualTo("没有申请。\n");
		Said made = this.commands.give(Map.of("ROLLCALL_LANG", "zh"), "apply-for", "cam", "a").ending(0);
		assertThat(made.out()).startsWith("申请 1：a 通过任务 cam 提出申请，等待管理员审批");
		assertThat(give("approve-application", token(made.out()), "--lang", "zh").ending(0).out())
			.startsWith("已批准申请 1（a）。");
		assertThat(give("approve-application", token(made.out()), "--lang", "zh").ending(2).err())
			.startsWith("此令牌已使用：申请 1 已批准（");
		assertThat(give("applications", "--lang", "zh").ending(0).out()).contains("编号", "已批准（");
	}

	@Test
	void theMemberWhoHasTheAccountIsShownAsHavingIt() {
		Sheets.members(this.home.resolve("source.xlsx"), List.of(List.of("甲", "a", "公司", "", "", "")));
		this.commands.job("cam", """
				source: {connector: excel, file: source.xlsx}
				target: {connector: memory, name: accounts}
				operations: [create, delete]
				""");
		give("approve-application", token(give("apply-for", "cam", "A").ending(0).out())).ending(0);
		give("approve-application", token(give("apply-for", "cam", "b").ending(0).out())).ending(0);
		give("run", "cam", "--dry-run").ending(0);
		assertThat(states()).containsExactly("approved", "approved");
		give("run", "cam").ending(0);
		assertThat(states()).containsExactly("approved", "imported");
		assertThat(give("applications").ending(0).out()).contains("approved, has the account since ");
		give("undo", "2").ending(0);
		assertThat(states()).containsExactly("approved", "approved");
		give("withdraw-application", "1", "--reason", "over").ending(0);
		assertThat(states()).containsExactly("approved", "withdrawn");
	}

	private List<String> states() {
		return json("applications").findValuesAsText("state");
	}

	private JsonNode json(String... arguments) {
		String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
		all[arguments.length] = "--format";
		all[arguments.length + 1] = "json";
		return give(all).ending(0).json();
	}

	private static String token(String out) {
		int at = out.indexOf("rca_");
		return out.substring(at, at + "rca_".length() + 43);
	}

	private Said give(String... arguments) {
		return this.commands.give(arguments);
	}

}
