package dev.rollcall.staging;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import dev.rollcall.staging.Application.State;
import dev.rollcall.staging.Application.Word;
import dev.rollcall.staging.ApplicationStore.Opened;
import dev.rollcall.staging.ApplicationStore.Wish;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Applications, and who is let in by them. */
class ApplicationStoreTests {

	private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

	private static final Duration DAY = Duration.ofDays(1);

	private final SecureRandom chance = new SecureRandom();

	private final JdbcTemplate jdbc = TestDatabase.create();

	private final ApplicationStore applications = new ApplicationStore(this.jdbc);

	@Test
	void aTokenIsMadeOf256BitsAndStandsNowhereInTheTable() {
		ApplicationToken token = ApplicationToken.any(this.chance);
		this.applications.open(wish("zhangsan", NOW), token);
		assertThat(token.text()).matches("rca_[A-Za-z0-9_-]{43}");
		assertThat(token).asString().doesNotContain(token.text());
		assertThat(this.jdbc.queryForMap("SELECT * FROM application").toString()).contains(token.hash())
			.doesNotContain(token.text());
		assertThat(Stream.generate(() -> ApplicationToken.any(this.chance)).limit(100)).doesNotHaveDuplicates();
	}

	@Test
	void aSecondWishOfTheSameMemberReplacesTheTokenOfTheFirst() {
		ApplicationToken first = ApplicationToken.any(this.chance);
		ApplicationToken second = ApplicationToken.any(this.chance);
		assertThat(this.applications.open(wish("ZhangSan", NOW), first).renewed()).isFalse();
		Opened again = this.applications.open(wish("zhangsan", NOW.plusSeconds(9)), second);
		assertThat(again.renewed()).isTrue();
		assertThat(again.application().id()).isEqualTo(1);
		assertThat(again.application().expiresAt()).isEqualTo(NOW.plusSeconds(9).plus(DAY));
		assertThat(this.applications.byToken(first)).isNull();
		assertThat(this.applications.approve(first, Set.of(), word(10))).isFalse();
		assertThat(this.applications.approve(second, Set.of(), word(10))).isTrue();
		assertThat(this.applications.all()).hasSize(1);
	}

	@Test
	void whoeverAppliesAfterTheirTimeOrElsewhereHasAnotherApplication() {
		open("a", NOW);
		assertThat(this.applications.open(wish("a", NOW.plus(DAY)), ApplicationToken.any(this.chance)).renewed())
			.isFalse();
		this.applications.open(new Wish("another", "job", "a", new Word("me", NOW, ""), NOW.plus(DAY)),
				ApplicationToken.any(this.chance));
		assertThat(this.applications.all()).extracting(Application::id).containsExactly(3L, 2L, 1L);
		assertThat(this.applications.find(1).state(NOW.plus(DAY))).isEqualTo(State.EXPIRED);
		assertThat(this.applications.find(1).state(NOW.plus(DAY).minusMillis(1))).isEqualTo(State.PENDING);
		assertThat(this.applications.find(2).state(NOW.plus(DAY))).isEqualTo(State.PENDING);
	}

	@Test
	void ofAMemberAndATargetOneAtMostIsOpenWhoeverWrites() {
		open("a", NOW);
		String subject = this.jdbc.queryForObject("SELECT open_subject FROM application", String.class);
		assertThatThrownBy(() -> this.jdbc
			.update("""
					INSERT INTO application (id, target, job, userid, userid_key, state, token_hash, open_subject, made_by,
						made_at, expires_at)
					SELECT 2, target, job, userid, userid_key, state, 'x', ?, made_by, made_at, expires_at FROM application""",
					subject))
			.isInstanceOf(DuplicateKeyException.class);
	}

	@Test
	void nothingCanBeDecidedTwiceOrTooLate() {
		ApplicationToken token = open("a", NOW);
		assertThat(this.applications.reject(token, word(1))).isTrue();
		assertThat(this.applications.approve(token, Set.of("developers"), word(2))).isFalse();
		assertThat(this.applications.reject(token, word(2))).isFalse();
		assertThat(this.applications.byToken(token)).satisfies((rejected) -> {
			assertThat(rejected.stored()).isEqualTo(State.REJECTED);
			assertThat(rejected.decided()).isEqualTo(word(1));
		});
		ApplicationToken late = open("b", NOW);
		assertThat(this.applications.approve(late, Set.of(), new Word("boss", NOW.plus(DAY), ""))).isFalse();
		assertThat(this.applications.byToken(late).stored()).isEqualTo(State.PENDING);
	}

	@Test
	void ofTwoWhoDecideAtOnceOneIsTooLate() throws Exception {
		ExecutorService both = Executors.newFixedThreadPool(2);
		try {
			for (int i = 0; i < 50; i++) {
				ApplicationToken token = open("u" + i, NOW);
				CyclicBarrier together = new CyclicBarrier(2);
				List<Future<Boolean>> decisions = new ArrayList<>();
				decisions.add(both.submit(() -> {
					together.await();
					return this.applications.approve(token, Set.of(), word(1));
				}));
				decisions.add(both.submit(() -> {
					together.await();
					return this.applications.reject(token, word(1));
				}));
				boolean approved = decisions.get(0).get();
				assertThat(decisions.get(1).get()).isEqualTo(!approved);
				assertThat(this.applications.byToken(token).stored())
					.isEqualTo(approved ? State.APPROVED : State.REJECTED);
			}
		}
		finally {
			both.shutdownNow();
		}
	}

	@Test
	void tellsWhoWasAdmittedAtSomeTime() {
		this.applications.approve(open("A", NOW), Set.of("ops", "developers"), word(10));
		this.applications.reject(open("b", NOW), word(10));
		open("c", NOW);
		assertThat(admitted(9)).isEmpty();
		assertThat(admitted(10)).isEqualTo(Map.of("a", Set.of("developers", "ops")));
		assertThat(this.applications.admitted("another", NOW.plusSeconds(99))).isEmpty();
		assertThat(this.applications.withdraw(1, word(20))).isTrue();
		assertThat(this.applications.withdraw(1, word(21))).as("twice").isFalse();
		assertThat(admitted(19)).as("a plan that began before it").containsKey("a");
		assertThat(admitted(20)).isEmpty();
	}

	@Test
	void aLaterApprovalTakesThePlaceOfAnEarlierOneAndARejectionDoesNot() {
		this.applications.approve(open("a", NOW), Set.of("developers"), word(10));
		this.applications.reject(open("a", NOW.plusSeconds(11)), word(12));
		assertThat(admitted(12)).isEqualTo(Map.of("a", Set.of("developers")));
		this.applications.approve(open("a", NOW.plusSeconds(13)), Set.of(), word(20));
		assertThat(admitted(19)).isEqualTo(Map.of("a", Set.of("developers")));
		assertThat(admitted(20)).isEqualTo(Map.of("a", Set.of()));
		assertThat(this.applications.all()).extracting(Application::stored)
			.containsExactly(State.APPROVED, State.REJECTED, State.SUPERSEDED);
	}

	@Test
	void whatWaitsCanBeWithdrawnAndWhatIsRejectedCannot() {
		ApplicationToken token = open("a", NOW);
		assertThat(this.applications.withdraw(1, word(1))).isTrue();
		assertThat(this.applications.approve(token, Set.of(), word(2))).isFalse();
		assertThat(this.applications.find(1).ended()).isEqualTo(word(1));
		this.applications.reject(open("a", NOW), word(3));
		assertThat(this.applications.withdraw(2, word(4))).isFalse();
		assertThat(this.applications.withdraw(9, word(4))).isFalse();
	}

	@Test
	void whoeverHasTheAccountStaysAdmitted() {
		this.applications.approve(open("A", NOW), Set.of(), word(1));
		this.applications.imported("another", "a", NOW.plusSeconds(2));
		assertThat(this.applications.imported("target")).isEqualTo(Map.of("a", false));
		this.applications.imported("target", "a", NOW.plusSeconds(3));
		assertThat(this.applications.imported("target")).isEqualTo(Map.of("a", true));
		assertThat(this.applications.find(1).state(NOW.plus(DAY))).isEqualTo(State.IMPORTED);
		assertThat(admitted(4)).containsKey("a");
		this.applications.imported("target", "a", null);
		assertThat(this.applications.find(1).state(NOW)).isEqualTo(State.APPROVED);
	}

	private Map<String, Set<String>> admitted(int seconds) {
		return this.applications.admitted("target", NOW.plusSeconds(seconds));
	}

	private ApplicationToken open(String userid, Instant at) {
		ApplicationToken token = ApplicationToken.any(this.chance);
		this.applications.open(wish(userid, at), token);
		return token;
	}

	private static Wish wish(String userid, Instant at) {
		return new Wish("target", "job", userid, new Word("me", at, ""), at.plus(DAY));
	}

	private static Word word(int seconds) {
		return new Word("boss", NOW.plusSeconds(seconds), "because");
	}

}
