package dev.rollcall.connector.wecom.ids;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.rollcall.connector.DirectoryException;
import dev.rollcall.connector.wecom.api.DepartmentIds;
import dev.rollcall.directory.Message;

/**
 * All departments of a company by their ids, without names. They are addressed by their
 * places in the order of ids, from 0.
 */
public final class DepartmentIdTree {

	/** Stands for no department. */
	public static final int NONE = -1;

	/** Whoever has so many above stands in a circle: WeCom allows 15. */
	private static final int CIRCLE = 1000;

	private final int[] ids;

	private final int[] parents;

	private final Map<Integer, Integer> places = new HashMap<>();

	/**
	 * A tree of departments.
	 * @throws DirectoryException when an id stands twice
	 */
	public DepartmentIdTree(List<DepartmentIds.Item> items) {
		List<DepartmentIds.Item> sorted = items.stream()
			.sorted(Comparator.comparingLong(DepartmentIds.Item::id))
			.toList();
		this.ids = sorted.stream().mapToInt((item) -> id(item.id())).toArray();
		this.parents = sorted.stream().mapToInt((item) -> id(item.parentid())).toArray();
		for (int i = 0; i < this.ids.length; i++) {
			if (this.places.put(this.ids[i], i) != null) {
				throw new DirectoryException(Message.of("wecom.read.department-twice", this.ids[i]));
			}
		}
	}

	/** An id as WeCom describes them: 32 bits. */
	public static int id(long id) {
		if (id != (int) id) {
			throw new DirectoryException(Message.of("wecom.read.id-range", id));
		}
		return (int) id;
	}

	/** How many departments there are. */
	public int size() {
		return this.ids.length;
	}

	public int id(int place) {
		return this.ids[place];
	}

	/** The id of the department above, 0 for the top. */
	public int parentId(int place) {
		return this.parents[place];
	}

	/** The place of the department above, {@link #NONE} where there is none. */
	public int parent(int place) {
		return place(this.parents[place]);
	}

	/** The place of an id, {@link #NONE} when it is not there. */
	public int place(int id) {
		return this.places.getOrDefault(id, NONE);
	}

	/** The places of all departments, each behind its parent; else by id. */
	public List<Integer> parentsFirst() {
		List<Integer> sorted = new ArrayList<>();
		for (int i = 0; i < this.ids.length; i++) {
			sorted.add(i);
		}
		sorted.sort(Comparator.comparingInt(this::depth).thenComparing(Comparator.naturalOrder()));
		return sorted;
	}

	/** How many departments stand above. */
	public int depth(int place) {
		int depth = 0;
		for (int above = parent(place); above != NONE && depth < CIRCLE; above = parent(above)) {
			depth++;
		}
		return depth;
	}

	/** A department, then those above it. */
	public List<Integer> lineage(int place) {
		List<Integer> lineage = new ArrayList<>();
		for (int above = place; above != NONE && lineage.size() < CIRCLE; above = parent(above)) {
			lineage.add(above);
		}
		return lineage;
	}

	/** The ids of those whose parent is not there, or that stand in a circle. */
	public List<Integer> misplaced() {
		List<Integer> misplaced = new ArrayList<>();
		for (int i = 0; i < this.ids.length; i++) {
			boolean orphan = this.parents[i] != 0 && parent(i) == NONE;
			if (orphan || depth(i) == CIRCLE) {
				misplaced.add(this.ids[i]);
			}
		}
		return misplaced;
	}

	/** Whether another one has the same departments in the same places. */
	public boolean isSameAs(DepartmentIdTree other) {
		return Arrays.equals(this.ids, other.ids) && Arrays.equals(this.parents, other.parents);
	}

	/** Adds all of it to a digest. */
	public void addTo(MessageDigest digest) {
		ByteBuffer all = ByteBuffer.allocate(2 * Integer.BYTES * this.ids.length);
		for (int i = 0; i < this.ids.length; i++) {
			all.putInt(this.ids[i]).putInt(this.parents[i]);
		}
		digest.update(all.array());
	}

}
