package dev.rollcall.connector.wecom.ids;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

import dev.rollcall.directory.Userid;

/**
 * All members by their userids, sorted ignoring case, each with the ids of its
 * departments. Members are addressed by their places in that order, from 0.
 */
public final class IdLists {

	private final BytePool userids;

	private final int[] members;

	private final int[] starts;

	private final int[] departments;

	IdLists(BytePool userids, int[] members, int[] starts, int[] departments) {
		this.userids = userids;
		this.members = members;
		this.starts = starts;
		this.departments = departments;
	}

	/** How many members there are. */
	public int size() {
		return this.members.length;
	}

	/** How many memberships there are. */
	public int memberships() {
		return this.departments.length;
	}

	/** The userid as WeCom writes it. */
	public String userid(int member) {
		return new String(this.userids.get(this.members[member]), StandardCharsets.UTF_8);
	}

	/** The ids of a member's departments, ascending. */
	public int[] departments(int member) {
		return Arrays.copyOfRange(this.departments, this.starts[member], this.starts[member + 1]);
	}

	/**
	 * The place of a member, ignoring case; where there is none, -1 minus the place that
	 * it would have.
	 */
	public int find(String userid) {
		byte[] sought = userid.getBytes(StandardCharsets.UTF_8);
		int low = 0;
		int high = this.members.length - 1;
		while (low <= high) {
			int middle = (low + high) >>> 1;
			int difference = this.userids.compare(this.members[middle], sought);
			if (difference == 0) {
				return middle;
			}
			low = (difference < 0) ? middle + 1 : low;
			high = (difference > 0) ? middle - 1 : high;
		}
		return -1 - low;
	}

	/** Adds all of it to a digest; the case of userids makes no difference. */
	public void addTo(MessageDigest digest) {
		for (int i = 0; i < this.members.length; i++) {
			digest.update(Userid.key(userid(i)).getBytes(StandardCharsets.UTF_8));
			digest.update((byte) 0);
			ByteBuffer ids = ByteBuffer.allocate(Integer.BYTES * (this.starts[i + 1] - this.starts[i] + 1));
			ids.putInt(this.starts[i + 1] - this.starts[i]);
			for (int at = this.starts[i]; at < this.starts[i + 1]; at++) {
				ids.putInt(this.departments[at]);
			}
			digest.update(ids.array());
		}
	}

}
