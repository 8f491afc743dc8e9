package dev.rollcall.connector.wecom.write;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import dev.rollcall.connector.remote.Pace;
import dev.rollcall.connector.wecom.ids.IdLists;
import dev.rollcall.directory.Userid;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.ChangeKind;
import org.jspecify.annotations.Nullable;

/**
 * Who is there: the list of userids, read once for many files and kept up to date with
 * what is written here. What others do it learns only when it reads the list again, so
 * that it does not rely on one for longer than a minute; and whether a change whose
 * answer was lost has been carried out is never looked up in it.
 */
final class Presence {

	private static final Duration GOOD_FOR = Duration.ofMinutes(1);

	/** With more changes than that, another list costs less than remembering them. */
	private static final int MOST_CHANGES = 100_000;

	private final Lookup lookup;

	private final Pace pace;

	private final Map<String, Boolean> changed = new HashMap<>();

	private @Nullable IdLists listed;

	private long read;

	Presence(Lookup lookup, Pace pace) {
		this.lookup = lookup;
		this.pace = pace;
	}

	/**
	 * Those of some members who are there.
	 * @param keys userids in small letters
	 */
	Set<String> of(Collection<String> keys) {
		IdLists all = listed();
		Set<String> present = new HashSet<>();
		for (String key : keys) {
			Boolean known = this.changed.get(key);
			if ((known != null) ? known : all.find(key) >= 0) {
				present.add(key);
			}
		}
		return present;
	}

	/** A change of a member is done. */
	void done(Change change) {
		if (this.listed == null) {
			return;
		}
		if (isOld() || this.changed.size() > MOST_CHANGES) {
			forget();
			return;
		}
		if (change.ref() != null) {
			this.changed.put(Userid.key(change.ref()), false);
		}
		if (change.kind() != ChangeKind.DELETE) {
			this.changed.put(MemberBody.keyAfter(change), true);
		}
	}

	/** Something has happened of which nobody knows what. */
	void forget() {
		this.listed = null;
		this.changed.clear();
	}

	private IdLists listed() {
		IdLists known = this.listed;
		if (known == null || isOld()) {
			forget();
			this.read = this.pace.nanos();
			known = this.lookup.all();
			this.listed = known;
		}
		return known;
	}

	private boolean isOld() {
		return this.pace.nanos() - this.read > GOOD_FOR.toNanos();
	}

}
