package dev.rollcall.connector.tencentcam.write;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.rollcall.connector.Effort;
import dev.rollcall.connector.Workload;
import dev.rollcall.connector.tencentcam.client.CamAccess;
import dev.rollcall.connector.tencentcam.client.CamCall;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.plan.ChangeKind;

/**
 * How many calls changes take, and how long those take at best: as if CAM answered at
 * once, and nothing but the rate of each action held them up, which go on side by side.
 * Whether an update is about fields or about groups nobody knows beforehand: it counts as
 * one call.
 */
final class EffortOfWork {

	/** How many changes are worth waiting for together: about ten seconds. */
	static final int BATCH = 200;

	private final CamAccess access;

	private final boolean grouping;

	/**
	 * The effort of writing.
	 * @param grouping whether whoever is created is put into groups
	 */
	EffortOfWork(CamAccess access, boolean grouping) {
		this.access = access;
		this.grouping = grouping;
	}

	Effort of(Workload work) {
		long created = work.of(EntryKind.MEMBER, ChangeKind.CREATE);
		long updated = work.of(EntryKind.MEMBER, ChangeKind.UPDATE);
		long deleted = work.of(EntryKind.MEMBER, ChangeKind.DELETE);
		Map<CamCall, Long> calls = new LinkedHashMap<>();
		calls.put(CamCall.LIST_USERS, (created + BATCH - 1) / BATCH);
		calls.put(CamCall.ADD_USER, created);
		calls.put(CamCall.ADD_TO_GROUP, this.grouping ? created : 0);
		calls.put(CamCall.DESCRIBE_SUB_ACCOUNTS, updated + deleted);
		calls.put(CamCall.UPDATE_USER, updated);
		calls.put(CamCall.DELETE_USER, deleted);
		Duration longest = Duration.ZERO;
		for (Map.Entry<CamCall, Long> kind : calls.entrySet()) {
			Duration time = this.access.rate(kind.getKey()).atBest(kind.getValue());
			longest = (time.compareTo(longest) > 0) ? time : longest;
		}
		return new Effort(calls.values().stream().mapToLong(Long::longValue).sum(), longest, BATCH);
	}

}
