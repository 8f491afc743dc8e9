package dev.rollcall.connector.wecom.read.companion;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import dev.rollcall.connector.wecom.ids.BytePool;
import dev.rollcall.connector.wecom.ids.NumberSort;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Origin;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Schema;

/**
 * What a companion tells of members, by userid ignoring case, without an object for each.
 */
public final class CompanionMembers {

	private final Schema schema;

	private final NamedTree tree;

	private final BytePool bytes = new BytePool();

	private int count;

	/** For each row the numbers of its userid and fields, and its origin. */
	private int[] rows = new int[4096];

	private int[] starts = new int[1025];

	private int[] paths = new int[1024];

	/** The rows by userid. */
	private int[] order = new int[0];

	CompanionMembers(Schema schema, NamedTree tree) {
		this.schema = schema;
		this.tree = tree;
	}

	/** Adds a member whose departments have come before. */
	void add(Member member) {
		String userid = member.userid();
		if (userid == null) {
			return;
		}
		if (4 * this.count == this.rows.length) {
			this.rows = Arrays.copyOf(this.rows, 2 * this.rows.length);
			this.starts = Arrays.copyOf(this.starts, 2 * this.count + 1);
		}
		Origin origin = Objects.requireNonNullElse(member.origin(), new Origin(0, 0));
		int at = 4 * this.count;
		this.rows[at] = this.bytes.add(userid.getBytes(StandardCharsets.UTF_8));
		this.rows[at + 1] = this.bytes.add(member.fields().in(this.schema).encoded());
		this.rows[at + 2] = origin.part();
		this.rows[at + 3] = origin.row();
		int end = this.starts[this.count];
		for (Placement placement : (member.placements() != null) ? member.placements().list() : List.<Placement>of()) {
			if (end == this.paths.length) {
				this.paths = Arrays.copyOf(this.paths, 2 * end);
			}
			this.paths[end++] = this.tree.place(placement.department());
		}
		this.starts[++this.count] = end;
	}

	/** Sorts them; nobody is added afterwards. */
	void end() {
		this.order = NumberSort.order(this.count,
				(row, other) -> this.bytes.compare(this.rows[4 * row], this.rows[4 * other]));
	}

	/** How many rows there are. */
	public int size() {
		return this.count;
	}

	public String userid(int place) {
		return new String(this.bytes.get(this.rows[4 * this.order[place]]), StandardCharsets.UTF_8);
	}

	public Fields fields(int place) {
		return Fields.decoded(this.schema, this.bytes.get(this.rows[4 * this.order[place] + 1]));
	}

	/** The places in the tree of the departments that a member is in. */
	public int[] paths(int place) {
		int row = this.order[place];
		return Arrays.copyOfRange(this.paths, this.starts[row], this.starts[row + 1]);
	}

	public Origin origin(int place) {
		int row = 4 * this.order[place];
		return new Origin(this.rows[row + 2], this.rows[row + 3]);
	}

	/** The first place of a userid; negative when it is not there. */
	public int find(String userid) {
		byte[] sought = userid.getBytes(StandardCharsets.UTF_8);
		int low = 0;
		int high = this.count;
		while (low < high) {
			int middle = (low + high) >>> 1;
			if (compare(middle, sought) < 0) {
				low = middle + 1;
			}
			else {
				high = middle;
			}
		}
		return (low < this.count && compare(low, sought) == 0) ? low : -1;
	}

	/** Whether the row behind this one is of the same userid. */
	public boolean isRepeated(int place) {
		return place + 1 < this.count
				&& this.bytes.compare(this.rows[4 * this.order[place]], this.rows[4 * this.order[place + 1]]) == 0;
	}

	/** Whether the rows of a userid, of which this is the first, say different things. */
	public boolean isContradicted(int first) {
		for (int place = first; isRepeated(place); place++) {
			boolean same = fields(first).equals(fields(place + 1)) && Arrays.equals(paths(first), paths(place + 1));
			if (!same) {
				return true;
			}
		}
		return false;
	}

	private int compare(int place, byte[] userid) {
		return this.bytes.compare(this.rows[4 * this.order[place]], userid);
	}

}
