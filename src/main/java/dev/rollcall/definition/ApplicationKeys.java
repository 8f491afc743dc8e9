package dev.rollcall.definition;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.rollcall.directory.Message;
import dev.rollcall.notice.Channel;
import dev.rollcall.notice.Mail;
import dev.rollcall.notice.Places;
import dev.rollcall.notice.Robot;
import dev.rollcall.notice.RobotAddress;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationStyle;

/**
 * The key {@code applications} as it is written.
 *
 * @param valid how long something can be decided
 * @param notice by what administrators are told
 * @param link where they decide
 */
record ApplicationKeys(@DefaultValue("24h") String valid, @DefaultValue Notice notice, @Nullable String link) {

	/** As with the vendor's own flow. */
	static final Duration LONGEST = Duration.ofHours(24);

	private static final Duration SHORTEST = Duration.ofMinutes(1);

	/** A message of a robot has to have room for it, and for the token. */
	private static final int LONGEST_LINK = 1000;

	private static final String KEY = "applications";

	private static final String ROBOT = KEY + ".notice.robot";

	/**
	 * By what administrators are told.
	 *
	 * @param robot the key of a WeCom group robot, or its whole webhook address
	 * @param robotUrl the server that a key alone is for
	 * @param mention userids of those whom the robot alerts
	 * @param mail who sends mail to whom
	 */
	record Notice(@Nullable String robot, @DefaultValue("https://qyapi.weixin.qq.com") URI robotUrl,
			@DefaultValue List<String> mention, @Nullable MailKeys mail) {

		@Nullable RobotAddress address() {
			return (this.robot != null) ? RobotAddress.of(this.robot, this.robotUrl, this.mention) : null;
		}

		void check(KeyBinding keys) {
			// What is not resolved has been complained of.
			boolean resolved = this.robot != null && !this.robot.contains("${");
			if (resolved && address() == null) {
				keys.complain(ROBOT, Message.of("definition.robot"));
			}
			if (!Places.isSafe(this.robotUrl)) {
				keys.complain(ROBOT + "-url", Message.of("definition.robot-url"));
			}
			if (this.robot == null && !this.mention.isEmpty()) {
				keys.complain(KEY + ".notice.mention", Message.of("definition.mention"));
			}
			if (this.mail != null) {
				this.mail.check(keys);
			}
		}

		@Override
		public String toString() {
			return "Notice[" + this.robotUrl + "]";
		}

	}

	/** Complains of everything by which nobody would be told, or too many could read. */
	void check(KeyBinding keys) {
		if (duration() == null) {
			keys.complain(KEY + ".valid", Message.of("definition.applications-valid", this.valid));
		}
		if (this.link != null && !isGood(this.link)) {
			keys.complain(KEY + ".link", Message.of("definition.applications-link"));
		}
		this.notice.check(keys);
	}

	/** What they come to when nothing is wrong with them. */
	ApplicationTerms terms() {
		List<Channel> channels = new ArrayList<>();
		RobotAddress robot = this.notice.address();
		if (robot != null) {
			channels.add(new Robot(robot));
		}
		if (this.notice.mail() != null) {
			channels.add(new Mail(this.notice.mail().server()));
		}
		Duration duration = duration();
		return new ApplicationTerms((duration != null) ? duration : LONGEST, channels, this.link);
	}

	private @Nullable Duration duration() {
		try {
			Duration duration = DurationStyle.SIMPLE.parse(this.valid);
			return (duration.compareTo(SHORTEST) < 0 || duration.compareTo(LONGEST) > 0) ? null : duration;
		}
		catch (IllegalArgumentException | ArithmeticException ex) {
			return null;
		}
	}

	private static boolean isGood(String link) {
		if (!link.contains(ApplicationTerms.TOKEN) || link.length() > LONGEST_LINK) {
			return false;
		}
		try {
			return Places.isSafe(URI.create(link.replace(ApplicationTerms.TOKEN, "x")));
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

}
