package dev.rollcall.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.rollcall.connector.Accounts;
import dev.rollcall.connector.Capabilities;
import dev.rollcall.connector.memory.MemoryConnector;
import dev.rollcall.connector.memory.MemoryDirectory;
import dev.rollcall.directory.Schema;
import dev.rollcall.sandbox.wecom.WeComLookalike;
import dev.rollcall.sandbox.wecom.WeComOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The administrators whom a job names are told of applications, and never too much. */
class ApplicationNoticesIntegrationTests {

	private static final String JOB = """
			source: {connector: jdbc}
			target: {connector: memory, name: noticed}
			operations: [create]
			applications:
			  notice:
			""";

	@TempDir
	Path home;

	private final WeComLookalike weCom = WeComLookalike.start(WeComOptions.defaults());

	private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

	private Commands commands;

	@BeforeEach
	void open() {
		this.mail.start();
		System.setProperty("test.robot", this.weCom.secrets().robotKey());
		this.commands = Commands.in(this.home);
		MemoryConnector.add("noticed", new MemoryDirectory("noticed", Schema.of("name"),
				new Capabilities(true, Set.of(), List.of(), List.of(), 10, false).keeping(new Accounts(List.of()))));
	}

	@AfterEach
	void close() {
		this.weCom.close();
		this.mail.stop();
	}

	@Test
	void theRobotTellsTheMembersIdTheJobUntilWhenAndTheCommands() {
		job(robot());
		Said made = apply().ending(0);
		assertThat(made.out()).contains("Told: WeCom robot at 127.0.0.1:").doesNotContain("names nobody");
		JsonNodes messages = new JsonNodes(this.weCom);
		String token = token(made.out());
		assertThat(messages.only("content"))
			.startsWith(
					"Rollcall: zhangsan applies for an account\n" + "Member zhangsan applies by job noticed. Until ")
			.endsWith("approve or reject that, once:\nrollcall approve-application " + token + " --groups \"…\"\n"
					+ "rollcall reject-application " + token + " --reason \"…\"");
		assertThat(messages.only("mentioned")).isEqualTo("[\"lisi\"]");
		assertThat(made.out() + made.err()).doesNotContain(this.weCom.secrets().robotKey());
	}

	@Test
	void aLinkTakesThePlaceOfTheCommands() {
		job(robot() + "  link: https://it.example.com/apply?token={token}\n");
		Said made = apply().ending(0);
		String link = "https://it.example.com/apply?token=" + token(made.out());
		assertThat(new JsonNodes(this.weCom).only("content")).endsWith(":\n" + link).doesNotContain("rollcall ");
		assertThat(made.out()).contains("\n  " + link + "\n  rollcall approve-application ");
		assertThat(this.commands.give("apply-for", "noticed", "b", "--format", "json")
			.ending(0)
			.json()
			.get("link")
			.textValue()).startsWith("https://it.example.com/apply?token=rca_");
	}

	@Test
	void mailTellsTheSame() throws Exception {
		job(mail());
		Said made = apply().ending(0);
		assertThat(made.out()).contains("Told: mail to 1 receiver(s) by 127.0.0.1:");
		assertThat(this.mail.getReceivedMessages()).singleElement().satisfies((received) -> {
			assertThat(received.getSubject()).isEqualTo("Rollcall: zhangsan applies for an account");
			assertThat(received.getContent().toString()).contains("approve-application " + token(made.out()));
		});
	}

	@Test
	void theLanguageIsThatOfWhoeverGivesTheCommand() {
		job(robot());
		this.commands.give("apply-for", "noticed", "zhangsan", "--lang", "zh").ending(0);
		assertThat(new JsonNodes(this.weCom).only("content")).startsWith("Rollcall：zhangsan 申请子用户\n成员 zhangsan");
	}

	@Test
	void aFailedNoticeLosesNothingAndTheOthersAreToldAllTheSame() {
		System.setProperty("test.robot", "removed-from-the-group");
		job(robot() + mail());
		Said made = apply().ending(4);
		assertThat(made.out()).contains("Told: mail to 1 receiver(s)", "Not told: the WeCom robot at 127.0.0.1:",
				"(93000): its key is wrong", "The application stands: pass this on to an administrator in another way.")
			.doesNotContain("removed-from-the-group");
		assertThat(this.mail.getReceivedMessages()).hasSize(1);
		this.commands.give("approve-application", token(made.out())).ending(0);
	}

	@Test
	void tooManyNoticesAreSaidToBeTooMany() {
		job(robot());
		for (int i = 0; i < 20; i++) {
			apply().ending(0);
		}
		JsonNode made = this.commands.give("apply-for", "noticed", "zhangsan", "--format", "json").ending(4).json();
		assertThat(made.get("failures").get(0).textValue()).contains("takes 20 messages a minute", "45009");
		assertThat(made.get("renewed").booleanValue()).isTrue();
		this.commands.give("reject-application", made.get("token").textValue()).ending(0);
	}

	@Test
	void whatIsWrongIsSaidAtOnceAndNoSecretMayStandInTheFile() {
		this.commands.job("noticed", JOB + """
				    robot: 693a91f6-7e3c-4bc4-97a0-0ec2sifa5aaa
				    robot-url: http://qyapi.weixin.qq.com
				    mail: {to: [nobody], host: smtp.example.com, username: me, password: '${test.robot}', tls: none}
				  valid: 25h
				  link: http://it.example.com/apply
				""");
		Said said = this.commands.give("check", "noticed").ending(2);
		assertThat(said.err()).contains("What is wrong (7)",
				"applications.notice.robot: must not stand here in plain text",
				"applications.notice.robot-url: must be https", "applications.notice.mail.to: must be mail addresses",
				"applications.notice.mail.from: must be the mail",
				"applications.notice.mail.tls: would send the password", "applications.valid: \"25h\" is not a time",
				"applications.link: must be an https address with {token}");
	}

	private Said apply() {
		return this.commands.give("apply-for", "noticed", "zhangsan");
	}

	private void job(String notice) {
		this.commands.job("noticed", JOB + notice);
	}

	private String robot() {
		return "    robot: ${test.robot}\n    robot-url: " + this.weCom.baseUrl() + "\n    mention: [lisi]\n";
	}

	private String mail() {
		return "    mail: {to: [it@example.com], from: rollcall@example.com, host: 127.0.0.1, port: "
				+ this.mail.getSmtp().getPort() + "}\n";
	}

	private static String token(String out) {
		int at = out.indexOf("rca_");
		return out.substring(at, at + "rca_".length() + 43);
	}

	/**
	 * What the robot has said.
	 *
	 * @param weCom where
	 */
	private record JsonNodes(WeComLookalike weCom) {

		/** A field of its only message. */
		String only(String field) {
			var messages = this.weCom.robotMessages().path("messages");
			assertThat(messages.size()).isEqualTo(1);
			var value = messages.get(0).path(field);
			return value.isString() ? value.asString() : value.toString();
		}

	}

}
