package dev.rollcall.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import dev.rollcall.directory.Department;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import dev.rollcall.directory.Schema;
import dev.rollcall.sandbox.Disturbance;
import dev.rollcall.sandbox.Fault;
import dev.rollcall.sandbox.authing.AuthingLookalike;
import dev.rollcall.sandbox.authing.AuthingOptions;
import dev.rollcall.sandbox.wecom.Agency;
import dev.rollcall.sandbox.wecom.WeComLookalike;
import dev.rollcall.sandbox.wecom.WeComOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * From the workbook to Authing, from there to WeCom, and back: the job files that come
 * with Rollcall, as an operator would give them.
 */
class RoundTripIntegrationTests {

	/** What a workbook tells, and both Authing and WeCom can hold. */
	private static final Set<String> HELD = Set.of("userid", "name", "alias", "gender", "mobile", "email", "position",
			"telephone", "address", "enabled", "departments");

	private static final Set<String> SETTINGS = Set.of("AUTHING_ACCESS_KEY_ID", "AUTHING_ACCESS_KEY_SECRET",
			"AUTHING_ORGANIZATION", "WECOM_CORP_ID", "WECOM_CONTACT_SECRET", "WECOM_APP_SECRET");

	private static final String BACK = """
			source: {connector: wecom, corp-id: '${WECOM_CORP_ID}', contact-secret: '${WECOM_CONTACT_SECRET}',
			  app-secret: '${WECOM_APP_SECRET}', detail: full}
			target: {connector: jdbc}
			operations: [create, update]
			""";

	@TempDir
	Path folder;

	private AuthingLookalike authing;

	private WeComLookalike weCom;

	private Commands commands;

	@BeforeEach
	void begin() {
		begin(Disturbance.NONE);
	}

	private void begin(Disturbance disturbance) {
		this.authing = AuthingLookalike.start(AuthingOptions.defaults().linked(false).with((settlement) -> {
		}).with(disturbance));
		this.weCom = WeComLookalike.start(WeComOptions.defaults()
			.with((settlement) -> settlement.departments(List
				.of(new Department("1", null, "1", Fields.of(Schema.of("name"), Map.of("name", "示例科技")), null))))
			.with(Agency.SEEN)
			.with(disturbance));
		System.setProperty("AUTHING_ACCESS_KEY_ID", this.authing.keys().id());
		System.setProperty("AUTHING_ACCESS_KEY_SECRET", this.authing.keys().secret());
		System.setProperty("AUTHING_ORGANIZATION", AuthingLookalike.ORGANIZATION);
		System.setProperty("WECOM_CORP_ID", this.weCom.secrets().corporation());
		System.setProperty("WECOM_CONTACT_SECRET", this.weCom.secrets().contact());
		System.setProperty("WECOM_APP_SECRET", this.weCom.secrets().app());
		this.commands = Commands.in(this.folder.resolve("rollcall"));
	}

	@AfterEach
	void end() {
		SETTINGS.forEach(System::clearProperty);
		this.authing.close();
		this.weCom.close();
	}

	@Test
	void nothingIsLostThatEachSideCanHoldAndASecondRoundChangesNothing() throws Exception {
		defineFields("position", "telephone", "address");
		upstream("prepare", "wecom-excel-to-authing").ending(0);
		upstream("run", "wecom-excel-to-authing").ending(0);
		downstream("run", "authing-to-wecom").ending(0);
		assertThat(readBack()).isEqualTo(workbook());
		JsonNode users = this.authing.state();
		JsonNode members = this.weCom.state();
		assertThat(upstream("run", "wecom-excel-to-authing").ending(0).out()).contains("Nothing to do");
		assertThat(downstream("run", "authing-to-wecom").ending(0).out()).contains("Nothing to do");
		assertThat(this.authing.state()).isEqualTo(users);
		assertThat(this.weCom.state()).isEqualTo(members);
	}

	@Test
	void oneCallInTwentyThatGoesWrongChangesNothingInTheEnd() throws Exception {
		JsonNode[] undisturbed = month();
		end();
		Disturbance all = Disturbance.NONE.seeded(7);
		for (Fault fault : Fault.values()) {
			// A block lasts as long as WeCom's own, which the client's tests need not
			// wait for.
			all = (fault != Fault.THROTTLED) ? all.with(fault, 0.05 / (Fault.values().length - 1)) : all;
		}
		this.folder = this.folder.resolve("disturbed");
		begin(all);
		assertThat(month()).isEqualTo(undisturbed);
	}

	/** It is shown neither mobile nor mail, so that accounts and names have to do. */
	@Test
	void anAppDevelopedOnBehalfFindsMembersByAccountOrByName() {
		System.setProperty("WECOM_APP_SECRET", this.weCom.secrets().permanentCode());
		Schema names = Schema.of("name", "mobile");
		this.weCom.settle(List.of(),
				List.of(new Member("chao.chen", "chao.chen", null,
						Fields.of(names, Map.of("name", "陈超", "mobile", "13900000001")),
						new Placements(List.of(Placement.in("1")), "1"), null)));
		upstream("prepare", "wecom-excel-to-authing").ending(0);
		upstream("run", "wecom-excel-to-authing").ending(0);
		downstream("run", "authing-to-wecom-agent").ending(0);
		assertThat(downstream("run", "authing-to-wecom-agent").ending(0).out()).contains("Nothing to do");
		List<String> named = this.weCom.state()
			.get("members")
			.valueStream()
			.filter((member) -> member.get("name").asString().equals("陈超"))
			.map((member) -> member.get("userid").asString())
			.toList();
		assertThat(named).containsExactly("chao.chen");
	}

	/** A first load and what a month changes, through Authing to WeCom. */
	private JsonNode[] month() {
		upstream("prepare", "wecom-excel-to-authing").ending(0);
		upstream("run", "wecom-excel-to-authing").ending(0);
		downstream("run", "authing-to-wecom").ending(0);
		upstream("run", "wecom-excel-to-authing", "--set", Commands.NEXT_MONTH).ending(0);
		upstream("run", "wecom-excel-to-authing-delete", "--set", Commands.NEXT_MONTH).ending(0);
		downstream("run", "authing-to-wecom").ending(0);
		assertThat(downstream("run", "authing-to-wecom").ending(0).out()).contains("Nothing to do");
		return new JsonNode[] { this.authing.state(), this.weCom.state() };
	}

	private Said upstream(String command, String job, String... more) {
		return give(command, job, more, "target.base-url=" + this.authing.baseUrl(), "target.patience.pause=20",
				"target.patience.attempts=12");
	}

	private Said downstream(String command, String job) {
		return give(command, job, new String[0], "source.base-url=" + this.authing.baseUrl(),
				"target.base-url=" + this.weCom.baseUrl(), "source.patience.pause=20", "source.patience.attempts=12",
				"target.patience.pause=20", "target.patience.attempts=12", "limits.create.floor=1000");
	}

	private Said give(String command, String job, String[] more, String... settings) {
		List<String> words = new ArrayList<>(List.of(command, job));
		words.addAll(List.of(more));
		for (String setting : settings) {
			words.addAll(List.of("--set", setting));
		}
		return this.commands.give(words.toArray(String[]::new));
	}

	/** What a new directory holds that has been filled from WeCom. */
	private Map<String, Map<String, String>> readBack() {
		Commands fresh = Commands.in(this.folder.resolve("back"));
		fresh.job("back", BACK);
		fresh.give("run", "back", "--set", "source.base-url=" + this.weCom.baseUrl()).ending(0);
		return held(fresh.home());
	}

	/** What a new directory holds that has been filled from the workbook. */
	private Map<String, Map<String, String>> workbook() {
		Commands fresh = Commands.in(this.folder.resolve("straight"));
		fresh.give("run", "wecom-excel-upsert").ending(0);
		return held(fresh.home());
	}

	private static Map<String, Map<String, String>> held(Path home) {
		Map<String, Map<String, String>> held = new TreeMap<>(EmbeddedDirectory.members(home));
		held.values().forEach((fields) -> fields.keySet().retainAll(HELD));
		return held;
	}

	/** As an operator does in the console: what WeCom knows and Authing does not. */
	private void defineFields(String... keys) throws IOException, InterruptedException {
		StringBuilder list = new StringBuilder();
		for (String key : keys) {
			list.append(list.isEmpty() ? "" : ",")
				.append("{\"targetType\":\"USER\",\"dataType\":\"STRING\",\"key\":\"%s\",\"label\":\"%s\"}"
					.formatted(key, key));
		}
		JsonNode token = post("get-management-token", "{\"accessKeyId\":\"%s\",\"accessKeySecret\":\"%s\"}"
			.formatted(this.authing.keys().id(), this.authing.keys().secret()), "");
		JsonNode answer = post("set-custom-fields", "{\"list\":[" + list + "]}",
				token.at("/data/access_token").asString());
		assertThat(answer.get("statusCode").asInt()).isEqualTo(200);
	}

	private JsonNode post(String call, String body, String token) throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.authing.baseUrl() + "/api/v3/" + call))
			.header("Content-Type", "application/json")
			.header("x-authing-userpool-id", this.authing.keys().pool())
			.POST(HttpRequest.BodyPublishers.ofString(body));
		if (!token.isEmpty()) {
			request.header("Authorization", token);
		}
		String answer = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString()).body();
		return JsonMapper.shared().readTree(answer);
	}

}
