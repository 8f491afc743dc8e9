package dev.rollcall.connector.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.rollcall.connector.Capabilities;
import dev.rollcall.connector.CheckResult;
import dev.rollcall.connector.Claim;
import dev.rollcall.connector.DepartmentDirectory;
import dev.rollcall.connector.DirectoryException;
import dev.rollcall.connector.Identity;
import dev.rollcall.connector.Outcome;
import dev.rollcall.connector.PageReader;
import dev.rollcall.connector.Target;
import dev.rollcall.directory.Entry;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Schema;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.ChangeKind;
import dev.rollcall.plan.Lost;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;

/** A directory in tables. */
final class JdbcDirectory implements Target {

	private final Tables tables;

	private final String name;

	private final boolean embedded;

	private final boolean counted;

	private final DepartmentWrites departments;

	private final MemberWrites members;

	private final Credentials credentials;

	/**
	 * A directory.
	 * @param embedded whether it lies in Rollcall's own database
	 * @param counted whether it tells how many entries it holds. Counting a million takes
	 * seconds, which are worth it only where somebody could be taken for having left
	 * @param credentials what must not be repeated in any message
	 */
	JdbcDirectory(Tables tables, String name, boolean embedded, boolean counted, Credentials credentials) {
		this.tables = tables;
		this.name = name;
		this.embedded = embedded;
		this.counted = counted;
		this.credentials = credentials;
		this.departments = new DepartmentWrites(tables);
		this.members = new MemberWrites(tables);
	}

	@Override
	public Identity identity() {
		return new Identity(this.name, null);
	}

	@Override
	public Schema departmentSchema() {
		return JdbcPages.DEPARTMENTS;
	}

	@Override
	public Schema memberSchema() {
		return this.tables.members();
	}

	@Override
	public PageReader read(@Nullable String cursor) {
		return new JdbcPages(this.tables, cursor, (failure) -> failed("jdbc.read-failed", failure));
	}

	private DirectoryException failed(String code, DataAccessException failure) {
		return new DirectoryException(
				Message.of(code, this.name, this.credentials.coveredIn(failure.getMostSpecificCause())), true, failure);
	}

	@Override
	public @Nullable Claim claimed() {
		return this.counted ? new Claim(count("directory_department"), count("directory_member")) : null;
	}

	@Override
	public Capabilities capabilities() {
		return new Capabilities(true, Set.of(), List.of(Set.of(FieldNames.NAME)), List.of(), PlanBatches.SIZE,
				this.embedded, true);
	}

	@Override
	public List<CheckResult> check() {
		return List.of(new CheckResult(true, Message.of("jdbc.check.reachable", this.name, count("directory_member"))));
	}

	@Override
	public List<Outcome> apply(List<Change> changes, DepartmentDirectory refs) {
		try {
			List<Outcome> outcomes = this.tables.together().execute((status) -> {
				List<Outcome> all = new ArrayList<>(changes.size());
				PlanBatches.split(changes).forEach((batch) -> all.addAll(carryOut(batch, refs)));
				return all;
			});
			return (outcomes != null) ? outcomes : List.of();
		}
		catch (DataAccessException ex) {
			throw failed("jdbc.write-failed", ex);
		}
	}

	@Override
	public @Nullable Entry find(Change change, DepartmentDirectory refs) {
		return switch (change.entry()) {
			case DEPARTMENT -> this.departments.find(change, refs);
			case MEMBER -> this.members.find(change);
		};
	}

	/**
	 * Ids are never used again, so a department cannot come back under the one it had.
	 */
	@Override
	public Lost lost(Change inverse) {
		boolean again = inverse.entry() == EntryKind.DEPARTMENT && PlanBatches.isCreation(inverse);
		return again ? Lost.only("jdbc.lost.number") : Lost.NOTHING;
	}

	@Override
	public void close() {
		// Connections belong to the data source.
	}

	private long count(String table) {
		Long held = this.tables.jdbc().queryForObject("SELECT COUNT(*) FROM " + table, Long.class);
		return (held != null) ? held : 0;
	}

	/** Changes of one shape, together if that works and one by one if not. */
	private List<Outcome> carryOut(List<Change> batch, DepartmentDirectory refs) {
		if (batch.get(0).entry() == EntryKind.DEPARTMENT) {
			return this.departments.apply(batch, refs);
		}
		if (batch.size() == 1) {
			return List.of(one(batch.get(0), refs));
		}
		try {
			List<Outcome> outcomes = this.tables.apart().execute((status) -> this.members.apply(batch, refs));
			return (outcomes != null) ? outcomes : List.of();
		}
		catch (DataAccessException ex) {
			// One of them is refused: halves, until it stands alone.
			int half = batch.size() / 2;
			List<Outcome> outcomes = new ArrayList<>(carryOut(batch.subList(0, half), refs));
			outcomes.addAll(carryOut(batch.subList(half, batch.size()), refs));
			return outcomes;
		}
	}

	private Outcome one(Change change, DepartmentDirectory refs) {
		try {
			List<Outcome> outcomes = this.tables.apart().execute((status) -> this.members.apply(List.of(change), refs));
			return (outcomes != null) ? outcomes.get(0) : Outcome.done();
		}
		catch (DataAccessException ex) {
			return Refusals.of(ex);
		}
	}

	/** Whether a change names another member by its userid than before. */
	static boolean isRename(Change change) {
		return change.kind() != ChangeKind.CREATE && change.kind() != ChangeKind.DELETE
				&& change.after() instanceof Member after && after.userid() != null;
	}

}
