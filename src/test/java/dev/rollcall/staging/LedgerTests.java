package dev.rollcall.staging;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import dev.rollcall.directory.Department;
import dev.rollcall.directory.EntryKind;
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

	private final Ledger ledger = new Ledger(this.jdbc, EntryKind.MEMBER, "wecom:corp", List.of("mobile", "email"));

	@Test
	void remembersHiddenFieldsAndNoOthers() {
		write(this.ledger, 1,
				(entries) -> entries.written("a", entry(Map.of("name", "甲", "mobile", "1", "email", ""))));
		write(this.ledger, 1, (entries) -> entries.written("b", entry(Map.of("name", "乙"))));
		assertThat(remembered(this.ledger)).isEqualTo(Map.of("a", Map.of("mobile", "1", "email", "")));
	}

	@Test
	void whatIsWrittenLaterTakesThePlaceOfWhatWasWrittenBefore() {
		write(this.ledger, 1, (entries) -> entries.written("a", entry(Map.of("mobile", "1", "email", "a@x"))));
		write(this.ledger, 2, (entries) -> entries.written("a", entry(Map.of("mobile", "2"))));
		assertThat(remembered(this.ledger)).isEqualTo(Map.of("a", Map.of("mobile", "2", "email", "a@x")));
	}

	@Test
	void forgetsWhoIsGoneAndNobodyElse() {
		write(this.ledger, 1, (entries) -> entries.written("a", entry(Map.of("mobile", "1"))));
		write(this.ledger, 1, (entries) -> entries.written("b", entry(Map.of("mobile", "2"))));
		write(this.ledger, 3, (entries) -> entries.deleted("a"));
		assertThat(remembered(this.ledger)).containsOnlyKeys("b");
	}

	@Test
	void followsSomebodyToAnotherRef() {
		write(this.ledger, 1, (entries) -> entries.written("old", entry(Map.of("mobile", "1"))));
		write(this.ledger, 1, (entries) -> entries.written("new", entry(Map.of("mobile", "9", "email", "left@x"))));
		write(this.ledger, 3, (entries) -> entries.renamed("old", "new"));
		assertThat(remembered(this.ledger)).isEqualTo(Map.of("new", Map.of("mobile", "1")));
	}

	@Test
	void forgetsNothingOfWhoKeepsTheRef() {
		write(this.ledger, 1, (entries) -> entries.written("same", entry(Map.of("mobile", "1"))));
		write(this.ledger, 3, (entries) -> entries.renamed("same", "same"));
		assertThat(remembered(this.ledger)).isEqualTo(Map.of("same", Map.of("mobile", "1")));
	}

	@Test
	void keepsTargetsApart() {
		Ledger other = new Ledger(this.jdbc, EntryKind.MEMBER, "wecom:other", List.of("mobile"));
		write(this.ledger, 1, (entries) -> entries.written("a", entry(Map.of("mobile", "1"))));
		write(other, 1, (entries) -> entries.written("a", entry(Map.of("mobile", "2"))));
		write(other, 3, (entries) -> entries.deleted("a"));
		write(other, 3, (entries) -> entries.renamed("a", "b"));
		assertThat(remembered(other)).isEmpty();
		assertThat(remembered(this.ledger)).containsOnlyKeys("a");
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
		assertThat(new Ledger(this.jdbc, EntryKind.MEMBER, "jdbc:embedded", List.of()).isNeeded()).isFalse();
	}

	@Test
	void oneBatchFollowsWhatHappensToAMemberInIt() {
		write(this.ledger, 1, (entries) -> entries.written("a", entry(Map.of("mobile", "1", "email", "a@x"))));
		write(this.ledger, 2, (entries) -> {
			entries.written("a", entry(Map.of("mobile", "2")));
			entries.renamed("a", "b");
			entries.written("b", entry(Map.of("email", "b@x")));
			entries.written("new", entry(Map.of("mobile", "5")));
			entries.deleted("new");
		});
		assertThat(remembered(this.ledger)).isEqualTo(Map.of("b", Map.of("mobile", "2", "email", "b@x")));
		assertThat(this.jdbc.queryForList("SELECT run_id FROM ledger", Long.class)).containsExactly(2L);
	}

	@Test
	void findsAFewAmongManyWhoLieBetweenThem() {
		write(this.ledger, 1, (entries) -> {
			for (int i = 0; i < 300; i++) {
				entries.written("u%03d".formatted(i), entry(Map.of("mobile", "m" + i)));
			}
		});
		assertThat(this.ledger.remembered(List.of("u299", "u000", "nobody", "u150"))).isEqualTo(Map.of("u000",
				Map.of("mobile", "m0"), "u150", Map.of("mobile", "m150"), "u299", Map.of("mobile", "m299")));
		assertThat(this.ledger.remembered(List.of("u010", "u011", "u012"))).hasSize(3);
		assertThat(this.ledger.remembered(List.of())).isEmpty();
	}

	@Test
	void keepsDepartmentsApartFromMembers() {
		Ledger departments = new Ledger(this.jdbc, EntryKind.DEPARTMENT, "wecom:corp", List.of("name"));
		write(departments, 1, (entries) -> entries.written("a", entry(Map.of("name", "研发部"))));
		assertThat(remembered(this.ledger)).isEmpty();
		write(this.ledger, 1, (entries) -> entries.deleted("a"));
		assertThat(departments.remembered("a")).isEqualTo(Map.of("name", "研发部"));
	}

	@Test
	void givesDepartmentsTheNamesThatTheyWereGivenAndNoOthers() {
		Ledger departments = new Ledger(this.jdbc, EntryKind.DEPARTMENT, "wecom:corp", List.of("name"));
		write(departments, 1, (entries) -> {
			entries.written("2", entry(Map.of("name", "研发部")));
			entries.written("3", entry(Map.of("name", "市场部")));
		});
		List<Department> complete = departments.complete(List.of(department("2", Map.of("email", "")),
				department("3", Map.of("name", "渠道部")), department("4", Map.of())));
		assertThat(complete).extracting((department) -> department.fields().known())
			.containsExactly(Map.of("name", "研发部", "email", ""), Map.of("name", "渠道部"), Map.of());
		assertThat(complete).extracting(Department::parent).containsOnly("1");
		assertThat(complete).extracting(Department::id).containsExactly("2", "3", "4");
	}

	@Test
	void forgetsAllThatTheTargetHasNoMore() {
		write(this.ledger, 1, (entries) -> {
			entries.written("a", entry(Map.of("mobile", "1")));
			entries.written("b", entry(Map.of("mobile", "2")));
		});
		Ledger other = new Ledger(this.jdbc, EntryKind.MEMBER, "wecom:other", List.of("mobile"));
		write(other, 1, (entries) -> entries.written("b", entry(Map.of("mobile", "3"))));
		this.ledger.keepOnly(Set.of("a", "c"));
		assertThat(remembered(this.ledger)).containsOnlyKeys("a");
		assertThat(remembered(other)).containsOnlyKeys("b");
	}

	private static Department department(String ref, Map<String, String> values) {
		return new Department(ref, "1", ref, fields(values), null);
	}

	private static void write(Ledger ledger, long run, Consumer<LedgerEntries> what) {
		LedgerEntries entries = ledger.entries(run, List.of("a"));
		what.accept(entries);
		entries.write();
	}

	private static Map<String, Map<String, String>> remembered(Ledger ledger) {
		return ledger.remembered(List.of("a", "b", "old", "new", "same"));
	}

	private static Member entry(Map<String, String> values) {
		return new Member("any", null, null, fields(values), null, null);
	}

	private static Fields fields(Map<String, String> values) {
		return Fields.of(SCHEMA, values);
	}

	@Test
	void remembersWhoseTheAccountsOfATargetAreThatCannotTell() {
		Ledger owners = new Ledger(this.jdbc, EntryKind.MEMBER, "bare", Set.of("userid"));
		Member shown = new Member("100", null, null, fields(Map.of("mobile", "1")), null, null);
		Member told = new Member("101", "Li", null, fields(Map.of()), null, null);
		assertThat(owners.owned(List.of(shown, told))).containsExactly(shown, told);
		write(owners, 1,
				(entries) -> entries.written("100", new Member("x", "Zhang", null, fields(Map.of()), null, null)));
		write(owners, 2,
				(entries) -> entries.written("101", new Member("x", "wang", null, fields(Map.of()), null, null)));
		assertThat(owners.owned(List.of(shown, told))).extracting(Member::userid).containsExactly("Zhang", "Li");
		write(owners, 3, (entries) -> entries.written("100", entry(Map.of("mobile", "2"))));
		assertThat(owners.owned(List.of(shown))).extracting(Member::userid).containsExactly("Zhang");
		write(owners, 4, (entries) -> entries.written("100", new Member("x", "", null, fields(Map.of()), null, null)));
		assertThat(owners.owned(List.of(shown))).containsExactly(shown);
	}

	@Test
	void ofATargetThatTellsWhoseAMemberIsNothingOfThatIsRemembered() {
		write(this.ledger, 1, (entries) -> entries.written("a",
				new Member("a", "Zhang", null, fields(Map.of("mobile", "1")), null, null)));
		assertThat(this.ledger.remembered("a")).containsOnlyKeys("mobile");
		Member shown = new Member("a", null, null, fields(Map.of()), null, null);
		assertThat(this.ledger.owned(List.of(shown))).containsExactly(shown);
	}

}
