package dev.rollcall.connector.remote;

import dev.rollcall.connector.SettingsException;
import dev.rollcall.directory.Message;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long one goes on when the vendor or the way to it fails, in milliseconds.
 *
 * @param attempts how often a call is tried at most
 * @param pause before the second try; doubled before each further one, and drawn by lot
 * up to that
 * @param block how long a kind of call rests when the vendor says that there are too
 * many; 60 times as long when it says so again at once, because it counts by the minute
 * and by the hour
 * @param longest how long is waited at most for the end of such a rest; a run that would
 * have to wait longer ends and can be restarted
 */
public record Patience(@DefaultValue("5") int attempts, @DefaultValue("1000") int pause,
		@DefaultValue("60000") int block, @DefaultValue("3600000") int longest) {

	/** What windows of a minute and an hour ask for. */
	public static final Patience USUAL = new Patience(5, 1000, 60_000, 3_600_000);

	public Patience {
		if (attempts < 1 || pause < 1 || block < 1 || longest < 0) {
			throw new SettingsException(Message.of("remote.settings.patience", attempts, pause, block, longest));
		}
	}

}
