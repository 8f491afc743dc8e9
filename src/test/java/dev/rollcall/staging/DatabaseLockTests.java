package dev.rollcall.staging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Who has the database says so, and nobody trips over what a dead process has left. */
class DatabaseLockTests {

	private static final Owner ME = new Owner(4711, "run 企微 \\ = #", Instant.parse("2026-11-23T03:00:00Z"), 0);

	@TempDir
	Path folder;

	@Test
	void whoeverHasItIsTold() {
		try (DatabaseLock lock = DatabaseLock.tryTake(this.folder, ME)) {
			assertThat(DatabaseLock.owner(this.folder)).isEqualTo(ME);
			Owner open = new Owner(4711, "run", ME.since(), 5001);
			lock.tell(open);
			assertThat(DatabaseLock.owner(this.folder)).isEqualTo(open);
		}
		assertThat(DatabaseLock.owner(this.folder)).isNull();
	}

	@Test
	void canBeTakenAgainOnceItIsFree() {
		DatabaseLock.tryTake(this.folder, ME).close();
		try (DatabaseLock again = DatabaseLock.tryTake(this.folder, ME)) {
			assertThat(again).isNotNull();
		}
	}

	@Test
	void canBeTakenAlthoughADeadProcessSaysItHasIt() throws IOException {
		Files.writeString(this.folder.resolve("owner"),
				"process=1\ncommand=run\nsince=2026-11-23T03:00:00Z\nport=5001\n");
		Files.createFile(this.folder.resolve("lock"));
		try (DatabaseLock lock = DatabaseLock.tryTake(this.folder, ME)) {
			assertThat(lock).isNotNull();
			assertThat(DatabaseLock.owner(this.folder)).isEqualTo(ME);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "process=1", "process=x\nsince=2026-11-23T03:00:00Z\nport=1",
			"process=1\nsince=yesterday\nport=1", "process=1\nsince=2026-11-23T03:00:00Z\nport=", "process=\\u00" })
	void aDamagedFileSaysNothing(String text) throws IOException {
		Files.writeString(this.folder.resolve("owner"), text);
		assertThat(DatabaseLock.owner(this.folder)).isNull();
	}

}
