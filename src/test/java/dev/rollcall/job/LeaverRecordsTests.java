package dev.rollcall.job;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.rollcall.connector.memory.MemoryDirectory;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Schema;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.ChangeKind;
import dev.rollcall.plan.Phase;
import dev.rollcall.staging.ChangeState;
import dev.rollcall.staging.LeaverStore;
import dev.rollcall.staging.PlanProgress.Result;
import dev.rollcall.staging.PlannedChange;
import dev.rollcall.staging.QueuedLeaver;
import dev.rollcall.staging.Run;
import dev.rollcall.staging.RunState;
import dev.rollcall.staging.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The queue of leavers follows what happens to members. */
class LeaverRecordsTests {

	private static final Schema SCHEMA = Schema.of("name", "enabled");

	private final LeaverStore leavers = new LeaverStore(TestDatabase.create());

	private final LeaverRecords records = new LeaverRecords(
			new RunContext(new Run(2, "job", Run.Goal.APPLY, RunState.RUNNING, "", "", null, null, null, null,
					Instant.EPOCH, null, 0, null, null, 0), null, null, MemoryDirectory.disabling("target", SCHEMA)),
			this.leavers, Clock.systemUTC());

	@BeforeEach
	void fill() {
		for (String ref : new String[] { "a", "b" }) {
			this.leavers.put(new QueuedLeaver("memory:target", ref, ref, null, "job", 1, Instant.EPOCH, Instant.EPOCH));
		}
	}

	@Test
	void whoeverIsDeletedIsForgotten() {
		remember(ChangeKind.DELETE, "a", image("a", "a", Map.of()), null);
		assertThat(refs()).containsExactly("b");
	}

	@Test
	void whoeverIsEnabledIsForgottenWhyeverThatIs() {
		remember(ChangeKind.UPDATE, "a", image("a", null, Map.of()), image("a", null, Map.of("enabled", "true")));
		remember(ChangeKind.MOVE, "b", image("b", null, Map.of()), image("b", null, Map.of("enabled", "")));
		assertThat(refs()).isEmpty();
	}

	@Test
	void whoeverIsChangedOtherwiseStays() {
		remember(ChangeKind.UPDATE, "a", image("a", null, Map.of()), image("a", null, Map.of("name", "新")));
		remember(ChangeKind.UPDATE, "b", image("b", null, Map.of()), image("b", null, Map.of("enabled", "false")));
		assertThat(refs()).containsExactly("a", "b");
	}

	@Test
	void whoeverIsRenamedIsFollowedToTheirNewUseridEvenInTwoWrites() {
		remember(ChangeKind.UPDATE, "a", image("a", "a", Map.of()), image("a", "Parked-1", Map.of()));
		assertThat(refs()).containsExactly("b", "parked-1");
		remember(ChangeKind.UPDATE, "parked-1", image("parked-1", "Parked-1", Map.of()),
				image("parked-1", "New", Map.of()));
		assertThat(refs()).containsExactly("b", "new");
		remember(ChangeKind.UPDATE, "new", image("new", "New", Map.of()),
				image("new", "Newer", Map.of("enabled", "true")));
		assertThat(refs()).containsExactly("b");
	}

	@Test
	void aRefThatIsNoUseridStays() {
		remember(ChangeKind.UPDATE, "a", image("a", "some userid", Map.of()), image("a", "Other", Map.of()));
		assertThat(refs()).containsExactly("a", "b");
		assertThat(this.leavers.all()).extracting(QueuedLeaver::userid).contains("Other");
	}

	private void remember(ChangeKind kind, String ref, Member before, Member after) {
		Change change = new Change(kind, EntryKind.MEMBER, "key", ref, before, after, Message.of("test"));
		this.records.remember(new Result(new PlannedChange(Phase.MEMBER_UPSERT, 0, 0, change, ChangeState.SENT),
				ChangeState.DONE, null));
	}

	private List<String> refs() {
		return this.leavers.refs("memory:target").stream().sorted().toList();
	}

	private static Member image(String ref, String userid, Map<String, String> values) {
		return new Member(ref, userid, null, Fields.of(SCHEMA, values), null, null);
	}

}
