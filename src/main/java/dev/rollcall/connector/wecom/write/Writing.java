package dev.rollcall.connector.wecom.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.rollcall.connector.DepartmentDirectory;
import dev.rollcall.connector.Effort;
import dev.rollcall.connector.Notices;
import dev.rollcall.connector.Outcome;
import dev.rollcall.connector.Workload;
import dev.rollcall.connector.remote.Pace;
import dev.rollcall.connector.remote.SideBySide;
import dev.rollcall.connector.wecom.client.WeComClient;
import dev.rollcall.directory.Entry;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Schema;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.Lost;
import org.jspecify.annotations.Nullable;

/**
 * Carries changes out in WeCom's address book.
 *
 * <p>
 * An answer that is lost is looked up at once, and its change sent again only if it has
 * not arrived: nothing is created twice, and the outcomes of the other changes are kept.
 * Only where that fails, too, does {@link #apply} throw.
 */
public final class Writing implements AutoCloseable {

	private final EffortOfWork effort;

	private final SideBySide together;

	private final DepartmentWrites departments;

	private final MemberWrites members;

	private final Lookup lookup;

	/**
	 * Writes through a client.
	 * @param importFrom from how many members on, created or updated, they are imported
	 * @param notices who is told when an import has to wait
	 */
	public Writing(WeComClient client, int importFrom, Notices notices) {
		this(client, importFrom, notices, Pace.REAL);
	}

	Writing(WeComClient client, int importFrom, Notices notices, Pace pace) {
		this.effort = new EffortOfWork(client.access(), importFrom);
		this.together = new SideBySide("wecom", client.access().atOnce());
		this.lookup = new Lookup(client, this.together);
		CurrentTree tree = new CurrentTree(this.lookup);
		this.departments = new DepartmentWrites(client, this.lookup, tree);
		Presence presence = new Presence(this.lookup, pace);
		this.members = new MemberWrites(tree, new SingleCalls(client, this.together, this.lookup),
				new MemberDeletes(client, this.together, this.lookup),
				new Imports(presence, new ImportJob(client, notices, pace), importFrom), presence);
	}

	/** Fields of which no two members may share a value, beside the userid. */
	public static List<String> unique() {
		return MemberWrites.UNIQUE;
	}

	/** Whether WeCom takes a field of members from us. */
	public static boolean takes(String field) {
		return MemberRules.isWritable(field) && !FieldNames.OF_PLACEMENTS.contains(field);
	}

	/** Whether a field is one of the company's own. */
	public static boolean isCustom(String field) {
		return MemberRules.isCustom(field);
	}

	/** As {@link dev.rollcall.connector.Target#effort}. */
	public Effort effort(Workload work) {
		return this.effort.of(work);
	}

	/** As {@link dev.rollcall.connector.Target#apply}. */
	public List<Outcome> apply(List<Change> changes, DepartmentDirectory refs) {
		List<Outcome> outcomes = new ArrayList<>(changes.size());
		int from = 0;
		for (int i = 1; i <= changes.size(); i++) {
			if (i == changes.size() || changes.get(i).entry() != changes.get(from).entry()) {
				List<Change> alike = changes.subList(from, i);
				if (alike.get(0).entry() == EntryKind.DEPARTMENT) {
					alike.forEach((change) -> outcomes.add(this.departments.apply(change, refs)));
				}
				else {
					outcomes.addAll(this.members.apply(alike, refs));
				}
				from = i;
			}
		}
		return outcomes;
	}

	/**
	 * As {@link dev.rollcall.connector.Target#find(List, DepartmentDirectory)}.
	 * @param departmentSchema the fields that are told of departments
	 * @param memberSchema the fields that are told of members
	 * @param shown those of them that WeCom shows
	 */
	public List<@Nullable Entry> find(List<Change> changes, DepartmentDirectory refs, Schema departmentSchema,
			Schema memberSchema, Set<String> shown) {
		return new Finder(this.lookup, new Found(new Found.Sight(departmentSchema, memberSchema, shown))).find(changes,
				refs);
	}

	/** As {@link dev.rollcall.connector.Target#lost}. */
	public Lost lost(Change inverse) {
		return Irrevocable.lost(inverse);
	}

	@Override
	public void close() {
		this.together.close();
	}

}
