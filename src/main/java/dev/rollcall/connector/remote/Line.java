package dev.rollcall.connector.remote;

import java.net.URI;
import java.util.Objects;
import java.util.Set;

import dev.rollcall.connector.SettingsException;
import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

/**
 * The line to a vendor.
 *
 * @param base where it answers
 * @param atOnce how many calls may go on side by side
 * @param timeouts how long is waited for one answer
 * @param patience how long one goes on when there is none
 * @param proxy what calls go through, null when they go straight
 */
public record Line(URI base, int atOnce, Timeouts timeouts, Patience patience, @Nullable Proxy proxy) {

	private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

	public Line {
		if (!isSafe(base)) {
			throw new SettingsException(
					Message.of("remote.settings.base-url", base.getScheme() + "://" + base.getHost()));
		}
		if (atOnce < 1) {
			throw new SettingsException(Message.of("remote.settings.at-once", atOnce));
		}
	}

	/** How operators are told where the vendor is. */
	String host() {
		return String.valueOf(this.base.getAuthority());
	}

	/** Whether nobody on the way can read along, and nobody's password is in it. */
	private static boolean isSafe(URI url) {
		String host = Objects.requireNonNullElse(url.getHost(), "");
		if (host.isEmpty() || url.getRawUserInfo() != null || url.getRawQuery() != null) {
			return false;
		}
		return switch (Objects.requireNonNullElse(url.getScheme(), "")) {
			case "https" -> true;
			case "http" -> LOOPBACK.contains(host);
			default -> false;
		};
	}

}
