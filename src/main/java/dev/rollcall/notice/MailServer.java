package dev.rollcall.notice;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Who sends mail to whom.
 *
 * @param host the server that takes mail (SMTP)
 * @param port its port
 * @param tls how others are kept from reading along
 * @param username whom it knows, null when it asks nobody
 * @param password that user's, null likewise
 * @param from the sender
 * @param to the receivers
 */
public record MailServer(String host, int port, Tls tls, @Nullable String username, @Nullable String password,
		String from, List<String> to) {

	/** How others are kept from reading along. */
	public enum Tls {

		/** Asked for before anything else is said; without it nothing is sent. */
		STARTTLS(587),

		/** From the first byte. */
		TLS(465),

		/** Not at all. */
		NONE(25);

		private final int port;

		Tls(int port) {
			this.port = port;
		}

		/** The port that is usual with it. */
		public int port() {
			return this.port;
		}

		/** What is used where nothing is said. */
		public static Tls usual(String host) {
			return Places.isHere(host) ? NONE : STARTTLS;
		}

	}

	public MailServer {
		to = List.copyOf(to);
	}

	@Override
	public String toString() {
		return "MailServer[" + this.host + ":" + this.port + "]";
	}

}
