package dev.rollcall.definition;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

import dev.rollcall.directory.Message;
import dev.rollcall.notice.MailServer;
import dev.rollcall.notice.MailServer.Tls;
import dev.rollcall.notice.Places;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The key {@code mail} of notices as it is written.
 *
 * @param to the receivers
 * @param from the sender
 * @param host the server that takes mail
 * @param port its port, that which is usual for its kind of TLS where nothing is said
 * @param username whom it knows
 * @param password that user's
 * @param tls how others are kept from reading along
 */
record MailKeys(@DefaultValue List<String> to, @Nullable String from, @Nullable String host, @Nullable Integer port,
		@Nullable String username, @Nullable String password, @Nullable Tls tls) {

	private static final String KEY = "applications.notice.mail";

	private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;\"]+@[^\\s@<>,;\"]+");

	private static final int LAST_PORT = 0xFFFF;

	void check(KeyBinding keys) {
		if (this.to.isEmpty() || !this.to.stream().allMatch(ADDRESS.asMatchPredicate())) {
			keys.complain(KEY + ".to", Message.of("definition.mail-to"));
		}
		if (this.from == null || !ADDRESS.matcher(this.from).matches()) {
			keys.complain(KEY + ".from", Message.of("definition.mail-from"));
		}
		if (this.host == null || this.host.isBlank()) {
			keys.complain(KEY + ".host", Message.of("definition.mail-host"));
		}
		if (this.port != null && (this.port < 1 || this.port > LAST_PORT)) {
			keys.complain(KEY + ".port", Message.of("definition.mail-port", this.port));
		}
		if ((this.username == null) != (this.password == null)) {
			keys.complain(KEY + ".username", Message.of("definition.mail-user"));
		}
		if (this.password != null && tlsOrUsual() == Tls.NONE && !Places.isHere(hostName())) {
			keys.complain(KEY + ".tls", Message.of("definition.mail-tls"));
		}
	}

	MailServer server() {
		return new MailServer(hostName(), (this.port != null) ? this.port : tlsOrUsual().port(), tlsOrUsual(),
				this.username, this.password, Objects.requireNonNullElse(this.from, ""), this.to);
	}

	private String hostName() {
		return Objects.requireNonNullElse(this.host, "");
	}

	private Tls tlsOrUsual() {
		return (this.tls != null) ? this.tls : Tls.usual(hostName());
	}

	@Override
	public String toString() {
		return "MailKeys[" + this.host + "]";
	}

}
