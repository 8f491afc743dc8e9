package dev.rollcall.connector.tencentcam.write;

import java.util.SortedSet;
import java.util.TreeSet;

import dev.rollcall.connector.tencentcam.fields.SubUserFields;
import dev.rollcall.directory.Entry;
import dev.rollcall.plan.Change;
import org.jspecify.annotations.Nullable;

/**
 * The groups that a change is about.
 *
 * @param added the names of those that a sub-user is put into
 * @param removed the names of those that it is taken out of
 */
record GroupDifference(SortedSet<String> added, SortedSet<String> removed) {

	/** None where the change says nothing of groups. */
	static GroupDifference of(Change change) {
		SortedSet<String> before = groups(change.before());
		SortedSet<String> after = groups(change.after());
		if (change.after() == null || change.after().fields().value(SubUserFields.GROUPS) == null) {
			return new GroupDifference(new TreeSet<>(), new TreeSet<>());
		}
		SortedSet<String> added = new TreeSet<>(after);
		added.removeAll(before);
		SortedSet<String> removed = new TreeSet<>(before);
		removed.removeAll(after);
		return new GroupDifference(added, removed);
	}

	private static SortedSet<String> groups(@Nullable Entry image) {
		return SubUserFields.groups((image != null) ? image.fields().value(SubUserFields.GROUPS) : null);
	}

	boolean isEmpty() {
		return this.added.isEmpty() && this.removed.isEmpty();
	}

}
