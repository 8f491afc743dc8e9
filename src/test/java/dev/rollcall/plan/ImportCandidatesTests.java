package dev.rollcall.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.rollcall.compare.DepartmentKey;
import dev.rollcall.compare.DepartmentMatching;
import dev.rollcall.compare.EntrySelector;
import dev.rollcall.compare.FieldPairing;
import dev.rollcall.compare.IgnoreRule;
import dev.rollcall.compare.IgnoreRules;
import dev.rollcall.compare.MemberComparison;
import dev.rollcall.compare.MemberKey;
import dev.rollcall.compare.MemberLink;
import dev.rollcall.compare.MemberMatching.Found;
import dev.rollcall.directory.Completeness;
import dev.rollcall.directory.DepartmentTree;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Schema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Who is to be imported by hand, and who is not. */
class ImportCandidatesTests {

	private static final Schema SOURCE = Schema.of("name", FieldNames.USERNAME, "groups");

	private static final Schema TARGET = Schema.of("name", FieldNames.USERNAME, "groups", FieldNames.STATUS);

	private static final AccountRules PLAIN_NAMES_ONLY = new AccountRules() {

		@Override
		public @Nullable Message objection(Member desired) {
			String name = desired.fields().value(FieldNames.USERNAME);
			return (name != null && name.matches("\\w+")) ? null : Message.of("test.illegal", name);
		}

	};

	private final List<ImportCandidate> candidates = new ArrayList<>();

	@Test
	void whoeverTheTargetDoesNotHave() {
		found().onlyInSource(desired("li"));
		assertThat(lines()).containsExactly("li li [] null");
		assertThat(this.candidates.get(0).desired().fields().value("groups")).isEqualTo("developers");
	}

	@Test
	void whoeverHasAnAccountThatIsNotBoundHoweverItWasFound() {
		Found found = found();
		found.pair(desired("li"), existing("100", "li", "sub-user"));
		found.linked(desired("wang"), existing("101", "wang", "sub-user"), new MemberLink("101", MemberKey.NAME, 1));
		found.by(MemberKey.USERNAME);
		found.pair(desired("zhao"), existing("102", "zhao", "message-receiver"));
		assertThat(lines()).containsExactly("li li [100] null", "wang wang [101] null", "zhao zhao [102] null");
	}

	@Test
	void nobodyWhoseAccountIsBound() {
		Found found = found();
		found.pair(desired("li"), existing("100", "li", "wecom"));
		found.conflict("li", List.of(desired("li")),
				List.of(existing("100", "li", "wecom"), existing("101", "li", "sub-user")));
		assertThat(this.candidates).isEmpty();
	}

	@Test
	void nobodyWhoIsNotMeantOrLeftAloneOrKnownToTheTargetAlone() {
		Found found = found(PLAIN_NAMES_ONLY,
				new IgnoreRule(Set.of(), Set.of(), new EntrySelector(Set.of("boss"), List.of())));
		found.notMeant(desired("li"));
		found.onlyInSource(desired("boss"));
		found.pair(desired("boss"), existing("100", "boss", "sub-user"));
		found.onlyInTarget(existing("101", "wang", "sub-user"));
		found.repeated(desired("li"));
		found.conflict("x", List.of(), List.of(existing("102", "x", "sub-user"), existing("103", "x", "sub-user")));
		assertThat(this.candidates).isEmpty();
	}

	@Test
	void whoCannotHaveTheNameWithWhatIsWrong() {
		found().onlyInSource(desired("li si"));
		assertThat(lines()).containsExactly("li si li si [] test.illegal[li si]");
	}

	@Test
	void everyOneOfThoseWhoClaimOneAnotherWithWhatIsWrong() {
		found().conflict("li", List.of(desired("li"), desired("li2")), List.of(existing("100", "x", "sub-user")));
		assertThat(lines()).hasSize(2)
			.allSatisfy((line) -> assertThat(line).contains("[100] plan.conflict.shared-members"));
	}

	@Test
	void whoWasCalledOtherwiseBefore() {
		Member renamed = new Member("li2", "li2", "li", desired("li2").fields(), null, null);
		found().pair(renamed, existing("100", "li", "sub-user"));
		assertThat(lines()).containsExactly("li2 li2 [100] plan.conflict.account-of-another[li2, li, li]");
	}

	@Test
	void whoseRowTellsNothingButThatTheyAreThere() {
		Member unknown = new Member("li", "li", null, Fields.unknown(SOURCE), null, null);
		Found found = found();
		found.onlyInSource(unknown);
		found.pair(unknown, existing("100", "li", "sub-user"));
		found.pair(unknown, existing("101", "li", "wecom"));
		assertThat(lines()).containsExactly("li null [] plan.import.unclear", "li null [100] plan.import.unclear");
	}

	@Test
	void whatARuleKeepsFromNewAccountsIsNotProposed() {
		found(PLAIN_NAMES_ONLY, IgnoreRule.fields("groups")).onlyInSource(desired("li"));
		assertThat(this.candidates.get(0).desired().fields().value("groups")).isNull();
	}

	private List<String> lines() {
		return this.candidates.stream()
			.map((candidate) -> candidate.desired().userid() + " "
					+ candidate.desired().fields().value(FieldNames.USERNAME) + " "
					+ candidate.existing().stream().map(Member::ref).toList() + " " + candidate.problem())
			.toList();
	}

	private Found found() {
		return found(PLAIN_NAMES_ONLY);
	}

	private Found found(AccountRules accounts, IgnoreRule... rules) {
		ImportCandidates sink = new ImportCandidates(this.candidates::add);
		Policy policy = new Policy(new Operations(true, false, false, false), UpdateMode.CHANGED,
				new Completeness(List.of()), List.of(Set.of(FieldNames.USERNAME)), List.of())
			.with(accounts);
		FieldPairing fields = new FieldPairing(SOURCE, Set.of(), TARGET, false, Set.of(), Set.of(FieldNames.STATUS),
				Set.of(FieldNames.USERNAME));
		IgnoreRules ignore = new IgnoreRules(List.of(rules));
		DepartmentPlanner departments = new DepartmentPlanner(
				new DepartmentMatching(new DepartmentTree(List.of()), new DepartmentTree(List.of()),
						List.of(DepartmentKey.PATH)),
				new FieldPairing(Schema.of("name"), Set.of(), Schema.of(), false, Set.of()), ignore, policy);
		return sink
			.watching(new MemberPlanner(new MemberComparison(fields, ignore, departments.names()), policy, sink));
	}

	private static Member desired(String userid) {
		return new Member(userid, userid, null,
				Fields.of(SOURCE, Map.of(FieldNames.USERNAME, userid, "groups", "developers")), null, null);
	}

	private static Member existing(String ref, String userid, String status) {
		return new Member(ref, userid, null,
				Fields.of(TARGET, Map.of(FieldNames.USERNAME, userid, FieldNames.STATUS, status)), null, null);
	}

}
