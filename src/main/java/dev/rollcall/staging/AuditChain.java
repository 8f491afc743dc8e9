package dev.rollcall.staging;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Goes through the audit log from its beginning: each entry has the hash of its content,
 * builds upon the one before, and none is missing.
 */
final class AuditChain {

	private static final int PAGE = 500;

	private final AuditLog log;

	private final JdbcTemplate jdbc;

	private final AuditFaults faults;

	private long entries;

	private long olderRuns;

	private long lastRun;

	AuditChain(AuditLog log, JdbcTemplate jdbc, AuditFaults faults) {
		this.log = log;
		this.jdbc = jdbc;
		this.faults = faults;
	}

	/**
	 * Checks all entries.
	 * @param noted the first characters of a hash that the log has held before, null if
	 * nobody has noted any
	 */
	void check(@Nullable String noted) {
		AuditLog.Head before = new AuditLog.Head(0, AuditLog.BEGINNING);
		boolean found = noted == null || before.hash().startsWith(noted);
		List<AuditEntry> page = this.log.behind(0, PAGE);
		while (!page.isEmpty()) {
			for (AuditEntry entry : page) {
				check(entry, before);
				found |= noted != null && entry.hash().startsWith(noted);
				before = new AuditLog.Head(entry.seq(), entry.hash());
				this.entries++;
			}
			page = this.log.behind(before.seq(), PAGE);
		}
		AuditLog.Head end = this.log.head();
		if (!end.equals(before)) {
			this.faults.add("staging.audit.end", before.seq(), end.seq());
		}
		if (!found) {
			this.faults.add("staging.audit.head", String.valueOf(noted));
		}
	}

	long entries() {
		return this.entries;
	}

	/** Runs up to this one are older than the log. */
	long olderRuns() {
		return this.olderRuns;
	}

	private void check(AuditEntry entry, AuditLog.Head before) {
		if (entry.seq() != before.seq() + 1) {
			this.faults.add("staging.audit.missing", before.seq() + 1, entry.seq() - 1, entry.seq());
		}
		else if (!entry.previousHash().equals(before.hash())) {
			this.faults.add("staging.audit.not-chained", entry.seq(), before.seq());
		}
		if (!entry.expectedHash().equals(entry.hash())) {
			this.faults.add("staging.audit.altered", entry.seq(), entry.run());
		}
		if (entry.is(AuditLog.Kind.BEGUN) && entry.seq() == 1) {
			this.olderRuns = entry.run();
		}
		boolean ofNoRun = entry.is(AuditLog.Kind.PREPARED) || entry.is(AuditLog.Kind.APPLICATION);
		if (entry.run() != this.lastRun && !ofNoRun) {
			this.lastRun = entry.run();
			checkRun(entry);
		}
	}

	/** Rows of runs are never removed. */
	private void checkRun(AuditEntry entry) {
		if (this.jdbc.queryForList("SELECT id FROM run WHERE id = ?", Long.class, entry.run()).isEmpty()) {
			this.faults.add("staging.audit.run-gone", entry.seq(), entry.run());
		}
	}

}
