package dev.rollcall.job;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.rollcall.directory.Entry;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import dev.rollcall.plan.Phase;
import dev.rollcall.plan.Renamed;
import dev.rollcall.staging.Plan;
import dev.rollcall.staging.PlanStore;
import dev.rollcall.staging.Run;
import org.jspecify.annotations.Nullable;

/**
 * Members whom a run that broke off has left under an account that they were to have
 * between two writes only. Nobody but that run knows who they are: any other would take
 * them for strangers, delete them and create the missing ones anew.
 */
final class ParkedMembers {

	private static final Set<Phase> WHERE_ACCOUNTS_GO_ROUND = EnumSet.of(Phase.MEMBER_RELEASE);

	private final PlanStore plans;

	ParkedMembers(PlanStore plans) {
		this.plans = plans;
	}

	/**
	 * Makes sure that a run can be given up.
	 * @throws RunException when somebody would stay parked
	 */
	void requireNone(Run run) {
		List<String> userids = of(run);
		if (!userids.isEmpty()) {
			throw new RunException(Message.of("job.parked", run.id(), String.join(", ", userids)));
		}
	}

	/** The userids that they had. */
	private List<String> of(Run run) {
		Plan plan = this.plans.find(run.id());
		if (plan == null) {
			return List.of();
		}
		Set<String> parked = new HashSet<>();
		this.plans.readDone(plan, WHERE_ACCOUNTS_GO_ROUND)
			.forEachRemaining((change) -> addIfParked(change.change().after(), parked));
		List<String> userids = new ArrayList<>();
		if (!parked.isEmpty()) {
			this.plans.readOpen(plan).forEachRemaining((change) -> {
				String account = parked(change.change().before());
				if (account != null && parked.contains(account)) {
					userids.add(change.change().key());
				}
			});
		}
		return userids;
	}

	private static void addIfParked(@Nullable Entry entry, Set<String> accounts) {
		String account = parked(entry);
		if (account != null) {
			accounts.add(account);
		}
	}

	private static @Nullable String parked(@Nullable Entry entry) {
		return (entry instanceof Member member && member.userid() != null && Renamed.isParked(member.userid()))
				? member.userid() : null;
	}

}
