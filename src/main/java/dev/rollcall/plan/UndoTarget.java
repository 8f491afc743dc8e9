package dev.rollcall.plan;

import java.util.ArrayList;
import java.util.List;

import dev.rollcall.directory.Entry;
import org.jspecify.annotations.Nullable;

/** The directory in which changes are to be taken back, as it is now. */
public interface UndoTarget {

	/**
	 * The entry that a change is about, with all that is known of it; null when there is
	 * none. Departments are named by {@link DepartmentRef}.
	 */
	@Nullable Entry find(Change change);

	/** Likewise of many changes, which may be found with fewer calls than one each. */
	default List<@Nullable Entry> find(List<Change> changes) {
		List<@Nullable Entry> found = new ArrayList<>(changes.size());
		changes.forEach((change) -> found.add(find(change)));
		return found;
	}

	/** What of a change the directory could not bring about. */
	Lost lost(Change inverse);

}
