package dev.rollcall.connector.wecom.write;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongPredicate;

import dev.rollcall.connector.DepartmentDirectory;
import dev.rollcall.connector.DirectoryException;
import dev.rollcall.connector.Outcome;
import dev.rollcall.connector.wecom.api.DepartmentIds;
import dev.rollcall.connector.wecom.api.DepartmentWrite;
import dev.rollcall.connector.wecom.api.Departments;
import dev.rollcall.connector.wecom.client.Refusal;
import dev.rollcall.connector.wecom.client.WeComClient;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Message;
import dev.rollcall.plan.DepartmentRef;
import org.jspecify.annotations.Nullable;

/**
 * Creates departments, so that none is created twice when an answer is lost.
 *
 * <p>
 * There is always one department at the top, which bears the company's name. Creating a
 * department at the top means that one: it is there, so nothing is sent.
 */
final class DepartmentCreations {

	private final WeComClient client;

	private final Lookup lookup;

	private final CurrentTree tree;

	/** What was sent and may have arrived, by parent and name. */
	private final Set<String> doubtful = new HashSet<>();

	/** What the plan calls the top, once it has named it. */
	private @Nullable String top;

	DepartmentCreations(WeComClient client, Lookup lookup, CurrentTree tree) {
		this.client = client;
		this.lookup = lookup;
		this.tree = tree;
	}

	/** Creates a department that a plan has named. */
	Outcome create(Department after, DepartmentDirectory refs) {
		if (after.parent() == null) {
			return top(after, refs);
		}
		String parent = refs.ref(after.parent());
		if (parent == null || !this.tree.get().has(Long.parseLong(parent))) {
			return Outcome.withheld(Message.of("wecom.parent-missing"));
		}
		long below = Long.parseLong(parent);
		Message objection = DepartmentRules.objection(after, true);
		if (objection == null && this.tree.get().depth(below) >= DepartmentRules.DEPTH) {
			objection = Message.of("wecom.rule.depth", this.tree.get().depth(below) + 1, DepartmentRules.DEPTH);
		}
		if (objection != null) {
			return Outcome.withheld(objection);
		}
		Long id = DepartmentRules.askable(after.id());
		DepartmentWrite body = new DepartmentWrite((id != null && !this.tree.get().has(id)) ? id : null, after.name(),
				value(after, FieldNames.NAME_EN), below, null);
		String planned = DepartmentRef.planned(after.ref());
		Long created = create(body, (department) -> refs.mayBeOurs(planned, Long.toString(department)));
		if (created == null) {
			return Outcome.failed(Message.of("wecom.department-exists"));
		}
		this.tree.get().put(created, below);
		refs.created(planned, Long.toString(created));
		return Outcome.done();
	}

	/** The company itself, if it goes by the same name or WeCom does not say by which. */
	private Outcome top(Department after, DepartmentDirectory refs) {
		long top = this.tree.get().top();
		Departments.Item held = this.lookup.departments().get(top);
		String name = (held != null && held.name() != null) ? held.name() : this.top;
		if (name != null && !name.equals(after.name())) {
			return Outcome.failed(Message.of("wecom.other-top", name, after.name()));
		}
		this.top = after.name();
		refs.created(DepartmentRef.planned(after.ref()), Long.toString(top));
		return Outcome.done();
	}

	/**
	 * Creates a department whose answer may get lost. It is looked for then, and created
	 * again only if it is not seen: the name is unique below its parent, so that a second
	 * one is refused.
	 * @return its id; null when there is one of that name
	 */
	private @Nullable Long create(DepartmentWrite body, LongPredicate ours) {
		try {
			return send(body, ours);
		}
		catch (DirectoryException ex) {
			if (!ex.isPassing()) {
				throw ex;
			}
			this.doubtful.add(address(body));
			Long made = made(body);
			return (made != null) ? made : send(body, ours);
		}
	}

	private @Nullable Long send(DepartmentWrite body, LongPredicate ours) {
		try {
			return this.client.createDepartment(body);
		}
		catch (Refusal refusal) {
			if (refusal.code() != Refusals.DEPARTMENT_EXISTS) {
				throw refusal;
			}
			if (this.doubtful.contains(address(body))) {
				return adopted(body);
			}
			Long arrived = single(body, ours, this.lookup.ids());
			if (arrived != null || body.id() == null) {
				return arrived;
			}
			// It may be the id that is taken: departments that are gone can keep theirs.
			return send(new DepartmentWrite(null, body.name(), body.nameEn(), body.parentid(), body.order()), ours);
		}
	}

	/** A department that was made although no answer came, if it can be told. */
	private @Nullable Long made(DepartmentWrite body) {
		for (Departments.Item item : this.lookup.departments().values()) {
			boolean there = item.parentid() == Objects.requireNonNull(body.parentid());
			boolean known = this.tree.get().has(item.id());
			if (there && !known && (Objects.equals(item.name(), body.name()) || Objects.equals(item.id(), body.id()))) {
				return item.id();
			}
		}
		return null;
	}

	/** What stands below the parent since we sent it, if that is a single one. */
	private @Nullable Long adopted(DepartmentWrite body) {
		return single(body, (department) -> !this.tree.get().has(department), this.lookup.ids());
	}

	/**
	 * The only department below the parent that may be the one in question. That there is
	 * one of its name we know, for WeCom has refused another one.
	 */
	private static @Nullable Long single(DepartmentWrite body, LongPredicate candidate, List<DepartmentIds.Item> all) {
		long parent = Objects.requireNonNull(body.parentid());
		List<Long> found = all.stream()
			.filter((item) -> item.parentid() == parent && candidate.test(item.id()))
			.map(DepartmentIds.Item::id)
			.toList();
		return (found.size() == 1) ? found.get(0) : null;
	}

	private static String address(DepartmentWrite body) {
		return body.parentid() + "/" + body.name();
	}

	private static @Nullable String value(Department after, String field) {
		String value = after.fields().value(field);
		return (value == null || value.isEmpty()) ? null : value;
	}

}
