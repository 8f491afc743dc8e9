package dev.rollcall.compare;

import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Schema;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Which fields are compared, and which of them are written. */
class FieldPairingTests {

	private static final Schema SOURCE = Schema.of("name", "mobile", "工号");

	private static final Schema TARGET = Schema.of("email", "mobile", "name");

	private final FieldPairing pairing = new FieldPairing(SOURCE, Set.of(), TARGET, true, Set.of());

	@Test
	void whatIsGivenOnceIsCreatedAndNeverChanged() {
		FieldPairing once = new FieldPairing(SOURCE, Set.of(), TARGET, true, Set.of(), Set.of(), Set.of("mobile"));
		Fields desired = Fields.of(SOURCE, Map.of("mobile", "1", "name", "甲"));
		Fields existing = Fields.of(TARGET, Map.of("mobile", "2", "name", "甲"));
		int[] positions = once.positions(Ignored.NOTHING);
		assertThat(once.difference(desired, existing, positions, false)).isNull();
		assertThat(once.difference(desired, existing, positions, true)).isNotNull()
			.allSatisfy((fields) -> assertThat(fields.value("mobile")).isNull());
		assertThat(once.desired(desired, positions).value("mobile")).isEqualTo("1");
		assertThat(once.explain(desired, existing, positions, false))
			.filteredOn((field) -> field.field().equals("mobile"))
			.extracting(ExplainedField::rule)
			.containsExactly(AppliedRule.FIXED);
	}

	@Test
	void aFieldThatTheTargetOnlyTellsIsNeverWritten() {
		FieldPairing telling = new FieldPairing(SOURCE, Set.of(), TARGET, true, Set.of(), Set.of("mobile"), Set.of());
		Fields source = Fields.of(SOURCE, Map.of("mobile", "1"));
		Fields target = Fields.of(TARGET, Map.of("mobile", "2"));
		assertThat(telling.difference(source, target, telling.positions(Ignored.NOTHING), true)).isNull();
		assertThat(telling.desired(source, telling.positions(Ignored.NOTHING)).known()).isEmpty();
		assertThat(telling.explain(source, target, telling.positions(Ignored.NOTHING), false))
			.filteredOn((field) -> field.field().equals("mobile"))
			.singleElement()
			.satisfies((field) -> assertThat(field.rule()).isEqualTo(AppliedRule.ONLY_TOLD));
	}

	@Test
	void namesWhatDiffersAndNothingElse() {
		assertDifference(this.pairing, source(Map.of("name", "甲", "mobile", "2")),
				target(Map.of("name", "甲", "mobile", "1", "email", "a@x")), Map.of("mobile", "1"),
				Map.of("mobile", "2"));
	}

	@Test
	void anEmptyValueIsWrittenAndAnUnknownOneIsNot() {
		Fields held = target(Map.of("name", "甲", "mobile", "1"));
		assertDifference(this.pairing, source(Map.of("mobile", "")), held, Map.of("mobile", "1"), Map.of("mobile", ""));
		assertThat(difference(this.pairing, source(Map.of("name", "甲")), held, false)).isNull();
	}

	@Test
	void whatTheTargetMayNotShowIsNotCompared() {
		assertThat(difference(this.pairing, source(Map.of("mobile", "1")), target(Map.of("name", "甲")), false))
			.isNull();
	}

	@Test
	void aHiddenFieldIsComparedWithWhatIsRememberedOfIt() {
		FieldPairing hiding = new FieldPairing(SOURCE, Set.of(), TARGET, true, Set.of("mobile"));
		assertThat(difference(hiding, source(Map.of("mobile", "1")), target(Map.of("mobile", "1")), false)).isNull();
		Fields[] never = difference(hiding, source(Map.of("mobile", "1")), target(Map.of()), false);
		assertThat(never[0].known()).isEmpty();
		assertThat(never[1].known()).isEqualTo(Map.of("mobile", "1"));
	}

	@Test
	void aSilentFieldIsNotBelieved() {
		FieldPairing silent = new FieldPairing(SOURCE, Set.of("mobile"), TARGET, true, Set.of());
		Fields held = target(Map.of("name", "甲", "mobile", "1"));
		assertThat(difference(silent, source(Map.of("mobile", "")), held, false)).isNull();
		assertThat(difference(silent, source(Map.of("mobile", "")), held, true)).as("overwriting").isNull();
		assertThat(desired(silent, Map.of("name", "甲", "mobile", "")).known()).isEqualTo(Map.of("name", "甲"));
	}

	@Test
	void aFieldOfTheSourceAloneCountsAsEmptyInATargetThatTakesIt() {
		assertThat(this.pairing.planned().names()).containsExactly("email", "mobile", "name", "工号");
		assertDifference(this.pairing, source(Map.of("工号", "7")), target(Map.of("name", "甲")), Map.of("工号", ""),
				Map.of("工号", "7"));
		assertThat(difference(this.pairing, source(Map.of("工号", "")), target(Map.of("name", "甲")), false)).isNull();
	}

	@Test
	void aFieldOfTheSourceAloneIsDroppedForATargetThatDoesNotTakeIt() {
		FieldPairing fixed = new FieldPairing(SOURCE, Set.of(), TARGET, false, Set.of());
		assertThat(fixed.planned()).isEqualTo(TARGET);
		assertThat(difference(fixed, source(Map.of("工号", "7")), target(Map.of("name", "甲")), true)).isNull();
		assertThat(desired(fixed, Map.of("name", "甲", "工号", "7")).known()).isEqualTo(Map.of("name", "甲"));
	}

	@Test
	void overwritingNamesAllThatIsKnownOnBothSides() {
		Fields[] all = difference(this.pairing, source(Map.of("name", "甲", "mobile", "1")),
				target(Map.of("name", "甲", "email", "a@x")), true);
		assertThat(all[1].known()).isEqualTo(Map.of("name", "甲"));
	}

	@Test
	void anIgnoredFieldIsLeftOutOfEverything() {
		int[] positions = this.pairing.positions(new Ignored(false, Set.of("mobile")));
		Fields wanted = source(Map.of("name", "甲", "mobile", "2"));
		assertThat(
				this.pairing.difference(wanted, target(Map.of("name", "甲", "mobile", "1")), positions, true)[1].known())
			.isEqualTo(Map.of("name", "甲"));
		assertThat(this.pairing.desired(wanted, positions).known()).isEqualTo(Map.of("name", "甲"));
		assertThat(wanted.agreesWith(target(Map.of("name", "甲", "mobile", "1")), positions)).isTrue();
	}

	@Test
	void saysOfEachFieldWhatDecides() {
		FieldPairing plain = new FieldPairing(SOURCE, Set.of("mobile"), TARGET, false, Set.of());
		assertThat(plain.explain(source(Map.of("name", "甲", "mobile", "", "工号", "7")),
				target(Map.of("email", "a@x", "mobile", "1")), plain.positions(Ignored.NOTHING), false))
			.containsExactly(explained("email", null, "a@x", AppliedRule.NOT_IN_SOURCE),
					explained("mobile", "", "1", AppliedRule.SILENT),
					explained("name", "甲", null, AppliedRule.NOT_SHOWN),
					explained("工号", "7", null, AppliedRule.NOT_IN_TARGET));
		assertThat(this.pairing.explain(source(Map.of("name", "甲", "工号", "")),
				target(Map.of("name", "乙", "mobile", "1")), this.pairing.positions(Ignored.NOTHING), false))
			.contains(explained("mobile", null, "1", AppliedRule.UNKNOWN),
					explained("name", "甲", "乙", AppliedRule.DIFFERS), explained("工号", "", "", AppliedRule.EQUAL));
		assertThat(this.pairing.explainCreated(source(Map.of("name", "甲", "mobile", "1")),
				this.pairing.positions(new Ignored(false, Set.of("mobile")))))
			.containsExactly(explained("email", null, null, AppliedRule.NOT_IN_SOURCE),
					explained("mobile", "1", null, AppliedRule.IGNORED),
					explained("name", "甲", null, AppliedRule.CREATED),
					explained("工号", null, null, AppliedRule.UNKNOWN));
	}

	private static ExplainedField explained(String field, String desired, String existing, AppliedRule rule) {
		return new ExplainedField(field, desired, existing, rule, List.of());
	}

	private static void assertDifference(FieldPairing pairing, Fields desired, Fields existing,
			Map<String, String> before, Map<String, String> after) {
		Fields[] difference = difference(pairing, desired, existing, false);
		assertThat(difference[0].known()).isEqualTo(before);
		assertThat(difference[1].known()).isEqualTo(after);
		assertThat(difference[1].schema()).isEqualTo(pairing.planned());
		assertThat(desired.agreesWith(existing, pairing.positions(Ignored.NOTHING))).as("the quick way").isFalse();
	}

	private static Fields[] difference(FieldPairing pairing, Fields desired, Fields existing, boolean all) {
		return pairing.difference(desired, existing, pairing.positions(Ignored.NOTHING), all);
	}

	private static Fields desired(FieldPairing pairing, Map<String, String> values) {
		return pairing.desired(source(values), pairing.positions(Ignored.NOTHING));
	}

	private static Fields source(Map<String, String> values) {
		return Fields.of(SOURCE, values);
	}

	private static Fields target(Map<String, String> values) {
		return Fields.of(TARGET, values);
	}

}
