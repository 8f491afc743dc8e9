package dev.rollcall.connector.wecom.ids;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Collects who belongs where, one membership after the other in any order, and joins
 * those of each member.
 */
public final class IdRows {

	private final BytePool userids = new BytePool();

	private int[] users = new int[1024];

	private int[] departments = new int[1024];

	private int count;

	private String before = "";

	/** Adds a row of the list. */
	public void add(String userid, int department) {
		if (this.count == this.users.length) {
			this.users = Arrays.copyOf(this.users, this.count * 2);
			this.departments = Arrays.copyOf(this.departments, this.count * 2);
		}
		boolean same = this.count > 0 && userid.equals(this.before);
		this.users[this.count] = same ? this.users[this.count - 1]
				: this.userids.add(userid.getBytes(StandardCharsets.UTF_8));
		this.departments[this.count++] = department;
		this.before = userid;
	}

	/** How many rows there are. */
	public int size() {
		return this.count;
	}

	/** The members, sorted by userid; a membership that was told twice counts once. */
	public IdLists joined() {
		int[] order = NumberSort.order(this.count, this::compare);
		int[] members = new int[this.count];
		int[] starts = new int[this.count + 1];
		int[] placed = new int[this.count];
		int size = 0;
		int next = 0;
		for (int i = 0; i < order.length; i++) {
			int row = order[i];
			boolean begins = i == 0 || this.userids.compare(this.users[order[i - 1]], this.users[row]) != 0;
			if (begins) {
				members[size] = this.users[row];
				starts[size++] = next;
			}
			if (begins || placed[next - 1] != this.departments[row]) {
				placed[next++] = this.departments[row];
			}
		}
		starts[size] = next;
		return new IdLists(this.userids, Arrays.copyOf(members, size), Arrays.copyOf(starts, size + 1),
				Arrays.copyOf(placed, next));
	}

	private int compare(int row, int other) {
		int difference = this.userids.compare(this.users[row], this.users[other]);
		return (difference != 0) ? difference : Integer.compare(this.departments[row], this.departments[other]);
	}

}
