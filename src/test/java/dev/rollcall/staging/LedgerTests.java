package dev.rollcall.staging;

import java.util.List;
import java.util.Map;

import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Schema;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** The only memory of what a target accepts but never shows. */
class LedgerTests {

	private static final Schema SCHEMA = Schema.of("name", "mobile", "email");

	private final JdbcTemplate jdbc = TestDatabase.create();

	private final Ledger ledger = new Ledger(this.jdbc, "wecom:corp", List.of("mobile", "email"));

	@Test
	void remembersHiddenFieldsAndNoOthers() {
		this.ledger.written(1, "a", fields(Map.of("name", "甲", "mobile", "1", "email", "")));
		this.ledger.written(1, "b", fields(Map.of("name", "乙")));
		assertThat(this.ledger.remembered()).isEqualTo(Map.of("a", Map.of("mobile", "1", "email", "")));
	}

	@Test
	void whatIsWrittenLaterTakesThePlaceOfWhatWasWrittenBefore() {
		this.ledger.written(1, "a", fields(Map.of("mobile", "1", "email", "a@x")));
		this.ledger.written(2, "a", fields(Map.of("mobile", "2")));
		assertThat(this.ledger.remembered()).isEqualTo(Map.of("a", Map.of("mobile", "2", "email", "a@x")));
	}

	@Test
	void forgetsWhoIsGoneAndNobodyElse() {
		this.ledger.written(1, "a", fields(Map.of("mobile", "1")));
		this.ledger.written(1, "b", fields(Map.of("mobile", "2")));
		this.ledger.deleted("a");
		assertThat(this.ledger.remembered()).containsOnlyKeys("b");
	}

	@Test
	void followsSomebodyToAnotherRef() {
		this.ledger.written(1, "old", fields(Map.of("mobile", "1")));
		this.ledger.written(1, "new", fields(Map.of("mobile", "9", "email", "left@x")));
		this.ledger.renamed("old", "new");
		assertThat(this.ledger.remembered()).isEqualTo(Map.of("new", Map.of("mobile", "1")));
	}

	@Test
	void forgetsNothingOfWhoKeepsTheRef() {
		this.ledger.written(1, "same", fields(Map.of("mobile", "1")));
		this.ledger.renamed("same", "same");
		assertThat(this.ledger.remembered()).isEqualTo(Map.of("same", Map.of("mobile", "1")));
	}

	@Test
	void keepsTargetsApart() {
		Ledger other = new Ledger(this.jdbc, "wecom:other", List.of("mobile"));
		this.ledger.written(1, "a", fields(Map.of("mobile", "1")));
		other.written(1, "a", fields(Map.of("mobile", "2")));
		other.deleted("a");
		other.renamed("a", "b");
		assertThat(other.remembered()).isEmpty();
		assertThat(this.ledger.remembered()).containsOnlyKeys("a");
	}

	@Test
	void addsToWhatTheTargetShowsAndNeverReplacesIt() {
		Member shown = new Member("a", "A", null, fields(Map.of("name", "甲", "mobile", "shown")), null, null);
		Member complete = Ledger.complete(shown, Map.of("mobile", "remembered", "email", "a@x", "age", "7"));
		assertThat(complete.fields().known()).isEqualTo(Map.of("name", "甲", "mobile", "shown", "email", "a@x"));
		assertThat(complete.userid()).isEqualTo("A");
	}

	@Test
	void isNotNeededWhereNothingIsHidden() {
		assertThat(this.ledger.isNeeded()).isTrue();
		assertThat(new Ledger(this.jdbc, "jdbc:embedded", List.of()).isNeeded()).isFalse();
	}

	private static Fields fields(Map<String, String> values) {
		return Fields.of(SCHEMA, values);
	}

}
