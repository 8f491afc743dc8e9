package dev.rollcall.staging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * One process has the files, which nobody else can read, and is told to whoever waits.
 */
class EmbeddedDatabaseIntegrationTests {

	@TempDir
	Path home;

	private Path folder;

	@BeforeEach
	void name() {
		this.folder = this.home.resolve("state").resolve("var");
	}

	@Test
	void keepsWhatWasWrittenAndLetsTheNextOneHaveIt() {
		try (EmbeddedDatabase database = open()) {
			Migrations.apply(database.dataSource());
			runs(database).begin("upsert", Run.Goal.APPLY, "", "", "me", Instant.EPOCH);
		}
		try (EmbeddedDatabase database = open()) {
			assertThat(database.isOwner()).isTrue();
			database.requireOwner();
			assertThat(runs(database).last("upsert")).isNotNull();
		}
	}

	@Test
	void nobodyElseCanReadIt() throws IOException {
		open().close();
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(this.folder))).isEqualTo("rwx------");
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(this.folder.resolve("key"))))
			.isEqualTo("rw-------");
		assertThat(Files.readString(this.folder.resolve("key"))).hasSize(48);
	}

	@Test
	void isToldWhoHasItWhenThatOneLetsNobodyLook() throws IOException {
		try (DatabaseHolder holder = DatabaseHolder.start(this.folder)) {
			assertThatExceptionOfType(DatabaseInUseException.class)
				.isThrownBy(() -> EmbeddedDatabase.open(this.folder, "show", new HurryingClock()).close())
				.satisfies((refusal) -> assertThat(refusal.text().arguments()).startsWith("run upsert",
						Long.toString(holder.pid())));
		}
	}

	private EmbeddedDatabase open() {
		return EmbeddedDatabase.open(this.folder, "test", Clock.systemUTC());
	}

	private static RunStore runs(EmbeddedDatabase database) {
		return new RunStore(new JdbcTemplate(database.dataSource()));
	}

	/** Five seconds pass each time somebody looks. */
	private static final class HurryingClock extends Clock {

		private Instant now = Instant.EPOCH;

		@Override
		public Instant instant() {
			this.now = this.now.plus(Duration.ofSeconds(5));
			return this.now;
		}

		@Override
		public ZoneOffset getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

	}

}
