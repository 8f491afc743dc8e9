package dev.rollcall.sandbox.wecom;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.rollcall.sandbox.Json;
import dev.rollcall.sandbox.Request;
import dev.rollcall.sandbox.Window;
import dev.rollcall.sandbox.wecom.wire.Code;
import dev.rollcall.sandbox.wecom.wire.Question;
import dev.rollcall.sandbox.wecom.wire.Refused;
import dev.rollcall.sandbox.wecom.wire.Texts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A group robot (消息推送, formerly 群机器人): takes messages from whoever has its key, which is
 * no token, and shows them to a group that nobody sees but the back door.
 *
 * @see <a href="https://developer.work.weixin.qq.com/document/path/91770">WeCom, group
 * robot</a>
 */
final class Robot {

	private static final int A_MINUTE = 20;

	/** How many bytes a message of each kind may have. */
	private static final Map<String, Integer> LONGEST = Map.of("text", 2048, "markdown", 4096);

	private final String key;

	private final Clock clock;

	private final Window window = new Window(A_MINUTE, Duration.ofMinutes(1).toMillis());

	private final List<ObjectNode> messages = new ArrayList<>();

	Robot(String key, Clock clock) {
		this.key = key;
		this.clock = clock;
	}

	/**
	 * Takes a message.
	 * @throws Refused when WeCom says no
	 */
	synchronized ObjectNode take(Request request) {
		if (!this.key.equals(request.query("key"))) {
			throw Refused.because(Code.INVALID_WEBHOOK);
		}
		if (!this.window.pass(this.clock.millis())) {
			throw Refused.because(Code.TOO_OFTEN);
		}
		if (!request.method().equals("POST") || request.body().length == 0) {
			throw Refused.because(Code.EMPTY_BODY);
		}
		this.messages.add(message(Question.of(request)));
		return Json.object();
	}

	/** What has been said, the oldest first. */
	synchronized ObjectNode said() {
		ObjectNode said = Json.object();
		ArrayNode all = said.putArray("messages");
		this.messages.forEach((message) -> all.add(message.deepCopy()));
		return said;
	}

	private static ObjectNode message(Question question) {
		String kind = question.text("msgtype");
		Integer longest = (kind != null) ? LONGEST.get(kind) : null;
		if (kind == null || longest == null) {
			throw Refused.because(Code.INVALID_MESSAGE);
		}
		JsonNode body = question.value(kind);
		String content = text(body, "content");
		if (body == null || content == null || content.isEmpty()) {
			throw Refused.because(Code.EMPTY_TEXT);
		}
		if (Texts.bytes(content) > longest) {
			throw Refused.because(Code.INVALID_PARAMETER, kind + ".content exceed max length " + longest + ". ");
		}
		ObjectNode message = Json.object().put("msgtype", kind).put("content", content);
		ArrayNode mentioned = message.putArray("mentioned");
		body.path("mentioned_list").forEach(mentioned::add);
		return message;
	}

	private static @Nullable String text(@Nullable JsonNode body, String field) {
		JsonNode text = (body != null) ? body.get(field) : null;
		return (text != null && text.isString()) ? text.asString() : null;
	}

}
