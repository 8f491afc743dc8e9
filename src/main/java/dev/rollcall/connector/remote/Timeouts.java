package dev.rollcall.connector.remote;

import dev.rollcall.connector.SettingsException;
import dev.rollcall.directory.Message;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long is waited for the vendor, in milliseconds.
 *
 * @param connect until it takes a connection
 * @param answer until it answers
 */
public record Timeouts(@DefaultValue("5000") int connect, @DefaultValue("30000") int answer) {

	public Timeouts {
		if (connect < 1 || answer < 1) {
			throw new SettingsException(Message.of("remote.settings.timeouts", connect, answer));
		}
	}

}
