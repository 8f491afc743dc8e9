package dev.rollcall.job;

import java.util.List;
import java.util.Map;

import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Schema;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.ChangeKind;
import dev.rollcall.plan.Phase;
import dev.rollcall.staging.ChangeState;
import dev.rollcall.staging.Ledger;
import dev.rollcall.staging.PlanProgress.Result;
import dev.rollcall.staging.PlannedChange;
import dev.rollcall.staging.TestDatabase;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The ledger follows what happens to members. */
class WrittenFieldsTests {

	private static final Schema SCHEMA = Schema.of("name", "mobile");

	private final Ledger ledger = new Ledger(TestDatabase.create(), "target", List.of("mobile"));

	private final WrittenFields written = new WrittenFields(1, this.ledger);

	@Test
	void whoIsCreatedIsRememberedByTheUseridInLowerCase() {
		remember(ChangeKind.CREATE, null, null, member("A", Map.of("name", "甲", "mobile", "1")));
		assertThat(this.ledger.remembered(List.of("a", "old", "new", "id-7")))
			.isEqualTo(Map.of("a", Map.of("mobile", "1")));
	}

	@Test
	void anUpdateReplacesOnlyWhatItWrites() {
		remember(ChangeKind.CREATE, null, null, member("a", Map.of("mobile", "1")));
		remember(ChangeKind.UPDATE, "a", image("a", null), image("a", null));
		assertThat(this.ledger.remembered(List.of("a", "old", "new", "id-7")))
			.isEqualTo(Map.of("a", Map.of("mobile", "1")));
	}

	@Test
	void whoIsDeletedIsForgotten() {
		remember(ChangeKind.CREATE, null, null, member("a", Map.of("mobile", "1")));
		remember(ChangeKind.DELETE, "a", member("a", Map.of("mobile", "1")), null);
		assertThat(this.ledger.remembered(List.of("a", "old", "new", "id-7"))).isEmpty();
	}

	@Test
	void whoIsRenamedIsRememberedUnderTheNewUserid() {
		remember(ChangeKind.CREATE, null, null, member("old", Map.of("mobile", "1")));
		remember(ChangeKind.UPDATE, "old", image("old", "old"), image("old", "New"));
		assertThat(this.ledger.remembered(List.of("a", "old", "new", "id-7")))
			.isEqualTo(Map.of("new", Map.of("mobile", "1")));
	}

	@Test
	void aRefThatIsNoUseridStaysWhenTheUseridChanges() {
		remember(ChangeKind.UPDATE, "id-7", image("id-7", "old"),
				new Member("id-7", "new", null, Fields.of(SCHEMA, Map.of("mobile", "2")), null, null));
		assertThat(this.ledger.remembered(List.of("a", "old", "new", "id-7")))
			.isEqualTo(Map.of("id-7", Map.of("mobile", "2")));
	}

	private void remember(ChangeKind kind, String ref, Member before, Member after) {
		Change change = new Change(kind, EntryKind.MEMBER, "key", ref, before, after, Message.of("test"));
		this.written.remember(List.of(new Result(new PlannedChange(Phase.MEMBER_UPSERT, 0, 0, change, ChangeState.SENT),
				ChangeState.DONE, null)));
	}

	private static Member member(String userid, Map<String, String> values) {
		return new Member(userid, userid, null, Fields.of(SCHEMA, values), null, null);
	}

	private static Member image(String ref, String userid) {
		return new Member(ref, userid, null, Fields.unknown(SCHEMA), null, null);
	}

}
