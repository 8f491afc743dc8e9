package dev.rollcall.connector.wecom.read;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

import dev.rollcall.connector.wecom.ids.DepartmentIdTree;

/**
 * With which department each member is handed over: the one of the smallest id that is
 * shown. It follows from the id lists alone, so that a restart knows whom it has had
 * already, without anything being kept of each.
 */
final class Homes {

	/** Stands for a member that no department shows. */
	static final int NONE = -1;

	private final Company company;

	private final Set<Integer> visible;

	private final Set<Integer> refused;

	/**
	 * Homes of all members.
	 * @param visible ids of departments that are shown
	 * @param refused those of them whose members have been refused
	 */
	Homes(Company company, Collection<Integer> visible, Set<Integer> refused) {
		this.company = company;
		this.visible = new TreeSet<>(visible);
		this.refused = new TreeSet<>(refused);
		this.visible.removeAll(refused);
	}

	/** From now on nobody is at home in a department any more. */
	void refuse(int department) {
		this.refused.add(department);
		this.visible.remove(department);
	}

	Set<Integer> refused() {
		return this.refused;
	}

	/** The id of the department that a member comes with. */
	int of(int member) {
		for (int id : this.company.lists().departments(member)) {
			if (this.visible.contains(id)) {
				return id;
			}
		}
		return NONE;
	}

	/** The members that come with a department, ascending. */
	int[] membersOf(int department) {
		return stream(department).toArray();
	}

	/** Whether anybody comes with a department. */
	boolean isHome(int department) {
		return stream(department).findAny().isPresent();
	}

	private IntStream stream(int department) {
		int place = this.company.tree().place(department);
		if (place == DepartmentIdTree.NONE || !this.visible.contains(department)) {
			return IntStream.empty();
		}
		return Arrays.stream(this.company.members().of(place)).filter((member) -> of(member) == department);
	}

}
