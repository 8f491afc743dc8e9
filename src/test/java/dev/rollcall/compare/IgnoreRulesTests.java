package dev.rollcall.compare;

import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Which fields of which entries a run leaves alone in which operation. */
class IgnoreRulesTests {

	@Test
	void nothingIsIgnoredWithoutARule() {
		for (Operation operation : Operation.values()) {
			assertThat(
					IgnoreRules.NONE.of(operation, IgnoreRulesTests::mustNotBeAsked, IgnoreRulesTests::mustNotBeAsked))
				.isEqualTo(Ignored.NOTHING);
		}
	}

	@Test
	void aRuleHoldsForTheOperationsItNamesAndForAllIfItNamesNone() {
		IgnoreRules rules = new IgnoreRules(List.of(IgnoreRule.fields("gender"),
				new IgnoreRule(Set.of("mobile"), Set.of(Operation.UPDATE), EntrySelector.ALL)));
		assertThat(
				rules.of(Operation.UPDATE, IgnoreRulesTests::mustNotBeAsked, IgnoreRulesTests::mustNotBeAsked).fields())
			.containsExactlyInAnyOrder("gender", "mobile");
		assertThat(
				rules.of(Operation.CREATE, IgnoreRulesTests::mustNotBeAsked, IgnoreRulesTests::mustNotBeAsked).fields())
			.containsExactly("gender");
		assertThat(
				rules.of(Operation.UPDATE, IgnoreRulesTests::mustNotBeAsked, IgnoreRulesTests::mustNotBeAsked).entry())
			.isFalse();
	}

	@Test
	void membersAreMeantInAnyCaseAndDepartmentsByTheirNameAlone() {
		IgnoreRules rules = protect(new EntrySelector(Set.of("Admin"), List.of()));
		assertThat(isProtected(rules, "aDMIN", "公司")).isTrue();
		assertThat(isProtected(rules, "admin2", "公司")).isFalse();
		assertThat(isProtected(rules, null, "admin")).as("a department called like a member").isFalse();
	}

	@Test
	void aDepartmentIsMeantWithEverythingBelowIt() {
		IgnoreRules rules = protect(new EntrySelector(Set.of(), List.of("公司/研发")));
		assertThat(isProtected(rules, null, "公司/研发")).isTrue();
		assertThat(isProtected(rules, null, "公司/研发/后端")).isTrue();
		assertThat(isProtected(rules, null, "公司")).isFalse();
		assertThat(isProtected(rules, null, "公司/研发二部")).as("only the name begins alike").isFalse();
	}

	@Test
	void somebodyInSeveralDepartmentsIsMeantWhenOneOfThemIs() {
		IgnoreRules rules = protect(new EntrySelector(Set.of(), List.of("公司/高管")));
		assertThat(isProtected(rules, "a", "公司/研发", "公司/高管/董办")).isTrue();
		assertThat(isProtected(rules, "a", "公司/研发")).isFalse();
		assertThat(isProtected(rules, "a")).isFalse();
	}

	@Test
	void rulesAddUp() {
		IgnoreRules rules = new IgnoreRules(
				List.of(new IgnoreRule(Set.of("name"), Set.of(), new EntrySelector(Set.of("a"), List.of())),
						new IgnoreRule(Set.of("mobile"), Set.of(), new EntrySelector(Set.of(), List.of("公司"))),
						new IgnoreRule(Set.of(), Set.of(Operation.DELETE), EntrySelector.ALL)));
		Ignored both = rules.of(Operation.UPDATE, () -> List.of("A"), () -> List.of("公司/研发"));
		assertThat(both).isEqualTo(new Ignored(false, Set.of("name", "mobile")));
		assertThat(rules.of(Operation.DELETE, () -> List.of("b"), List::of).entry()).isTrue();
		assertThat(rules.of(Operation.DELETE, () -> List.of("a"), List::of).ignores("anything at all")).isTrue();
	}

	@Test
	void entriesThatTheSameRulesProtectGetTheSameAnswer() {
		IgnoreRules rules = new IgnoreRules(
				List.of(new IgnoreRule(Set.of("name"), Set.of(), new EntrySelector(Set.of("a", "b"), List.of())),
						IgnoreRule.fields("mobile")));
		assertThat(rules.of(Operation.UPDATE, () -> List.of("a"), List::of))
			.isSameAs(rules.of(Operation.UPDATE, () -> List.of("b"), List::of))
			.isNotEqualTo(rules.of(Operation.UPDATE, () -> List.of("c"), List::of));
	}

	@Test
	void tellsWhichRulesAreResponsible() {
		EntrySelector a = new EntrySelector(Set.of("A"), List.of());
		IgnoreRules rules = new IgnoreRules(
				List.of(new IgnoreRule(Set.of("mobile"), Set.of(Operation.UPDATE), a), IgnoreRule.fields("name"),
						new IgnoreRule(Set.of(), Set.of(Operation.DELETE), a), IgnoreRule.fields("mobile", "name")));
		assertThat(rules.responsible(Operation.UPDATE, List.of("a"), List.of(), "mobile")).containsExactly(0, 3);
		assertThat(rules.responsible(Operation.UPDATE, List.of("b"), List.of(), "mobile")).containsExactly(3);
		assertThat(rules.responsible(Operation.DELETE, List.of("a"), List.of(), "email")).containsExactly(2);
		assertThat(rules.protecting(Operation.DELETE, List.of("a"), List.of())).containsExactly(2);
		assertThat(rules.protecting(Operation.UPDATE, List.of("a"), List.of())).isEmpty();
	}

	private static Collection<String> mustNotBeAsked() {
		throw new AssertionError("no rule names entries");
	}

	private static IgnoreRules protect(EntrySelector entries) {
		return new IgnoreRules(List.of(new IgnoreRule(Set.of(), Set.of(), entries)));
	}

	private static boolean isProtected(IgnoreRules rules, String userid, String... paths) {
		return rules.of(Operation.DELETE, () -> (userid != null) ? List.of(userid) : List.of(), () -> List.of(paths))
			.entry();
	}

}
