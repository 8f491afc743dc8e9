package dev.rollcall.notice;

import java.net.URI;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Whether others can read along on the way to a server. */
public final class Places {

	private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

	private Places() {
	}

	/** Whether a host is this machine. */
	public static boolean isHere(String host) {
		return LOOPBACK.contains(host);
	}

	/**
	 * Whether an address is complete, holds nobody's password, and is either of TLS or of
	 * this machine.
	 */
	public static boolean isSafe(@Nullable URI address) {
		if (address == null || address.getHost() == null || address.getRawUserInfo() != null) {
			return false;
		}
		return "https".equals(address.getScheme()) || ("http".equals(address.getScheme()) && isHere(address.getHost()));
	}

}
