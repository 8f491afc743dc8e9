package dev.rollcall.job;

import dev.rollcall.staging.Side;
import dev.rollcall.staging.TrafficStore;

/**
 * Keeps what the directories of a run that is going on say of how they were used: asked
 * before its report is written, and once more when all is over.
 */
final class RunTraffic {

	private final RunContext context;

	private final TrafficStore store;

	private final int execution;

	RunTraffic(RunContext context, TrafficStore store) {
		this.context = context;
		this.store = store;
		this.execution = store.next(context.id());
	}

	void save() {
		this.store.put(this.context.id(), this.execution, Side.SOURCE, this.context.source().traffic());
		this.store.put(this.context.id(), this.execution, Side.TARGET, this.context.target().traffic());
	}

}
