package dev.rollcall.report;

import java.util.List;

import dev.rollcall.staging.LeaverStore;

/** Puts together what is shown of the queue of leavers. */
public final class LeaverViews {

	private final LeaverStore leavers;

	public LeaverViews(LeaverStore leavers) {
		this.leavers = leavers;
	}

	/** Everybody, whose time comes first in front. */
	public List<LeaverLine> all() {
		return this.leavers.all().stream().map(LeaverLine::of).toList();
	}

}
