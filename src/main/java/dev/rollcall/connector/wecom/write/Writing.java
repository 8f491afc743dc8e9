package dev.rollcall.connector.wecom.write;

import java.util.List;

import dev.rollcall.connector.DepartmentDirectory;
import dev.rollcall.connector.Effort;
import dev.rollcall.connector.Outcome;
import dev.rollcall.connector.Workload;
import dev.rollcall.connector.wecom.client.WeComClient;
import dev.rollcall.directory.Entry;
import dev.rollcall.plan.Change;
import org.jspecify.annotations.Nullable;

/** Carries changes out in WeCom's address book. */
public final class Writing implements AutoCloseable {

	private final WeComClient client;

	private final int importFrom;

	/**
	 * Writes through a client.
	 * @param importFrom from how many members on, created or updated, they are imported
	 */
	public Writing(WeComClient client, int importFrom) {
		this.client = client;
		this.importFrom = importFrom;
	}

	/** As {@link dev.rollcall.connector.Target#effort}. */
	public Effort effort(Workload work) {
		return Effort.none(this.client.hasApp() ? this.importFrom : 1);
	}

	/** As {@link dev.rollcall.connector.Target#apply}. */
	public List<Outcome> apply(List<Change> changes, DepartmentDirectory departments) {
		return List.of();
	}

	/** As {@link dev.rollcall.connector.Target#find(List, DepartmentDirectory)}. */
	public List<@Nullable Entry> find(List<Change> changes, DepartmentDirectory departments) {
		return List.of();
	}

	@Override
	public void close() {
		// Threads come with what writes in parallel.
	}

}
