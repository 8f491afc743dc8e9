package dev.rollcall.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.rollcall.directory.Department;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import dev.rollcall.directory.Schema;
import dev.rollcall.sandbox.CallLog;
import dev.rollcall.sandbox.cam.CamLookalike;
import dev.rollcall.sandbox.cam.CamOptions;
import dev.rollcall.sandbox.wecom.Powers;
import dev.rollcall.sandbox.wecom.WeComLookalike;
import dev.rollcall.sandbox.wecom.WeComOptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A WeCom that shows nothing but ids, a CAM, and the job file that comes with Rollcall,
 * changed as it says itself for whoever has no app.
 */
final class WeComToCam implements AutoCloseable {

	/** Departments of the company, by their ids: 3 lies below 2. */
	static final String DEVELOPMENT = "2";

	static final String BACKEND = "3";

	static final String SALES = "4";

	private static final List<String> SETTINGS = List.of("WECOM_CORP_ID", "WECOM_CONTACT_SECRET",
			"TENCENTCLOUD_SECRET_ID", "TENCENTCLOUD_SECRET_KEY");

	private static final String JOB = "wecom-to-cam";

	private final WeComLookalike weCom;

	private final CamLookalike cam;

	private final Commands commands;

	private final HttpClient http = HttpClient.newHttpClient();

	WeComToCam(Path home, WeComOptions weCom, CamOptions cam) {
		this.weCom = WeComLookalike.start(weCom);
		this.cam = CamLookalike.start(cam);
		System.setProperty("WECOM_CORP_ID", this.weCom.secrets().corporation());
		System.setProperty("WECOM_CONTACT_SECRET", this.weCom.secrets().contact());
		System.setProperty("TENCENTCLOUD_SECRET_ID", this.cam.key().id());
		System.setProperty("TENCENTCLOUD_SECRET_KEY", this.cam.key().secret());
		this.commands = Commands.in(home);
		this.commands.job(JOB, withoutApp(home.resolve("jobs/" + JOB + ".yaml")));
	}

	/** As many in development as are asked for, and one in sales. */
	static WeComToCam of(Path home, int developers) {
		return new WeComToCam(home, company(developers), CamOptions.defaults());
	}

	static WeComOptions company(int developers, String... others) {
		return WeComOptions.defaults().with(Powers.TODAY).with((settlement) -> {
			settlement.departments(List.of(department("1", null, "示例科技"), department(DEVELOPMENT, "1", "研发部"),
					department(BACKEND, DEVELOPMENT, "后端"), department(SALES, "1", "销售部")));
			settlement.members(IntStream.rangeClosed(1, developers)
				.mapToObj((number) -> member("dev" + number, (number % 2 == 0) ? BACKEND : DEVELOPMENT))
				.toList());
			settlement.members(Stream.of(others).map((userid) -> member(userid, BACKEND)).toList());
			settlement.members(List.of(member("seller", SALES)));
		});
	}

	WeComLookalike weCom() {
		return this.weCom;
	}

	CamLookalike cam() {
		return this.cam;
	}

	Path home() {
		return this.commands.home();
	}

	/**
	 * Gives a command about the job, whose visible range is development and whose groups
	 * come with departments, unless something else is set.
	 */
	Said give(String command, String... more) {
		List<String> words = new ArrayList<>(List.of(command, JOB));
		for (String setting : List.of("source.base-url=" + this.weCom.baseUrl(),
				"target.base-url=" + this.cam.baseUrl(), "target.rate.second=1000", "target.patience.pause=10",
				"target.patience.attempts=3", "target.visible-range.departments=" + DEVELOPMENT,
				"target.groups." + DEVELOPMENT + "=developers", "target.groups." + BACKEND + "=backend",
				"target.groups." + SALES + "=sales")) {
			words.addAll(List.of("--set", setting));
		}
		words.addAll(List.of(more));
		return this.commands.give(words.toArray(String[]::new));
	}

	/** Gives a command about runs. */
	Said about(String... words) {
		return this.commands.give(words);
	}

	/** Somebody is called to another department in WeCom's own console. */
	void move(String userid, String department) {
		weCom("user/update", "{\"userid\":\"%s\",\"department\":[%s]}".formatted(userid, department));
	}

	/** Somebody leaves the company. */
	void leaves(String userid) {
		weCom("user/delete?userid=" + userid, null);
	}

	/** Somebody imports a member in CAM's console, under a name of its own. */
	boolean isImported(String userid, String name) {
		JsonNode answer = call(URI.create(this.cam.baseUrl() + "/__sandbox/wecom-users"),
				"{\"users\":[{\"userid\":\"%s\",\"name\":\"%s\"}]}".formatted(userid, name));
		return answer.get("imported").size() == 1;
	}

	/**
	 * CAM refuses every call from some moment on, as it does when the clock of this
	 * machine goes wrong; gives what waits for that moment.
	 */
	Thread refusesOnce(Predicate<CallLog> moment) {
		Thread waiting = new Thread(() -> {
			while (!moment.test(this.cam.calls())) {
				LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
			}
			aheadBy(100_000);
		});
		waiting.start();
		return waiting;
	}

	/** CAM's clock goes wrong, or right again. */
	void aheadBy(int seconds) {
		this.cam.switches(JsonMapper.shared().createObjectNode().put("clockAhead", seconds));
	}

	/** Each sub-user by its name, with its groups. */
	List<String> subUsers() {
		return this.cam.state().get("users").valueStream().map(WeComToCam::line).toList();
	}

	/** How many sub-users have been created by calls. */
	long created() {
		return this.cam.calls().count("AddUser", "OK");
	}

	private static String line(JsonNode user) {
		return user.get("Name").asString() + " "
				+ user.get("groups").valueStream().map(JsonNode::asString).sorted().toList();
	}

	private void weCom(String call, String body) {
		URI token = URI.create(this.weCom.baseUrl() + "/cgi-bin/gettoken?corpid=" + this.weCom.secrets().corporation()
				+ "&corpsecret=" + this.weCom.secrets().contact());
		String bearer = call(token, null).get("access_token").asString();
		JsonNode answer = call(URI.create(this.weCom.baseUrl() + "/cgi-bin/" + call + (call.contains("?") ? "&" : "?")
				+ "access_token=" + bearer), body);
		assertThat(answer.get("errcode").asInt()).as("%s", answer).isZero();
	}

	private JsonNode call(URI uri, String body) {
		HttpRequest.Builder request = HttpRequest.newBuilder(uri);
		if (body != null) {
			request.POST(HttpRequest.BodyPublishers.ofString(body)).header("Content-Type", "application/json");
		}
		try {
			return JsonMapper.shared().readTree(this.http.send(request.build(), BodyHandlers.ofString()).body());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The file as it ships, with what its comment says to do without an app. */
	private static String withoutApp(Path file) {
		try {
			String shipped = Files.readString(file);
			assertThat(shipped).contains("leave app-secret out, say \"detail: ids\"");
			return shipped.replaceAll("(?m)^  app-secret:.*$", "").replace("detail: full", "detail: ids");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Department department(String id, String parent, String name) {
		return new Department(id, parent, id, Fields.of(Schema.of("name"), Map.of("name", name)), null);
	}

	private static Member member(String userid, String department) {
		return new Member(userid, userid, null,
				Fields.of(Schema.of("name", "mobile"),
						Map.of("name", "员工" + userid, "mobile",
								"138" + String.format("%08d", userid.hashCode() & 0x3FFFFFF))),
				new Placements(List.of(Placement.in(department)), department), null);
	}

	@Override
	public void close() {
		SETTINGS.forEach(System::clearProperty);
		this.cam.close();
		this.weCom.close();
	}

}
