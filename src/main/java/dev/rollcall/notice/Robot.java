package dev.rollcall.notice;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import dev.rollcall.directory.Message;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A WeCom group robot. Takes 20 messages a minute, each once: one whose answer was lost
 * may have arrived, and a second would only confuse.
 *
 * @see <a href="https://developer.work.weixin.qq.com/document/path/91770">WeCom, group
 * robot</a>
 */
public final class Robot implements Channel {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private static final int TOO_OFTEN = 45009;

	private static final int NO_SUCH_ROBOT = 93000;

	/** Vendors' words are cut where nobody reads on. */
	private static final int WORDS = 200;

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final RobotAddress address;

	public Robot(RobotAddress address) {
		this.address = address;
	}

	@Override
	public Message name() {
		return Message.of("notice.robot", host());
	}

	@Override
	public void tell(Notice notice) {
		HttpRequest request = HttpRequest
			.newBuilder(this.address.base().resolve(RobotAddress.PATH + "?key=" + this.address.key()))
			.timeout(PATIENCE)
			.header("Content-Type", "application/json; charset=UTF-8")
			.POST(BodyPublishers.ofString(body(notice)))
			.build();
		check(answer(request));
	}

	private String body(Notice notice) {
		ObjectNode body = JSON.createObjectNode().put("msgtype", "text");
		ObjectNode text = body.putObject("text").put("content", notice.subject() + "\n" + notice.text());
		if (!this.address.mentioned().isEmpty()) {
			this.address.mentioned().forEach(text.putArray("mentioned_list")::add);
		}
		return JSON.writeValueAsString(body);
	}

	private String answer(HttpRequest request) {
		// Follows no redirect: the key would go with it.
		HttpClient client = HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.connectTimeout(PATIENCE)
			.build();
		try {
			HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
			if (response.statusCode() != 200) {
				throw new NoticeException(Message.of("notice.robot.status", host(), response.statusCode()));
			}
			return response.body();
		}
		catch (IOException ex) {
			throw new NoticeException(Message.of("notice.robot.silent", host(), PATIENCE.toSeconds()));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new NoticeException(Message.of("notice.robot.silent", host(), PATIENCE.toSeconds()));
		}
	}

	private void check(String answer) {
		JsonNode code = parsed(answer).path("errcode");
		if (!code.isIntegralNumber()) {
			throw new NoticeException(Message.of("notice.robot.gibberish", host()));
		}
		switch (code.asInt()) {
			case 0 -> {
				// Told.
			}
			case TOO_OFTEN -> throw new NoticeException(Message.of("notice.robot.too-often", host()));
			case NO_SUCH_ROBOT -> throw new NoticeException(Message.of("notice.robot.key", host()));
			default -> throw new NoticeException(
					Message.of("notice.robot.refused", host(), code.asInt(), words(parsed(answer))));
		}
	}

	private static JsonNode parsed(String answer) {
		try {
			return JSON.readTree(answer);
		}
		catch (JacksonException ex) {
			return JSON.missingNode();
		}
	}

	private String words(JsonNode answer) {
		String words = answer.path("errmsg").asString("").replace(this.address.key(), "***");
		return (words.length() > WORDS) ? words.substring(0, WORDS) : words;
	}

	private String host() {
		return String.valueOf(this.address.base().getAuthority());
	}

}
