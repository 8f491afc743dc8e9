package dev.rollcall.connector.wecom.write;

import java.util.Objects;

import dev.rollcall.connector.DepartmentDirectory;
import dev.rollcall.connector.Outcome;
import dev.rollcall.connector.remote.Repeated;
import dev.rollcall.connector.wecom.api.DepartmentWrite;
import dev.rollcall.connector.wecom.client.Refusal;
import dev.rollcall.connector.wecom.client.WeComClient;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Message;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.ChangeKind;

/**
 * Creates, changes and deletes departments, one after the other, as WeCom asks for.
 */
final class DepartmentWrites {

	private final WeComClient client;

	private final DepartmentCreations creations;

	private final CurrentTree tree;

	DepartmentWrites(WeComClient client, Lookup lookup, CurrentTree tree) {
		this.client = client;
		this.creations = new DepartmentCreations(client, lookup, tree);
		this.tree = tree;
	}

	Outcome apply(Change change, DepartmentDirectory refs) {
		try {
			return switch (change.kind()) {
				case CREATE -> this.creations.create((Department) Objects.requireNonNull(change.after()), refs);
				case UPDATE, MOVE -> update(change, refs);
				case DELETE -> delete(Long.parseLong(Objects.requireNonNull(change.ref())));
				case DISABLE -> Outcome.withheld(Message.of("wecom.cannot-disable-departments"));
			};
		}
		catch (Refusal refusal) {
			return Refusals.of(refusal);
		}
	}

	private Outcome update(Change change, DepartmentDirectory refs) {
		Department after = (Department) Objects.requireNonNull(change.after());
		long id = Long.parseLong(Objects.requireNonNull(change.ref()));
		Long parent = null;
		if (change.kind() == ChangeKind.MOVE) {
			String to = (after.parent() != null) ? refs.ref(after.parent()) : null;
			if (after.parent() == null || to == null || !this.tree.get().has(Long.parseLong(to))) {
				return Outcome
					.withheld(Message.of((after.parent() == null) ? "wecom.one-top" : "wecom.parent-missing"));
			}
			parent = Long.valueOf(to);
		}
		Message objection = DepartmentRules.objection(after, false);
		if (objection != null) {
			return Outcome.withheld(objection);
		}
		if (after.id() != null && !after.id().equals(change.ref())) {
			return Outcome.withheld(Message.of("wecom.department-id-stays", id, after.id()));
		}
		DepartmentWrite body = new DepartmentWrite(id, after.fields().value(FieldNames.NAME),
				after.fields().value(FieldNames.NAME_EN), parent, null);
		Repeated.once(() -> this.client.updateDepartment(body));
		if (parent != null) {
			this.tree.get().put(id, parent);
		}
		return Outcome.done();
	}

	private Outcome delete(long id) {
		if (id == this.tree.get().top()) {
			return Outcome.withheld(Message.of("wecom.top-stays"));
		}
		try {
			Repeated.once(() -> this.client.deleteDepartment(id));
		}
		catch (Refusal refusal) {
			if (!Refusals.isNoDepartment(refusal)) {
				throw refusal;
			}
		}
		this.tree.get().remove(id);
		return Outcome.done();
	}

}
