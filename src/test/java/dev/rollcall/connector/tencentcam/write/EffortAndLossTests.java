package dev.rollcall.connector.tencentcam.write;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

import dev.rollcall.connector.Effort;
import dev.rollcall.connector.Workload;
import dev.rollcall.connector.remote.Line;
import dev.rollcall.connector.remote.Patience;
import dev.rollcall.connector.remote.Rate;
import dev.rollcall.connector.remote.Timeouts;
import dev.rollcall.connector.tencentcam.client.CamAccess;
import dev.rollcall.connector.tencentcam.client.CamCall;
import dev.rollcall.connector.tencentcam.client.CamKey;
import dev.rollcall.plan.ChangeKind;
import dev.rollcall.plan.Lost;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What changes cost before they are made, and when they are taken back. */
class EffortAndLossTests {

	private static final Workload WORK = new Workload(Map.of(),
			Map.of(ChangeKind.CREATE, 1000L, ChangeKind.UPDATE, 300L, ChangeKind.DELETE, 100L));

	@Test
	void theSlowestActionSaysHowLongItTakes() {
		assertThat(new EffortOfWork(access(Map.of()), false).of(WORK))
			.isEqualTo(new Effort(5 + 1000 + 400 + 300 + 100, Duration.ofSeconds(50), 200));
		assertThat(new EffortOfWork(access(Map.of()), true).of(WORK).calls()).isEqualTo(2805);
		assertThat(new EffortOfWork(access(Map.of(CamCall.DELETE_USER, Rate.perSecond(1))), true).of(WORK).atBest())
			.isEqualTo(Duration.ofSeconds(100));
	}

	@Test
	void nothingToDoCostsNothing() {
		assertThat(new EffortOfWork(access(Map.of()), true).of(new Workload(Map.of(), Map.of())))
			.isEqualTo(new Effort(0, Duration.ZERO, 200));
	}

	@Test
	void whoIsCreatedAgainIsAnotherAccount() {
		assertThat(Irrevocable.lost(Rehearsal.create("a", "status", "sub-user"))).satisfies((lost) -> {
			assertThat(lost.all()).isFalse();
			assertThat(lost.things()).contains("tencentcam.lost.policies", "tencentcam.lost.keys")
				.doesNotContain("tencentcam.lost.wecom");
		});
		assertThat(Irrevocable.lost(Rehearsal.create("a", "status", "wecom")).things())
			.contains("tencentcam.lost.wecom");
	}

	@Test
	void everythingElseIsTakenBackEntirely() {
		assertThat(Irrevocable.lost(Rehearsal.delete("1"))).isEqualTo(Lost.NOTHING);
		assertThat(Irrevocable.lost(Rehearsal.update("1", Map.of("groups", "a"), Map.of("groups", ""))))
			.isEqualTo(Lost.NOTHING);
	}

	private static CamAccess access(Map<CamCall, Rate> rates) {
		Line line = new Line(URI.create("https://cam.tencentcloudapi.com"), 4, new Timeouts(1, 1),
				new Patience(1, 1, 1, 1), null);
		return new CamAccess(line, new CamKey("id", "key"), Rate.perSecond(20), rates);
	}

}
