package dev.rollcall.staging;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.rollcall.directory.Completeness;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What one side held when a run read it: the figures; the entries are read from the
 * {@link SnapshotStore}.
 *
 * @param departmentSchema the fields of its departments
 * @param memberSchema the fields of its members
 * @param parts the names of what an origin's part counts
 * @param departments how many departments it holds
 * @param members how many members it holds, rejected rows with a known userid among them
 * @param renamed how many of them replace a former userid
 * @param rejected how many rows could not be used
 * @param warnings how many values could not be used
 * @param valueCounts for each field of the member schema how many members have a value;
 * one less for those that are derived later, so that they are never silent
 * @param gaps why it may not be the whole directory
 * @param whole whether it has been read to its end
 * @param claimedDepartments how many departments the directory says it holds, null where
 * it does not say
 * @param claimedMembers how many members the directory says it holds, likewise
 * @param digest of everything it holds; null for a source and until it is whole
 */
public record Snapshot(Schema departmentSchema, Schema memberSchema, List<String> parts, long departments, long members,
		long renamed, long rejected, long warnings, List<Long> valueCounts, List<Message> gaps, boolean whole,
		@Nullable Long claimedDepartments, @Nullable Long claimedMembers, @Nullable String digest) {

	/** Whether it is known to be the whole directory. */
	public boolean proved() {
		return this.whole && this.gaps.isEmpty();
	}

	public Completeness completeness() {
		return new Completeness(this.gaps);
	}

	/**
	 * Fields for which no member at all has a value. A column that is blank from top to
	 * bottom says that values are hidden, not that everyone's is empty.
	 */
	public Set<String> silentFields() {
		Set<String> silent = new LinkedHashSet<>();
		for (int i = 0; i < this.memberSchema.size(); i++) {
			if (this.valueCounts.get(i) == 0) {
				silent.add(this.memberSchema.name(i));
			}
		}
		return silent;
	}

}
