package dev.rollcall.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import dev.rollcall.sandbox.wecom.WeComLookalike;
import dev.rollcall.sandbox.wecom.WeComOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A run that waits for an hour because the job's rate is used up can be stopped at once.
 */
class WeComStopIntegrationTests {

	private static final String JOB = """
			source: {connector: excel, file: samples/wecom-contacts.xlsx}
			target:
			  connector: wecom
			  base-url: ${WECOM_URL}
			  corp-id: ${WECOM_CORP_ID}
			  contact-secret: ${WECOM_CONTACT_SECRET}
			  rates: {user-create: {minute: 3, hour: 3}, department-create: {minute: 3, hour: 3}}
			match: {departments: [id, path]}
			operations: [create, update]
			limits: {create: {cap: 1000, percent: 100}}
			""";

	@TempDir
	Path home;

	@Test
	void aWaitForTheRateEndsWhenTheRunIsToStop() throws IOException {
		Commands commands = Commands.in(this.home);
		commands.job("slow", JOB);
		try (WeComLookalike weCom = WeComLookalike.start(WeComOptions.defaults())) {
			Map<String, String> environment = Map.of("WECOM_URL", weCom.baseUrl().toString(), "WECOM_CORP_ID",
					weCom.secrets().corporation(), "WECOM_CONTACT_SECRET", weCom.secrets().contact());
			Commands.Begun run = commands.begin(environment, "run", "slow");
			run.awaitProgress("the rate that the job allows is used up");
			Instant asked = Instant.now();
			run.process().destroy();
			Said said = run.end();
			assertThat(said.code()).isEqualTo(1);
			assertThat(said.out() + said.err()).contains("restart").doesNotContain("\tat ");
			assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofMinutes(1));
			assertThat(commands.give("runs").ending(0).out()).contains("stopped");

		}
	}

}
