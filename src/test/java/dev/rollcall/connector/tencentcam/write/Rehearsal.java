package dev.rollcall.connector.tencentcam.write;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import dev.rollcall.connector.DirectoryException;
import dev.rollcall.connector.MemberChanges;
import dev.rollcall.connector.Notices;
import dev.rollcall.connector.Outcome;
import dev.rollcall.connector.remote.Line;
import dev.rollcall.connector.remote.Patience;
import dev.rollcall.connector.remote.Rate;
import dev.rollcall.connector.remote.Timeouts;
import dev.rollcall.connector.tencentcam.api.AddUser;
import dev.rollcall.connector.tencentcam.client.CamAccess;
import dev.rollcall.connector.tencentcam.client.CamClient;
import dev.rollcall.connector.tencentcam.client.CamKey;
import dev.rollcall.directory.Entry;
import dev.rollcall.directory.Member;
import dev.rollcall.plan.Achieved;
import dev.rollcall.plan.Change;
import dev.rollcall.sandbox.Json;
import dev.rollcall.sandbox.cam.CamLookalike;
import dev.rollcall.sandbox.cam.CamOptions;
import dev.rollcall.sandbox.cam.account.Habit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An account of CAM to write to, and somebody who does what a run does around that. */
final class Rehearsal implements AutoCloseable {

	/** What time it is for whoever writes. */
	static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");

	/** Without logins, keys and groups. */
	static final Manner PLAIN = new Manner(false, false, null, List.of());

	final CamLookalike cam;

	final CamClient client;

	int processes = 1;

	private final Manner manner;

	private final Notices notices;

	Writing writing;

	Rehearsal(CamOptions options, Manner manner) {
		this(options, manner, Notices.NONE);
	}

	Rehearsal(CamOptions options, Manner manner, Notices notices) {
		this.cam = CamLookalike.start(options);
		this.manner = manner;
		this.notices = notices;
		this.client = client(2);
		this.writing = writing(this.client);
	}

	static Manner grouping(String... groups) {
		return new Manner(false, false, null, List.of(groups));
	}

	static Manner keeping(Path file) {
		return new Manner(true, true, file, List.of());
	}

	/** A client with so much patience. */
	CamClient client(int attempts) {
		Line line = new Line(this.cam.baseUrl(), 4, new Timeouts(2000, 5000), new Patience(attempts, 1, 20, 60_000),
				null);
		CamKey key = new CamKey(this.cam.key().id(), this.cam.key().secret());
		return new CamClient(new CamAccess(line, key, Rate.perSecond(5000), Map.of()), this.notices, Clock.systemUTC());
	}

	Writing writing(CamClient other) {
		return new Writing(other, this.manner, Clock.fixed(NOW, ZoneOffset.UTC));
	}

	/** Another process: what was only remembered is forgotten. */
	void restart() {
		this.writing.close();
		this.writing = writing(this.client);
		this.processes++;
	}

	Outcome apply(Change change) {
		return this.writing.apply(List.of(change)).get(0);
	}

	/**
	 * As a run does it: if nobody knows what became of changes, it looks and sends again
	 * what has not been achieved, often in another process.
	 * @return the ones that failed or were withheld, and how
	 */
	Map<Change, Outcome> carryOut(List<Change> changes) {
		Map<Change, Outcome> unhappy = new HashMap<>();
		List<Change> open = new ArrayList<>(changes);
		while (!open.isEmpty()) {
			try {
				List<Outcome> outcomes = this.writing.apply(open);
				for (int i = 0; i < outcomes.size(); i++) {
					if (outcomes.get(i).state() != Outcome.State.DONE) {
						unhappy.put(open.get(i), outcomes.get(i));
					}
				}
				return unhappy;
			}
			catch (DirectoryException ex) {
				restart();
				open = stillOpen(open);
			}
		}
		return unhappy;
	}

	private List<Change> stillOpen(List<Change> sent) {
		try {
			List<@Nullable Entry> now = this.writing.find(sent);
			List<Change> open = new ArrayList<>();
			for (int i = 0; i < sent.size(); i++) {
				if (!Achieved.by(sent.get(i), now.get(i), (department) -> department)) {
					open.add(sent.get(i));
				}
			}
			return open;
		}
		catch (DirectoryException ex) {
			return stillOpen(sent);
		}
	}

	@Nullable Member find(Change change) {
		return (Member) this.writing.find(List.of(change)).get(0);
	}

	/** Somebody made by hand; gives the Uin as a ref. */
	String byHand(String name, String remark) {
		return String.valueOf(this.client
			.addUser(new AddUser(name, remark, 0, 0, null, null, "13800000000", "86", name + "@example.com"))
			.uin());
	}

	/** A sub-user as the look-alike holds it. */
	JsonNode user(String name) {
		for (JsonNode user : this.cam.state().path("users")) {
			if (user.path("Name").asString().equals(name)) {
				return user;
			}
		}
		throw new AssertionError("no " + name + " among " + names());
	}

	List<String> names() {
		return this.cam.state().path("users").findValuesAsString("Name");
	}

	List<String> groupsOf(String name) {
		return user(name).path("groups").valueStream().map(JsonNode::asString).toList();
	}

	/** The ref of a sub-user. */
	String ref(String name) {
		return String.valueOf(Objects.requireNonNull(this.client.user(name).uin()));
	}

	void groups(String... names) {
		for (String name : names) {
			this.client.createGroup(name);
		}
	}

	void limit(String quota, int most) {
		this.cam.switches(Json.object().set("quotas", Json.object().put(quota, most)));
	}

	void behave(Habit... habits) {
		ObjectNode wanted = Json.object();
		ArrayNode words = wanted.putArray("habits");
		for (Habit habit : habits) {
			words.add(habit.word());
		}
		this.cam.switches(wanted);
	}

	static Change create(String name, String... fields) {
		Map<String, String> all = MemberChanges.map(fields);
		all.put("username", name);
		return MemberChanges.create(name.toLowerCase(Locale.ROOT), all, null);
	}

	static Change update(String ref, Map<String, String> before, Map<String, String> after) {
		return MemberChanges.update(ref, before, after, null);
	}

	static Change delete(String ref) {
		return MemberChanges.delete(ref);
	}

	@Override
	public void close() {
		this.writing.close();
		this.client.close();
		this.cam.close();
	}

}
