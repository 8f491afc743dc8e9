package dev.rollcall.connector.tencentcam.write;

import java.util.List;

import dev.rollcall.connector.Effort;
import dev.rollcall.connector.Outcome;
import dev.rollcall.connector.Workload;
import dev.rollcall.connector.tencentcam.client.CamClient;
import dev.rollcall.directory.Entry;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.Lost;
import org.jspecify.annotations.Nullable;

/** Carries changes out in CAM. Another one takes this one's place. */
public final class Writing implements AutoCloseable {

	/** Writes through a client. */
	public Writing(CamClient client, Manner manner) {
	}

	/** As {@link dev.rollcall.connector.Target#effort}. */
	public Effort effort(Workload work) {
		throw new UnsupportedOperationException();
	}

	/** As {@link dev.rollcall.connector.Target#apply}. */
	public List<Outcome> apply(List<Change> changes) {
		throw new UnsupportedOperationException();
	}

	/**
	 * As
	 * {@link dev.rollcall.connector.Target#find(List, dev.rollcall.connector.DepartmentDirectory)}.
	 */
	public List<@Nullable Entry> find(List<Change> changes) {
		throw new UnsupportedOperationException();
	}

	/** As {@link dev.rollcall.connector.Target#lost}. */
	public Lost lost(Change inverse) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void close() {
	}

}
