package dev.rollcall.connector.authing.read;

import java.util.ArrayList;
import java.util.List;

import dev.rollcall.connector.CheckResult;
import dev.rollcall.connector.authing.api.CustomField;
import dev.rollcall.connector.authing.client.AuthingClient;
import dev.rollcall.connector.authing.client.Refusal;
import dev.rollcall.connector.authing.fields.Link;
import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

/** The links of a user pool, which Rollcall defines where they are missing. */
public final class Links {

	private Links() {
	}

	/** The field of a link as it is defined, null when it is not. */
	static @Nullable CustomField defined(AuthingClient client, Link link) {
		return client.customFields(link.targetType())
			.stream()
			.filter((field) -> link.key().equals(field.key()))
			.findFirst()
			.orElse(null);
	}

	/** Defines those that are missing, and touches none that is there. */
	public static List<CheckResult> define(AuthingClient client) {
		List<CheckResult> results = new ArrayList<>();
		for (Link link : Link.values()) {
			if (defined(client, link) != null) {
				results.add(result(true, "authing.prepare.there", link));
			}
			else {
				results.add(define(client, link));
			}
		}
		return results;
	}

	private static CheckResult define(AuthingClient client, Link link) {
		try {
			client.defineCustomFields(List.of(link.definition()));
		}
		catch (Refusal ex) {
			return new CheckResult(false, ex.text());
		}
		boolean good = defined(client, link) != null;
		return result(good, good ? "authing.prepare.defined" : "authing.prepare.not-defined", link);
	}

	private static CheckResult result(boolean good, String code, Link link) {
		return new CheckResult(good, Message.of(code, link.key(), link.targetType()));
	}

}
