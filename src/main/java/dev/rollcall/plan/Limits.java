package dev.rollcall.plan;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

import dev.rollcall.directory.EntryKind;
import org.jspecify.annotations.Nullable;

/**
 * The limits of a job: one for each kind of change of members and of departments, and for
 * members those of each department with everyone below it. There is no value that turns
 * one off.
 *
 * @param members for each kind of change
 * @param departments for each kind of change
 * @param subtrees for the kinds of change that are measured in each department by itself
 */
public record Limits(Map<ChangeKind, Limit> members, Map<ChangeKind, Limit> departments,
		Map<ChangeKind, Limit> subtrees) {

	/** What takes something away: WeCom's own numbers. */
	private static final Limit REMOVING = new Limit(50, 20, 80, 5, 500);

	/** What can be mended by the next run: a few more, and a larger cap. */
	private static final Limit CHANGING = new Limit(50, 20, 80, 20, 5000);

	/** Of one department alone a larger share may change; how many, all limits tell. */
	private static final Limit IN_SUBTREE = new Limit(50, 50, 80, 20, Limit.NO_CAP);

	/** Where a job says nothing. */
	public static final Limits DEFAULT = new Limits(all(REMOVING, CHANGING),
			all(REMOVING.withCap(100), CHANGING.withCap(1000)),
			Map.of(ChangeKind.DISABLE, IN_SUBTREE, ChangeKind.DELETE, IN_SUBTREE));

	public Limits {
		members = Map.copyOf(members);
		departments = Map.copyOf(departments);
		subtrees = Map.copyOf(subtrees);
	}

	/** The limit of a kind of change among all entries of a kind. */
	public Limit of(EntryKind entry, ChangeKind kind) {
		return Objects.requireNonNull(switch (entry) {
			case MEMBER -> this.members.get(kind);
			case DEPARTMENT -> this.departments.get(kind);
		});
	}

	/** The limit of a kind of change within each department; null: not measured. */
	public @Nullable Limit inSubtrees(ChangeKind kind) {
		return this.subtrees.get(kind);
	}

	/** What a job that names a kind of change within departments begins with. */
	public static Limit subtree() {
		return IN_SUBTREE;
	}

	private static Map<ChangeKind, Limit> all(Limit removing, Limit changing) {
		Map<ChangeKind, Limit> limits = new EnumMap<>(ChangeKind.class);
		for (ChangeKind kind : ChangeKind.values()) {
			limits.put(kind, kind.removes() ? removing : changing);
		}
		return limits;
	}

}
