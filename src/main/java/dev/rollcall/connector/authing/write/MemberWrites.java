package dev.rollcall.connector.authing.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.rollcall.connector.DepartmentDirectory;
import dev.rollcall.connector.Outcome;
import dev.rollcall.connector.authing.client.AuthingClient;
import dev.rollcall.connector.authing.fields.Link;
import dev.rollcall.connector.authing.fields.PoolFields;
import dev.rollcall.connector.authing.write.Results.Placed;
import dev.rollcall.connector.authing.write.UserDeletions.Leaving;
import dev.rollcall.connector.remote.SideBySide;
import dev.rollcall.connector.remote.Waves;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.ChangeKind;
import org.jspecify.annotations.Nullable;

/**
 * Carries out changes of members: those that have nothing to do with one another in
 * batches side by side, the others one wave behind the other.
 */
final class MemberWrites {

	/** Fields of which no two users of a pool may share a value, beside the link. */
	static final List<String> UNIQUE = List.of(FieldNames.MOBILE, FieldNames.EMAIL, FieldNames.USERNAME);

	private static final Waves WAVES = new Waves(Map.of(FieldNames.MOBILE, FieldNames.MOBILE, FieldNames.EMAIL,
			FieldNames.EMAIL, FieldNames.USERNAME, FieldNames.USERNAME));

	private final AuthingClient client;

	private final SideBySide together;

	private final Lookup lookup;

	private final CurrentTree tree;

	private final Definitions definitions;

	private final Emptying emptying;

	private final PoolFields fields;

	private final Manner manner;

	MemberWrites(AuthingClient client, SideBySide together, Lookup lookup, CurrentTree tree, Definitions definitions,
			Emptying emptying, PoolFields fields, Manner manner) {
		this.client = client;
		this.together = together;
		this.lookup = lookup;
		this.tree = tree;
		this.definitions = definitions;
		this.emptying = emptying;
		this.fields = fields;
		this.manner = manner;
	}

	/** Carries out changes of members; gives an outcome for each. */
	List<Outcome> apply(List<Change> changes, DepartmentDirectory refs) {
		Results results = new Results(changes.size());
		for (List<Integer> wave : WAVES.of(changes)) {
			carryOut(wave, changes, refs, results);
		}
		return results.all();
	}

	private void carryOut(List<Integer> wave, List<Change> changes, DepartmentDirectory refs, Results results) {
		List<Leaving> leaving = new ArrayList<>();
		List<Sending> creations = new ArrayList<>();
		List<Sending> updates = new ArrayList<>();
		for (int index : wave) {
			Change change = changes.get(index);
			if (change.kind() == ChangeKind.DELETE) {
				leaving.add(new Leaving(index, Objects.requireNonNull(change.ref())));
				continue;
			}
			Sending sending = sending(index, change, refs, results);
			if (sending != null) {
				(change.kind() == ChangeKind.CREATE ? creations : updates).add(sending);
			}
		}
		List<Runnable> work = new ArrayList<>();
		if (!leaving.isEmpty()) {
			UserDeletions deletions = new UserDeletions(this.client, this.lookup, this.tree.get(), results);
			Lookup.batches(leaving).forEach((batch) -> work.add(() -> deletions.carryOut(batch)));
		}
		UserCreations created = new UserCreations(this.client, this.lookup, this.manner.generatesPasswords(), results);
		Lookup.batches(creations).forEach((batch) -> work.add(() -> created.carryOut(batch)));
		UserUpdates updated = new UserUpdates(this.client, this.lookup, this.emptying, results);
		Lookup.batches(updates).forEach((batch) -> work.add(() -> updated.carryOut(batch)));
		this.together.each(work, Runnable::run);
		place(results);
	}

	private void place(Results results) {
		List<Placed> placed = new Placing(this.client, this.together, this.lookup, results)
			.carryOut(results.takePlaced(), this.tree.get());
		new Leaders(this.client, this.together, this.tree, results).carryOut(placed);
	}

	/** What is sent; null when nothing is, which then has its outcome. */
	private @Nullable Sending sending(int index, Change change, DepartmentDirectory refs, Results results) {
		Member after = (Member) Objects.requireNonNull(change.after());
		Message objection = objection(change, after, refs);
		if (objection != null) {
			results.set(index, Outcome.withheld(objection));
			return null;
		}
		Placements before = (change.before() instanceof Member member) ? member.placements() : null;
		Places places = (after.placements() != null) ? Places.of(after.placements(), before, refs) : null;
		MemberBody body = new MemberBodies(this.fields, this.definitions).of(change, places, this.tree.get());
		Sending sending = new Sending(index, change, body, places);
		if (!body.isEmpty()) {
			return sending;
		}
		if (places == null) {
			results.set(index, Outcome.withheld(Message.of("authing.nothing-to-write")));
		}
		else {
			results.written(sending, Objects.requireNonNull(change.ref()), null);
		}
		return null;
	}

	private @Nullable Message objection(Change change, Member after, DepartmentDirectory refs) {
		Message objection = MemberRules.objection(change, after, this.fields);
		if (objection != null) {
			return objection;
		}
		String link = MemberBodies.link(change);
		if (link != null && !this.definitions.has(Link.USERID)) {
			return Message.of("authing.link-undefined", Link.USERID.key());
		}
		for (Placement placement : (after.placements() != null) ? after.placements().list() : List.<Placement>of()) {
			String ref = refs.ref(placement.department());
			if (ref == null || !this.tree.get().isEntry(ref)) {
				return Message.of("authing.department-missing", (ref != null) ? ref : "");
			}
		}
		return null;
	}

}
