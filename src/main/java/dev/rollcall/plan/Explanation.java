package dev.rollcall.plan;

import java.util.List;

import dev.rollcall.compare.ExplainedField;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

/**
 * What a plan does about one entry, and why.
 *
 * @param kind what it is
 * @param pairing what it was paired with, and by what
 * @param decision what was decided
 * @param conflict why nobody can tell what is to be done; null when that can be told, or
 * when those that claim one another say it themselves
 * @param fields what decides about each field; none where several claim one another
 * @param protectedBy the ignore rules that protect it as a whole, by their places in the
 * job file, counted from 0
 * @param missing groups of fields, of each of which one would have to be known to create
 * it
 * @param changes what is done to it, in that order
 */
public record Explanation(EntryKind kind, Pairing pairing, Disposition decision, @Nullable Message conflict,
		List<ExplainedField> fields, List<Integer> protectedBy, List<List<String>> missing,
		List<ExplainedChange> changes) {

	public Explanation {
		fields = List.copyOf(fields);
		protectedBy = List.copyOf(protectedBy);
		missing = missing.stream().map(List::copyOf).toList();
		changes = List.copyOf(changes);
	}

	/**
	 * A change.
	 *
	 * @param change what is done
	 * @param withheld why it is listed but not carried out, null when it is
	 */
	public record ExplainedChange(Change change, @Nullable Message withheld) {

	}

}
