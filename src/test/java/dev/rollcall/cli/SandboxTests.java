package dev.rollcall.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A look-alike as an operator starts it: one line, then it serves; no database, no home.
 */
class SandboxTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@TempDir
	Path home;

	private Thread serving;

	@AfterEach
	void end() throws InterruptedException {
		if (this.serving != null) {
			this.serving.interrupt();
			this.serving.join();
		}
	}

	@Test
	void saysHowToReachItInOneLineAndServes() throws Exception {
		JsonNode line = start("wecom", "--members", "30", "--departments", "4");

		assertThat(names(line)).containsExactly("baseUrl", "corpId", "contactSecret", "appSecret", "robotKey",
				"rootDepartment");
		assertThat(line.get("rootDepartment").intValue()).isEqualTo(1);
		JsonNode token = get(line, "/cgi-bin/gettoken?corpid=" + line.get("corpId").textValue() + "&corpsecret="
				+ line.get("contactSecret").textValue());
		assertThat(token.get("errcode").intValue()).isZero();
		assertThat(get(line, "/__sandbox/state").get("members")).hasSize(30);
		assertThat(get(line, "/__sandbox/state").get("departments")).hasSize(5);
		assertThat(this.home).isEmptyDirectory();
	}

	@Test
	void takesPeopleFromAWorkbook() throws Exception {
		JsonNode line = start("wecom", "--workbook",
				Path.of("samples/wecom-contacts.xlsx").toAbsolutePath().toString());

		JsonNode state = get(line, "/__sandbox/state");
		assertThat(state.get("departments").get(0).get("name").textValue()).isEqualTo("示例科技");
		assertThat(state.get("members").size()).isGreaterThan(100);
		assertThat(state.get("members").findValuesAsText("name")).contains("陈洋");
	}

	@Test
	void takesWhatIsSwitchedOnTheCommandLine() throws Exception {
		JsonNode line = start("wecom", "--members", "0", "--new-ip", "--fault", "busy=0.25", "--latency", "1");

		JsonNode faults = get(line, "/__sandbox/faults");
		assertThat(faults.get("busy").doubleValue()).isEqualTo(0.25);
		assertThat(faults.get("latency").intValue()).isEqualTo(1);
		assertThat(get(line, "/__sandbox/switches").get("newIp").booleanValue()).isTrue();
	}

	@Test
	void tellsTheCodeOfADevelopedAppWhenThereIsOne() throws Exception {
		JsonNode line = start("wecom", "--members", "10", "--departments", "4", "--agent", "--visible", "2,3",
				"--cursor-life", "60");

		assertThat(names(line)).containsExactly("baseUrl", "corpId", "contactSecret", "appSecret", "permanentCode",
				"robotKey", "rootDepartment");
		JsonNode token = get(line, "/cgi-bin/gettoken?corpid=" + line.get("corpId").textValue() + "&corpsecret="
				+ line.get("permanentCode").textValue());
		assertThat(get(line, "/cgi-bin/department/simplelist?access_token=" + token.get("access_token").textValue())
			.get("department_id")).hasSize(2);
	}

	@Test
	void aLookalikeOfAuthingSaysHowToReachItToo() throws Exception {
		JsonNode line = start("authing", "--users", "30", "--departments", "4", "--custom-fields", "--habit",
				"steady-order,main-unset", "--limit-second", "1000", "--fault", "busy=0.25");

		assertThat(names(line)).containsExactly("baseUrl", "accessKeyId", "accessKeySecret", "organizationCode",
				"userPoolId");
		JsonNode state = get(line, "/__sandbox/state");
		assertThat(state.get("users")).hasSize(30);
		assertThat(state.get("departments")).hasSize(5);
		assertThat(state.get("customFields").get("USER")).hasSize(2);
		assertThat(get(line, "/__sandbox/switches").get("habits")).extracting(JsonNode::textValue)
			.containsExactly("steady-order", "main-unset");
		assertThat(get(line, "/__sandbox/faults").get("busy").doubleValue()).isEqualTo(0.25);
		assertThat(this.home).isEmptyDirectory();
	}

	@Test
	void aLookalikeOfAuthingTakesPeopleFromAWorkbook() throws Exception {
		JsonNode line = start("authing", "--workbook",
				Path.of("samples/wecom-contacts.xlsx").toAbsolutePath().toString());

		JsonNode state = get(line, "/__sandbox/state");
		assertThat(state.get("departments").get(0).get("path").textValue()).isEqualTo("示例科技");
		assertThat(state.get("users").findValuesAsText("name")).contains("陈洋");
		assertThat(state.get("customFields").get("USER")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "--habit none", "--users -1", "--deepest -1", "--token-life 0", "--limit-second -1" })
	void saysWhatIsWrongWithAnOptionOfAuthing(String option) {
		Said said = Commands.at(this.home).give(("sandbox authing " + option).split(" "));

		assertThat(said.ending(2).err()).contains("cannot be used for " + option.split(" ")[0] + ": it is ");
	}

	@Test
	void aLookalikeOfCamSaysHowToReachItToo() throws Exception {
		JsonNode line = start("cam", "--users", "30", "--wecom-users", "5", "--group", "developers,testers", "--habit",
				"empty-keeps,limit-caps", "--limit-creations", "10", "--fault", "busy=0.25");

		assertThat(names(line)).containsExactly("baseUrl", "secretId", "secretKey");
		JsonNode state = get(line, "/__sandbox/state");
		assertThat(state.get("users")).hasSize(35);
		assertThat(state.get("groups").findValuesAsText("GroupName")).containsExactly("developers", "testers");
		JsonNode switches = get(line, "/__sandbox/switches");
		assertThat(switches.get("habits")).extracting(JsonNode::textValue).containsExactly("empty-keeps", "limit-caps");
		assertThat(switches.get("quotas").get("creations").intValue()).isEqualTo(10);
		assertThat(this.home).isEmptyDirectory();
	}

	@Test
	void lookalikesOfWeComAndCamKnowTheSamePeople() throws Exception {
		JsonNode wecom = start("wecom", "--members", "120", "--seed", "7");
		List<String> members = get(wecom, "/__sandbox/state").get("members").findValuesAsText("userid");
		end();

		JsonNode cam = start("cam", "--users", "30", "--wecom-users", "10", "--members", "120", "--seed", "7");
		assertThat(members).hasSize(120)
			.containsAll(get(cam, "/__sandbox/state").get("users").findValuesAsText("Name"));
	}

	@Test
	void aLookalikeOfCamTakesMembersOfWeComFromAWorkbook() throws Exception {
		JsonNode line = start("cam", "--users", "1", "--wecom-users", "2", "--workbook",
				Path.of("samples/wecom-contacts.xlsx").toAbsolutePath().toString());

		assertThat(get(line, "/__sandbox/state").get("users")).hasSize(3)
			.filteredOn((user) -> user.get("WeChatWorkUserId").isTextual())
			.hasSize(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "--habit none", "--users -1", "--wecom-users -1", "--members -1", "--largest -1",
			"--limit-second -1", "--limit-users -1", "--limit-groups -1", "--limit-group-users -1",
			"--limit-user-groups -1", "--limit-creations -1" })
	void saysWhatIsWrongWithAnOptionOfCam(String option) {
		Said said = Commands.at(this.home).give(("sandbox cam " + option).split(" "));

		assertThat(said.ending(2).err()).contains("cannot be used for " + option.split(" ")[0] + ": it is ");
	}

	@ParameterizedTest
	@ValueSource(strings = { "--port 99999", "--port x", "--members -1", "--fault rain=0.1", "--fault busy=2",
			"--limit-minute 0", "--latency -5", "--visible x", "--cursor-life 0" })
	void saysWhatIsWrongWithAnOption(String option) {
		Said said = Commands.at(this.home).give(("sandbox wecom " + option).split(" "));

		assertThat(said.ending(2).err()).contains("cannot be used for " + option.split(" ")[0] + ": it is ");
	}

	@Test
	void saysThatAWorkbookIsNotThere() {
		assertThat(Commands.at(this.home).give("sandbox", "wecom", "--workbook", "none.xlsx").ending(2).err())
			.contains("none.xlsx");
	}

	private JsonNode start(String... options) throws IOException {
		List<String> command = new ArrayList<>(List.of("sandbox"));
		command.addAll(List.of(options));
		PipedWriter out = new PipedWriter();
		BufferedReader said = new BufferedReader(new PipedReader(out));
		Console console = new Console(new PrintWriter(out, true), new PrintStream(System.err), false);
		Map<String, String> environment = Map.of("ROLLCALL_HOME", this.home.toString(), "ROLLCALL_LANG", "en");
		this.serving = new Thread(
				() -> new Rollcall(console, environment, Clock.systemUTC()).run(command.toArray(String[]::new)));
		this.serving.start();
		return JSON.readTree(said.readLine());
	}

	private static List<String> names(JsonNode object) {
		List<String> names = new ArrayList<>();
		object.fieldNames().forEachRemaining(names::add);
		return names;
	}

	private static JsonNode get(JsonNode line, String path) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create(line.get("baseUrl").textValue() + path)).build();
		return JSON.readTree(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body());
	}

}
