package dev.rollcall.connector.remote;

import java.net.URI;

import dev.rollcall.connector.SettingsException;
import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

/**
 * What calls go through.
 *
 * @param url where it is, such as {@code http://proxy:3128}; without a user or a password
 * @param username whom it knows, null when it asks nobody
 * @param password that user's; in a job file a reference
 */
public record Proxy(URI url, @Nullable String username, @Nullable String password) {

	public Proxy {
		boolean complete = "http".equals(url.getScheme()) && url.getHost() != null && url.getRawUserInfo() == null;
		if (!complete || (username == null) != (password == null)) {
			throw new SettingsException(Message.of("remote.settings.proxy"));
		}
	}

	/**
	 * A proxy as job files tell of it.
	 * @return null where they do not
	 */
	public static @Nullable Proxy of(@Nullable URI url, @Nullable String username, @Nullable String password) {
		if (url == null && (username != null || password != null)) {
			throw new SettingsException(Message.of("remote.settings.proxy"));
		}
		return (url != null) ? new Proxy(url, username, password) : null;
	}

	@Override
	public String toString() {
		return "Proxy[" + this.url + "]";
	}

}
