package dev.rollcall.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import dev.rollcall.compare.MemberKey;
import dev.rollcall.compare.MemberPasses;
import dev.rollcall.connector.Accounts;
import dev.rollcall.directory.Schema;
import dev.rollcall.staging.Side;
import dev.rollcall.connector.Admissions;
import dev.rollcall.connector.Source;
import dev.rollcall.connector.Surroundings;
import dev.rollcall.connector.Target;
import dev.rollcall.definition.JobDefinition;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Userid;
import dev.rollcall.staging.ApplicationStore;
import dev.rollcall.staging.Ledger;
import dev.rollcall.staging.Run;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A run that is going on: its definition and its two open directories.
 *
 * @param run the run
 * @param definition what its job file said when it began
 * @param source the open source
 * @param target the open target
 */
record RunContext(Run run, JobDefinition definition, Source source, Target target) implements AutoCloseable {

	/** Opens both directories. */
	static RunContext open(Run run, JobDefinition definition, Surroundings surroundings) {
		Source source = definition.source().openSource(surroundings);
		try {
			return new RunContext(run, definition, source, definition.target().openTarget(surroundings));
		}
		catch (RuntimeException ex) {
			source.close();
			throw ex;
		}
	}

	/** Of a run that reads no source. */
	static RunContext open(Run run, JobDefinition definition, UnreadSource source, Surroundings surroundings) {
		return new RunContext(run, definition, source, definition.target().openTarget(surroundings));
	}

	/** What is remembered of the target's members. */
	Ledger ledger(JdbcTemplate jdbc) {
		Set<String> hidden = new TreeSet<>(this.target.capabilities().hidden());
		if (this.target.capabilities().accounts() != null) {
			hidden.add(FieldNames.USERID);
		}
		return new Ledger(jdbc, EntryKind.MEMBER, this.target.identity().directory(), hidden);
	}

	/** What is remembered of the target's departments. */
	Ledger ledgerOfDepartments(JdbcTemplate jdbc) {
		return new Ledger(jdbc, EntryKind.DEPARTMENT, this.target.identity().directory(),
				this.target.capabilities().hiddenOfDepartments());
	}

	/** The fields that members of a side have, those that are derived among them. */
	Schema memberSchema(Side side) {
		return ((side == Side.SOURCE) ? this.source : this.target).memberSchema().with(derived(side));
	}

	/** The fields of members of a side that are derived of others. */
	List<String> derived(Side side) {
		Accounts accounts = this.target.capabilities().accounts();
		return (side == Side.SOURCE && accounts != null) ? accounts.derived() : List.of();
	}

	/**
	 * Whose applications had been approved when the run began: made again after a crash,
	 * a plan is the same.
	 */
	Admissions admissions(JdbcTemplate jdbc) {
		Map<String, Set<String>> admitted = new ApplicationStore(jdbc).admitted(this.target.identity().directory(),
				this.run.startedAt());
		return (userid) -> admitted.get(Userid.key(userid));
	}

	long id() {
		return this.run.id();
	}

	/** Why the job must not run on these directories; empty when it may. */
	List<Message> objections() {
		return (this.source instanceof UnreadSource) ? List.of()
				: objections(this.definition, this.source, this.target);
	}

	/** Why a job must not run on two directories; empty when it may. */
	static List<Message> objections(JobDefinition definition, Source source, Target target) {
		List<Message> objections = new ArrayList<>();
		Message unknown = unknownIgnored(definition, source, target);
		if (unknown != null) {
			objections.add(unknown);
		}
		boolean disables = target.capabilities().disabling() && target.memberSchema().has(FieldNames.ENABLED);
		if (definition.onLeave().rule().disables() && !disables) {
			objections.add(Message.of("job.cannot-disable", definition.name(), target.identity().directory()));
		}
		return objections;
	}

	/**
	 * A misspelt field protects nothing, so a job that ignores one must not run.
	 * @return null when all names are right
	 */
	private static @Nullable Message unknownIgnored(JobDefinition definition, Source source, Target target) {
		Set<String> known = new TreeSet<>(FieldNames.ALL);
		for (Source side : List.of(source, target)) {
			known.addAll(side.memberSchema().names());
			known.addAll(side.departmentSchema().names());
		}
		List<String> unknown = definition.ignore()
			.rules()
			.stream()
			.flatMap((rule) -> rule.fields().stream())
			.filter((field) -> !known.contains(field))
			.sorted()
			.distinct()
			.toList();
		return unknown.isEmpty() ? null : Message.of("job.ignore-unknown", definition.name(),
				String.join(", ", unknown), String.join(", ", known));
	}

	/** What staged members are sorted by. */
	MemberKey firstKey() {
		return this.definition.memberKeys().get(0);
	}

	/**
	 * By what members are paired, one after the other: the keys of the job, and behind
	 * the userid the new one of those that have changed theirs.
	 */
	List<MemberKey> passes(boolean withRenamed) {
		return MemberPasses.keys(this.definition.memberKeys(), withRenamed);
	}

	@Override
	public void close() {
		this.target.close();
		this.source.close();
	}

}
