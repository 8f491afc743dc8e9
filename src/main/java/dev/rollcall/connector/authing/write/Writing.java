package dev.rollcall.connector.authing.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.rollcall.connector.DepartmentDirectory;
import dev.rollcall.connector.Effort;
import dev.rollcall.connector.Outcome;
import dev.rollcall.connector.Workload;
import dev.rollcall.connector.authing.client.AuthingClient;
import dev.rollcall.connector.authing.fields.PoolFields;
import dev.rollcall.connector.remote.SideBySide;
import dev.rollcall.directory.Entry;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.Lost;
import org.jspecify.annotations.Nullable;

/**
 * Carries changes out in an organisation of Authing.
 *
 * <p>
 * An answer that is lost is looked up at once, and its change sent again only if it has
 * not arrived: nothing is created twice, and the outcomes of the other changes are kept.
 * Only where that fails, too, does {@link #apply} throw.
 */
public final class Writing implements AutoCloseable {

	private final EffortOfWork effort;

	private final SideBySide together;

	private final CurrentTree tree;

	private final Manner manner;

	private final DepartmentWrites departments;

	private final MemberWrites members;

	private final Finder finder;

	/**
	 * Writes through a client.
	 * @param fields the fields of the user pool
	 */
	public Writing(AuthingClient client, PoolFields fields, Manner manner) {
		this.effort = new EffortOfWork(client.access());
		this.together = new SideBySide("authing", client.access().atOnce());
		this.manner = manner;
		this.tree = new CurrentTree(client, manner.ignoresRoot());
		Definitions definitions = new Definitions(client);
		Emptying emptying = new Emptying();
		Lookup lookup = new Lookup(client, this.together);
		this.departments = new DepartmentWrites(client, this.tree, definitions, emptying);
		this.members = new MemberWrites(client, this.together, lookup, this.tree, definitions, emptying, fields,
				manner);
		this.finder = new Finder(this.tree, lookup, definitions, fields);
	}

	/** Fields of which no two users may share a value, beside the userid. */
	public static List<String> unique() {
		return MemberWrites.UNIQUE;
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
				outcomes.addAll((alike.get(0).entry() == EntryKind.DEPARTMENT) ? departments(alike, refs)
						: this.members.apply(alike, refs));
				from = i;
			}
		}
		return outcomes;
	}

	private List<Outcome> departments(List<Change> changes, DepartmentDirectory refs) {
		List<Outcome> outcomes = new ArrayList<>();
		changes.forEach((change) -> outcomes.add(this.departments.apply(change, refs)));
		Map<String, Outcome> failures = this.departments.finish();
		for (int i = 0; i < outcomes.size(); i++) {
			Outcome failure = failures.get(String.valueOf(changes.get(i).ref()));
			outcomes.set(i, (failure != null) ? failure : outcomes.get(i));
		}
		return outcomes;
	}

	/** As {@link dev.rollcall.connector.Target#find(List, DepartmentDirectory)}. */
	public List<@Nullable Entry> find(List<Change> changes, DepartmentDirectory refs) {
		return this.finder.find(changes, refs);
	}

	/** As {@link dev.rollcall.connector.Target#lost}. */
	public Lost lost(Change inverse) {
		return Irrevocable.lost(inverse, this.manner, this.tree);
	}

	@Override
	public void close() {
		this.together.close();
	}

}
