package dev.rollcall.connector.authing.write;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.rollcall.connector.Effort;
import dev.rollcall.connector.Workload;
import dev.rollcall.connector.authing.client.AuthingAccess;
import dev.rollcall.connector.authing.client.AuthingCall;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.plan.ChangeKind;

/**
 * How many calls changes take, and how long those take at best: as if Authing answered at
 * once and nothing but the rate of each kind of call held them up. Members who lead, or
 * whose main department is not what Authing takes for it, take one call more, which
 * nobody can foresee.
 */
final class EffortOfWork {

	/** How many changes are worth waiting for together. */
	static final int BATCH = 1000;

	private final AuthingAccess access;

	EffortOfWork(AuthingAccess access) {
		this.access = access;
	}

	Effort of(Workload work) {
		Map<AuthingCall, Long> calls = new LinkedHashMap<>();
		long gone = work.of(EntryKind.DEPARTMENT, ChangeKind.DELETE);
		calls.put(AuthingCall.CREATE_DEPARTMENT, work.of(EntryKind.DEPARTMENT, ChangeKind.CREATE));
		calls.put(AuthingCall.UPDATE_DEPARTMENT,
				work.of(EntryKind.DEPARTMENT, ChangeKind.UPDATE) + work.of(EntryKind.DEPARTMENT, ChangeKind.MOVE));
		calls.put(AuthingCall.DEPARTMENT, gone);
		calls.put(AuthingCall.DELETE_DEPARTMENT, gone);
		members(work, calls);
		Duration time = Duration.ZERO;
		for (Map.Entry<AuthingCall, Long> kind : calls.entrySet()) {
			time = time.plus(this.access.rate(kind.getKey()).atBest(kind.getValue()));
		}
		return new Effort(calls.values().stream().mapToLong(Long::longValue).sum(), time, BATCH);
	}

	private static void members(Workload work, Map<AuthingCall, Long> calls) {
		long moved = work.of(EntryKind.MEMBER, ChangeKind.MOVE);
		long updated = work.of(EntryKind.MEMBER, ChangeKind.UPDATE) + work.of(EntryKind.MEMBER, ChangeKind.DISABLE);
		long deleted = batches(work.of(EntryKind.MEMBER, ChangeKind.DELETE));
		calls.put(AuthingCall.CREATE_USERS, batches(work.of(EntryKind.MEMBER, ChangeKind.CREATE)));
		calls.put(AuthingCall.UPDATE_USERS, batches(updated + moved));
		calls.put(AuthingCall.SET_MEMBERSHIPS, moved);
		// Before and behind.
		calls.put(AuthingCall.USERS_BY_IDS, 2 * batches(moved) + 2 * deleted);
		calls.put(AuthingCall.DELETE_USERS, deleted);
	}

	private static long batches(long all) {
		return (all + Lookup.BATCH - 1) / Lookup.BATCH;
	}

}
