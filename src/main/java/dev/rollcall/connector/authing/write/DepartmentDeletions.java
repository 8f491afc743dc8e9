package dev.rollcall.connector.authing.write;

import java.util.List;
import java.util.Objects;

import dev.rollcall.connector.Outcome;
import dev.rollcall.connector.authing.api.DepartmentDetail;
import dev.rollcall.connector.authing.api.Listing;
import dev.rollcall.connector.authing.api.UserDetail;
import dev.rollcall.connector.authing.api.UserQuery;
import dev.rollcall.connector.authing.client.AuthingClient;
import dev.rollcall.connector.authing.client.Refusal;
import dev.rollcall.connector.remote.Repeated;
import dev.rollcall.directory.Message;

/**
 * Deletes departments that are empty. Authing does not say what becomes of one that is
 * not: it may be refused, it may be deleted with everything below it. So we look before.
 */
final class DepartmentDeletions {

	private final AuthingClient client;

	private final CurrentTree tree;

	DepartmentDeletions(AuthingClient client, CurrentTree tree) {
		this.client = client;
		this.tree = tree;
	}

	/**
	 * Deletes a department; one that is gone is done.
	 * @throws Refusal when Authing says no
	 */
	Outcome delete(String id) {
		if (this.tree.get().isRoot(id)) {
			return Outcome.failed(Message.of("authing.root-stays"));
		}
		try {
			DepartmentDetail now = this.client.department(id);
			if (hasChildren(now, id) || hasMembers(now, id)) {
				return Outcome.failed(Message.of("authing.department-not-empty"));
			}
			Repeated.once(() -> this.client.deleteDepartment(id));
		}
		catch (Refusal refusal) {
			if (!Refusals.isGone(refusal)) {
				throw refusal;
			}
		}
		this.tree.get().remove(id);
		return Outcome.done();
	}

	private boolean hasChildren(DepartmentDetail now, String id) {
		return (now.hasChildren() != null) ? now.hasChildren() : !this.tree.fresh().children(id).isEmpty();
	}

	private boolean hasMembers(DepartmentDetail now, String id) {
		if (now.membersCount() != null) {
			return now.membersCount() > 0;
		}
		List<UserQuery.Below> where = List
			.of(new UserQuery.Below(this.client.access().organization(), id, "department_id", false));
		UserQuery query = new UserQuery(List.of(new UserQuery.Condition("department", "IN", where)),
				new UserQuery.Options(new UserQuery.Pagination(1, 1), List.of(), false, false));
		Listing<UserDetail> members = this.client.users(query);
		return !Objects.requireNonNullElse(members.list(), List.of()).isEmpty();
	}

}
