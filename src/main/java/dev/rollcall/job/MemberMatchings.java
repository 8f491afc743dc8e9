package dev.rollcall.job;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

import dev.rollcall.compare.AgreementCount;
import dev.rollcall.compare.DepartmentMatching;
import dev.rollcall.compare.KeyedMember;
import dev.rollcall.compare.MemberAgreement;
import dev.rollcall.compare.MemberKey;
import dev.rollcall.compare.MemberLinks;
import dev.rollcall.compare.MemberMatching;
import dev.rollcall.compare.MemberMatching.Found;
import dev.rollcall.compare.MemberPasses;
import dev.rollcall.connector.Adaptation;
import dev.rollcall.connector.Admissions;
import dev.rollcall.directory.DepartmentTree;
import dev.rollcall.directory.Member;
import dev.rollcall.plan.AccountNames;
import dev.rollcall.plan.LeaverQueue;
import dev.rollcall.staging.LeaverStore;
import dev.rollcall.staging.Ledger;
import dev.rollcall.staging.LinkStore;
import dev.rollcall.staging.LinkTable;
import dev.rollcall.staging.ReadAhead;
import dev.rollcall.staging.Side;
import dev.rollcall.staging.SnapshotStore;

import org.springframework.jdbc.core.JdbcTemplate;

/** Pairs the staged members of a run, by one match key after the other. */
final class MemberMatchings {

	private static final int MEMBERS_AT_ONCE = 1000;

	private final SnapshotStore snapshots;

	private final JdbcTemplate jdbc;

	/**
	 * What is known of two sides that have been read.
	 *
	 * @param withRenamed whether members of the source have changed their userid
	 * @param targetWhole whether it can be told that the target has somebody no more
	 * @param adaptation what becomes of the source's members
	 */
	record Read(boolean withRenamed, boolean targetWhole, Adaptation adaptation) {

	}

	MemberMatchings(SnapshotStore snapshots, JdbcTemplate jdbc) {
		this.snapshots = snapshots;
		this.jdbc = jdbc;
	}

	/** Whose applications had been approved when a run began. */
	Admissions admissions(RunContext context) {
		return context.admissions(this.jdbc);
	}

	/** The names of all accounts that the target has or is to have. */
	AccountNames accountNames(RunContext context, DepartmentMatching departments, Adaptation adaptation) {
		AccountNames names = new AccountNames(adaptation);
		try (ReadAhead<KeyedMember> source = staged(context, Side.SOURCE, departments.source());
				ReadAhead<KeyedMember> target = staged(context, Side.TARGET, departments.target())) {
			adapted(source, adaptation, (none) -> {
			}).forEachRemaining((keyed) -> names.wants(keyed.member()));
			target.forEachRemaining((keyed) -> names.has(keyed.member()));
		}
		return names;
	}

	/** Which members the unpaired departments of both sides share. */
	MemberAgreement agreement(RunContext context, DepartmentMatching departments) {
		MemberAgreement agreement = new MemberAgreement(departments);
		try (ReadAhead<KeyedMember> source = staged(context, Side.SOURCE, departments.source());
				ReadAhead<KeyedMember> target = staged(context, Side.TARGET, departments.target())) {
			new MemberMatching(source, target, new AgreementCount(agreement))
				.walk(context.firstKey() == MemberKey.USERID);
		}
		return agreement;
	}

	/**
	 * Pairs all members.
	 * @param read what is known of both sides
	 */
	void match(RunContext context, DepartmentMatching departments, Read read, Found found) {
		MemberPasses passes = new MemberPasses(context.passes(read.withRenamed()),
				new StoredLeftovers(this.snapshots, context.id()));
		MemberLinks links = links(context, departments, read);
		try (ReadAhead<KeyedMember> source = staged(context, Side.SOURCE, departments.source());
				ReadAhead<KeyedMember> target = staged(context, Side.TARGET, departments.target())) {
			passes.walk(adapted(source, read.adaptation(), found::notMeant), remembered(context, target), links, found);
		}
	}

	/**
	 * Who has been disabled by earlier runs, as the queue stood when the run began: made
	 * again after a crash, a plan is the same.
	 */
	LeaverQueue leavers(RunContext context) {
		return new LeaverStore(this.jdbc).queue(context.target().identity().directory(), context.run().startedAt());
	}

	private ReadAhead<KeyedMember> staged(RunContext context, Side side, DepartmentTree departments) {
		return new ReadAhead<>("members-" + side, MEMBERS_AT_ONCE,
				() -> this.snapshots.members(context.id(), side, List.copyOf(departments.all())));
	}

	private static Iterator<KeyedMember> adapted(Iterator<KeyedMember> members, Adaptation adaptation,
			Consumer<Member> notMeant) {
		return adaptation.equals(Adaptation.NONE) ? members : new AdaptedMembers(members, adaptation, notMeant);
	}

	/** The target's members with what only the ledger knows of them. */
	private Iterator<KeyedMember> remembered(RunContext context, Iterator<KeyedMember> members) {
		Ledger ledger = context.ledger(this.jdbc);
		return ledger.isNeeded() ? new RememberedMembers(members, ledger) : members;
	}

	/**
	 * Links of earlier runs whose members are still there. Both sides are gone through
	 * once more to find that out, if there are any links at all.
	 */
	private MemberLinks links(RunContext context, DepartmentMatching departments, Read read) {
		LinkStore store = new LinkStore(this.jdbc);
		String from = context.source().identity().directory();
		String to = context.target().identity().directory();
		LinkTable links = store.find(from, to);
		if (links.isEmpty()) {
			return MemberLinks.NONE;
		}
		try (ReadAhead<KeyedMember> source = staged(context, Side.SOURCE, departments.source());
				ReadAhead<KeyedMember> target = staged(context, Side.TARGET, departments.target())) {
			adapted(source, read.adaptation(), (none) -> {
			}).forEachRemaining((keyed) -> links.sourceHas(keyed.member()));
			target.forEachRemaining((keyed) -> links.targetHas(keyed.member()));
		}
		if (read.targetWhole()) {
			List<String> gone = new ArrayList<>();
			links.gone().forEach((ref) -> {
				gone.add(ref);
				if (gone.size() == MEMBERS_AT_ONCE) {
					store.gone(context.id(), from, to, gone);
					gone.clear();
				}
			});
			store.gone(context.id(), from, to, gone);
		}
		return links;
	}

	/** Keeps what a key leaves over beside the snapshots. */
	private record StoredLeftovers(SnapshotStore snapshots, long run) implements MemberPasses.Places {

		@Override
		public MemberPasses.Leftovers ofSource(int pass) {
			return this.snapshots.leftovers(this.run, Side.SOURCE, pass);
		}

		@Override
		public MemberPasses.Leftovers ofTarget(int pass) {
			return this.snapshots.leftovers(this.run, Side.TARGET, pass);
		}

	}

}
