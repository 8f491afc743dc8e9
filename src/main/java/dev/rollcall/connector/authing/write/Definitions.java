package dev.rollcall.connector.authing.write;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import dev.rollcall.connector.authing.client.AuthingClient;
import dev.rollcall.connector.authing.fields.Link;
import org.jspecify.annotations.Nullable;

/** Which of the links the user pool defines: a value of any other is refused. */
final class Definitions {

	private final AuthingClient client;

	private @Nullable Set<Link> defined;

	Definitions(AuthingClient client) {
		this.client = client;
	}

	synchronized boolean has(Link link) {
		if (this.defined == null) {
			this.defined = read();
		}
		return this.defined.contains(link);
	}

	private Set<Link> read() {
		Set<Link> found = new HashSet<>();
		for (String type : List.of(Link.USER, Link.DEPARTMENT)) {
			Set<String> keys = new HashSet<>();
			this.client.customFields(type).forEach((field) -> keys.add(Objects.requireNonNullElse(field.key(), "")));
			Link.of(type).stream().filter((link) -> keys.contains(link.key())).forEach(found::add);
		}
		return found;
	}

}
