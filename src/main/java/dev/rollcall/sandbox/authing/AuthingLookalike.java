package dev.rollcall.sandbox.authing;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.rollcall.directory.Department;
import dev.rollcall.directory.Member;
import dev.rollcall.sandbox.CallLog;
import dev.rollcall.sandbox.Faults;
import dev.rollcall.sandbox.Front;
import dev.rollcall.sandbox.Lookalike;
import dev.rollcall.sandbox.LoopbackServer;
import dev.rollcall.sandbox.authing.pool.UserPool;
import tools.jackson.databind.node.ObjectNode;

/** A look-alike of Authing at work. */
public final class AuthingLookalike implements Lookalike {

	/** The code of the organisation that there is at first. */
	public static final String ORGANIZATION = "example";

	private final Keys keys;

	private final UserPool pool;

	private final Settlement settlement;

	private final Authing authing;

	private final Front front;

	private final LoopbackServer server;

	private AuthingLookalike(AuthingOptions options) {
		this.keys = Keys.seeded(options.seed());
		this.pool = new UserPool(options.clock(), options.habits(), options.deepest(), options.seed());
		this.pool.organization(ORGANIZATION, "企业");
		Links links = new Links(options.linked());
		links.define(this.pool);
		this.settlement = new Settlement(this.pool, ORGANIZATION, links);
		options.population().settle(this.settlement);
		this.authing = new Authing(options, this.keys, this.pool);
		this.front = new Front(this.authing, options.disturbance());
		this.server = LoopbackServer.start(options.port(), this.front);
	}

	/**
	 * Serves until it is closed.
	 * @throws java.io.UncheckedIOException when the port is taken
	 */
	public static AuthingLookalike start(AuthingOptions options) {
		return new AuthingLookalike(options);
	}

	@Override
	public URI baseUrl() {
		return this.server.baseUrl();
	}

	@Override
	public Map<String, Object> greeting() {
		Map<String, Object> greeting = new LinkedHashMap<>();
		greeting.put("baseUrl", baseUrl().toString());
		greeting.put("accessKeyId", this.keys.id());
		greeting.put("accessKeySecret", this.keys.secret());
		greeting.put("organizationCode", ORGANIZATION);
		greeting.put("userPoolId", this.keys.pool());
		return greeting;
	}

	public Keys keys() {
		return this.keys;
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
	 * The whole pool without ids and times, in an order that depends on nothing but what
	 * it holds: {@code departments} by path, {@code users} by name, {@code customFields}
	 * by key, {@code notified} with those who were told of an account.
	 */
	public ObjectNode state() {
		return this.authing.state();
	}

	/** Ends all tokens before their time. */
	public void expireTokens() {
		this.authing.expireTokens();
	}

	/** Puts more people into the pool, as if they had always been there. */
	public void settle(List<Department> departments, List<Member> members) {
		synchronized (this.pool) {
			this.settlement.departments(departments);
			this.settlement.members(members);
		}
	}

	@Override
	public void close() {
		this.server.close();
	}

}
