package dev.rollcall.plan;

import dev.rollcall.directory.Entry;
import org.jspecify.annotations.Nullable;

/** The directory in which changes are to be taken back, as it is now. */
public interface UndoTarget {

	/**
	 * The entry that a change is about, with all that is known of it; null when there is
	 * none. Departments are named by {@link DepartmentRef}.
	 */
	@Nullable Entry find(Change change);

	/** What of a change the directory could not bring about. */
	Lost lost(Change inverse);

}
