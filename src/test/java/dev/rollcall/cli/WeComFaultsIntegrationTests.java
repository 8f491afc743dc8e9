package dev.rollcall.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import dev.rollcall.directory.Department;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Schema;
import dev.rollcall.sandbox.CallLog;
import dev.rollcall.sandbox.Disturbance;
import dev.rollcall.sandbox.Fault;
import dev.rollcall.sandbox.wecom.Population;
import dev.rollcall.sandbox.wecom.WeComLookalike;
import dev.rollcall.sandbox.wecom.WeComOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One call in twenty goes wrong, in every way in which calls go wrong: what comes of a
 * month's runs is the same as if none had.
 */
class WeComFaultsIntegrationTests {

	private static final Set<String> SETTINGS = Set.of("test.wecom.url", "test.wecom.corp", "test.wecom.contact",
			"test.wecom.app");

	private static final String TARGET = """
			target:
			  connector: wecom
			  base-url: ${test.wecom.url}
			  corp-id: ${test.wecom.corp}
			  contact-secret: ${test.wecom.contact}
			  app-secret: ${test.wecom.app}
			  import-from: %d
			  patience: {pause: 20, attempts: 12}
			match: {members: [userid], departments: [id, path]}
			limits: {create: {cap: 1000000, percent: 100}, update: {cap: 100000, percent: 100}, delete: {cap: 100000, percent: 100}}
			""";

	/** The name that the paths of the export begin with. */
	private static final Population COMPANY = (settlement) -> settlement.departments(
			List.of(new Department("1", null, "1", Fields.of(Schema.of("name"), Map.of("name", "示例科技")), null)));

	@TempDir
	Path folder;

	@AfterEach
	void forget() {
		SETTINGS.forEach(System::clearProperty);
	}

	@Test
	void changeNothingInTheEndWhenMembersAreWrittenOneByOne() {
		isTheSame(1_000_000);
	}

	@Test
	void changeNothingInTheEndWhenMembersAreImported() {
		isTheSame(100);
	}

	private void isTheSame(int importFrom) {
		JsonNode undisturbed = month("quiet", importFrom, Disturbance.NONE);
		Disturbance all = Disturbance.NONE.seeded(importFrom);
		for (Fault fault : Fault.values()) {
			// A block lasts a minute; the client's own tests let that pass without
			// waiting.
			all = (fault != Fault.THROTTLED) ? all.with(fault, 0.05 / (Fault.values().length - 1)) : all;
		}
		assertThat(month("disturbed", importFrom, all)).isEqualTo(undisturbed);
	}

	/** Loads a company, and brings it to where it is a month later; gives its end. */
	private JsonNode month(String name, int importFrom, Disturbance disturbance) {
		Commands commands = Commands.in(this.folder.resolve(name));
		try (WeComLookalike weCom = WeComLookalike.start(WeComOptions.defaults().with(COMPANY).with(disturbance))) {
			System.setProperty("test.wecom.url", weCom.baseUrl().toString());
			System.setProperty("test.wecom.corp", weCom.secrets().corporation());
			System.setProperty("test.wecom.contact", weCom.secrets().contact());
			System.setProperty("test.wecom.app", weCom.secrets().app());
			String target = TARGET.formatted(importFrom);
			commands.job("upsert", "source: {connector: excel, file: samples/wecom-contacts.xlsx}\n"
					+ "operations: [create, update]\n" + target);
			commands.job("delete", "source: {connector: excel, file: samples/wecom-contacts.xlsx}\n"
					+ "operations: [delete]\n" + target);
			commands.give("run", "upsert").ending(0);
			isNothingMadeTwice(weCom.calls(), weCom.state());
			commands.give("run", "upsert", "--set", Commands.NEXT_MONTH).ending(0);
			commands.give("run", "delete", "--set", Commands.NEXT_MONTH).ending(0);
			assertThat(commands.give("run", "upsert", "--set", Commands.NEXT_MONTH).ending(0).out())
				.contains("Nothing to do");
			return weCom.state();
		}
	}

	private static void isNothingMadeTwice(CallLog calls, JsonNode state) {
		Set<String> names = new TreeSet<>();
		Map<String, Integer> departments = new TreeMap<>();
		state.get("members").forEach((member) -> assertThat(names.add(member.get("userid").asString())).isTrue());
		state.get("departments")
			.forEach((department) -> departments.merge(department.get("parentid") + "/" + department.get("name"), 1,
					Integer::sum));
		assertThat(departments.values()).allMatch((count) -> count == 1);
		assertThat(calls.count("department/create", "0")).isLessThanOrEqualTo(state.get("departments").size());
		assertThat(calls.count("user/create", "0")).isLessThanOrEqualTo(state.get("members").size());
	}

}
