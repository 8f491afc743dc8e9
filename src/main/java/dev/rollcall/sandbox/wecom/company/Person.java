package dev.rollcall.sandbox.wecom.company;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import tools.jackson.databind.node.ObjectNode;

/**
 * A member as the look-alike keeps it.
 *
 * @param userid as it was written first
 * @param texts everything that is a text, by WeCom's own names; absent counts as empty
 * @param custom the values of custom fields, {@code extattr}
 * @param posts the departments, in the order in which they were given
 * @param main the main department
 * @param leaders the userids of those it reports to
 * @param enabled whether it is not disabled
 * @param activated whether the person has ever signed in
 */
public record Person(String userid, Map<String, String> texts, ObjectNode custom, List<Post> posts, long main,
		List<String> leaders, boolean enabled, boolean activated) {

	public Person {
		texts = Map.copyOf(texts);
		posts = List.copyOf(posts);
		leaders = List.copyOf(leaders);
	}

	/**
	 * A member's place in one department.
	 *
	 * @param department the department
	 * @param order the sort weight there, larger first
	 * @param leader whether the member leads it
	 */
	public record Post(long department, long order, boolean leader) {

	}

	/** What two spellings of the same userid have in common. */
	public static String key(String userid) {
		return userid.toLowerCase(Locale.ROOT);
	}

	public String key() {
		return key(this.userid);
	}

	/** A text, empty when there is none. */
	public String text(String field) {
		return this.texts.getOrDefault(field, "");
	}

	/** 1 activated, 2 disabled, 4 not activated. */
	public int status() {
		return this.enabled ? (this.activated ? 1 : 4) : 2;
	}

}
