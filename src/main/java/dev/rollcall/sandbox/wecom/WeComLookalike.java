package dev.rollcall.sandbox.wecom;

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
import dev.rollcall.sandbox.wecom.company.Company;
import dev.rollcall.sandbox.wecom.company.Unit;
import tools.jackson.databind.node.ObjectNode;

/** A look-alike of WeCom's address book at work. */
public final class WeComLookalike implements Lookalike {

	private final Secrets secrets;

	private final boolean agent;

	private final Company company;

	private final WeCom weCom;

	private final Front front;

	private final LoopbackServer server;

	private WeComLookalike(WeComOptions options) {
		this.secrets = Secrets.seeded(options.seed());
		this.agent = options.agency().there();
		this.company = new Company("企业");
		options.population().settle(new Settlement(this.company));
		this.weCom = new WeCom(options, this.secrets, this.company);
		this.front = new Front(this.weCom, options.disturbance());
		this.server = LoopbackServer.start(options.port(), this.front);
	}

	/**
	 * Serves until it is closed.
	 * @throws java.io.UncheckedIOException when the port is taken
	 */
	public static WeComLookalike start(WeComOptions options) {
		return new WeComLookalike(options);
	}

	@Override
	public URI baseUrl() {
		return this.server.baseUrl();
	}

	@Override
	public Map<String, Object> greeting() {
		Map<String, Object> greeting = new LinkedHashMap<>();
		greeting.put("baseUrl", baseUrl().toString());
		greeting.put("corpId", this.secrets.corporation());
		greeting.put("contactSecret", this.secrets.contact());
		greeting.put("appSecret", this.secrets.app());
		if (this.agent) {
			greeting.put("permanentCode", this.secrets.permanentCode());
		}
		greeting.put("robotKey", this.secrets.robotKey());
		greeting.put("rootDepartment", Unit.ROOT);
		return greeting;
	}

	public Secrets secrets() {
		return this.secrets;
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
	 * The whole company, in an order that depends on nothing but what it holds:
	 * {@code departments} by id, {@code members} by userid, {@code invited} with those
	 * who were sent an invitation.
	 */
	public ObjectNode state() {
		return this.weCom.state();
	}

	/** What the group robot was given to say, the oldest first. */
	public ObjectNode robotMessages() {
		return this.weCom.robotMessages();
	}

	/** Allows callers something else from now on. */
	public void allow(Powers powers) {
		this.weCom.allow(powers);
	}

	/** Ends all tokens before their time. */
	public void expireTokens() {
		this.weCom.expireTokens();
	}

	/** Puts more people into the company, as if they had always been there. */
	public void settle(List<Department> departments, List<Member> members) {
		synchronized (this.company) {
			Settlement settlement = new Settlement(this.company);
			settlement.departments(departments);
			settlement.members(members);
		}
	}

	@Override
	public void close() {
		this.server.close();
	}

}
