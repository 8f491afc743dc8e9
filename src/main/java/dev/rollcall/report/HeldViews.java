package dev.rollcall.report;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Placements;
import dev.rollcall.plan.Breach;
import dev.rollcall.plan.Change;
import dev.rollcall.report.RunView.ApprovalView;
import dev.rollcall.report.RunView.ChangeView;
import dev.rollcall.report.RunView.HeldView;
import dev.rollcall.report.RunView.LimitView;
import dev.rollcall.staging.Approval;
import dev.rollcall.staging.ApprovalStore;
import dev.rollcall.staging.Plan;
import dev.rollcall.staging.PlanStore;
import dev.rollcall.staging.PlannedChange;
import dev.rollcall.staging.Run;
import dev.rollcall.staging.RunState;
import org.jspecify.annotations.Nullable;

/**
 * Puts together which limits a plan passes, what of it would happen, and what is typed to
 * let it through.
 */
final class HeldViews {

	/** How many changes are shown of those of which there are too many. */
	private static final int SAMPLES = 10;

	private final PlanStore plans;

	private final ApprovalStore approvals;

	private final Clock clock;

	HeldViews(PlanStore plans, ApprovalStore approvals, Clock clock) {
		this.plans = plans;
		this.approvals = approvals;
		this.clock = clock;
	}

	/**
	 * Which limits the plan of a run passes.
	 * @param view shows a change
	 * @return null when it passes none
	 */
	@Nullable HeldView of(Run run, @Nullable Plan plan, Function<PlannedChange, ChangeView> view, Words words) {
		List<Message> breaches = this.plans.breaches(run.id());
		if (plan == null || breaches.isEmpty()) {
			return null;
		}
		boolean waits = run.state() == RunState.HELD;
		return new HeldView(breaches.stream().map((breach) -> limit(breach, words)).toList(),
				waits ? samples(plan, breaches, view) : List.of(), waits ? approve(run.id(), plan.digest()) : null,
				waits ? "apply " + run.id() : null, approval(run, Approval.Kind.LIMITS));
	}

	/** A person's word on a run, null when there is none of a kind. */
	@Nullable ApprovalView approval(Run run, Approval.Kind kind) {
		Approval approval = this.approvals.find(run.id(), kind);
		return (approval == null) ? null : new ApprovalView(approval.person(), approval.reason(), approval.approvedAt(),
				approval.expiresAt(), approval.isGood(this.clock.instant()));
	}

	/** What is typed to approve a plan; the reason is the operator's. */
	static String approve(long run, String digest) {
		return "approve " + run + " --digest " + digest.substring(0, Approval.SHORT) + " --reason \"…\"";
	}

	private static LimitView limit(Message reason, Words words) {
		Breach breach = Breach.told(reason);
		return (breach == null) ? new LimitView(words.of(reason), null, null, null, null, null)
				: new LimitView(words.of(reason), RunViews.lower(breach.entry()), RunViews.lower(breach.kind()),
						breach.department(), breach.changes(), breach.held());
	}

	/** The first changes of those of which there are too many. */
	private List<ChangeView> samples(Plan plan, List<Message> breaches, Function<PlannedChange, ChangeView> view) {
		List<Breach> passed = breaches.stream().map(Breach::told).filter(Objects::nonNull).toList();
		List<ChangeView> samples = new ArrayList<>();
		Iterator<PlannedChange> open = this.plans.readOpen(plan);
		while (samples.size() < SAMPLES && open.hasNext()) {
			PlannedChange change = open.next();
			if (passed.stream().anyMatch((breach) -> isAmong(change.change(), breach, plan))) {
				samples.add(view.apply(change));
			}
		}
		return samples;
	}

	private static boolean isAmong(Change change, Breach breach, Plan plan) {
		return change.kind() == breach.kind() && change.entry() == breach.entry()
				&& (breach.department() == null || isWithin(change, breach.department(), plan));
	}

	/**
	 * Whether a change says itself that it is about somebody in or below a department.
	 */
	private static boolean isWithin(Change change, String path, Plan plan) {
		Placements places = (((change.before() != null) ? change.before() : change.after()) instanceof Member member)
				? member.placements() : null;
		return places != null && places.departments()
			.stream()
			.map(plan::path)
			.anyMatch((place) -> (place + "/").startsWith(path + "/"));
	}

}
