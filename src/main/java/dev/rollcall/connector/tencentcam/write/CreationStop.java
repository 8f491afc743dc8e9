package dev.rollcall.connector.tencentcam.write;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;

import dev.rollcall.connector.tencentcam.client.Refusal;
import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

/**
 * Remembers that this process is to create nobody any more, and why. Safe for use by many
 * threads.
 */
final class CreationStop {

	/** CAM counts creations by the day, and does not say when the first one falls out. */
	private static final Duration AT_THE_LATEST = Duration.ofHours(24);

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

	private final Clock clock;

	private final AtomicReference<@Nullable Message> why = new AtomicReference<>();

	CreationStop(Clock clock) {
		this.clock = clock;
	}

	/** Why nobody is created; null when somebody may be. */
	@Nullable Message why() {
		return this.why.get();
	}

	/** Stops creations, unless they have been stopped before. */
	void because(Message reason) {
		this.why.compareAndSet(null, reason);
	}

	/** CAM has had too many creations within a day; gives why nobody is created. */
	Message usedUp(Refusal refusal) {
		String until = TIME.format(this.clock.instant().plus(AT_THE_LATEST).atZone(ZoneId.systemDefault()));
		Message reason = Message.of("tencentcam.creations-used-up", until, refusal.code(), refusal.words());
		because(reason);
		return reason;
	}

}
