package dev.rollcall.compare;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import dev.rollcall.directory.DepartmentTree;

/**
 * Has paths of either side call a department that this side does not name as the other
 * one does: so that people can speak of what is below it.
 */
final class PathNames {

	private PathNames() {
	}

	static void share(Collection<DepartmentMatch> matches, DepartmentTree source, DepartmentTree target) {
		Map<String, String> ours = new HashMap<>();
		Map<String, String> theirs = new HashMap<>();
		for (DepartmentMatch match : matches) {
			String desired = match.desired().name();
			String existing = match.existing().name();
			if (desired.isEmpty() && !existing.isEmpty()) {
				ours.put(match.desired().ref(), existing);
			}
			else if (existing.isEmpty() && !desired.isEmpty()) {
				theirs.put(match.existing().ref(), desired);
			}
		}
		source.call(ours);
		target.call(theirs);
	}

}
