package dev.rollcall.connector.tencentcam.client;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.rollcall.connector.remote.Clocks;
import dev.rollcall.connector.remote.FakePace;
import dev.rollcall.connector.remote.HttpConnection;
import dev.rollcall.connector.remote.Line;
import dev.rollcall.connector.remote.Patience;
import dev.rollcall.connector.remote.Rate;
import dev.rollcall.connector.remote.Timeouts;
import dev.rollcall.connector.tencentcam.api.CamApi;
import dev.rollcall.directory.Message;
import dev.rollcall.sandbox.Fault;
import dev.rollcall.sandbox.cam.CamLookalike;
import dev.rollcall.sandbox.cam.CamOptions;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Twenty calls of each action in a second: the client uses them and waits for more. */
class ThrottleIntegrationTests {

	private static final Instant BEGIN = Instant.parse("2026-11-21T00:00:00Z");

	private final FakePace pace = new FakePace();

	private final List<Message> notices = new ArrayList<>();

	@Test
	void callsAsOftenAsCamAllowsAndNeverMore() throws Exception {
		try (CamLookalike cam = cam(); HttpConnection http = http(cam); CamClient client = client(cam, http, 20)) {
			for (int i = 0; i < 100; i++) {
				client.users();
				client.groups(1, 20);
			}
			assertThat(cam.calls().counts())
				.isEqualTo(Map.of("ListUsers", Map.of("OK", 100L), "ListGroups", Map.of("OK", 100L)));
			assertThat(this.pace.seconds()).isBetween(4L, 5L);
		}
	}

	@Test
	void waitsAndGoesOnWhenCamSaysThatItCallsTooOften() throws Exception {
		try (CamLookalike cam = cam(); HttpConnection http = http(cam); CamClient client = client(cam, http, 1000)) {
			for (int i = 0; i < 50; i++) {
				client.users();
			}
			assertThat(cam.calls().count("ListUsers", "OK")).isEqualTo(50);
			assertThat(cam.calls().count("ListUsers", "RequestLimitExceeded")).isBetween(1L, 5L);
			assertThat(client.traffic()).extracting(Message::code).contains("remote.traffic.repeated-often");
			assertThat(this.pace.seconds()).isPositive();
		}
	}

	@Test
	void aCreationThatCameTooOftenIsMadeOnce() throws Exception {
		try (CamLookalike cam = cam(); HttpConnection http = http(cam); CamClient client = client(cam, http, 20)) {
			cam.faults().next("CreateGroup", Fault.THROTTLED, 2);

			assertThat(client.createGroup("developers")).isPositive();
			assertThat(cam.calls().count("CreateGroup")).isEqualTo(3);
			assertThat(cam.state().path("groups").size()).isOne();
		}
	}

	private CamLookalike cam() {
		return CamLookalike.start(CamOptions.defaults().with(clock()).perSecond(CamOptions.DOCUMENTED_RATE));
	}

	private HttpConnection http(CamLookalike cam) {
		return new HttpConnection(line(cam), new SigningInterceptor(new Signature(key(cam), "127"), clock()));
	}

	private CamClient client(CamLookalike cam, HttpConnection http, int second) {
		return new CamClient(new CamAccess(line(cam), key(cam), Rate.perSecond(second), Map.of()),
				http.calls(CamApi.class), () -> {
				}, this.notices::add, new Clocks(clock(), this.pace));
	}

	private static CamKey key(CamLookalike cam) {
		return new CamKey(cam.key().id(), cam.key().secret());
	}

	private static Line line(CamLookalike cam) {
		return new Line(cam.baseUrl(), 4, new Timeouts(2000, 5000), new Patience(5, 100, 1000, 60_000), null);
	}

	/** Goes on as fast as is waited. */
	private Clock clock() {
		return new Clock() {
			@Override
			public ZoneId getZone() {
				return ZoneOffset.UTC;
			}

			@Override
			public Clock withZone(ZoneId zone) {
				return this;
			}

			@Override
			public Instant instant() {
				return BEGIN.plusNanos(ThrottleIntegrationTests.this.pace.nanos());
			}
		};
	}

}
