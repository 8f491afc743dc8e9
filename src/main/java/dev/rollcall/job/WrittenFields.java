package dev.rollcall.job;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import dev.rollcall.directory.Department;
import dev.rollcall.directory.Entry;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Userid;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.ChangeKind;
import dev.rollcall.staging.Ledger;
import dev.rollcall.staging.LedgerEntries;
import dev.rollcall.staging.PlanProgress.Result;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Remembers, in the ledger, what was written to fields that the target does not show: in
 * the transaction that says that the changes are done.
 */
final class WrittenFields {

	private final long run;

	private final Ledger ledger;

	private final WrittenDepartments departments;

	/**
	 * Remembers what a run writes.
	 * @param ofMembers remembers members
	 * @param ofDepartments remembers departments
	 */
	WrittenFields(long run, Ledger ofMembers, Ledger ofDepartments) {
		this.run = run;
		this.ledger = ofMembers;
		this.departments = new WrittenDepartments(run, ofDepartments);
	}

	static WrittenFields of(RunContext context, JdbcTemplate jdbc) {
		return new WrittenFields(context.id(), context.ledger(jdbc), context.ledgerOfDepartments(jdbc));
	}

	/** Takes note of a department before anything else is known of its change. */
	void created(Department after, String ref) {
		this.departments.created(after, ref);
	}

	/**
	 * Takes note of changes that have been carried out, in their order.
	 * @param refs what the plan's departments are called in the target
	 */
	void remember(List<Result> done, RunDepartments refs) {
		this.departments.remember(done, refs);
		if (!this.ledger.isNeeded() || done.isEmpty()) {
			return;
		}
		LedgerEntries entries = this.ledger.entries(this.run, refs(done));
		done.forEach((result) -> remember(result, entries));
		entries.write();
	}

	private static List<String> refs(List<Result> done) {
		return done.stream()
			.filter((result) -> result.change().change().entry() == EntryKind.MEMBER)
			.flatMap((result) -> Stream.concat(Stream.ofNullable(result.change().change().ref()),
					(result.change().change().after() != null) ? Stream.of(refAfter(result)) : Stream.empty()))
			.distinct()
			.toList();
	}

	private void remember(Result done, LedgerEntries entries) {
		String ref = done.change().change().ref();
		if (done.change().change().kind() == ChangeKind.DELETE && ref != null) {
			entries.deleted(ref);
		}
		else if (done.change().change().after() instanceof Member after) {
			String key = refAfter(done);
			if (ref != null) {
				entries.renamed(ref, key);
			}
			if (done.change().change().kind() == ChangeKind.CREATE) {
				// Whoever had the userid before was somebody else.
				entries.deleted(key);
			}
			entries.written(key, after);
		}
	}

	private static String refAfter(Result done) {
		Change change = done.change().change();
		return (done.ref() != null) ? done.ref() : refAfter(change, change.ref());
	}

	/**
	 * How a member is addressed once a change of it is done.
	 * @param ref how it was before; null when it is new
	 */
	static String refAfter(Change change, @Nullable String ref) {
		Member after = (Member) Objects.requireNonNull(change.after());
		if (ref != null && !isAddressedByUserid(change.before())) {
			return ref;
		}
		return (after.userid() != null) ? Userid.key(after.userid()) : after.ref();
	}

	/** Whether the ref of a member is the userid, which the change gives up. */
	private static boolean isAddressedByUserid(@Nullable Entry before) {
		return before instanceof Member member && member.userid() != null
				&& member.ref().equals(Userid.key(member.userid()));
	}

}
