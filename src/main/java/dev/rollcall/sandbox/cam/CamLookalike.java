package dev.rollcall.sandbox.cam;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

import dev.rollcall.sandbox.CallLog;
import dev.rollcall.sandbox.Faults;
import dev.rollcall.sandbox.Front;
import dev.rollcall.sandbox.Json;
import dev.rollcall.sandbox.Lookalike;
import dev.rollcall.sandbox.LoopbackServer;
import dev.rollcall.sandbox.cam.account.RootAccount;
import dev.rollcall.sandbox.cam.signature.AccessKey;
import dev.rollcall.sandbox.cam.signature.Gate;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A look-alike of Tencent Cloud CAM at work. */
public final class CamLookalike implements Lookalike {

	private final AccessKey key;

	private final Cam cam;

	private final Front front;

	private final LoopbackServer server;

	private CamLookalike(CamOptions options) {
		this.key = AccessKey.any(new SplittableRandom(options.seed()));
		RootAccount account = new RootAccount(options.clock(), options.habits(), options.quotas());
		options.population().settle(new Settlement(account));
		Gate gate = new Gate(this.key, options.clock());
		this.cam = new Cam(account, gate, new Throttle(options.second(), options.clock()));
		this.front = new Front(this.cam, options.disturbance());
		this.server = LoopbackServer.start(options.port(), this.front);
		String port = String.valueOf(this.server.baseUrl().getPort());
		gate.answerTo(options.hosts()
			.stream()
			.map((host) -> host.replace(CamOptions.PORT, port))
			.collect(Collectors.toSet()));
	}

	/**
	 * Serves until it is closed.
	 * @throws java.io.UncheckedIOException when the port is taken
	 */
	public static CamLookalike start(CamOptions options) {
		return new CamLookalike(options);
	}

	@Override
	public URI baseUrl() {
		return this.server.baseUrl();
	}

	@Override
	public Map<String, Object> greeting() {
		Map<String, Object> greeting = new LinkedHashMap<>();
		greeting.put("baseUrl", baseUrl().toString());
		greeting.put("secretId", this.key.id());
		greeting.put("secretKey", this.key.secret());
		return greeting;
	}

	public AccessKey key() {
		return this.key;
	}

	@Override
	public Faults faults() {
		return this.front.faults();
	}

	@Override
	public CallLog calls() {
		return this.front.calls();
	}

	/**
	 * The whole account without ids and times, in an order that depends on nothing but
	 * what it holds: {@code users} and {@code groups} by name.
	 */
	public ObjectNode state() {
		return this.cam.state();
	}

	/** Changes how it behaves, as {@code POST /__sandbox/switches} does. */
	public ObjectNode switches(ObjectNode wanted) {
		return this.cam.switches(wanted);
	}

	/**
	 * Imports members of WeCom as the console does.
	 * @return the userids of those for whom there is a new sub-user
	 */
	public List<String> importFromWeCom(List<String> userids) {
		ObjectNode wanted = Json.object();
		ArrayNode list = wanted.putArray("userids");
		userids.forEach(list::add);
		ObjectNode done = this.cam.backDoor("wecom-users", wanted);
		return (done != null) ? done.path("imported").valueStream().map((userid) -> userid.asString()).toList()
				: List.of();
	}

	@Override
	public void close() {
		this.server.close();
	}

}
