package dev.rollcall.notice;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;

import dev.rollcall.sandbox.Disturbance;
import dev.rollcall.sandbox.Fault;
import dev.rollcall.sandbox.wecom.WeComLookalike;
import dev.rollcall.sandbox.wecom.WeComOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A group robot says what it is told to, or it is said why not, and the key never. */
class RobotIntegrationTests {

	private static final Notice NOTICE = new Notice("张三 applies", "approve-application rca_secret");

	private final WeComLookalike lookalike = WeComLookalike.start(WeComOptions.defaults());

	private final String key = this.lookalike.secrets().robotKey();

	@AfterEach
	void end() {
		this.lookalike.close();
	}

	@Test
	void saysItAndAlertsWhoIsNamed() {
		robot(this.key, "lisi", "@all").tell(NOTICE);
		robot(this.key).tell(NOTICE);
		JsonNode messages = this.lookalike.robotMessages().path("messages");
		assertThat(messages.size()).isEqualTo(2);
		assertThat(messages.get(0).path("content").asString()).isEqualTo("张三 applies\napprove-application rca_secret");
		assertThat(messages.get(0).path("mentioned").toString()).isEqualTo("[\"lisi\",\"@all\"]");
		assertThat(messages.get(1).path("mentioned").toString()).isEqualTo("[]");
		assertThat(robot(this.key).name().arguments())
			.containsExactly("127.0.0.1:" + this.lookalike.baseUrl().getPort());
	}

	@Test
	void aWholeWebhookAddressWillDo() {
		RobotAddress address = RobotAddress.of(this.lookalike.baseUrl() + "/cgi-bin/webhook/send?key=" + this.key,
				RobotAddress.WECOM, List.of());
		new Robot(address).tell(NOTICE);
		assertThat(this.lookalike.robotMessages().path("messages").size()).isEqualTo(1);
		assertThat(address).asString().doesNotContain(this.key);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a key", "http://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=abc",
			"https://qyapi.weixin.qq.com/cgi-bin/gettoken?key=abc", "https://qyapi.weixin.qq.com/cgi-bin/webhook/send",
			"https://me@qyapi.weixin.qq.com/cgi-bin/webhook/send?key=abc" })
	void whatIsNeitherAKeyNorAnAddressThatNobodyReadsIsNone(String written) {
		assertThat(RobotAddress.of(written, RobotAddress.WECOM, List.of())).isNull();
	}

	@Test
	void saysThatThereIsNoSuchRobotWithoutItsKey() {
		assertFails(robot("no-such-key"), "notice.robot.key");
	}

	@Test
	void saysThatItSaidTooMuch() {
		for (int i = 0; i < 20; i++) {
			robot(this.key).tell(NOTICE);
		}
		assertFails(robot(this.key), "notice.robot.too-often");
	}

	@Test
	void saysWhatElseWeComSays() {
		assertThatExceptionOfType(NoticeException.class)
			.isThrownBy(() -> robot(this.key).tell(new Notice("x", "字".repeat(700))))
			.satisfies((failure) -> assertThat(failure.text().toString())
				.contains("notice.robot.refused", "40058", "exceed max length")
				.doesNotContain(this.key));
	}

	@ParameterizedTest
	@ValueSource(strings = { "SERVER_ERROR", "DROPPED", "ANSWER_LOST", "BUSY" })
	void saysThatNobodyMayHaveBeenToldAndTriesItOnce(String fault) {
		this.lookalike.faults().set(Disturbance.NONE.with(Fault.valueOf(fault), 1));
		assertThatExceptionOfType(NoticeException.class).isThrownBy(() -> robot(this.key).tell(NOTICE))
			.satisfies(this::assertDiscreet);
		assertThat(this.lookalike.calls().count("webhook/send")).isEqualTo(1);
	}

	@Test
	void saysThatNothingAnswersThere() throws IOException {
		int port;
		try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			port = free.getLocalPort();
		}
		assertFails(new Robot(new RobotAddress(URI.create("http://127.0.0.1:" + port), this.key, List.of())),
				"notice.robot.silent");
	}

	private void assertFails(Robot robot, String code) {
		assertThatExceptionOfType(NoticeException.class).isThrownBy(() -> robot.tell(NOTICE)).satisfies((failure) -> {
			assertThat(failure.text().code()).isEqualTo(code);
			assertDiscreet(failure);
		});
	}

	private void assertDiscreet(NoticeException failure) {
		assertThat(failure).hasNoCause();
		assertThat(failure.toString()).doesNotContain(this.key, "no-such-key", "rca_secret");
	}

	private Robot robot(String robotKey, String... mentioned) {
		return new Robot(new RobotAddress(this.lookalike.baseUrl(), robotKey, List.of(mentioned)));
	}

}
