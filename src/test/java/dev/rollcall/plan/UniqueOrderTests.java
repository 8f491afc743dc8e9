package dev.rollcall.plan;

import java.util.List;
import java.util.Map;

import dev.rollcall.connector.Outcome;
import dev.rollcall.connector.memory.MemoryDirectory;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Schema;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A value is given up before it is taken, in as few writes as that needs. */
class UniqueOrderTests {

	private static final Schema SCHEMA = Schema.of("name", "mobile", "email");

	private static final UniqueValues UNIQUE = new UniqueValues(List.of("mobile", "email"));

	@Test
	void whoGivesGoesBeforeWhoTakes() {
		List<Change> chain = List.of(update("a", "mobile", "1", "2"), update("b", "mobile", "2", "3"),
				update("c", "mobile", "3", "4"));
		assertThat(keys(order(chain))).containsExactly("c", "b", "a");
	}

	@Test
	void keepsTheGivenOrderWhereNothingSpeaksAgainstIt() {
		List<Change> free = List.of(update("c", "mobile", "1", "9"), update("a", "mobile", "2", "8"),
				update("b", "mobile", "3", ""));
		assertThat(keys(order(free))).containsExactly("c", "a", "b");
	}

	@Test
	void aCircleTakesOneWriteMore() {
		List<Change> circle = List.of(update("a", "mobile", "1", "2"), update("b", "mobile", "2", "3"),
				update("c", "mobile", "3", "1"));
		List<Change> ordered = order(circle);
		assertThat(keys(ordered)).containsExactly("a", "c", "b", "a");
		assertThat(ordered.get(0).after()).extracting((after) -> after.fields().known())
			.isEqualTo(Map.of("mobile", ""));
		assertThat(ordered.get(3).before()).extracting((before) -> before.fields().known())
			.isEqualTo(Map.of("mobile", ""));
	}

	@Test
	void parksOnlyTheValuesThatAreGivenUp() {
		Change kept = change(ChangeKind.UPDATE, "a", image("a", Map.of("mobile", "1", "email", "a@x")),
				image("a", Map.of("mobile", "2", "email", "a@x")));
		List<Change> ordered = order(List.of(kept, update("b", "mobile", "2", "1")));
		assertThat(ordered.get(0).after().fields().known()).containsExactly(Map.entry("mobile", ""));
		assertThat(ordered.get(2).after().fields().known()).isEqualTo(Map.of("mobile", "2", "email", "a@x"));
	}

	@Test
	void valuesThatDifferInCaseOnlyAreTheSame() {
		assertThat(keys(order(List.of(update("a", "email", "x@x", "B@x"), update("b", "email", "b@X", "c@x")))))
			.containsExactly("b", "a");
	}

	@Test
	void twoCanSwapTheirUserids() {
		MemoryDirectory target = MemoryDirectory.plain("any", SCHEMA);
		target.put(member("a", Map.of("name", "甲")));
		target.put(member("b", Map.of("name", "乙")));
		List<Change> swap = List.of(rename("a", "b"), rename("b", "a"));
		assertThat(target.apply(order(swap), null)).allMatch((outcome) -> outcome.state() == Outcome.State.DONE);
		assertThat(target.members()).extracting((member) -> member.userid() + member.name())
			.containsExactly("a乙", "b甲");
	}

	@Test
	void whoIsLinkedWaitsUntilTheUseridIsFree() {
		Member unlinked = new Member("m1", null, null, Fields.unknown(SCHEMA), null, null);
		Change link = change(ChangeKind.UPDATE, "m1", unlinked,
				new Member("m1", "A", null, Fields.unknown(SCHEMA), null, null));
		Change unlink = change(ChangeKind.UPDATE, "m2", new Member("m2", "a", null, Fields.unknown(SCHEMA), null, null),
				new Member("m2", "", null, Fields.unknown(SCHEMA), null, null));
		assertThat(keys(order(List.of(link, rename("a", "b"))))).containsExactly("a", "m1");
		assertThat(keys(order(List.of(link, unlink)))).containsExactly("m2", "m1");
	}

	private static List<Change> order(List<Change> changes) {
		return new UniqueOrder(UNIQUE, changes).ordered();
	}

	private static List<String> keys(List<Change> changes) {
		return changes.stream().map(Change::key).toList();
	}

	private static Change update(String userid, String field, String before, String after) {
		return change(ChangeKind.UPDATE, userid, image(userid, Map.of(field, before)),
				image(userid, Map.of(field, after)));
	}

	private static Change rename(String from, String to) {
		return change(ChangeKind.UPDATE, from, new Member(from, from, null, Fields.unknown(SCHEMA), null, null),
				new Member(from, to, null, Fields.unknown(SCHEMA), null, null));
	}

	private static Change change(ChangeKind kind, String ref, Member before, Member after) {
		return new Change(kind, EntryKind.MEMBER, (ref != null) ? ref : after.ref(), ref, before, after,
				Message.of("test"));
	}

	private static Member image(String userid, Map<String, String> values) {
		return new Member(userid, null, null, Fields.of(SCHEMA, values), null, null);
	}

	private static Member member(String userid, Map<String, String> values) {
		return new Member(userid, userid, null, Fields.of(SCHEMA, values), null, null);
	}

}
