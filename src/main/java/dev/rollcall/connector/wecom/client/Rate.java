package dev.rollcall.connector.wecom.client;

import dev.rollcall.connector.SettingsException;
import dev.rollcall.directory.Message;

/**
 * How often something may be called.
 *
 * @param minute in any 60 seconds
 * @param hour in any 60 minutes
 */
public record Rate(int minute, int hour) {

	public Rate {
		if (minute < 1 || hour < minute) {
			throw new SettingsException(Message.of("wecom.settings.rate", minute, hour));
		}
	}

}
