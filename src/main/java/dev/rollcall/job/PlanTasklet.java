package dev.rollcall.job;

import java.util.ArrayList;
import java.util.List;

import dev.rollcall.compare.DepartmentMatching;
import dev.rollcall.compare.FieldPairing;
import dev.rollcall.compare.MemberComparison;
import dev.rollcall.connector.Capabilities;
import dev.rollcall.definition.JobDefinition;
import dev.rollcall.directory.DepartmentTree;
import dev.rollcall.directory.Message;
import dev.rollcall.compare.MemberKey;
import dev.rollcall.plan.DepartmentPlanner;
import dev.rollcall.plan.MemberPlanner;
import dev.rollcall.plan.Policy;
import dev.rollcall.staging.PlanStore;
import dev.rollcall.staging.PlanWriter;
import dev.rollcall.staging.Side;
import dev.rollcall.staging.Snapshot;
import dev.rollcall.staging.SnapshotStore;

import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Makes the plan of a run of what was staged, in one transaction: after a crash there is
 * either the whole plan or none, and making it again makes the same.
 */
final class PlanTasklet implements Tasklet {

	private final RunContext context;

	private final SnapshotStore snapshots;

	private final PlanStore plans;

	private final MemberMatchings matchings;

	PlanTasklet(RunContext context, SnapshotStore snapshots, PlanStore plans, MemberMatchings matchings) {
		this.context = context;
		this.snapshots = snapshots;
		this.plans = plans;
		this.matchings = matchings;
	}

	@Override
	public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) {
		long run = this.context.id();
		JobDefinition definition = this.context.definition();
		Capabilities target = this.context.target().capabilities();
		complete();
		this.snapshots.addGaps(run, Side.SOURCE, gaps(this.snapshots.find(run, Side.SOURCE)));
		Snapshot source = this.snapshots.find(run, Side.SOURCE);
		Snapshot existing = this.snapshots.find(run, Side.TARGET);
		Policy policy = new Policy(definition.operations(), definition.update(), source.completeness(),
				target.required(), target.unique());
		DepartmentMatching departments = matchDepartments(definition);
		FieldPairing departmentFields = new FieldPairing(source.departmentSchema(), java.util.Set.of(),
				existing.departmentSchema(), false, java.util.Set.of());
		FieldPairing memberFields = new FieldPairing(source.memberSchema(), source.silentFields(),
				existing.memberSchema(), target.customFields(), target.hidden());
		DepartmentPlanner departmentPlanner = new DepartmentPlanner(departments, departmentFields, definition.ignore(),
				policy);
		PlanWriter plan = this.plans.writer(run, departmentFields.planned(), memberFields.planned(), target.unique());
		MemberPlanner memberPlanner = new MemberPlanner(
				new MemberComparison(memberFields, definition.ignore(), departmentPlanner.names()), policy, plan);
		this.matchings.match(this.context, departments, source.renamed() > 0, memberPlanner);
		departmentPlanner.plan(memberPlanner.staying(), plan);
		this.snapshots.deleteLeftovers(run);
		plan.seal(departmentPlanner.names().paths());
		return RepeatStatus.FINISHED;
	}

	/**
	 * Both sides have been read to their ends. Not said by those steps themselves: Spring
	 * Batch takes a step for completed before it tells any listener.
	 */
	private void complete() {
		for (Side side : Side.values()) {
			this.snapshots.complete(this.context.id(), side);
		}
	}

	private DepartmentMatching matchDepartments(JobDefinition definition) {
		long run = this.context.id();
		DepartmentMatching matching = new DepartmentMatching(
				new DepartmentTree(this.snapshots.departments(run, Side.SOURCE)),
				new DepartmentTree(this.snapshots.departments(run, Side.TARGET)), definition.departmentKeys());
		if (matching.isOpen()) {
			matching.recognise(this.matchings.agreement(this.context, matching));
		}
		return matching;
	}

	/**
	 * Why something may be missing in a source that was read to its end: only a whole
	 * source can say that somebody left.
	 */
	private List<Message> gaps(Snapshot source) {
		List<Message> gaps = new ArrayList<>();
		if (source.members() == 0) {
			gaps.add(Message.of("plan.gap.nobody"));
		}
		if (source.rejected() > 0 && !this.context.definition().memberKeys().equals(List.of(MemberKey.USERID))) {
			gaps.add(Message.of("plan.gap.rejected-rows", source.rejected()));
		}
		return gaps;
	}

}
