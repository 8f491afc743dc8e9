package dev.rollcall.plan;

import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.rollcall.compare.DepartmentKey;
import dev.rollcall.compare.DepartmentMatching;
import dev.rollcall.compare.FieldPairing;
import dev.rollcall.compare.IgnoreRules;
import dev.rollcall.compare.MemberComparison;
import dev.rollcall.compare.MemberKey;
import dev.rollcall.directory.Completeness;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.DepartmentTree;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import dev.rollcall.directory.Schema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What is planned for a target that keeps bare accounts. */
class AccountPlannerTests {

	private static final Schema SCHEMA = Schema.of("name", FieldNames.USERNAME, "groups");

	private static final Operations ALL = new Operations(true, true, true, true);

	private final RecordedPlan plan = new RecordedPlan();

	private final DepartmentMatching departments = new DepartmentMatching(
			new DepartmentTree(
					List.of(new Department("1", null, "1", Fields.of(Schema.of("name"), Map.of("name", "研发部")), null))),
			new DepartmentTree(List.of()), List.of(DepartmentKey.PATH));

	@Test
	void createsMembersAlthoughTheTargetHasNoDepartments() {
		planner(AccountRules.NONE).onlyInSource(desired("li", "li"));
		assertThat(this.plan.lines()).containsExactly("+ li", "CHANGED 1 0");
		Member after = (Member) this.plan.changes().get(0).after();
		assertThat(after.fields().value(FieldNames.USERNAME)).isEqualTo("li");
		assertThat(after.placements()).isNull();
	}

	@Test
	void decidesAboutDepartmentsThatTheTargetDoesNotKeep() {
		Policy policy = policy(AccountRules.NONE);
		DepartmentPlanner planner = departments(policy);
		planner.plan(new Whereabouts(policy), this.plan);
		assertThat(this.plan.changes()).isEmpty();
		assertThat(this.plan.lines()).containsExactly("NOT_KEPT 1 0");
	}

	@Test
	void neverDeletesWhomNobodyKnows() {
		MemberPlanner planner = planner(AccountRules.NONE);
		planner.by(MemberKey.USERID);
		planner.by(MemberKey.USERNAME);
		planner.onlyInTarget(existing("100", null, "terraform"));
		planner.onlyInTarget(existing("101", "wang", "wang"));
		assertThat(this.plan.lines()).containsExactly("STRANGER 0 1", "- wang", "CHANGED 0 1");
	}

	@Test
	void anAccountThatWasMadeByHandIsTakenOverForAllToSee() {
		MemberPlanner planner = planner(AccountRules.NONE);
		planner.by(MemberKey.USERID);
		planner.by(MemberKey.USERNAME);
		planner.pair(desired("li", "li"), existing("100", null, "li"));
		assertThat(this.plan.lines()).containsExactly("~ li", "CHANGED 1 1");
		Change change = this.plan.changes().get(0);
		assertThat(((Member) change.after()).userid()).isEqualTo("li");
		assertThat(change.after().fields().known()).isEmpty();
	}

	@Test
	void theNameOfAnAccountIsNeverChanged() {
		MemberPlanner planner = planner(AccountRules.NONE);
		planner.by(MemberKey.USERID);
		planner.pair(desired("li", "wx-li"), existing("100", "li", "li"));
		assertThat(this.plan.lines()).containsExactly("EQUAL 1 1");
	}

	@Test
	void anotherUseridNeedsAPerson() {
		MemberPlanner planner = planner(AccountRules.NONE);
		planner.by(MemberKey.USERID);
		Member renamed = new Member("li2", "li2", "li", desired("li2", "li2").fields(), null, null);
		planner.pair(renamed, existing("100", "li", "li"));
		assertThat(this.plan.lines()).containsExactly("CONFLICT 1 1",
				"conflict li plan.conflict.account-of-another[li2, li, li]");
	}

	@Test
	void whoIsFoundByTheMobileUnderAnotherUseridNeedsAPersonToo() {
		MemberPlanner planner = planner(AccountRules.NONE);
		planner.by(MemberKey.USERID);
		planner.by(MemberKey.MOBILE);
		planner.pair(desired("li2", "li2"), existing("100", "li", "li"));
		assertThat(this.plan.changes()).isEmpty();
		assertThat(this.plan.lines()).contains("CONFLICT 1 1");
	}

	@Test
	void aPersonMayDecideThatAnAccountIsKept() {
		MemberPlanner planner = planner(new AccountRules() {

			@Override
			public boolean isDecided(Member desired) {
				return true;
			}

		});
		planner.by(MemberKey.USERNAME);
		planner.pair(desired("li2", "LI"), existing("100", "li", "li"));
		assertThat(this.plan.lines()).containsExactly("~ li", "CHANGED 1 1");
		planner.pair(desired("wang2", "other"), existing("101", "wang", "wang"));
		assertThat(this.plan.lines()).contains("CONFLICT 1 1");
	}

	@Test
	void whoCannotHaveTheNameIsToldOfAndNotCreated() {
		planner(new AccountRules() {

			@Override
			public @Nullable Message objection(Member desired) {
				return Message.of("test.illegal");
			}

		}).onlyInSource(desired("li", "李"));
		assertThat(this.plan.lines()).containsExactly("conflict li test.illegal", "CONFLICT 1 0");
	}

	@Test
	void saysWhoseApplicationWasApproved() {
		planner(new AccountRules() {

			@Override
			public boolean isAdmitted(Member desired) {
				return "li".equals(desired.userid());
			}

		}).onlyInSource(desired("li", "li"));
		planner(AccountRules.NONE).onlyInSource(desired("wang", "wang"));
		assertThat(this.plan.changes()).extracting((change) -> change.reason().code())
			.containsExactly("plan.reason.admitted", "plan.reason.only-in-source");
	}

	@Test
	void whoIsNotMeantIsCounted() {
		planner(AccountRules.NONE).notMeant(desired("li", "li"));
		assertThat(this.plan.lines()).containsExactly("NOT_MEANT 1 0");
	}

	private MemberPlanner planner(AccountRules accounts) {
		Policy policy = policy(accounts);
		FieldPairing fields = new FieldPairing(SCHEMA, Set.of(), SCHEMA, false, Set.of(), Set.of(),
				Set.of(FieldNames.USERNAME));
		return new MemberPlanner(new MemberComparison(fields, IgnoreRules.NONE, departments(policy).names()), policy,
				this.plan);
	}

	private DepartmentPlanner departments(Policy policy) {
		FieldPairing fields = new FieldPairing(Schema.of("name"), Set.of(), Schema.of(), false, Set.of());
		return new DepartmentPlanner(this.departments, fields, IgnoreRules.NONE, policy);
	}

	private static Policy policy(AccountRules accounts) {
		return new Policy(ALL, UpdateMode.CHANGED, new Completeness(List.of()), List.of(), List.of()).with(accounts);
	}

	private static Member desired(String userid, String name) {
		return new Member(userid, userid, null, Fields.of(SCHEMA, Map.of(FieldNames.USERNAME, name)),
				new Placements(List.of(Placement.in("1")), "1"), null);
	}

	private static Member existing(String ref, @Nullable String userid, String name) {
		return new Member(ref, userid, null, Fields.of(SCHEMA, Map.of(FieldNames.USERNAME, name, "name", "")), null,
				null);
	}

}
