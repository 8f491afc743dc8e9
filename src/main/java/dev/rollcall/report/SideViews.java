package dev.rollcall.report;

import java.util.ArrayList;
import java.util.List;

import dev.rollcall.directory.Finding;
import dev.rollcall.directory.Message;
import dev.rollcall.plan.Gaps;
import dev.rollcall.report.RunView.ApprovalView;
import dev.rollcall.report.RunView.ClaimView;
import dev.rollcall.report.RunView.SideView;
import dev.rollcall.staging.Approval;
import dev.rollcall.staging.FindingStore;
import dev.rollcall.staging.Run;
import dev.rollcall.staging.RunState;
import dev.rollcall.staging.Side;
import dev.rollcall.staging.Snapshot;
import dev.rollcall.staging.SnapshotStore;
import org.jspecify.annotations.Nullable;

/**
 * Puts together what is shown of the two directories of a run: what they held, and by
 * what it is proved that this was all.
 */
final class SideViews {

	private final SnapshotStore snapshots;

	private final FindingStore findings;

	private final HeldViews held;

	SideViews(SnapshotStore snapshots, FindingStore findings, HeldViews held) {
		this.snapshots = snapshots;
		this.findings = findings;
		this.held = held;
	}

	/** What is shown of one side; null when nothing has been read of it. */
	@Nullable SideView of(Run run, Side side, @Nullable String digest, Words words) {
		if (!this.snapshots.exists(run.id(), side)) {
			return null;
		}
		Snapshot read = this.snapshots.find(run.id(), side);
		boolean source = side == Side.SOURCE;
		long rejected = source ? this.findings.count(run.id(), Finding.Severity.REJECTED) : 0;
		long warnings = source ? this.findings.count(run.id(), Finding.Severity.WARNING) : 0;
		ApprovalView approval = source ? this.held.approval(run, Approval.Kind.SHRUNK) : null;
		return new SideView(source ? run.sourceDirectory() : run.targetDirectory(), read.departments(), read.members(),
				rejected, warnings, read.whole(), sentences(read.gaps(), words), read.proved(),
				sentences(read.proved() ? proof(read, source, rejected) : List.of(), words), claim(read),
				(source && approval == null) ? wayOut(run, read, digest) : null, approval);
	}

	/** By what it is proved that a directory was read as a whole. */
	private static List<Message> proof(Snapshot read, boolean source, long rejected) {
		List<Message> proof = new ArrayList<>();
		proof.add(Message.of("report.proof.read-to-end"));
		if (read.claimedMembers() != null && read.claimedDepartments() != null) {
			proof.add(Message.of("report.proof.claimed", read.claimedMembers(), read.claimedDepartments()));
		}
		else if (read.claimedMembers() != null) {
			proof.add(Message.of("report.proof.claimed-members", read.claimedMembers()));
		}
		else if (read.claimedDepartments() != null) {
			proof.add(Message.of("report.proof.claimed-departments", read.claimedDepartments()));
		}
		if (source) {
			proof.add((rejected == 0) ? Message.of("report.proof.no-rejected")
					: Message.of("report.proof.rejected", rejected));
		}
		return proof;
	}

	private static @Nullable ClaimView claim(Snapshot read) {
		return (read.claimedDepartments() != null || read.claimedMembers() != null)
				? new ClaimView(read.claimedDepartments(), read.claimedMembers()) : null;
	}

	/**
	 * What is typed to have a source taken for whole that holds much less than before.
	 */
	private static @Nullable String wayOut(Run run, Snapshot read, @Nullable String digest) {
		boolean over = run.state() == RunState.DONE || run.state() == RunState.PARTIAL;
		return (over && digest != null && read.gaps().stream().anyMatch(Gaps::isShrunk))
				? HeldViews.approve(run.id(), digest) : null;
	}

	private static List<String> sentences(List<Message> messages, Words words) {
		return messages.stream().map(words::of).toList();
	}

}
