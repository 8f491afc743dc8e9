package dev.rollcall.connector.tencentcam.client;

import java.net.URI;
import java.time.Clock;
import java.util.Map;

import dev.rollcall.connector.Notices;
import dev.rollcall.connector.remote.Clocks;
import dev.rollcall.connector.remote.Line;
import dev.rollcall.connector.remote.Patience;
import dev.rollcall.connector.remote.Rate;
import dev.rollcall.connector.remote.Timeouts;
import dev.rollcall.connector.tencentcam.api.CamApi;
import dev.rollcall.sandbox.cam.CamLookalike;

/** Clients for tests. */
public final class Cams {

	private Cams() {
	}

	/** Calls a look-alike, as fast as it can. */
	public static CamClient client(CamLookalike cam) {
		return client(cam, cam.key().secret());
	}

	/** Likewise, with another secret. */
	public static CamClient client(CamLookalike cam, String secret) {
		return new CamClient(access(cam.baseUrl(), cam.key().id(), secret), Notices.NONE, Clock.systemUTC());
	}

	/** Calls something that is no more than an object. */
	public static CamClient client(CamApi api) {
		return new CamClient(access(URI.create("http://localhost"), "AKID", "none"), api, () -> {
		}, Notices.NONE, Clocks.of(Clock.systemUTC()));
	}

	private static CamAccess access(URI base, String id, String secret) {
		Line line = new Line(base, 4, new Timeouts(2000, 5000), new Patience(8, 1, 20, 60_000), null);
		return new CamAccess(line, new CamKey(id, secret), Rate.perSecond(100_000), Map.of());
	}

}
