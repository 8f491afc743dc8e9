package dev.rollcall.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What a program reads: the names and kinds of values that it can rely on. */
class JsonIntegrationTests {

	private static final Set<String> RUN = Set.of("run", "job", "arguments", "state", "startedAt", "endedAt",
			"restarts", "undoes", "undoneBy", "retries", "problem", "source", "target", "planDigest", "effort",
			"traffic", "held", "counts", "withheld", "decisions", "rejected", "warnings", "conflicts", "changes",
			"changesInAll", "notes");

	@TempDir
	static Path home;

	private static Commands commands;

	@BeforeAll
	static void load() {
		commands = Commands.afterTheFirstRun(home);
	}

	@Test
	void aRunTellsCountsAndBothSides() {
		JsonNode run = json("run", "wecom-excel-upsert");
		assertThat(names(run)).isEqualTo(RUN);
		assertThat(run.get("state").textValue()).isEqualTo("done");
		assertThat(run.get("startedAt").textValue()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d.*Z");
		assertThat(names(run.get("source"))).containsExactlyInAnyOrder("directory", "departments", "members",
				"rejected", "warnings", "readToEnd", "gaps", "proved", "proof", "claimed", "wayOut", "approval");
		assertThat(run.at("/source/members").longValue()).isEqualTo(run.at("/target/members").longValue());
		assertThat(run.get("decisions")).allSatisfy((decision) -> assertThat(names(decision))
			.containsExactlyInAnyOrder("entry", "decision", "source", "target"));
	}

	@Test
	void aPlanTellsEveryChange() {
		for (List<String> command : List.of(List.of("plan", "wecom-excel-upsert"),
				List.of("run", "wecom-excel-upsert", "--dry-run"))) {
			List<String> all = new ArrayList<>(command);
			all.addAll(List.of("--set", Commands.NEXT_MONTH));
			JsonNode plan = json(all.toArray(String[]::new));
			assertThat(names(plan)).isEqualTo(RUN);
			assertThat(plan.get("state").textValue()).isEqualTo("planned");
			long planned = 0;
			for (JsonNode count : plan.get("counts")) {
				planned += count.get("planned").longValue();
			}
			assertThat(plan.get("changes")).hasSize((int) planned);
			assertThat(plan.get("changesInAll").longValue()).isEqualTo(planned);
			assertThat(plan.get("changes"))
				.allSatisfy((change) -> assertThat(names(change)).containsExactlyInAnyOrder("symbol", "kind", "entry",
						"key", "name", "differences", "reason", "reasonCode", "state", "why"));
			assertThat(plan.get("planDigest").textValue()).matches("[0-9a-f]{64}");
		}
	}

	@Test
	void runsAndShowAgree() {
		JsonNode runs = json("runs", "--last", "1");
		assertThat(runs).hasSize(1);
		assertThat(names(runs.get(0))).containsExactlyInAnyOrder("run", "job", "state", "startedAt", "planned", "done",
				"failed", "withheld", "owner", "undoes");
		JsonNode run = json("show", runs.get(0).get("run").asText(), "--changes");
		assertThat(names(run)).isEqualTo(RUN);
		assertThat(run.get("job")).isEqualTo(runs.get(0).get("job"));
		assertThat(run.get("state")).isEqualTo(runs.get(0).get("state"));
		assertThat(run.get("changes")).hasSize(runs.get(0).get("planned").intValue());
	}

	@Test
	void jobsTellsStatesAsShowDoes() {
		JsonNode jobs = json("jobs");
		assertThat(jobs).extracting((job) -> job.get("job").textValue())
			.containsExactly("authing-to-wecom", "authing-to-wecom-agent", "wecom-api-to-authing", "wecom-api-upsert",
					"wecom-excel-delete", "wecom-excel-to-authing", "wecom-excel-to-authing-delete",
					"wecom-excel-upsert", "wecom-to-cam");
		assertThat(jobs).allSatisfy((job) -> assertThat(names(job)).containsExactlyInAnyOrder("job", "description",
				"faulty", "lastRun", "lastState", "next"));
		assertThat(jobs.get(4).get("lastRun").isNull()).isTrue();
		assertThat(jobs.get(7).get("lastState").textValue()).isIn("done", "planned");
		assertThat(jobs.get(7).get("next").textValue()).contains("T03:00:00+08:00");
	}

	@Test
	void checkTellsWhatIsGoodAndWhatIsNot() {
		JsonNode good = json("check", "wecom-excel-upsert");
		assertThat(good).hasSize(3)
			.allSatisfy((line) -> assertThat(names(line)).containsExactlyInAnyOrder("good", "text"));
		JsonNode bad = commands.give("check", "wecom-excel-upsert", "--set", "source.file=none.xlsx", "--format=json")
			.ending(2)
			.json();
		assertThat(bad).extracting((line) -> line.get("good").booleanValue()).containsExactly(true, false, true);
	}

	@Test
	void problemsAreJsonToo() {
		for (String[] wrong : new String[][] { { "run", "none" }, { "show", "999" }, { "none" }, { "show", "x" },
				{ "run", "wecom-excel-upsert", "--set", "operations=destroy" } }) {
			List<String> all = new ArrayList<>(List.of(wrong));
			all.addAll(List.of("--format", "json"));
			Said said = commands.give(all.toArray(String[]::new)).ending(2);
			assertThat(names(said.json())).containsExactlyInAnyOrder("problem", "code", "details");
			assertThat(said.err()).contains(said.json().get("problem").textValue());
		}
		JsonNode faults = commands
			.give("check", "wecom-excel-upsert", "--set", "operations=destroy", "--format", "json")
			.json();
		assertThat(faults.at("/details/0/place").textValue()).isEqualTo("--set operations");
	}

	private static JsonNode json(String... arguments) {
		List<String> all = new ArrayList<>(List.of(arguments));
		all.addAll(List.of("--format", "json"));
		return commands.give(all.toArray(String[]::new)).ending(0).json();
	}

	private static Set<String> names(JsonNode object) {
		Set<String> names = new TreeSet<>();
		object.fieldNames().forEachRemaining(names::add);
		return names;
	}

}
