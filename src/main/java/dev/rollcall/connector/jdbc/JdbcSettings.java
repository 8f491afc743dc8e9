package dev.rollcall.connector.jdbc;

import java.util.regex.Pattern;

import dev.rollcall.connector.SettingsException;
import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

/**
 * Where the tables are.
 *
 * @param url the JDBC URL of a database that holds them, without credentials; none for
 * the embedded directory
 * @param username who connects
 * @param password a reference such as {@code ${DIRECTORY_PASSWORD}}
 */
record JdbcSettings(@Nullable String url, @Nullable String username, @Nullable String password) {

	/** The url names the directory in runs, reports and messages. */
	private static final Pattern SECRET = Pattern.compile(
			"(?i)(password|passwd|pwd|secret|token|credential|(api|access)[-_]?key)\\w*=|//[^/@?;]*:[^/@?;]*@|:thin:[^/@]+/[^@]+@");

	JdbcSettings {
		if (url != null && !url.startsWith("jdbc:")) {
			throw new SettingsException(Message.of("jdbc.settings.url"));
		}
		if (url != null && SECRET.matcher(url).find()) {
			throw new SettingsException(Message.of("jdbc.settings.secret-in-url"));
		}
		if (url == null && (username != null || password != null)) {
			throw new SettingsException(Message.of("jdbc.settings.credentials-without-url"));
		}
	}

	@Override
	public String toString() {
		return "JdbcSettings[url=" + this.url + "]";
	}

}
