package dev.rollcall.staging;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import dev.rollcall.directory.Schema;
import dev.rollcall.plan.Leaver;
import dev.rollcall.plan.LeaverQueue;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** The queue of leavers. */
class LeaverStoreTests {

	private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

	private final JdbcTemplate jdbc = TestDatabase.create();

	private final LeaverStore leavers = new LeaverStore(this.jdbc);

	@Test
	void tellsWhoseTimeComesFirstInFrontAndThoseWithoutOneLast() {
		put("never", 1, null);
		put("later", 1, NOW.plus(Duration.ofDays(2)));
		put("soon", 2, NOW.plus(Duration.ofDays(1)));
		assertThat(this.leavers.all()).extracting(QueuedLeaver::ref).containsExactly("soon", "later", "never");
		assertThat(this.leavers.all().get(0))
			.isEqualTo(new QueuedLeaver("target", "soon", "Soon", "名", "job", 2, NOW, NOW.plus(Duration.ofDays(1))));
	}

	@Test
	void tellsAPlanWhoIsDue() {
		put("never", 1, null);
		put("later", 1, NOW.plusSeconds(1));
		put("now", 1, NOW);
		this.leavers.put(new QueuedLeaver("another", "now", "now", null, "job", 1, NOW, null));
		assertThat(this.leavers.queue("target", NOW)).usingRecursiveComparison()
			.isEqualTo(new LeaverQueue(Map.of("never", leaver(Leaver.Due.NEVER), "later", leaver(Leaver.Due.LATER),
					"now", leaver(Leaver.Due.NOW))));
	}

	@Test
	void whoeverIsPutInAgainIsInOnce() {
		put("a", 1, NOW);
		put("a", 2, null);
		assertThat(this.leavers.all()).singleElement().satisfies((leaver) -> {
			assertThat(leaver.run()).isEqualTo(2);
			assertThat(leaver.dueAt()).isNull();
		});
	}

	@Test
	void whoeverIsRenamedKeepsTheirTimeAndIsStillKnownToHaveReturned() {
		put("old", 1, NOW);
		returned(2, "old");
		this.leavers.renamed(2, "target", "old", "new", "New");
		assertThat(this.leavers.all()).singleElement().satisfies((leaver) -> {
			assertThat(leaver.ref()).isEqualTo("new");
			assertThat(leaver.userid()).isEqualTo("New");
			assertThat(leaver.dueAt()).isEqualTo(NOW);
		});
		this.leavers.release(2, "target");
		assertThat(this.leavers.all()).isEmpty();
	}

	@Test
	void aRunReleasesOnlyThoseWhomItHasFoundToBeBackAndOnlyInItsTarget() {
		put("back", 1, NOW);
		put("away", 1, NOW);
		this.leavers.put(new QueuedLeaver("another", "back", "back", null, "job", 1, NOW, null));
		returned(3, "back");
		this.leavers.release(2, "target");
		assertThat(this.leavers.all()).hasSize(3);
		this.leavers.release(3, "target");
		assertThat(this.leavers.all()).extracting(QueuedLeaver::ref, QueuedLeaver::target)
			.containsExactlyInAnyOrderElementsOf(List.of(tuple("away", "target"), tuple("back", "another")));
	}

	/** The plan was saved, they came back and left again, and then it is applied. */
	@Test
	void anOldPlanDoesNotReleaseWhoeverHasLeftAgainSince() {
		returned(3, "back");
		put("back", 4, NOW);
		this.leavers.release(3, "target");
		assertThat(this.leavers.refs("target")).isEqualTo(Set.of("back"));
	}

	@Test
	void aPlanThatIsMadeAgainForgetsWhoHadReturned() {
		PlanStore plans = new PlanStore(this.jdbc);
		Schema schema = Schema.of("name");
		plans.writer(1, schema, schema, List.of()).returned("a");
		plans.writer(1, schema, schema, List.of()).returned("b");
		assertThat(this.jdbc.queryForList("SELECT member_ref FROM plan_returned", String.class)).containsExactly("b");
	}

	private void put(String ref, long run, Instant due) {
		String userid = ref.substring(0, 1).toUpperCase(Locale.ROOT) + ref.substring(1);
		this.leavers.put(new QueuedLeaver("target", ref, userid, "名", "job", run, NOW, due));
	}

	private void returned(long run, String ref) {
		this.jdbc.update("INSERT INTO plan_returned (run_id, member_ref) VALUES (?, ?)", run, ref);
	}

	private static Leaver leaver(Leaver.Due due) {
		return new Leaver("2026-03-01", due);
	}

}
