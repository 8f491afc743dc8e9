package dev.rollcall.plan;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

import dev.rollcall.directory.Schema;

/**
 * Plans how what a run has done is taken back. Each entry is looked at as it is now: what
 * the run did to it is undone as far as nobody has changed it since; nothing that
 * somebody else has written is overwritten or deleted.
 *
 * <p>
 * The plan has the shape of any other. What was given up comes back in the same phases in
 * which a run creates, changes and deletes, so the order in which unique values and names
 * go over is found as for any plan.
 */
public final class UndoPlanner {

	private static final Set<Phase> OF_DEPARTMENTS = EnumSet.of(Phase.DEPARTMENT_UPSERT, Phase.DEPARTMENT_DELETE);

	private static final Set<Phase> TOGETHER = EnumSet.of(Phase.MEMBER_RELEASE);

	private static final Set<Phase> ONE_BY_ONE = EnumSet.of(Phase.MEMBER_UPSERT, Phase.MEMBER_DELETE);

	private final UndoneDepartments names;

	private final DepartmentUndo departments;

	private final MemberUndo members;

	/** The changes that a run has carried out. */
	@FunctionalInterface
	public interface DoneChanges {

		/** Shows those of some phases, in their order. */
		void forEach(Set<Phase> phases, BiConsumer<Phase, Change> visitor);

	}

	/**
	 * What a plan can know.
	 *
	 * @param departments the fields of departments
	 * @param members the fields of members
	 * @param hidden fields of members that the target accepts but never shows
	 */
	public record Known(Schema departments, Schema members, Set<String> hidden) {

	}

	/**
	 * Takes back what one run has done.
	 * @param run the number of that run
	 */
	public UndoPlanner(long run, UndoTarget target, UndoneDepartments names, Known known, PlanSink sink) {
		this.names = names;
		this.departments = new DepartmentUndo(run, target, names, known.departments(), sink);
		this.members = new MemberUndo(run, target, names, known.members(), known.hidden(), sink);
	}

	/**
	 * Makes the plan. Members are looked up many at once, but judged one by one, except
	 * those between which unique values went over.
	 * @return for each department that a change can name the path to show
	 */
	public Map<String, String> plan(DoneChanges done) {
		WholeChanges ofDepartments = new WholeChanges();
		done.forEach(OF_DEPARTMENTS, (phase, change) -> ofDepartments.add(change));
		this.departments.judge(ofDepartments.all());
		WholeChanges together = new WholeChanges();
		done.forEach(TOGETHER, (phase, change) -> together.add(change));
		this.members.takeBackTogether(together.all());
		List<Change> alone = new ArrayList<>();
		done.forEach(ONE_BY_ONE, (phase, change) -> {
			alone.add(change);
			if (alone.size() == MemberUndo.AT_ONCE) {
				this.members.takeBack(alone);
				alone.clear();
			}
		});
		this.members.takeBack(alone);
		this.departments.plan(this.members.staying());
		return this.names.paths();
	}

}
