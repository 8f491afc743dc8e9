package dev.rollcall.staging;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.rollcall.directory.Department;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Schema;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.ChangeKind;
import dev.rollcall.plan.Phase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Finding the changes of one entry among those of many. */
class ChangeHistoryTests {

	private static final Schema DEPARTMENTS = Schema.of("name");

	private static final Schema MEMBERS = Schema.of("mobile");

	private final JdbcTemplate jdbc = TestDatabase.create();

	private final PlanStore plans = new PlanStore(this.jdbc);

	private final ChangeHistory history = new ChangeHistory(this.jdbc, this.plans);

	@Test
	void findsAMemberInAllPlansInAnyCase() {
		for (int run = 1; run <= 3; run++) {
			PlanWriter writer = writer(run);
			for (int i = 1000; i < 4500; i++) {
				writer.change(Phase.MEMBER_UPSERT, create("U" + i, "m" + i), null);
			}
			writer.seal(Map.of());
		}
		assertThat(found("u3456")).containsExactly("1 MEMBER_UPSERT U3456", "2 MEMBER_UPSERT U3456",
				"3 MEMBER_UPSERT U3456");
		assertThat(found("u9999")).isEmpty();
	}

	@Test
	void unpacksOnlySegmentsInWhichTheMemberCanBe() {
		PlanWriter writer = writer(1);
		for (int i = 1000; i < 4500; i++) {
			writer.change(Phase.MEMBER_UPSERT, create("u" + i, "m" + i), null);
		}
		writer.seal(Map.of());
		this.jdbc.update("UPDATE plan_segment SET data = X'00' WHERE seq <> 2");
		assertThat(found("u3456")).containsExactly("1 MEMBER_UPSERT u3456");
	}

	@Test
	void looksIntoSegmentsThatAreOlderThanRanges() {
		PlanWriter writer = writer(1);
		writer.change(Phase.MEMBER_UPSERT, create("a", "1"), null);
		writer.seal(Map.of());
		this.jdbc.update("UPDATE plan_segment SET first_key = '', last_key = ''");
		assertThat(found("A")).containsExactly("1 MEMBER_UPSERT a");
	}

	@Test
	void findsAChangeOfTheUseridByBoth() {
		PlanWriter writer = writer(1);
		Change renamed = new Change(ChangeKind.UPDATE, EntryKind.MEMBER, "old", "old", member("old", Map.of()),
				member("New", Map.of()), Message.of("test"));
		writer.change(Phase.MEMBER_UPSERT, renamed, null);
		writer.seal(Map.of());
		assertThat(found("OLD")).isEqualTo(found("new")).containsExactly("1 MEMBER_UPSERT old");
	}

	@Test
	void aChangeThatStandsElsewhereIsFoundThereOnly() {
		PlanWriter writer = writer(1);
		writer.change(Phase.MEMBER_UPSERT, create("a", "1"), null);
		writer.change(Phase.MEMBER_DELETE, new Change(ChangeKind.DELETE, EntryKind.MEMBER, "b", "b",
				member("b", Map.of("mobile", "1")), null, Message.of("test")), null);
		writer.seal(Map.of());
		assertThat(found("a")).containsExactly("1 MEMBER_RELEASE a");
	}

	@Test
	void membersAndDepartmentsAreTwoThings() {
		PlanWriter writer = writer(1);
		Department department = new Department("s1", null, null, Fields.of(DEPARTMENTS, Map.of("name", "a")), null);
		writer.change(Phase.DEPARTMENT_UPSERT,
				new Change(ChangeKind.CREATE, EntryKind.DEPARTMENT, "a", null, null, department, Message.of("test")),
				null);
		writer.change(Phase.MEMBER_UPSERT, create("a", "1"), null);
		writer.seal(Map.of());
		List<String> departments = new ArrayList<>();
		this.history.ofDepartments((past) -> departments.add(text(past)));
		assertThat(departments).containsExactly("1 DEPARTMENT_UPSERT a");
		assertThat(found("a")).containsExactly("1 MEMBER_UPSERT a");
	}

	private List<String> found(String userid) {
		return this.history.ofMembers(Set.of(userid)).stream().map(ChangeHistoryTests::text).toList();
	}

	private static String text(ChangeHistory.Past past) {
		return past.plan().run() + " " + past.change().phase() + " " + past.change().change().key();
	}

	private PlanWriter writer(long run) {
		return this.plans.writer(run, DEPARTMENTS, MEMBERS, List.of("mobile"));
	}

	private static Change create(String userid, String mobile) {
		return new Change(ChangeKind.CREATE, EntryKind.MEMBER, userid, null, null,
				member(userid, Map.of("mobile", mobile)), Message.of("test"));
	}

	private static Member member(@Nullable String userid, Map<String, String> values) {
		return new Member(String.valueOf(userid), userid, null, Fields.of(MEMBERS, values), null, null);
	}

}
