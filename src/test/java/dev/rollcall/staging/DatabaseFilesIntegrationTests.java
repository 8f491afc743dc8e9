package dev.rollcall.staging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A database of an older version is brought up to date, wherever the last process that
 * tried died: there is always the old one as a whole or the new one.
 */
class DatabaseFilesIntegrationTests {

	private static final String KEY = "key";

	@TempDir
	Path state;

	private Path folder;

	private int opened;

	@BeforeEach
	void older() {
		System.setProperty("hsqldb.reconfig_logging", "false");
		this.folder = this.state.resolve("db");
		OlderDatabase.makeFiles(this.folder, KEY);
	}

	@AfterEach
	void nothingIsLeftBeside() throws IOException {
		try (Stream<Path> files = Files.list(this.state)) {
			assertThat(files).containsExactly(this.folder);
		}
	}

	@Test
	void keepsWhatIsInItAndDoesSoOnlyOnce() {
		prepare();
		assertThat(this.opened).isEqualTo(1);
		assertCurrent();
		prepare();
		assertThat(this.opened).isEqualTo(1);
	}

	@Test
	void beginsTheAuditLogBehindTheRunsThatAreThere() {
		prepare();
		JdbcTemplate jdbc = open();
		assertThat(new AuditLog(jdbc, java.time.Clock.systemUTC(), "li").latest(10)).singleElement()
			.satisfies((entry) -> assertThat(entry.kind() + " " + entry.run()).isEqualTo("BEGUN 1"));
		assertThat(new AuditProofTests.Proof(jdbc).faults(null)).isEmpty();
		jdbc.execute("SHUTDOWN");
	}

	@Test
	void goesOnFromHalfACopy() throws IOException {
		Path copy = Files.createDirectory(this.state.resolve("db.new"));
		Files.writeString(copy.resolve("rollcall.script"), "CREATE TABLE half");
		prepare();
		assertCurrent();
	}

	@Test
	void goesOnBetweenTheTwoRenames() throws IOException {
		Folder.copy(this.folder, this.state.resolve("db.new"));
		Files.move(this.folder, this.state.resolve("db.old"));
		prepare();
		assertCurrent();
	}

	@Test
	void goesOnBehindTheTwoRenames() throws IOException {
		prepare();
		Folder.copy(this.folder, this.state.resolve("db.old"));
		prepare();
		assertThat(this.opened).isEqualTo(1);
		assertCurrent();
	}

	@Test
	void leavesTheOldOneAsItIsWhenItCannotBeBroughtUpToDate() throws IOException {
		Folder.copy(this.folder, this.state.resolve("kept"));
		JdbcTemplate jdbc = open();
		jdbc.execute("CREATE TABLE audit_entry (mine INT)");
		jdbc.execute("SHUTDOWN");
		String before = Files.readString(this.folder.resolve("rollcall.script"));
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(this::prepare);
		assertThat(Files.readString(this.folder.resolve("rollcall.script"))).isEqualTo(before);
		new JdbcTemplate(OlderDatabase.connection(this.state.resolve("db.new"), KEY)).execute("SHUTDOWN");
		Folder.delete(this.folder);
		Files.move(this.state.resolve("kept"), this.folder);
		prepare();
		assertCurrent();
	}

	@Test
	void leavesOneOfALaterVersionAlone() throws IOException {
		Files.writeString(this.folder.resolve("version"), Integer.toString(Migrations.LATEST + 1));
		prepare();
		assertThat(this.opened).isZero();
	}

	private void prepare() {
		DatabaseFiles.prepare(this.folder, (place) -> {
			this.opened++;
			return OlderDatabase.connection(place, KEY);
		});
	}

	private void assertCurrent() {
		JdbcTemplate jdbc = open();
		assertThat(new RunStore(jdbc).latest(10)).singleElement()
			.satisfies((run) -> assertThat(run.job()).isEqualTo("load"));
		assertThat(jdbc.queryForList("SELECT \"version\" FROM \"flyway_schema_history\" ORDER BY \"installed_rank\"",
				String.class))
			.isEqualTo(IntStream.rangeClosed(1, Migrations.LATEST).mapToObj(String::valueOf).toList());
		jdbc.execute("SHUTDOWN");
	}

	private JdbcTemplate open() {
		return new JdbcTemplate(OlderDatabase.connection(this.folder, KEY));
	}

}
