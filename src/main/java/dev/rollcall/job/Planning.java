package dev.rollcall.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

import dev.rollcall.compare.DepartmentMatching;
import dev.rollcall.compare.FieldPairing;
import dev.rollcall.compare.MemberKey;
import dev.rollcall.compare.MemberMatching.Found;
import dev.rollcall.connector.Accounts;
import dev.rollcall.connector.Adaptation;
import dev.rollcall.connector.Capabilities;
import dev.rollcall.connector.SettingsException;
import dev.rollcall.definition.JobDefinition;
import dev.rollcall.definition.LeaveTerms;
import dev.rollcall.directory.DepartmentTree;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Schema;
import dev.rollcall.plan.AccountNames;
import dev.rollcall.plan.Gaps;
import dev.rollcall.plan.MemberPlanner;
import dev.rollcall.plan.DepartmentPlanner;
import dev.rollcall.plan.Leave;
import dev.rollcall.plan.PlanSink;
import dev.rollcall.plan.Planner;
import dev.rollcall.plan.Policy;
import dev.rollcall.plan.Scope;
import dev.rollcall.plan.Spared;
import dev.rollcall.staging.Side;
import dev.rollcall.staging.Snapshot;
import dev.rollcall.staging.SnapshotStore;
import org.jspecify.annotations.Nullable;

/**
 * How what both sides of a run held becomes a plan: made of two complete snapshots, the
 * same each time. Whoever takes the plan decides whether it is stored or only looked at.
 */
final class Planning {

	private final RunContext context;

	private final SnapshotStore snapshots;

	private final MemberMatchings matchings;

	private final FieldPairing departmentFields;

	private final FieldPairing memberFields;

	private final Snapshot source;

	private final Snapshot existing;

	private final DepartmentMatching departments;

	/** Two snapshots that have been read to their ends. */
	Planning(RunContext context, SnapshotStore snapshots, MemberMatchings matchings) {
		this.context = context;
		this.snapshots = snapshots;
		this.matchings = matchings;
		snapshots.addGaps(context.id(), Side.SOURCE, gaps(snapshots.find(context.id(), Side.SOURCE)));
		this.source = snapshots.find(context.id(), Side.SOURCE);
		this.existing = snapshots.find(context.id(), Side.TARGET);
		Capabilities target = context.target().capabilities();
		this.departmentFields = new FieldPairing(this.source.departmentSchema(), Set.of(),
				this.existing.departmentSchema(), false, Set.of());
		Accounts accounts = target.accounts();
		this.memberFields = new FieldPairing(this.source.memberSchema(), this.source.silentFields(),
				this.existing.memberSchema(), target.customFields(), target.hidden(), target.told(),
				(accounts != null) ? Set.of(FieldNames.USERNAME) : Set.of());
		this.departments = matchDepartments();
	}

	/** Which department is which. */
	DepartmentMatching departments() {
		return this.departments;
	}

	/** Why the source may not be whole. */
	List<Message> gaps() {
		return this.source.gaps();
	}

	/** The departments of the target. */
	DepartmentTree target() {
		return this.departments.target();
	}

	/** The fields that changes of departments can know. */
	Schema departmentSchema() {
		return this.departmentFields.planned();
	}

	/** The fields that changes of members can know. */
	Schema memberSchema() {
		return this.memberFields.planned();
	}

	/**
	 * Makes the plan.
	 * @param sink takes it
	 * @param watch may put somebody between the members that are found and what plans
	 * them
	 * @return for each department that a change can name the path to show
	 * @throws JobRefusedException when the run is only about somebody whom neither side
	 * has, or the target is to go by departments that the source does not have
	 */
	Map<String, String> plan(PlanSink sink, BiFunction<MemberPlanner, DepartmentPlanner, Found> watch) {
		JobDefinition definition = this.context.definition();
		Capabilities target = this.context.target().capabilities();
		Scope scope = new Scope(definition.scope(), this.departments);
		Adaptation adaptation = adaptation();
		AccountNames names = (target.accounts() == null) ? null
				: this.matchings.accountNames(this.context, this.departments, adaptation);
		LeaveTerms terms = definition.onLeave();
		Policy policy = new Policy(definition.operations(), definition.update(), this.source.completeness(),
				target.required(), target.unique(), new Leave(terms.rule(), terms.deleteAfterText(),
						this.matchings.leavers(this.context), new Spared(target.spared(), target.disabledAs())),
				scope)
			.with(names);
		Planner planner = new Planner(this.departments, this.departmentFields, this.memberFields, definition.ignore(),
				policy, sink);
		boolean whole = this.existing.completeness().proved();
		this.matchings.match(this.context, this.departments,
				new MemberMatchings.Read(this.source.renamed() > 0, whole, adaptation), planner.members(watch));
		if (!scope.unknown().isEmpty()) {
			throw new JobRefusedException(Message.of("job.scope-unknown", String.join(", ", scope.unknown())));
		}
		Map<String, String> paths = planner.departments(whole);
		this.snapshots.deleteLeftovers(this.context.id());
		return paths;
	}

	private Adaptation adaptation() {
		try {
			return this.context.target().adaptation(this.departments.source(), this.matchings.admissions(this.context));
		}
		catch (SettingsException ex) {
			// A restart would go by the same settings.
			throw new JobRefusedException(ex.text());
		}
	}

	private DepartmentMatching matchDepartments() {
		long run = this.context.id();
		DepartmentMatching matching = new DepartmentMatching(
				new DepartmentTree(this.snapshots.departments(run, Side.SOURCE)),
				new DepartmentTree(this.snapshots.departments(run, Side.TARGET)),
				this.context.definition().departmentKeys());
		if (matching.isOpen()) {
			matching.recognise(this.matchings.agreement(this.context, matching));
		}
		return matching;
	}

	/**
	 * Why something may be missing in a source that was read to its end: only a whole
	 * source can say that somebody left.
	 */
	private List<Message> gaps(Snapshot read) {
		List<Message> gaps = new ArrayList<>();
		if (read.members() == 0) {
			gaps.add(Message.of("plan.gap.nobody"));
		}
		if (read.rejected() > 0 && !this.context.definition().memberKeys().equals(List.of(MemberKey.USERID))) {
			gaps.add(Message.of("plan.gap.rejected-rows", read.rejected()));
		}
		Long departments = this.context.source().tellsDepartments() ? read.departments() : null;
		gaps.addAll(Gaps.shrunk(departments, read.members(),
				this.snapshots.lastProved(this.context.run().job(), this.context.id())));
		return gaps;
	}

}
