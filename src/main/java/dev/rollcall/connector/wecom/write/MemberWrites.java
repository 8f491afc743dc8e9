package dev.rollcall.connector.wecom.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.rollcall.connector.DepartmentDirectory;
import dev.rollcall.connector.Outcome;
import dev.rollcall.connector.remote.Waves;
import dev.rollcall.connector.wecom.api.MemberWrite;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import dev.rollcall.directory.Userid;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.ChangeKind;
import org.jspecify.annotations.Nullable;

/**
 * Carries out changes of members: those that have nothing to do with one another side by
 * side, the others one wave behind the other.
 */
final class MemberWrites {

	/** Fields of which no two members may share a value, beside the userid. */
	static final List<String> UNIQUE = List.of(FieldNames.MOBILE, FieldNames.EMAIL, FieldNames.BIZ_MAIL);

	/** A mail of one kind may not be another member's of the other kind. */
	private static final Waves WAVES = new Waves(Map.of(FieldNames.MOBILE, FieldNames.MOBILE, FieldNames.EMAIL,
			FieldNames.EMAIL, FieldNames.BIZ_MAIL, FieldNames.EMAIL));

	private final CurrentTree tree;

	private final SingleCalls singles;

	private final MemberDeletes deletes;

	private final Imports imports;

	private final Presence presence;

	MemberWrites(CurrentTree tree, SingleCalls singles, MemberDeletes deletes, Imports imports, Presence presence) {
		this.tree = tree;
		this.singles = singles;
		this.deletes = deletes;
		this.imports = imports;
		this.presence = presence;
	}

	/** Carries out changes of members; gives an outcome for each. */
	List<Outcome> apply(List<Change> changes, DepartmentDirectory refs) {
		@Nullable Outcome[] outcomes = new Outcome[changes.size()];
		try {
			for (List<Integer> wave : WAVES.of(changes)) {
				carryOut(wave, changes, refs, outcomes);
				wave.stream().filter((index) -> isDone(outcomes[index])).map(changes::get).forEach(this.presence::done);
			}
		}
		catch (RuntimeException ex) {
			this.presence.forget();
			throw ex;
		}
		List<Outcome> all = new ArrayList<>(changes.size());
		for (Outcome outcome : outcomes) {
			all.add(Objects.requireNonNull(outcome));
		}
		return all;
	}

	private static boolean isDone(@Nullable Outcome outcome) {
		return outcome != null && outcome.state() == Outcome.State.DONE;
	}

	private void carryOut(List<Integer> wave, List<Change> changes, DepartmentDirectory refs,
			@Nullable Outcome[] outcomes) {
		List<Sending> sendings = new ArrayList<>();
		List<MemberDeletes.Leaving> leaving = new ArrayList<>();
		for (int index : wave) {
			Change change = changes.get(index);
			if (change.kind() == ChangeKind.DELETE) {
				leaving.add(new MemberDeletes.Leaving(index, Userid.key(Objects.requireNonNull(change.ref()))));
				continue;
			}
			Message objection = objection(change, (Member) Objects.requireNonNull(change.after()), refs);
			MemberWrite body = (objection == null) ? MemberBody.of(change, refs) : null;
			if (body == null || MemberBody.isEmpty(body)) {
				outcomes[index] = Outcome
					.withheld((objection != null) ? objection : Message.of("wecom.nothing-to-write"));
			}
			else {
				sendings.add(new Sending(index, change, body));
			}
		}
		this.deletes.carryOut(leaving, outcomes);
		Imports.Left left = this.imports.carryOut(sendings, outcomes);
		List<Sending> rest = new ArrayList<>(left.untried());
		rest.addAll(this.singles.withoutArrived(left.doubtful(), outcomes));
		this.singles.carryOut(rest, outcomes);
	}

	/** Why a change is not sent; null when it is. */
	private @Nullable Message objection(Change change, Member after, DepartmentDirectory refs) {
		Message objection = MemberRules.objection(change, after);
		Placements placements = after.placements();
		if (objection != null || placements == null) {
			return objection;
		}
		for (Placement placement : placements.list()) {
			String ref = refs.ref(placement.department());
			if (ref == null || !this.tree.get().has(Long.parseLong(ref))) {
				// WeCom would not refuse it, but make a department up.
				return Message.of("wecom.department-missing", (ref != null) ? ref : "");
			}
		}
		return null;
	}

}
