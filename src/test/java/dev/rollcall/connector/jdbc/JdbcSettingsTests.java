package dev.rollcall.connector.jdbc;

import dev.rollcall.connector.SettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Where the tables are, and that no secret stands where it would be shown. */
class JdbcSettingsTests {

	@Test
	void nothingMeansTheEmbeddedDirectory() {
		assertThat(new JdbcSettings(null, null, null).url()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdbc:postgresql://db.corp:5432/people?sslmode=require", "jdbc:mariadb://db/people",
			"jdbc:hsqldb:hsql://127.0.0.1/people", "jdbc:hsqldb:mem:a@b:c" })
	void takesTheUrlOfADatabase(String url) {
		assertThat(new JdbcSettings(url, "rollcall", "secret").url()).isEqualTo(url);
	}

	@Test
	void refusesWhatIsNoJdbcUrl() {
		assertRefused("https://db.corp/people", null, null, "jdbc.settings.url");
		assertRefused("", null, null, "jdbc.settings.url");
	}

	@Test
	void refusesCredentialsWithoutADatabase() {
		assertRefused(null, "rollcall", null, "jdbc.settings.credentials-without-url");
		assertRefused(null, null, "secret", "jdbc.settings.credentials-without-url");
	}

	/** A url names the directory in runs, reports and messages. */
	@ParameterizedTest
	@ValueSource(strings = { "jdbc:postgresql://db/people?user=a&password=hunter2",
			"jdbc:mysql://root:hunter2@db:3306/people", "jdbc:hsqldb:hsql://db/people;Password=hunter2",
			"jdbc:oracle:thin:scott/hunter2@db:1521:people", "jdbc:sqlserver://db;databaseName=p;accessToken=hunter2",
			"jdbc:hsqldb:mem:x;api_key=hunter2" })
	void refusesASecretInTheUrlAndDoesNotRepeatIt(String url) {
		assertThatExceptionOfType(SettingsException.class).isThrownBy(() -> new JdbcSettings(url, "a", null))
			.satisfies((refusal) -> assertThat(refusal.text().code()).isEqualTo("jdbc.settings.secret-in-url"))
			.satisfies((refusal) -> assertThat(refusal.text().toString()).doesNotContain("hunter2"));
	}

	@Test
	void keepsCredentialsToItself() {
		assertThat(new JdbcSettings("jdbc:hsqldb:mem:x", "scott", "hunter2").toString()).contains("mem:x")
			.doesNotContain("scott", "hunter2");
	}

	/** Somebody may have written the whole of it, or a reference to something else. */
	@Test
	void doesNotRepeatWhatIsNoUrl() {
		assertThatExceptionOfType(SettingsException.class)
			.isThrownBy(() -> new JdbcSettings("postgresql://root:hunter2@db", null, null))
			.satisfies((refusal) -> assertThat(refusal.text().toString()).doesNotContain("hunter2"));
	}

	@Test
	void coversCredentialsInWhatADriverSays() {
		Credentials credentials = new Credentials("scott", "hunter2+$1");
		assertThat(credentials.coveredIn(new IllegalStateException("user SCOTT (hunter2+$1) may not, see scottish")))
			.isEqualTo("user *** (***) may not, see scottish");
		assertThat(new Credentials(null, "").coveredIn(null)).isEqualTo("null");
	}

	private static void assertRefused(String url, String username, String password, String code) {
		assertThatExceptionOfType(SettingsException.class).isThrownBy(() -> new JdbcSettings(url, username, password))
			.satisfies((refusal) -> assertThat(refusal.text().code()).isEqualTo(code));
	}

}
