package dev.rollcall.sandbox.wecom;

import java.time.Duration;
import java.time.Instant;

import dev.rollcall.sandbox.SetClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** A group robot: says what whoever has its key gives it, 20 times a minute. */
class RobotTests {

	private final SetClock clock = new SetClock(Instant.parse("2026-11-21T00:00:00Z"));

	private final WeComLookalike lookalike = WeComLookalike.start(WeComOptions.defaults().with(this.clock));

	private final Wire wire = Wire.nobody(this.lookalike);

	@AfterEach
	void end() {
		this.lookalike.close();
	}

	@Test
	void showsThroughTheBackDoorWhatItWasGivenToSay() {
		assertThat(say("{'msgtype':'text','text':{'content':'你好','mentioned_list':['lisi','@all']}}").toString())
			.isEqualTo("{\"errcode\":0,\"errmsg\":\"ok\"}");
		assertThat(code("{'msgtype':'markdown','markdown':{'content':'**你好**'}}")).isZero();
		assertThat(this.wire.tell("robot", "{}").path("messages").toString())
			.isEqualTo("[{\"msgtype\":\"text\",\"content\":\"你好\",\"mentioned\":[\"lisi\",\"@all\"]},"
					+ "{\"msgtype\":\"markdown\",\"content\":\"**你好**\",\"mentioned\":[]}]");
		assertThat(this.lookalike.greeting()).containsEntry("robotKey", this.lookalike.secrets().robotKey());
		assertThat(this.lookalike.calls().last(9).toString()).doesNotContain(this.lookalike.secrets().robotKey());
	}

	@Test
	void takesNothingByAnotherKey() {
		String message = "{'msgtype':'text','text':{'content':'x'}}";
		assertThat(this.wire.post("webhook/send?key=another", message).path("errcode").asInt()).isEqualTo(93000);
		assertThat(this.wire.post("webhook/send", message).path("errcode").asInt()).isEqualTo(93000);
		assertThat(this.lookalike.robotMessages().path("messages").size()).isZero();
	}

	@Test
	void refusesWhatIsTooLongOrEmptyOrOfNoKindThatItKnows() {
		assertThat(code("{'msgtype':'text','text':{'content':'" + "字".repeat(682) + "ab'}}")).isZero();
		assertThat(say("{'msgtype':'text','text':{'content':'" + "字".repeat(683) + "'}}").path("errmsg").asString())
			.startsWith("text.content exceed max length 2048. ");
		assertThat(code("{'msgtype':'markdown','markdown':{'content':'" + "a".repeat(4096) + "'}}")).isZero();
		assertThat(code("{'msgtype':'markdown','markdown':{'content':'" + "a".repeat(4097) + "'}}")).isEqualTo(40058);
		assertThat(code("{'msgtype':'text','text':{'content':''}}")).isEqualTo(44004);
		assertThat(code("{'msgtype':'text'}")).isEqualTo(44004);
		assertThat(code("{'msgtype':'smoke'}")).isEqualTo(40008);
		assertThat(code("")).isEqualTo(44002);
		assertThat(this.lookalike.robotMessages().path("messages").size()).isEqualTo(2);
	}

	@Test
	void takesTwentyMessagesAMinute() {
		for (int i = 0; i < 20; i++) {
			assertThat(code("{'msgtype':'text','text':{'content':'x'}}")).isZero();
		}
		assertThat(code("{'msgtype':'text','text':{'content':'x'}}")).isEqualTo(45009);
		this.clock.advance(Duration.ofMinutes(1));
		assertThat(code("{'msgtype':'text','text':{'content':'x'}}")).isZero();
	}

	private int code(String body) {
		return say(body).path("errcode").asInt();
	}

	private JsonNode say(String body) {
		return this.wire.post("webhook/send?key=" + this.lookalike.secrets().robotKey(), body);
	}

}
