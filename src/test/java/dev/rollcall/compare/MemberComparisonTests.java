package dev.rollcall.compare;

import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import dev.rollcall.directory.Schema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** How pairs differ, as a plan says it. */
class MemberComparisonTests {

	private static final Schema SCHEMA = Schema.of("name", "mobile");

	private final MemberComparison comparison = comparison(IgnoreRules.NONE);

	@Test
	void aPairThatAgreesIsNoDifference() {
		assertThat(difference(member("A", Map.of("name", "甲", "mobile", "1"), in("s1")),
				member("a", Map.of("name", "甲", "mobile", "1"), in("1"))))
			.as("a userid that differs in case only is the same")
			.isNull();
		assertThat(difference(member("a", Map.of(), null), member("a", Map.of("name", "甲"), in("1")))).isNull();
	}

	@Test
	void knowsOnlyWhatDiffers() {
		MemberDifference difference = difference(member("a", Map.of("name", "乙", "mobile", "1"), in("s1")),
				member("a", Map.of("name", "甲", "mobile", "1"), in("1")));
		assertThat(difference.before()).isEqualTo(image("a", null, Map.of("name", "甲"), null));
		assertThat(difference.after()).isEqualTo(image("a", null, Map.of("name", "乙"), null));
		assertThat(difference.moves()).isFalse();
	}

	@Test
	void namesDepartmentsOfBothSidesAsThePlanDoes() {
		MemberDifference difference = difference(member("a", Map.of("name", "甲"), in("s2")),
				member("a", Map.of("name", "甲"), in("1")));
		assertThat(difference.before()).isEqualTo(image("a", null, Map.of(), in("=1")));
		assertThat(difference.after()).isEqualTo(image("a", null, Map.of(), in("+s2")));
		assertThat(difference.moves()).isTrue();
	}

	@Test
	void nobodyMovesToADepartmentThatCannotBeTold() {
		Placements partly = new Placements(List.of(Placement.in("s1"), Placement.in("contested")), "s1");
		assertThat(difference(member("a", Map.of(), partly), member("a", Map.of(), in("1")))).isNull();
		assertThat(this.comparison
			.difference(member("a", Map.of("name", "甲"), partly), member("a", Map.of("name", "甲"), in("1")), true)
			.after()
			.placements()).as("even when overwriting").isEqualTo(in("=1"));
		assertThat(this.comparison.created(member("a", Map.of("name", "甲"), partly)).placements()).isNull();
	}

	@Test
	void aTargetThatDoesNotTellPlacementsIsNotToldThemEither() {
		assertThat(difference(member("a", Map.of(), in("s2")), member("a", Map.of(), null))).isNull();
		assertThat(this.comparison
			.difference(member("a", Map.of("name", "甲"), in("s2")), member("a", Map.of("name", "甲"), null), true)
			.after()
			.placements()).isNull();
	}

	@Test
	void anotherUseridIsADifferenceUnlessItIsIgnored() {
		Member desired = new Member("new", "New", "old", Fields.of(SCHEMA, Map.of("name", "甲")), null, null);
		Member existing = member("old", Map.of("name", "甲"), in("1"));
		assertThat(difference(desired, existing).before()).isEqualTo(image("old", "old", Map.of(), null));
		assertThat(difference(desired, existing).after()).isEqualTo(image("old", "New", Map.of(), null));
		assertThat(
				comparison(new IgnoreRules(List.of(IgnoreRule.fields("userid")))).difference(desired, existing, false))
			.isNull();
	}

	@Test
	void anIgnoredFieldIsNoDifferenceAndAProtectedEntryHasNone() {
		Member desired = member("a", Map.of("name", "乙", "mobile", "2"), in("s2"));
		Member existing = member("a", Map.of("name", "甲", "mobile", "1"), in("1"));
		MemberComparison mobile = comparison(new IgnoreRules(List.of(IgnoreRule.fields("mobile", "departments"))));
		assertThat(mobile.difference(desired, existing, true).after())
			.isEqualTo(image("a", null, Map.of("name", "乙"), in("=1")));
		MemberComparison nobody = comparison(
				new IgnoreRules(List.of(new IgnoreRule(Set.of(), Set.of(Operation.UPDATE), EntrySelector.ALL))));
		assertThat(nobody.difference(desired, existing, true)).isNull();
		assertThat(nobody.isProtected(Operation.UPDATE, desired, existing)).isTrue();
		assertThat(nobody.isProtected(Operation.DELETE, null, existing)).isFalse();
	}

	@Test
	void whoIsInAProtectedDepartmentOnEitherSideIsProtected() {
		MemberComparison protecting = comparison(new IgnoreRules(
				List.of(new IgnoreRule(Set.of(), Set.of(), new EntrySelector(Set.of(), List.of("公司/高管"))))));
		Member inside = member("a", Map.of("name", "甲"), in("chiefs"));
		Member outside = member("a", Map.of("name", "乙"), in("1"));
		assertThat(protecting.difference(inside, outside, true)).isNull();
		assertThat(protecting.difference(outside, inside, true)).isNull();
		assertThat(protecting.isProtected(Operation.CREATE, inside, null)).isTrue();
		assertThat(protecting.isProtected(Operation.DELETE, null, inside)).isTrue();
		assertThat(protecting.isProtected(Operation.DELETE, null, outside)).isFalse();
	}

	@Test
	void whoIsProtectedByNameIsSoUnderTheFormerUseridAndTheNewOne() {
		Member desired = new Member("new", "new", "old", Fields.of(SCHEMA, Map.of("name", "乙")), null, null);
		Member existing = member("old", Map.of("name", "甲"), in("1"));
		for (String named : List.of("old", "NEW")) {
			MemberComparison protecting = comparison(new IgnoreRules(
					List.of(new IgnoreRule(Set.of(), Set.of(), new EntrySelector(Set.of(named), List.of())))));
			assertThat(protecting.difference(desired, existing, true)).as(named).isNull();
		}
	}

	private @Nullable MemberDifference difference(Member desired, Member existing) {
		return this.comparison.difference(desired, existing, false);
	}

	private static MemberComparison comparison(IgnoreRules rules) {
		return new MemberComparison(new FieldPairing(SCHEMA, Set.of(), SCHEMA, false, Set.of()), rules, new Named());
	}

	private static Placements in(String department) {
		return new Placements(List.of(Placement.in(department)), department);
	}

	private static Member member(String userid, Map<String, String> values, @Nullable Placements placements) {
		return new Member(userid, userid, null, Fields.of(SCHEMA, values), placements, null);
	}

	private static Member image(String ref, @Nullable String userid, Map<String, String> values,
			@Nullable Placements placements) {
		return new Member(ref, userid, null, Fields.of(SCHEMA, values), placements, null);
	}

	/** Department s1 of the source is department 1 of the target; s2 is new. */
	private static final class Named implements MemberComparison.Departments {

		@Override
		public @Nullable String desired(String ref) {
			return switch (ref) {
				case "s1" -> "=1";
				case "contested" -> null;
				default -> "+" + ref;
			};
		}

		@Override
		public String existing(String ref) {
			return "=" + ref;
		}

		@Override
		public String desiredPath(String ref) {
			return ref.equals("chiefs") ? "公司/高管" : "公司/" + ref;
		}

		@Override
		public String existingPath(String ref) {
			return desiredPath(ref);
		}

	}

}
