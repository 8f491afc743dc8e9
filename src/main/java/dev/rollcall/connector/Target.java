package dev.rollcall.connector;

import java.util.ArrayList;
import java.util.List;

import dev.rollcall.directory.DepartmentTree;
import dev.rollcall.directory.Entry;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.Lost;
import org.jspecify.annotations.Nullable;

/** A source that changes can be applied to. */
public interface Target extends Source {

	Capabilities capabilities();

	/**
	 * Defines what the directory has to know before a run can write to it, such as custom
	 * fields, and changes nothing that is there; done again, it changes nothing at all.
	 * What is missing is said by {@link #check()}.
	 * @return what was defined now or was there already, or could not be defined; empty
	 * when there is nothing to prepare
	 * @throws DirectoryException when the directory cannot be reached
	 */
	default List<CheckResult> prepare() {
		return List.of();
	}

	/**
	 * How this target, if it has {@link Accounts}, takes the members of a source.
	 * @param departments all departments of the source
	 * @param admissions whose applications have been approved
	 * @throws SettingsException when the settings name a department that the source does
	 * not have, or that could be several
	 */
	default Adaptation adaptation(DepartmentTree departments, Admissions admissions) {
		return Adaptation.NONE;
	}

	/**
	 * What it takes to carry changes out, told to the operator before the first write.
	 * The same work always takes the same: a restart asks again with what is left.
	 */
	default Effort effort(Workload work) {
		return Effort.none(capabilities().batch());
	}

	/**
	 * Carries changes out, in their order.
	 *
	 * <p>
	 * One that the directory refuses does not keep the others from being tried. A
	 * creation of what is there already, or a change of what is gone, is refused.
	 * Deleting what is gone is done. A department whose id is to be empty loses it, and
	 * so does a member whose userid is to be empty: it had none when it was matched
	 * otherwise, and the link that was written to it is taken back. A target that
	 * addresses members by their userids is never asked for that.
	 * @param changes at most {@link Effort#batch()}
	 * @param departments what the plan's departments are called in this directory; told
	 * of those that are created
	 * @return one outcome for each change, in the same order
	 * @throws DirectoryException when it cannot be told what became of the changes:
	 * whoever called will look each of them up before sending it again
	 */
	List<Outcome> apply(List<Change> changes, DepartmentDirectory departments);

	/**
	 * The entry that a change is about as the directory holds it now, null when there is
	 * none. One that the change renames is found whether that has been done or not; a
	 * member who is created without a userid, because it had none when it was deleted, is
	 * found by what else is unique, if at all; a department below one that does not exist
	 * is not there. Departments are named by {@link dev.rollcall.plan.DepartmentRef}.
	 */
	@Nullable Entry find(Change change, DepartmentDirectory departments);

	/** Likewise of many changes, which may be found with fewer calls than one each. */
	default List<@Nullable Entry> find(List<Change> changes, DepartmentDirectory departments) {
		List<@Nullable Entry> found = new ArrayList<>(changes.size());
		changes.forEach((change) -> found.add(find(change, departments)));
		return found;
	}

	/**
	 * What this directory could not bring about of a change that takes another one back,
	 * such as the password of somebody who is created again. Operators are told before
	 * anything is written.
	 */
	default Lost lost(Change inverse) {
		return Lost.NOTHING;
	}

}
