package dev.rollcall.connector.authing;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

import dev.rollcall.connector.CheckResult;
import dev.rollcall.connector.DirectoryContractTests;
import dev.rollcall.connector.Notices;
import dev.rollcall.connector.Surroundings;
import dev.rollcall.connector.Target;
import dev.rollcall.connector.authing.api.CustomField;
import dev.rollcall.connector.authing.client.AuthingClient;
import dev.rollcall.sandbox.authing.AuthingLookalike;
import dev.rollcall.sandbox.authing.AuthingOptions;
import org.junit.jupiter.api.AfterEach;

import static org.assertj.core.api.Assertions.assertThat;

/** Authing as a target, whose departments lie below the organisation. */
class AuthingTargetIntegrationTests extends DirectoryContractTests {

	private final AuthingLookalike authing = AuthingLookalike.start(AuthingOptions.defaults());

	@Override
	protected Target open() {
		AuthingSettings settings = AuthingSourceIntegrationTests.settings(this.authing, Map.of("ignore-root", false));
		try (AuthingClient client = new AuthingClient(settings.access(), Notices.NONE, Clock.systemUTC())) {
			client.defineCustomFields(
					List.of(new CustomField("USER", "position", "STRING", "职务", null, null, null, null, null)));
		}
		Target target = new AuthingConnector().openTarget(settings, new Surroundings(Path.of(""), Clock.systemUTC()));
		assertThat(target.check()).anyMatch((result) -> !result.good());
		assertThat(target.prepare()).allMatch(CheckResult::good);
		return target;
	}

	@AfterEach
	void end() {
		this.authing.close();
	}

	@Override
	protected boolean links() {
		return true;
	}

}
