package dev.rollcall.connector.wecom.write;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.rollcall.connector.Effort;
import dev.rollcall.connector.Workload;
import dev.rollcall.connector.wecom.client.Access;
import dev.rollcall.connector.wecom.client.CallKind;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.plan.ChangeKind;

/**
 * How many calls changes take, and how long those take at best: as if WeCom answered at
 * once and nothing but the budget of each kind of call held them up.
 */
final class EffortOfWork {

	/** How many changes are worth waiting for together. */
	static final int BATCH = 1000;

	/** How often an import is asked after, more or less. */
	private static final int POLLS = 5;

	private final Access access;

	private final int importFrom;

	EffortOfWork(Access access, int importFrom) {
		this.access = access;
		this.importFrom = importFrom;
	}

	Effort of(Workload work) {
		long creates = work.of(EntryKind.MEMBER, ChangeKind.CREATE);
		long written = work.of(EntryKind.MEMBER, ChangeKind.UPDATE) + work.of(EntryKind.MEMBER, ChangeKind.MOVE);
		boolean imported = creates + written >= this.importFrom;
		Map<CallKind, Long> calls = new LinkedHashMap<>();
		departments(work, calls);
		if (imported) {
			long files = shares(creates, ImportFile.ROWS) + shares(written, ImportFile.ROWS);
			calls.put(CallKind.MEDIA_UPLOAD, files);
			calls.put(CallKind.BATCH_SYNCUSER, files);
			calls.put(CallKind.BATCH_GETRESULT, files * POLLS);
		}
		calls.put(CallKind.USER_CREATE, imported ? 0 : creates);
		calls.put(CallKind.USER_UPDATE, (imported ? 0 : written) + work.of(EntryKind.MEMBER, ChangeKind.DISABLE));
		calls.put(CallKind.USER_BATCHDELETE, shares(work.of(EntryKind.MEMBER, ChangeKind.DELETE), MemberDeletes.BATCH));
		long all = calls.values().stream().mapToLong(Long::longValue).sum();
		return new Effort(all, atBest(calls), imported ? ImportFile.ROWS : BATCH);
	}

	private static void departments(Workload work, Map<CallKind, Long> calls) {
		calls.put(CallKind.DEPARTMENT_CREATE, work.of(EntryKind.DEPARTMENT, ChangeKind.CREATE));
		calls.put(CallKind.DEPARTMENT_UPDATE,
				work.of(EntryKind.DEPARTMENT, ChangeKind.UPDATE) + work.of(EntryKind.DEPARTMENT, ChangeKind.MOVE));
		calls.put(CallKind.DEPARTMENT_DELETE, work.of(EntryKind.DEPARTMENT, ChangeKind.DELETE));
	}

	/**
	 * Kinds of calls have budgets of their own. Those that come behind one another add
	 * up; creating and updating members go side by side.
	 */
	private Duration atBest(Map<CallKind, Long> calls) {
		Duration sideBySide = Duration.ZERO;
		Duration all = Duration.ZERO;
		for (Map.Entry<CallKind, Long> kind : calls.entrySet()) {
			Duration time = this.access.rate(kind.getKey()).atBest(kind.getValue());
			if (List.of(CallKind.USER_CREATE, CallKind.USER_UPDATE).contains(kind.getKey())) {
				sideBySide = (time.compareTo(sideBySide) > 0) ? time : sideBySide;
			}
			else {
				all = all.plus(time);
			}
		}
		return all.plus(sideBySide);
	}

	private static long shares(long all, int each) {
		return (all + each - 1) / each;
	}

}
