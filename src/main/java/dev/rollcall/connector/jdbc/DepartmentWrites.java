package dev.rollcall.connector.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.rollcall.connector.DepartmentDirectory;
import dev.rollcall.connector.Outcome;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Message;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.ChangeKind;
import dev.rollcall.plan.DepartmentRef;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes departments, one by one: a parent has to be there before its children. */
final class DepartmentWrites {

	private static final String INSERT = """
			INSERT INTO directory_department (id, parent_id, name, name_en, department_id) VALUES (?, ?, ?, ?, ?)""";

	private static final String FIND = """
			SELECT id, parent_id, name, name_en, department_id FROM directory_department WHERE""";

	private final Tables tables;

	private final JdbcTemplate jdbc;

	DepartmentWrites(Tables tables) {
		this.tables = tables;
		this.jdbc = tables.jdbc();
	}

	List<Outcome> apply(List<Change> changes, DepartmentDirectory refs) {
		long next = reserveIds(changes.stream().filter(PlanBatches::isCreation).count());
		List<Outcome> outcomes = new ArrayList<>(changes.size());
		for (Change change : changes) {
			long id = next;
			next += PlanBatches.isCreation(change) ? 1 : 0;
			try {
				Outcome outcome = this.tables.apart().execute((status) -> apply(change, id, refs));
				outcomes.add(Objects.requireNonNull(outcome));
			}
			catch (DataAccessException ex) {
				outcomes.add(Refusals.of(ex));
			}
		}
		return outcomes;
	}

	@Nullable Department find(Change change, DepartmentDirectory refs) {
		List<Department> found;
		if (change.ref() != null) {
			found = this.jdbc.query(FIND + " id = ?", (row, index) -> JdbcPages.department(row),
					Long.valueOf(change.ref()));
		}
		else {
			Department after = (Department) Objects.requireNonNull(change.after());
			Long parent = parent(after.parent(), refs);
			found = this.jdbc.query(FIND + " parent_id = ? AND name = ?", (row, index) -> JdbcPages.department(row),
					(parent != null) ? parent : -1, after.name());
		}
		return found.stream()
			.findFirst()
			.map((department) -> (department.parent() != null)
					? department.withParent(DepartmentRef.existing(department.parent())) : department)
			.orElse(null);
	}

	private Outcome apply(Change change, long id, DepartmentDirectory refs) {
		return switch (change.kind()) {
			case CREATE -> create((Department) Objects.requireNonNull(change.after()), id, refs);
			case UPDATE, MOVE -> update(change, refs);
			case DELETE -> delete(Long.parseLong(Objects.requireNonNull(change.ref())));
			case DISABLE -> Outcome.withheld(Message.of("jdbc.cannot-disable-departments"));
		};
	}

	private Outcome create(Department after, long id, DepartmentDirectory refs) {
		Long parent = parent(after.parent(), refs);
		if (parent == null) {
			return Outcome.withheld(Message.of("jdbc.parent-missing"));
		}
		this.jdbc.update(INSERT, id, parent, after.name(), Tables.stored(after.fields().value(FieldNames.NAME_EN)),
				after.id());
		refs.created(DepartmentRef.planned(after.ref()), Long.toString(id));
		return Outcome.done();
	}

	private Outcome update(Change change, DepartmentDirectory refs) {
		Department after = (Department) Objects.requireNonNull(change.after());
		List<String> columns = new ArrayList<>();
		List<@Nullable Object> values = new ArrayList<>();
		if (change.kind() == ChangeKind.MOVE) {
			Long parent = parent(after.parent(), refs);
			if (parent == null) {
				return Outcome.withheld(Message.of("jdbc.parent-missing"));
			}
			columns.add("parent_id = ?");
			values.add(parent);
		}
		for (String field : FieldNames.OF_DEPARTMENTS) {
			String value = after.fields().value(field);
			if (value != null) {
				columns.add(field + " = ?");
				values.add(Tables.stored(value));
			}
		}
		if (after.id() != null) {
			columns.add("department_id = ?");
			values.add(Tables.stored(after.id()));
		}
		values.add(Long.valueOf(Objects.requireNonNull(change.ref())));
		int rows = this.jdbc.update("UPDATE directory_department SET " + String.join(", ", columns) + " WHERE id = ?",
				values.toArray());
		return (rows == 1) ? Outcome.done() : Outcome.failed(Message.of("jdbc.gone"));
	}

	private Outcome delete(long id) {
		if (holds("SELECT COUNT(*) FROM directory_department WHERE parent_id = ?", id)
				|| holds("SELECT COUNT(*) FROM directory_membership WHERE department_id = ?", id)) {
			return Outcome.failed(Message.of("jdbc.department-not-empty"));
		}
		this.jdbc.update("DELETE FROM directory_department WHERE id = ?", id);
		return Outcome.done();
	}

	private boolean holds(String query, long id) {
		Long count = this.jdbc.queryForObject(query, Long.class, id);
		return count != null && count > 0;
	}

	/** The id of a parent, 0 for the top; null when it does not exist. */
	private static @Nullable Long parent(@Nullable String department, DepartmentDirectory refs) {
		if (department == null) {
			return 0L;
		}
		String ref = refs.ref(department);
		return (ref != null) ? Long.valueOf(ref) : null;
	}

	private long reserveIds(long count) {
		if (count == 0) {
			return 0;
		}
		this.jdbc.update("UPDATE directory_next_id SET department_id = department_id + ?", count);
		Long next = this.jdbc.queryForObject("SELECT department_id FROM directory_next_id", Long.class);
		return ((next != null) ? next : 1) - count;
	}

}
