package dev.rollcall.plan;

import java.util.List;
import java.util.Map;

import dev.rollcall.directory.Department;
import dev.rollcall.directory.Entry;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import dev.rollcall.directory.Schema;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whether a change has been carried out. When in doubt it has not: then it is sent again.
 */
class AchievedTests {

	private static final Schema SCHEMA = Schema.of("name", "position");

	private static final Placements HERE = new Placements(List.of(new Placement("=1", 5L, true)), "=1");

	@Test
	void aDeletionIsDoneWhenTheEntryIsGone() {
		Change delete = change(ChangeKind.DELETE, member(Map.of("name", "甲"), HERE), null);
		assertThat(by(delete, null)).isTrue();
		assertThat(by(delete, member(Map.of("name", "甲"), HERE))).isFalse();
	}

	@Test
	void anythingElseIsNotDoneWhileThereIsNoEntry() {
		assertThat(by(create(Map.of("name", "甲"), null), null)).isFalse();
		assertThat(by(update(Map.of("name", "甲"), null), null)).isFalse();
	}

	@Test
	void everyWantedFieldHasToBeThere() {
		Change update = update(Map.of("name", "甲", "position", ""), null);
		assertThat(by(update, member(Map.of("name", "甲", "position", ""), null))).isTrue();
		assertThat(by(update, member(Map.of("name", "甲", "position", "经理"), null))).isFalse();
		assertThat(by(update, member(Map.of("name", "乙", "position", ""), null))).isFalse();
	}

	@Test
	void aFieldThatIsNotShownSaysNothingOfAnUpdateAndIsLeftOutOfACreation() {
		assertThat(by(update(Map.of("position", "经理"), null), member(Map.of("name", "甲"), null))).isFalse();
		assertThat(by(create(Map.of("name", "甲", "position", "经理"), null), member(Map.of("name", "甲"), null))).isTrue();
	}

	@Test
	void theUseridHasToBeTheNewOneInWhateverCase() {
		Change rename = change(ChangeKind.UPDATE, member(Map.of(), null),
				new Member("a", "New", null, Fields.unknown(SCHEMA), null, null));
		assertThat(by(rename, member(Map.of(), null))).isFalse();
		assertThat(by(rename, new Member("new", "new", null, Fields.unknown(SCHEMA), null, null))).isTrue();
	}

	@Test
	void whoIsToBeLinkedHasToHaveTheUserid() {
		Member none = new Member("m1", null, null, Fields.unknown(SCHEMA), null, null);
		Member linked = new Member("m1", "ZhangSan", null, Fields.unknown(SCHEMA), null, null);
		Member taken = new Member("m1", "", null, Fields.unknown(SCHEMA), null, null);
		assertThat(by(change(ChangeKind.UPDATE, none, linked), none)).isFalse();
		assertThat(by(change(ChangeKind.UPDATE, none, linked), linked)).isTrue();
		assertThat(by(change(ChangeKind.UPDATE, linked, taken), linked)).isFalse();
		assertThat(by(change(ChangeKind.UPDATE, linked, taken), none)).isTrue();
		assertThat(by(change(ChangeKind.CREATE, null, linked), none)).as("a target that does not show it").isTrue();
	}

	@Test
	void thePlacementsHaveToBeTheWantedOnes() {
		Change move = update(Map.of(), new Placements(List.of(new Placement("+n", 5L, true)), "+n"));
		assertThat(by(move, member(Map.of(), placements("=9", 5L, true, "=9")))).as("+n has become =9").isTrue();
		assertThat(by(move, member(Map.of(), placements("=9", null, null, null)))).as("not shown").isTrue();
		assertThat(by(move, member(Map.of(), HERE))).as("another department").isFalse();
		assertThat(by(move, member(Map.of(), placements("=9", 6L, true, "=9")))).as("order").isFalse();
		assertThat(by(move, member(Map.of(), placements("=9", 5L, false, "=9")))).as("leader").isFalse();
		assertThat(by(move, member(Map.of(), placements("=9", 5L, true, "=1")))).as("main").isFalse();
		Placements more = new Placements(List.of(new Placement("=9", 5L, true), new Placement("=1", 0L, false)), "=9");
		assertThat(by(move, member(Map.of(), more))).as("one too many").isFalse();
	}

	@Test
	void aDepartmentHasToStandWhereItWasMoved() {
		Change move = new Change(ChangeKind.MOVE, EntryKind.DEPARTMENT, "部", "2", department("=1", null, "部"),
				department("+n", null, "部"), Message.of("test"));
		assertThat(by(move, department("=9", null, "部"))).isTrue();
		assertThat(by(move, department("=1", null, "部"))).isFalse();
		assertThat(by(move, department("=9", null, "别"))).isFalse();
	}

	@Test
	void aDepartmentHasToCarryTheIdThatItWasGiven() {
		Change link = new Change(ChangeKind.UPDATE, EntryKind.DEPARTMENT, "部", "2", department(null, null, ""),
				new Department("2", null, "id", Fields.unknown(SCHEMA), null), Message.of("test"));
		assertThat(by(link, department("=1", "id", "部"))).isTrue();
		assertThat(by(link, department("=1", null, "部"))).isFalse();
		assertThat(by(link, department("=1", "other", "部"))).isFalse();
	}

	private static boolean by(Change change, Entry now) {
		return Achieved.by(change, now, (department) -> department.equals("+n") ? "=9" : department);
	}

	private static Change create(Map<String, String> values, Placements placements) {
		return change(ChangeKind.CREATE, null, member(values, placements));
	}

	private static Change update(Map<String, String> values, Placements placements) {
		return change(ChangeKind.UPDATE, member(Map.of(), null), member(values, placements));
	}

	private static Change change(ChangeKind kind, Member before, Member after) {
		return new Change(kind, EntryKind.MEMBER, "a", "a", before, after, Message.of("test"));
	}

	private static Placements placements(String department, Long order, Boolean leader, String main) {
		return new Placements(List.of(new Placement(department, order, leader)), main);
	}

	private static Member member(Map<String, String> values, Placements placements) {
		return new Member("a", "a", null, Fields.of(SCHEMA, values), placements, null);
	}

	private static Department department(String parent, String id, String name) {
		return new Department("2", parent, id, Fields.of(SCHEMA, Map.of("name", name)), null);
	}

}
