package dev.rollcall.sandbox.people;

import java.util.List;
import java.util.Map;

/**
 * A member made up.
 *
 * @param userid in letters and digits, unlike anybody else's in any case
 * @param texts name, gender ({@code 1} or {@code 2}), mail address and, of most, more
 * @param posts where the member works, the main branch first
 * @param leader the userid of who leads the main branch
 * @param enabled whether the member may sign in
 * @param activated whether the member has ever signed in
 */
public record Employee(String userid, Map<String, String> texts, List<Post> posts, String leader, boolean enabled,
		boolean activated) {

	public Employee {
		texts = Map.copyOf(texts);
		posts = List.copyOf(posts);
	}

	/**
	 * A place in one branch.
	 *
	 * @param branch the number of the branch
	 * @param order the sort weight there, larger first
	 * @param leads whether the member leads it
	 */
	public record Post(long branch, long order, boolean leads) {
	}

}
