package dev.rollcall.sandbox.wecom.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import dev.rollcall.sandbox.Json;
import dev.rollcall.sandbox.wecom.wire.Refused;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An import that gets through its rows bit by bit. */
final class ImportJob {

	private final String id;

	private final String type;

	private final long begun;

	private final List<Supplier<@Nullable ObjectNode>> steps;

	private final @Nullable Refused refused;

	private final List<ObjectNode> results = new ArrayList<>();

	private int done;

	/**
	 * A job that has not done anything yet.
	 * @param begun when, in milliseconds
	 * @param steps what it does, each giving its result or nothing
	 * @param refused why it does nothing at all, null when it does
	 */
	ImportJob(String id, String type, long begun, List<Supplier<@Nullable ObjectNode>> steps,
			@Nullable Refused refused) {
		this.id = id;
		this.type = type;
		this.begun = begun;
		this.steps = (refused != null) ? List.of() : List.copyOf(steps);
		this.refused = refused;
	}

	String id() {
		return this.id;
	}

	boolean isDone() {
		return this.done == this.steps.size();
	}

	/** Does what is due by now. */
	void advance(long now, int rowsASecond) {
		long due = Math.min(this.steps.size(), (now - this.begun) * rowsASecond / 1000);
		while (this.done < due) {
			ObjectNode result = this.steps.get(this.done++).get();
			if (result != null) {
				this.results.add(result);
			}
		}
	}

	/** What {@code batch/getresult} answers: single results only when all are there. */
	ObjectNode shown() {
		if (this.refused != null) {
			throw this.refused;
		}
		ObjectNode answer = Json.object()
			.put("status", isDone() ? 3 : (this.done == 0) ? 1 : 2)
			.put("type", this.type)
			.put("total", this.steps.size())
			.put("percentage", isDone() ? 100 : 100L * this.done / this.steps.size());
		ArrayNode list = answer.putArray("result");
		if (isDone()) {
			this.results.forEach(list::add);
		}
		return answer;
	}

}
