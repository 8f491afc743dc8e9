package dev.rollcall.connector.jdbc;

import java.sql.SQLException;

import dev.rollcall.connector.Outcome;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;

/** What a database says when it refuses a row. */
final class Refusals {

	private Refusals() {
	}

	/**
	 * The outcome of a change that a database refused.
	 * @throws DataAccessException when it is not the row's fault
	 */
	static Outcome of(DataAccessException refusal) {
		if (!(refusal instanceof DataIntegrityViolationException)) {
			throw refusal;
		}
		String code = (refusal.getMostSpecificCause() instanceof SQLException sql) ? sql.getSQLState() : "?";
		String words = (refusal instanceof DuplicateKeyException) ? "already exists"
				: String.valueOf(refusal.getMostSpecificCause().getMessage());
		return Outcome.failed(code, words);
	}

}
