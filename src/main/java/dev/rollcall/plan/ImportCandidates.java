package dev.rollcall.plan;

import java.util.List;
import java.util.function.Consumer;

import dev.rollcall.compare.MemberMatching.Found;
import dev.rollcall.directory.Entry;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

/**
 * Looks on while a plan is made for a target that keeps bare accounts, and tells of those
 * members whose accounts the plan cannot bind to WeCom: whoever has none yet, and whoever
 * has one that is not bound. Members are told of as they pass, none is kept.
 */
public final class ImportCandidates implements PlanSink {

	/** The status of an account that is bound to WeCom. */
	private static final String BOUND = "wecom";

	private final Consumer<ImportCandidate> candidates;

	/** What was said of the members that are being planned just now. */
	private @Nullable Disposition decision;

	private @Nullable Message problem;

	private @Nullable Member created;

	public ImportCandidates(Consumer<ImportCandidate> candidates) {
		this.candidates = candidates;
	}

	/** Stands between those that are found and what plans them. */
	public Found watching(MemberPlanner planner) {
		return new WatchedMembers(planner, (pairing, planning) -> found(planner, pairing, planning));
	}

	private void found(MemberPlanner planner, Pairing pairing, Runnable planning) {
		this.decision = null;
		this.problem = null;
		this.created = null;
		planning.run();
		if (this.decision != null && !isBound(pairing) && !isProtected(planner, pairing)) {
			tell(pairing, this.decision);
		}
	}

	private void tell(Pairing pairing, Disposition decided) {
		switch (decided) {
			case CHANGED, EQUAL, NOT_CREATED, NOT_UPDATED, NO_PARENT -> tell(pairing, this.problem);
			case INCOMPLETE, KEYLESS -> tell(pairing, isUnknown(pairing) ? null : Message.of("plan.import.incomplete"));
			case CONFLICT -> tell(pairing, this.problem);
			// They are not meant, or a rule says hands off, or only the target has them.
			case OUT_OF_SCOPE, NOT_MEANT, PROTECTED, REPEATED, NOT_DELETED, WITHHELD, WAITING, SPARED, STRANGER,
					NOT_KEPT, AS_BEFORE, LEFT_ALONE ->
				{
				}
		}
	}

	private static boolean isUnknown(Pairing pairing) {
		return pairing.desired().stream().allMatch((desired) -> ((Member) desired).isUnknown());
	}

	private void tell(Pairing pairing, @Nullable Message why) {
		List<Member> existing = pairing.existing().stream().map(Member.class::cast).toList();
		for (Entry entry : pairing.desired()) {
			Member desired = (this.created != null) ? this.created : (Member) entry;
			Message problem = (why == null && desired.isUnknown()) ? Message.of("plan.import.unclear") : why;
			this.candidates.accept(new ImportCandidate(desired, existing, problem));
		}
	}

	/**
	 * Whether the one member has an account that is bound, however many others beside.
	 */
	private static boolean isBound(Pairing pairing) {
		return pairing.desired().size() < 2 && pairing.existing()
			.stream()
			.anyMatch((existing) -> BOUND.equals(existing.fields().value(FieldNames.STATUS)));
	}

	/**
	 * Whether a rule keeps the account of a member as it is, even in a job that would not
	 * touch it anyway.
	 */
	private static boolean isProtected(MemberPlanner planner, Pairing pairing) {
		return pairing.desired().size() == 1 && pairing.existing().size() == 1
				&& !planner.protecting((Member) pairing.desired().get(0), (Member) pairing.existing().get(0)).isEmpty();
	}

	@Override
	public void change(Phase phase, Change change, @Nullable Message withheld) {
		if (change.kind() == ChangeKind.CREATE && change.after() instanceof Member member) {
			this.created = member;
			this.problem = withheld;
		}
	}

	@Override
	public void decided(EntryKind kind, Disposition disposition, int desired, int existing) {
		if (kind == EntryKind.MEMBER) {
			this.decision = disposition;
		}
	}

	@Override
	public void conflict(EntryKind kind, String key, Message reason) {
		this.problem = reason;
	}

	@Override
	public void contradiction(Member member, Message reason) {
		this.problem = reason;
	}

	@Override
	public void returned(String ref) {
		// The queue is not changed by looking.
	}

}
