package dev.rollcall.restart;

import java.util.Map;
import java.util.function.Predicate;

import dev.rollcall.sandbox.CallLog;
import dev.rollcall.sandbox.cam.CamLookalike;
import dev.rollcall.sandbox.cam.CamOptions;
import dev.rollcall.sandbox.wecom.Population;
import dev.rollcall.sandbox.wecom.Powers;
import dev.rollcall.sandbox.wecom.WeComLookalike;
import dev.rollcall.sandbox.wecom.WeComOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Processes that are killed while they create sub-users of Tencent Cloud CAM, which never
 * tells whose they are, for members of WeCom, of whom they see nothing but ids, and put
 * them into groups, which takes another call: a restart brings about what an undisturbed
 * run does, and creates nobody twice.
 */
class KilledCamRunsIntegrationTests {

	private static final int PEOPLE = 150;

	private static final String ID = "TEST_CAM_SECRET_ID";

	private static final String KEY = "TEST_CAM_SECRET_KEY";

	private static final String CONTACT = "TEST_CAM_CONTACT_SECRET";

	private static final String JOB = """
			source: {connector: wecom, detail: ids, base-url: %s, corp-id: %s, contact-secret: '${%s}'}
			target:
			  connector: tencentcam
			  base-url: %s
			  secret-id: ${%s}
			  secret-key: ${%s}
			  rate: {second: 1000}
			  groups: {1: developers}
			match: {members: [userid, username]}
			operations: [create, update, delete]
			limits:
			  create: {percent: 100, cap: 100000}
			""";

	private static WeComLookalike weCom;

	private static JsonNode end;

	@BeforeAll
	static void findOutWhatAnUndisturbedRunDoes() {
		weCom = WeComLookalike.start(WeComOptions.defaults().with(Powers.TODAY).with(Population.seeded(PEOPLE, 9, 1)));
		try (RemoteAttempt<CamLookalike> undisturbed = attempt()) {
			undisturbed.run();
			end = undisturbed.directory().state();
		}
		assertThat(end.get("users").size()).isEqualTo(PEOPLE);
	}

	@AfterAll
	static void end() {
		weCom.close();
	}

	@Test
	void whileTheFirstSubUsersAreCreated() {
		survives((calls) -> calls.count("AddUser") >= 2);
	}

	@Test
	void whileSubUsersAreCreated() {
		survives((calls) -> calls.count("AddUser") >= PEOPLE / 2);
	}

	@Test
	void whileTheyArePutIntoGroups() {
		survives((calls) -> calls.count("AddUserToGroup") >= 1);
	}

	private static void survives(Predicate<CallLog> moment) {
		try (RemoteAttempt<CamLookalike> killed = attempt()) {
			killed.isKilledWhen(moment);
			assertThat(killed.directory().state()).isNotEqualTo(end);
			killed.goesOn();
			assertThat(killed.directory().state()).isEqualTo(end);
			assertThat(killed.run()).as("whose they are is known").isZero();
		}
	}

	private static RemoteAttempt<CamLookalike> attempt() {
		CamLookalike cam = CamLookalike
			.start(CamOptions.defaults().with((settlement) -> settlement.group("developers")));
		return new RemoteAttempt<>(Homes.copyOf(Homes.SMALL.empty()), cam,
				Map.of(ID, cam.key().id(), KEY, cam.key().secret(), CONTACT, weCom.secrets().contact()),
				JOB.formatted(weCom.baseUrl(), weCom.secrets().corporation(), CONTACT, cam.baseUrl(), ID, KEY));
	}

}
