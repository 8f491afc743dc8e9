package dev.rollcall.connector.wecom.write;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

import dev.rollcall.connector.Effort;
import dev.rollcall.connector.Workload;
import dev.rollcall.connector.remote.Line;
import dev.rollcall.connector.remote.Patience;
import dev.rollcall.connector.wecom.client.Access;
import dev.rollcall.connector.wecom.client.CallKind;
import dev.rollcall.connector.remote.Rate;
import dev.rollcall.connector.remote.Timeouts;
import dev.rollcall.plan.ChangeKind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EffortOfWorkTests {

	private final EffortOfWork effort = new EffortOfWork(
			new Access(new Line(URI.create("http://localhost"), 4, new Timeouts(1, 1), Patience.USUAL, null), "ww", "s",
					null, Rate.of(100, 1000), Map.of(CallKind.USER_CREATE, Rate.of(10, 200))),
			5000);

	@Test
	void countsACallForEachChangeAndOneForTwoHundredDeletions() {
		Effort all = this.effort
			.of(new Workload(Map.of(ChangeKind.CREATE, 3L, ChangeKind.DELETE, 2L), Map.of(ChangeKind.CREATE, 20L,
					ChangeKind.UPDATE, 50L, ChangeKind.MOVE, 25L, ChangeKind.DISABLE, 25L, ChangeKind.DELETE, 401L)));
		assertThat(all.calls()).isEqualTo(3 + 2 + 20 + 100 + 3);
		assertThat(all.batch()).isEqualTo(1000);
		// Creations at 10 a minute take longer than the updates beside them.
		assertThat(all.atBest()).isEqualTo(Duration.ofMinutes(2).plusMillis(600 * (3 + 2 + 3)));
	}

	@Test
	void importsWhereThereAreMany() {
		Effort all = this.effort
			.of(new Workload(Map.of(), Map.of(ChangeKind.CREATE, 40_001L, ChangeKind.DELETE, 200L)));
		assertThat(all.batch()).isEqualTo(20_000);
		assertThat(all.calls()).isEqualTo(3 * 7 + 1);
	}

}
