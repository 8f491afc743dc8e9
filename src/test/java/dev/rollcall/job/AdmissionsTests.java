package dev.rollcall.job;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import dev.rollcall.connector.Admissions;
import dev.rollcall.connector.memory.MemoryDirectory;
import dev.rollcall.directory.Schema;
import dev.rollcall.staging.Application.Word;
import dev.rollcall.staging.ApplicationStore;
import dev.rollcall.staging.ApplicationStore.Wish;
import dev.rollcall.staging.ApplicationToken;
import dev.rollcall.staging.Run;
import dev.rollcall.staging.RunState;
import dev.rollcall.staging.RunStore;
import dev.rollcall.staging.TestDatabase;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Whom a run lets in: as things stood when it began, however often it is begun again. */
class AdmissionsTests {

	private static final Instant BEGAN = Instant.parse("2026-11-22T03:00:00Z");

	private final JdbcTemplate jdbc = TestDatabase.create();

	private final ApplicationStore applications = new ApplicationStore(this.jdbc);

	private final MemoryDirectory target = MemoryDirectory.plain("here", Schema.of("name"));

	@Test
	void aRunThatIsBegunAgainLetsTheSameMembersIn() {
		approve("Before", 0, "ops");
		approve("withdrawn", -5);
		this.applications.withdraw(2, word(-1));
		approve("since", 1);
		Admissions first = admissions();
		assertThat(first.groups("bEFORE")).isEqualTo(Set.of("ops"));
		assertThat(first.groups("withdrawn")).isNull();
		assertThat(first.groups("since")).isNull();
		this.applications.withdraw(1, word(2));
		approve("before", 3, "developers");
		assertThat(admissions().groups("before")).isEqualTo(Set.of("ops"));
		assertThat(admissions().groups("since")).isNull();
	}

	@Test
	void applicationsForAnotherTargetLetNobodyIn() {
		this.applications.open(new Wish("memory:there", "job", "a", word(-9), BEGAN), token("a"));
		this.applications.approve(token("a"), Set.of(), word(-8));
		assertThat(admissions().groups("a")).isNull();
	}

	@Test
	void aMomentIsTheSameWhetherItIsStoredOrNot() {
		Instant now = Clock.systemUTC().instant();
		Run run = new RunStore(this.jdbc).begin("job", Run.Goal.APPLY, "", "", "me", now);
		this.applications.open(new Wish("memory:here", "job", "a", word(0), now.plusSeconds(60)), token("a"));
		this.applications.approve(token("a"), Set.of(), new Word("boss", now, ""));
		assertThat(new RunContext(run, null, null, this.target).admissions(this.jdbc).groups("a")).isEmpty();
	}

	private void approve(String userid, int seconds, String... groups) {
		ApplicationToken token = ApplicationToken.any(new SecureRandom());
		this.applications.open(new Wish("memory:here", "job", userid, word(seconds - 9), BEGAN.plusSeconds(99)), token);
		assertThat(this.applications.approve(token, Set.copyOf(List.of(groups)), word(seconds))).isTrue();
	}

	private Admissions admissions() {
		Run run = new Run(7, "job", Run.Goal.APPLY, RunState.RUNNING, "", "", null, null, null, null, BEGAN, null, 0,
				null, null, 0);
		return new RunContext(run, null, null, this.target).admissions(this.jdbc);
	}

	private static Word word(int seconds) {
		return new Word("boss", BEGAN.plusSeconds(seconds), "");
	}

	private static ApplicationToken token(String text) {
		return new ApplicationToken(text);
	}

}
