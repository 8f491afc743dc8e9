package dev.rollcall.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Userid;
import org.jspecify.annotations.Nullable;

/**
 * Finds the changes of members whose order matters because one gives up a value that only
 * one member may have, and another takes it. A plan is shown to it twice, once for what
 * is given up and once for what is taken; after that it tells which changes are meant.
 */
public final class UniqueValues {

	private final List<String> fields;

	private final Set<String> freed = new HashSet<>();

	private final Set<String> contended = new HashSet<>();

	/** Values of these fields are unique; those of the userid always are. */
	public UniqueValues(List<String> fields) {
		this.fields = List.copyOf(fields);
	}

	/** First time. */
	public void noteFreed(Change change) {
		this.freed.addAll(freed(change));
	}

	/** Whether any change gives up a value; if not, no order matters. */
	public boolean isAnyFreed() {
		return !this.freed.isEmpty();
	}

	/** Second time. */
	public void noteTaken(Change change) {
		taken(change).stream().filter(this.freed::contains).forEach(this.contended::add);
	}

	/** Whether any value changes hands. */
	public boolean isAnyContended() {
		return !this.contended.isEmpty();
	}

	/** Whether the change gives up or takes a value that changes hands. */
	public boolean isInvolved(Change change) {
		return freed(change).stream().anyMatch(this.contended::contains)
				|| taken(change).stream().anyMatch(this.contended::contains);
	}

	/** The unique values that an entry does not have any more after the change. */
	List<String> freed(Change change) {
		return lost(change.before(), change.after(), false);
	}

	/** The unique values that an entry has only after the change. */
	List<String> taken(Change change) {
		return lost(change.after(), change.before(), true);
	}

	/**
	 * The values that one image of a member knows and the other does not.
	 * @param takes whether a userid that the other image does not know is new to it
	 */
	private List<String> lost(@Nullable Object from, @Nullable Object to, boolean takes) {
		if (!(from instanceof Member member)) {
			return List.of();
		}
		Member other = (to instanceof Member that) ? that : null;
		List<String> lost = new ArrayList<>();
		if (member.userid() != null && !member.userid().isEmpty()
				&& (takes || other == null || other.userid() != null)) {
			add(lost, FieldNames.USERID, Userid.key(member.userid()),
					(other != null && other.userid() != null) ? Userid.key(other.userid()) : null);
		}
		for (String field : this.fields) {
			String value = member.fields().value(field);
			if (value != null && !value.isEmpty()) {
				String now = (other != null) ? other.fields().value(field) : null;
				add(lost, field, value.toLowerCase(Locale.ROOT), (now != null) ? now.toLowerCase(Locale.ROOT) : null);
			}
		}
		return lost;
	}

	private static void add(List<String> values, String field, String value, @Nullable String other) {
		if (!value.equals(other)) {
			values.add(field + '\0' + value);
		}
	}

}
