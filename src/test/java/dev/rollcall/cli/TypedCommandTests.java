package dev.rollcall.cli;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What others read of a command holds no secret, even if one was typed. */
class TypedCommandTests {

	@Test
	void coversTheValuesOfKeysThatHoldSecrets() {
		assertThat(TypedCommand.of("run", "upsert", "--set", "target.password=hunter2", "--set", "source.file=a=b.xlsx",
				"--set=target.access-key=x", "--set", "target.Secret-Token=x\ny"))
			.isEqualTo("rollcall run upsert --set target.password=*** --set source.file=a=b.xlsx "
					+ "--set=target.access-key=*** --set target.Secret-Token=***");
		assertThat(TypedCommand.of("apply-for", "cam", "a", "--set=applications.notice.robot=key"))
			.isEqualTo("rollcall apply-for cam a --set=applications.notice.robot=***");
	}

	@Test
	void coversTheTokensOfApplicationsHoweverTheyAreTyped() {
		assertThat(TypedCommand.of("--lang", "zh", "approve-application", "rca_abc", "--groups", "ops"))
			.isEqualTo("rollcall --lang *** approve-application *** --groups ***");
		assertThat(TypedCommand.of("reject-application", "abc")).isEqualTo("rollcall reject-application ***");
	}

}
