package dev.rollcall.staging;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import dev.rollcall.directory.Schema;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.ChangeKind;
import dev.rollcall.plan.Disposition;
import dev.rollcall.plan.Phase;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** A plan is kept in its order, and so is how far each change has come. */
class PlanStoreTests {

	private static final Schema SCHEMA = Schema.of("name", "mobile");

	private static final Message WHY = Message.of("plan.reason.differs", "mobile");

	private final JdbcTemplate jdbc = TestDatabase.create();

	private final PlanStore store = new PlanStore(this.jdbc);

	private final PlanProgress progress = new PlanProgress(this.jdbc,
			new AuditLog(this.jdbc, Clock.systemUTC(), "tester"));

	@Test
	void givesAPlanBackInTheOrderOfItsPhases() {
		PlanWriter writer = writer();
		List<Change> deletes = new ArrayList<>();
		List<Change> creates = new ArrayList<>();
		for (int i = 0; i < 2500; i++) {
			deletes.add(delete("d" + i));
			writer.change(Phase.MEMBER_DELETE, deletes.get(i), null);
			creates.add(create("c" + i, "m" + i));
			writer.change(Phase.MEMBER_UPSERT, creates.get(i), null);
		}
		writer.seal(Map.of("=1", "公司"));
		List<Change> read = changes(this.store.read(plan()));
		creates.addAll(deletes);
		assertThat(read).isEqualTo(creates);
		assertThat(plan().path("=1")).isEqualTo("公司");
	}

	@Test
	void samePlansHaveTheSameDigestAndOthersAnother() {
		String first = digest(create("a", "1"), create("b", "2"));
		assertThat(digest(create("a", "1"), create("b", "2"))).isEqualTo(first).hasSize(64);
		assertThat(digest(create("b", "2"), create("a", "1"))).isNotEqualTo(first);
		assertThat(digest(create("a", "1"), create("b", "3"))).isNotEqualTo(first);
	}

	@Test
	void readsOnlyWhatIsStillOpen() {
		PlanWriter writer = writer();
		for (int i = 0; i < 1500; i++) {
			writer.change(Phase.MEMBER_UPSERT, create("c" + i, "m" + i), (i % 3 == 0) ? Message.of("held") : null);
		}
		writer.seal(Map.of());
		List<PlannedChange> open = open();
		assertThat(open).hasSize(1000).allMatch((change) -> change.state() == ChangeState.PENDING);
		List<PlannedChange> first = open.stream().filter((change) -> change.segment() == 0).toList();
		this.progress.sent(1, first);
		assertThat(open()).filteredOn((change) -> change.state() == ChangeState.SENT).hasSize(first.size());
		this.progress.ended(1,
				first.stream()
					.map((change) -> new PlanProgress.Result(change,
							(change.position() == 1) ? ChangeState.FAILED : ChangeState.DONE,
							(change.position() == 1) ? Message.of("refused", "409") : null))
					.toList());
		assertThat(open()).hasSize(1000 - first.size()).allMatch((change) -> change.segment() == 1);
		PlanCounts counts = this.store.counts(1);
		assertThat(counts.planned()).isEqualTo(1500);
		assertThat(counts.withheld()).isEqualTo(500);
		assertThat(counts.failed()).isEqualTo(1);
		assertThat(counts.done()).isEqualTo(first.size() - 1L);
		assertThat(counts.open()).isEqualTo(1000L - first.size());
		assertThat(this.store.why(1, first.get(0))).isEqualTo(Message.of("refused", "409"));
	}

	@Test
	void givesUniqueValuesUpBeforeTheyAreTaken() {
		PlanWriter writer = writer();
		writer.change(Phase.MEMBER_UPSERT, create("new", "100"), null);
		writer.change(Phase.MEMBER_UPSERT, update("b", "200", "300"), null);
		writer.change(Phase.MEMBER_UPSERT, update("a", "1", "200"), null);
		writer.change(Phase.MEMBER_UPSERT, create("other", "7"), null);
		writer.change(Phase.MEMBER_DELETE, delete("old"), null);
		writer.seal(Map.of());
		List<PlannedChange> read = open();
		assertThat(read).extracting((change) -> change.phase() + " " + change.change().key())
			.containsExactly("MEMBER_RELEASE b", "MEMBER_RELEASE old", "MEMBER_RELEASE new", "MEMBER_RELEASE a",
					"MEMBER_UPSERT other");
		assertThat(this.store.counts(1).planned()).isEqualTo(5);
	}

	@Test
	void planningAgainReplacesThePlan() {
		PlanWriter first = writer();
		first.change(Phase.MEMBER_UPSERT, create("a", "1"), Message.of("held"));
		first.conflict(EntryKind.MEMBER, "x", Message.of("why"));
		first.decided(EntryKind.MEMBER, Disposition.EQUAL, 1, 1);
		first.contradiction(create("a", "1").after() instanceof Member member ? member : null, Message.of("twice"));
		first.seal(Map.of());
		writer().seal(Map.of());
		assertThat(changes(this.store.read(plan()))).isEmpty();
		assertThat(this.store.conflicts(1, 10)).isEmpty();
		assertThat(this.store.counts(1)).isEqualTo(new PlanCounts(List.of(), List.of()));
		assertThat(this.jdbc.queryForObject("SELECT COUNT(*) FROM finding", Long.class)).isZero();
	}

	private String digest(Change... changes) {
		PlanWriter writer = writer();
		for (Change change : changes) {
			writer.change(Phase.MEMBER_UPSERT, change, null);
		}
		return writer.seal(Map.of()).digest();
	}

	private PlanWriter writer() {
		return this.store.writer(1, Schema.of("name"), SCHEMA, List.of("mobile"));
	}

	private Plan plan() {
		return this.store.find(1);
	}

	private List<PlannedChange> open() {
		List<PlannedChange> open = new ArrayList<>();
		this.store.readOpen(plan()).forEachRemaining(open::add);
		return open;
	}

	private static List<Change> changes(PlanReader reader) {
		List<Change> changes = new ArrayList<>();
		reader.forEachRemaining((planned) -> changes.add(planned.change()));
		return changes;
	}

	private static Change create(String userid, String mobile) {
		Member after = new Member(userid, userid, null, Fields.of(SCHEMA, Map.of("name", "名", "mobile", mobile)),
				new Placements(List.of(Placement.in("=1")), "=1"), null);
		return new Change(ChangeKind.CREATE, EntryKind.MEMBER, userid, null, null, after, WHY);
	}

	private static Change update(String userid, String from, String to) {
		return new Change(ChangeKind.UPDATE, EntryKind.MEMBER, userid, userid, image(userid, from), image(userid, to),
				WHY);
	}

	private static Change delete(String userid) {
		return new Change(ChangeKind.DELETE, EntryKind.MEMBER, userid, userid,
				new Member(userid, userid, null, Fields.of(SCHEMA, Map.of("name", "名", "mobile", "100")), null, null),
				null, WHY);
	}

	private static Member image(String userid, String mobile) {
		return new Member(userid, null, null, Fields.of(SCHEMA, Map.of("mobile", mobile)), null, null);
	}

}
