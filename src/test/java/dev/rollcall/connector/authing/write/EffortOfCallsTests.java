package dev.rollcall.connector.authing.write;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

import dev.rollcall.connector.Effort;
import dev.rollcall.connector.Workload;
import dev.rollcall.connector.authing.client.AuthingAccess;
import dev.rollcall.connector.authing.client.AuthingCall;
import dev.rollcall.connector.remote.Line;
import dev.rollcall.connector.remote.Patience;
import dev.rollcall.connector.remote.Rate;
import dev.rollcall.connector.remote.Timeouts;
import dev.rollcall.plan.ChangeKind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EffortOfCallsTests {

	private final EffortOfWork effort = new EffortOfWork(new AuthingAccess(
			new Line(URI.create("http://localhost"), 4, new Timeouts(1, 1), Patience.USUAL, null), "key", "secret",
			"example", Rate.perSecond(10), Map.of(AuthingCall.CREATE_USERS, Rate.perSecond(1))));

	@Test
	void creationsTakeACallForFifty() {
		Effort all = this.effort.of(new Workload(Map.of(ChangeKind.CREATE, 30L), Map.of(ChangeKind.CREATE, 100_000L)));
		assertThat(all.calls()).isEqualTo(2000 + 30);
		assertThat(all.batch()).isEqualTo(1000);
		assertThat(all.atBest()).isEqualTo(Duration.ofSeconds(2000 + 3));
	}

	@Test
	void movesTakeACallEachAndDeletionsAreLookedAtBeforeAndBehind() {
		Effort all = this.effort.of(new Workload(Map.of(ChangeKind.UPDATE, 2L, ChangeKind.DELETE, 3L),
				Map.of(ChangeKind.UPDATE, 60L, ChangeKind.MOVE, 40L, ChangeKind.DELETE, 51L)));
		assertThat(all.calls()).isEqualTo(2 + 2 * 3 + 2 + 40 + 2 + 2 + 2 * 2);
	}

}
