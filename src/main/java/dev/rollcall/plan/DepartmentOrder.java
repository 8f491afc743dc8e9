package dev.rollcall.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.rollcall.directory.Department;
import dev.rollcall.directory.DepartmentName;
import dev.rollcall.directory.DepartmentTree;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.FieldsBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Orders the creations, renames and moves of departments so that each is possible when
 * its turn comes: the parent is there, and no sibling has the name. Two that swap names
 * get a third write, which parks one of them under a name that nobody has.
 */
final class DepartmentOrder {

	/** Where a department stands while the changes are played through. */
	private record Place(@Nullable String parent, String name) {

	}

	private final Map<String, Place> places = new HashMap<>();

	private final Map<Place, Integer> taken = new HashMap<>();

	DepartmentOrder(DepartmentTree target) {
		for (Department department : target.all()) {
			String parent = department.parent();
			put(DepartmentRef.existing(department.ref()),
					new Place((parent != null) ? DepartmentRef.existing(parent) : null, department.name()));
		}
	}

	/**
	 * The changes in a possible order.
	 * @param changes parents before children, as the tree is to be
	 */
	List<Change> order(List<Change> changes) {
		List<Change> ordered = new ArrayList<>(changes.size());
		List<Change> pending = new ArrayList<>(changes);
		while (!pending.isEmpty()) {
			List<Change> blocked = new ArrayList<>();
			for (Change change : pending) {
				if (isPossible(change)) {
					play(change);
					ordered.add(change);
				}
				else {
					blocked.add(change);
				}
			}
			if (blocked.size() == pending.size() && !park(blocked, ordered)) {
				// Nothing will ever make these possible: the target has to say why.
				ordered.addAll(blocked);
				blocked.clear();
			}
			pending = blocked;
		}
		return ordered;
	}

	private boolean isPossible(Change change) {
		Place place = destination(change);
		boolean stays = place.equals(this.places.get(name(change)));
		return (place.parent() == null || this.places.containsKey(place.parent()))
				&& (stays || !this.taken.containsKey(place));
	}

	private void play(Change change) {
		Place left = this.places.get(name(change));
		if (left != null) {
			this.taken.computeIfPresent(left, (place, times) -> (times > 1) ? times - 1 : null);
		}
		put(name(change), destination(change));
	}

	private void put(String department, Place place) {
		this.places.put(department, place);
		this.taken.merge(place, 1, Integer::sum);
	}

	/** Gives the first department that stands in another's way a name nobody has. */
	private boolean park(List<Change> pending, List<Change> ordered) {
		for (int i = 0; i < pending.size(); i++) {
			Change change = pending.get(i);
			Place place = this.places.get(name(change));
			if (change.kind() == ChangeKind.CREATE || place == null || !isWanted(place, pending)) {
				continue;
			}
			String parked = parkedName(place);
			Change parking = rename(change, place.name(), parked);
			play(parking);
			ordered.add(parking);
			pending.set(i, continued(change, parked, place.name()));
			return true;
		}
		return false;
	}

	private boolean isWanted(Place place, List<Change> pending) {
		return pending.stream().anyMatch((change) -> destination(change).equals(place));
	}

	private String parkedName(Place place) {
		for (int i = 1;; i++) {
			String suffix = "~" + i;
			int kept = Math.min(place.name().length(), DepartmentName.MAX_LENGTH - suffix.length());
			String name = place.name().substring(0, kept) + suffix;
			if (!this.taken.containsKey(new Place(place.parent(), name))) {
				return name;
			}
		}
	}

	private static Change rename(Change change, String from, String to) {
		Department before = image(change.before());
		Fields unknown = Fields.unknown(before.fields().schema());
		return new Change(ChangeKind.UPDATE, change.entry(), change.key(), change.ref(),
				new Department(before.ref(), null, null, withName(unknown, from), null),
				new Department(before.ref(), null, null, withName(unknown, to), null), Reasons.parked());
	}

	/** The same change, from the parked name on to the wanted one. */
	private static Change continued(Change change, String parked, String old) {
		Department before = image(change.before());
		Department after = image(change.after());
		String wanted = after.name().isEmpty() ? old : after.name();
		return new Change(change.kind(), change.entry(), change.key(), change.ref(),
				new Department(before.ref(), before.parent(), before.id(), withName(before.fields(), parked), null),
				new Department(after.ref(), after.parent(), after.id(), withName(after.fields(), wanted), null),
				change.reason());
	}

	private static Fields withName(Fields fields, String name) {
		FieldsBuilder builder = new FieldsBuilder(fields.schema());
		for (int i = 0; i < fields.schema().size(); i++) {
			builder.copy(i, fields, i);
		}
		return builder.set(fields.schema().position(FieldNames.NAME), name).build();
	}

	private Place destination(Change change) {
		Department after = image(change.after());
		if (change.kind() == ChangeKind.CREATE) {
			return new Place(after.parent(), after.name());
		}
		Place now = Objects.requireNonNull(this.places.get(name(change)));
		String name = after.name().isEmpty() ? now.name() : after.name();
		return new Place((change.kind() == ChangeKind.MOVE) ? after.parent() : now.parent(), name);
	}

	private static String name(Change change) {
		return (change.ref() != null) ? DepartmentRef.existing(change.ref())
				: DepartmentRef.planned(image(change.after()).ref());
	}

	private static Department image(@Nullable Object entry) {
		return (Department) Objects.requireNonNull(entry);
	}

}
