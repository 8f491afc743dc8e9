package dev.rollcall.notice;

import java.net.URI;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Where a WeCom group robot (消息推送, formerly 群机器人) takes messages, and whom it calls.
 *
 * @param base the server, without a path
 * @param key the robot's key: whoever has it may write to the group
 * @param mentioned userids of those whom WeCom alerts; {@code @all} for everybody there
 */
public record RobotAddress(URI base, String key, List<String> mentioned) {

	/** WeCom itself. */
	public static final URI WECOM = URI.create("https://qyapi.weixin.qq.com");

	static final String PATH = "/cgi-bin/webhook/send";

	private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{1,100}");

	private static final Pattern WEBHOOK = Pattern
		.compile("(https?://[^/?#\\s]+)" + Pattern.quote(PATH) + "\\?key=(" + KEY + ")");

	public RobotAddress {
		mentioned = List.copyOf(mentioned);
	}

	/**
	 * A robot by its key, or by the whole webhook address as WeCom shows it.
	 * @param written either of them
	 * @param base the server that a key alone is for
	 * @return null when it is neither, or when others could read along
	 */
	public static @Nullable RobotAddress of(String written, URI base, List<String> mentioned) {
		Matcher webhook = WEBHOOK.matcher(written);
		if (webhook.matches()) {
			URI server = URI.create(webhook.group(1));
			return Places.isSafe(server) ? new RobotAddress(server, webhook.group(2), mentioned) : null;
		}
		return KEY.matcher(written).matches() ? new RobotAddress(base, written, mentioned) : null;
	}

	@Override
	public String toString() {
		return "RobotAddress[" + this.base + "]";
	}

}
