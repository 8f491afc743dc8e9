package dev.rollcall.connector.authing.write;

import java.util.List;

import dev.rollcall.connector.Outcome;
import dev.rollcall.connector.authing.api.DepartmentDetail;
import dev.rollcall.connector.authing.client.AuthingClient;
import dev.rollcall.connector.remote.Repeated;
import dev.rollcall.directory.Message;

/** Sends updates of departments, and looks whether what was to be emptied is empty. */
final class DepartmentUpdates {

	private final AuthingClient client;

	private final Emptying emptying;

	DepartmentUpdates(AuthingClient client, Emptying emptying) {
		this.client = client;
		this.emptying = emptying;
	}

	/**
	 * Sends an update.
	 * @throws dev.rollcall.connector.authing.client.Refusal when Authing says no
	 */
	Outcome send(DepartmentBody body) {
		boolean byText = this.emptying.byText();
		if (isSent(body, byText)) {
			return Outcome.done();
		}
		if (isSent(body, !byText)) {
			this.emptying.worksByText(!byText);
			return Outcome.done();
		}
		return Outcome.failed(Message.of("authing.not-emptied", String.join(", ", emptied(body))));
	}

	private static List<String> emptied(DepartmentBody body) {
		return body.links()
			.entrySet()
			.stream()
			.filter((link) -> link.getValue().isEmpty())
			.map((link) -> link.getKey().key())
			.toList();
	}

	/** Whether it has been sent, and nothing is left of what it empties. */
	private boolean isSent(DepartmentBody body, boolean byText) {
		DepartmentDetail[] answer = new DepartmentDetail[1];
		Repeated.once(() -> answer[0] = this.client
			.updateDepartment(body.write(this.client.access().organization(), byText)));
		if (!body.empties()) {
			return true;
		}
		DepartmentDetail now = (answer[0] != null && answer[0].customData() != null) ? answer[0]
				: this.client.department(String.valueOf(body.id()));
		return body.unlike(now).isEmpty();
	}

}
