package dev.rollcall.staging;

import dev.rollcall.directory.EntryKind;

/**
 * Where the ledger of one kind of entries lies.
 *
 * @param name the table
 * @param ref its column that says which entry
 */
record LedgerTable(String name, String ref) {

	static final LedgerTable OF_MEMBERS = new LedgerTable("ledger", "member_ref");

	private static final LedgerTable OF_DEPARTMENTS = new LedgerTable("department_ledger", "department_ref");

	static LedgerTable of(EntryKind kind) {
		return switch (kind) {
			case MEMBER -> OF_MEMBERS;
			case DEPARTMENT -> OF_DEPARTMENTS;
		};
	}

	String insert() {
		return "INSERT INTO " + this.name + " (target, " + this.ref + ", fields, run_id) VALUES (?, ?, ?, ?)";
	}

	String delete() {
		return "DELETE FROM " + this.name + " WHERE target = ? AND " + this.ref + " = ?";
	}

	/** The refs of all entries of a target. */
	String refs() {
		return "SELECT " + this.ref + " FROM " + this.name + " WHERE target = ?";
	}

	String one() {
		return "SELECT fields FROM " + this.name + " WHERE target = ? AND " + this.ref + " = ?";
	}

	/** Refs and fields of the first entries between two, both included. */
	String between(int most) {
		return "SELECT " + this.ref + ", fields FROM " + this.name + " WHERE target = ? AND " + this.ref + " >= ? AND "
				+ this.ref + " <= ? ORDER BY " + this.ref + " LIMIT " + most;
	}

}
