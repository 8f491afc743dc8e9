package dev.rollcall.staging;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.rollcall.directory.Message;
import dev.rollcall.directory.Schema;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** What a person's word is good for, and how long. */
class ApprovalStoreTests {

	private static final Instant NOW = Instant.parse("2026-11-23T09:00:00.123Z");

	private static final Instant LATER = NOW.plus(Duration.ofHours(24));

	private final JdbcTemplate jdbc = TestDatabase.create();

	private final PlanStore plans = new PlanStore(this.jdbc);

	private final ApprovalStore store = new ApprovalStore(this.jdbc);

	@Test
	void keepsTheLastWordOfEachKind() {
		Approval first = approval("d1", Approval.Kind.LIMITS, LATER);
		Approval other = approval("d1", Approval.Kind.SHRUNK, null);
		this.store.put(first);
		this.store.put(other);
		assertThat(limits()).isEqualTo(first);
		assertThat(this.store.find(1, Approval.Kind.SHRUNK)).isEqualTo(other);
		Approval again = approval("d1", Approval.Kind.LIMITS, LATER.plusSeconds(1));
		this.store.put(again);
		assertThat(limits()).isEqualTo(again);
		assertThat(this.store.find(2, Approval.Kind.LIMITS)).isNull();
	}

	@Test
	void aPlanIsHeldUntilUseIsMadeOfItsApproval() {
		String digest = held();
		assertThat(this.store.isHeld(1)).isTrue();
		this.store.put(approval(digest, Approval.Kind.LIMITS, LATER));
		assertThat(this.store.isHeld(1)).as("approved, not applied").isTrue();
		this.store.use(1, NOW);
		assertThat(this.store.isHeld(1)).isFalse();
		assertThat(limits().isGood(LATER.plusSeconds(1))).as("what was begun is finished").isTrue();
		this.store.release(1);
		assertThat(this.store.isHeld(1)).isTrue();
		assertThat(limits().isGood(LATER.plusSeconds(1))).isFalse();
	}

	@Test
	void noUseCanBeMadeOfOneThatHasExpiredOrIsAboutSomethingElse() {
		String digest = held();
		this.store.put(approval(digest, Approval.Kind.LIMITS, LATER));
		assertThat(limits().isGood(LATER.minusMillis(1))).isTrue();
		assertThat(limits().isGood(LATER)).isFalse();
		this.store.use(1, LATER);
		assertThat(this.store.isHeld(1)).isTrue();
		this.jdbc.update("DELETE FROM approval");
		this.store.put(approval(digest, Approval.Kind.SHRUNK, null));
		this.store.use(1, NOW);
		assertThat(this.store.isHeld(1)).isTrue();
		this.store.put(approval("the digest of another plan", Approval.Kind.LIMITS, LATER));
		this.store.use(1, NOW);
		assertThat(this.store.isHeld(1)).isTrue();
	}

	@Test
	void approvingAgainBeginsAnew() {
		String digest = held();
		this.store.put(approval(digest, Approval.Kind.LIMITS, LATER));
		this.store.use(1, NOW);
		this.store.put(approval(digest, Approval.Kind.LIMITS, LATER));
		assertThat(this.store.isHeld(1)).isTrue();
	}

	@Test
	void aPlanThatPassesNothingIsNotHeld() {
		held();
		this.plans.hold(1, List.of());
		assertThat(this.store.isHeld(1)).isFalse();
		assertThat(this.store.isHeld(7)).as("there is no plan").isFalse();
	}

	private Approval limits() {
		return this.store.find(1, Approval.Kind.LIMITS);
	}

	private String held() {
		Schema schema = Schema.of("name");
		String digest = this.plans.writer(1, schema, schema, List.of()).seal(Map.of()).digest();
		this.plans.hold(1, List.of(Message.of("too-much")));
		return digest;
	}

	private static Approval approval(String digest, Approval.Kind kind, Instant expires) {
		return new Approval(1, digest, kind, "alice", "as announced", NOW, expires, null);
	}

}
