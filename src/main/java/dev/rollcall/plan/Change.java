package dev.rollcall.plan;

import dev.rollcall.directory.Entry;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

/**
 * One thing to be done to one entry of the target.
 *
 * <p>
 * The images are entries of which only what the change is about is known. An update knows
 * the fields it changes, in {@code before} as in {@code after}, and a member's placements
 * or a department's parent only if those change; a deletion knows all that was there; a
 * creation all that will be. Departments in images are named by {@link DepartmentRef}.
 *
 * @param kind what is done
 * @param entry what it is done to
 * @param key the entry as operators know it: a userid or a path
 * @param label what people call a member of which the images need not tell it; else null
 * @param ref how the target addresses it, null for one that is to be created
 * @param before how it was, null for one that is to be created
 * @param after how it will be, null for one that is to be deleted
 * @param reason why
 */
public record Change(ChangeKind kind, EntryKind entry, String key, @Nullable String label, @Nullable String ref,
		@Nullable Entry before, @Nullable Entry after, Message reason) {

	/** A change whose images tell the name, if anything does. */
	public Change(ChangeKind kind, EntryKind entry, String key, @Nullable String ref, @Nullable Entry before,
			@Nullable Entry after, Message reason) {
		this(kind, entry, key, null, ref, before, after, reason);
	}

	/** The same change for another reason. */
	Change because(Message other) {
		return new Change(this.kind, this.entry, this.key, this.label, this.ref, this.before, this.after, other);
	}

	/** What people call the member; null when nobody knows, and for a department. */
	public @Nullable String name() {
		Entry image = (this.after != null) ? this.after : this.before;
		return (this.label == null && image instanceof Member member) ? member.name() : this.label;
	}

}
