package dev.rollcall.connector.wecom.ids;

import java.util.Arrays;

/**
 * Who is directly in each department: the id lists turned round. Departments and members
 * are addressed by their places.
 */
public final class DepartmentMembers {

	private final int[] starts;

	private final int[] members;

	private final int strangers;

	/** Turns the lists round. */
	public DepartmentMembers(DepartmentIdTree tree, IdLists lists) {
		this.starts = new int[tree.size() + 1];
		int lost = 0;
		for (int member = 0; member < lists.size(); member++) {
			for (int id : lists.departments(member)) {
				int place = tree.place(id);
				if (place == DepartmentIdTree.NONE) {
					lost++;
				}
				else {
					this.starts[place + 1]++;
				}
			}
		}
		this.strangers = lost;
		for (int i = 0; i < tree.size(); i++) {
			this.starts[i + 1] += this.starts[i];
		}
		this.members = new int[this.starts[tree.size()]];
		int[] next = Arrays.copyOf(this.starts, tree.size());
		for (int member = 0; member < lists.size(); member++) {
			for (int id : lists.departments(member)) {
				int place = tree.place(id);
				if (place != DepartmentIdTree.NONE) {
					this.members[next[place]++] = member;
				}
			}
		}
	}

	/** The members of a department, ascending. */
	public int[] of(int department) {
		return Arrays.copyOfRange(this.members, this.starts[department], this.starts[department + 1]);
	}

	/** How many members a department has. */
	public int count(int department) {
		return this.starts[department + 1] - this.starts[department];
	}

	/** How many memberships name a department that is not in the tree. */
	public int strangers() {
		return this.strangers;
	}

}
