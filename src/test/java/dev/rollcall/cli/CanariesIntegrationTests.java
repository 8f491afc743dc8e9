package dev.rollcall.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

import dev.rollcall.staging.EmbeddedDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Secrets and personal values that nothing else could be, and a search for them in all
 * that the program leaves behind: secrets are nowhere, personal values only where they
 * belong.
 */
class CanariesIntegrationTests {

	private static final String PASSWORD = "canaryPassw0rd";

	private static final String WRONG = "canaryWr0ng";

	private static final String PLAIN = "canaryPla1n";

	private static final String USERNAME = "canaryus3r";

	private static final Map<String, String> ENVIRONMENT = Map.of("CANARY_PASSWORD", PASSWORD, "CANARY_WRONG", WRONG,
			"CANARY_USERNAME", USERNAME);

	private static final List<String> SECRETS = List.of(PASSWORD, WRONG, PLAIN, USERNAME);

	/** Masked, none of them holds as much as this. */
	private static final List<String> PERSONAL = List.of("13987650", "canarymail", "金丝雀路", "5550199");

	/** What has to hold personal values, or is packed and holds them so. */
	private static final Set<String> BELONGS = Set.of("DIRECTORY_MEMBER", "DIRECTORY_MEMBER_FIELD", "LEDGER",
			"SNAPSHOT_SEGMENT", "PLAN_SEGMENT", "FINDING.CELL");

	private static final List<String> HEADER = List.of("姓名", "账号", "部门", "手机", "邮箱", "座机", "地址");

	private static final String TRIGGER = """
			CREATE TRIGGER canary BEFORE INSERT ON directory_member REFERENCING NEW ROW AS new FOR EACH ROW
			BEGIN ATOMIC
				IF new.userid_key = '%s' THEN
					SIGNAL SQLSTATE '%s' SET MESSAGE_TEXT = 'row (13987650004, canarymail4@x.example, 金丝雀路4号大院)';
				END IF;
			END""";

	private static final String TABLES = """
			SELECT table_name FROM information_schema.tables
			WHERE table_schema = 'PUBLIC' AND table_type = 'BASE TABLE'""";

	@TempDir
	Path home;

	private Commands commands;

	private final List<Said> said = new ArrayList<>();

	@BeforeEach
	void plant() {
		ENVIRONMENT.forEach(System::setProperty);
		this.commands = Commands.in(this.home);
		List<List<String>> rows = new ArrayList<>(List.of(HEADER));
		for (int i = 1; i <= 4; i++) {
			rows.add(List.of("名" + i, "user" + i, "公司/部门", "1398765000" + i, "canarymail" + i + "@x.example",
					"020-5550199" + i, "金丝雀路" + i + "号大院"));
		}
		rows.add(List.of("", "nameless", "公司", "13987650011", "canarymail11@x.example", "020-55501991", "金丝雀路十一号"));
		rows.add(List.of("名", "odd", "公司", "13987650012x", "canarymail12 nowhere", "5550199 often", "金丝雀路".repeat(40)));
		rows.add(List.of("名", "twice", "公司", "13987650013", "canarymail13@x.example", "", "金丝雀路十三号的院子"));
		rows.add(List.of("名", "twice", "部", "13987650014", "canarymail14@x.example", "", "金丝雀路十四号的院子"));
		for (String userid : List.of("one", "other")) {
			rows.add(List.of("名", userid, "公司", "13987650020", "canarymail20@x.example", "", ""));
		}
		Sheets.write(this.home.resolve("contacts.xlsx"), rows);
		job("embedded", "{connector: jdbc}", "");
		job("matched", "{connector: jdbc}", "match: {members: [mobile, email]}\n");
		String outside = "jdbc:hsqldb:file:" + this.home.resolve("outside/db")
				+ ";shutdown=true;hsqldb.lock_file=false";
		job("outside", target(outside, "${CANARY_PASSWORD}"), "");
		job("wrong-password", target(outside, "${CANARY_WRONG}"), "");
		job("unreachable", target("jdbc:hsqldb:hsql://127.0.0.1:1/none", "${CANARY_PASSWORD}"), "");
		job("secret-in-url", target("jdbc:hsqldb:mem:x;api_key=${CANARY_PASSWORD}", "${CANARY_PASSWORD}"), "");
		job("no-url", target("${CANARY_PASSWORD}", "${CANARY_PASSWORD}"), "");
		job("plain", target(outside, PLAIN), "");
		job("plain-by-default", target(outside, "${CANARY_UNSET:" + PLAIN + "}"), "");
		job("plain-in-part", target(outside, PLAIN + "${CANARY_PASSWORD}"), "");
		this.commands.job("broken", "target: {connector: jdbc, password: \"" + PLAIN + "\n  x: [");
		makeOutside(outside);
	}

	@AfterEach
	void clear() {
		ENVIRONMENT.keySet().forEach(System::clearProperty);
	}

	@Test
	void areFoundNowhereButWhereTheyBelong() throws IOException {
		give("run", "embedded");
		give("run", "matched");
		give("run", "outside");
		give("plan", "outside", "--set", "target.password=${CANARY_PASSWORD}");
		for (String job : List.of("wrong-password", "unreachable", "secret-in-url", "no-url", "plain",
				"plain-by-default", "plain-in-part", "broken")) {
			assertThat(give("run", job).code()).as(job).isIn(1, 2);
			give("check", job, "--format", "json");
		}
		give("run", "outside", "--set", "target.password=" + PLAIN);
		assertThat(refusedBy("user4", "23513").out()).contains("[failed: ", "row (139***04, c***@x.example, 金丝雀***大院)");
		assertThat(refusedBy("user4", "45000").code()).isEqualTo(1);
		for (String run : List.of("1", "2", "3", "4", "5", "6", "7")) {
			give("show", run, "--changes");
			give("show", run, "--changes", "--format", "json");
		}
		give("runs");
		give("jobs");
		give("audit", "log", "--format", "json");
		give("audit", "verify");
		byTheScript();
		search();
		assertThat(this.commands.give("show", "1", "--changes", "--show-personal").out()).contains(PERSONAL);
	}

	/** An embedded directory that refuses somebody, in words that repeat the row. */
	private Said refusedBy(String userid, String state) {
		database((jdbc) -> {
			jdbc.execute("DELETE FROM directory_member WHERE userid_key = '" + userid + "'");
			jdbc.execute(TRIGGER.formatted(userid, state));
		});
		Said refused = give("run", "embedded");
		database((jdbc) -> jdbc.execute("DROP TRIGGER canary"));
		return refused;
	}

	/** In a process of its own there are logs, too, and arguments that all can see. */
	private void byTheScript() {
		Commands.Begun begun = this.commands.begin(ENVIRONMENT, "run", "wrong-password", "--debug");
		List<String> processes = ProcessHandle.allProcesses()
			.flatMap((process) -> process.info().commandLine().stream())
			.toList();
		assertThat(processes).noneMatch((line) -> SECRETS.stream().anyMatch(line::contains));
		this.said.add(begun.end());
		this.said.add(this.commands.begin(ENVIRONMENT, "run", "outside", "--debug").end());
	}

	private void search() throws IOException {
		for (Said one : this.said) {
			assertThat(one.out() + one.err()).doesNotContain(SECRETS).doesNotContain(PERSONAL);
		}
		Map<String, String> cells = new TreeMap<>();
		database((jdbc) -> jdbc.queryForList(TABLES, String.class)
			.forEach((table) -> jdbc.query("SELECT * FROM \"" + table + "\"", (row) -> {
				addCells(table, row, cells);
			})));
		assertThat(cells.keySet()).contains("BATCH_STEP_EXECUTION.EXIT_MESSAGE", "RUN.PROBLEM", "AUDIT_ENTRY.CONTENT",
				"CHANGE_OUTCOME.WHY", "FINDING.CELL", "PLAN_CONFLICT.ENTRY_KEY");
		cells.forEach((column, held) -> {
			assertThat(held).as(column).doesNotContain(SECRETS);
			if (!BELONGS.contains(column) && !BELONGS.contains(column.substring(0, column.indexOf('.')))) {
				assertThat(held).as(column).doesNotContain(PERSONAL);
			}
		});
		assertThat(cells.get("FINDING.CELL")).as("the search finds what is there").contains("13987650");
		searchFiles();
	}

	/** Database files hold what was deleted, too: no secret was ever in them. */
	private void searchFiles() throws IOException {
		try (Stream<Path> files = Files.walk(this.home.resolve("var"))) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				byte[] bytes = Files.readAllBytes(file);
				for (String text : List.of(new String(bytes, StandardCharsets.UTF_8),
						new String(bytes, StandardCharsets.UTF_16BE), new String(bytes, StandardCharsets.UTF_16LE))) {
					assertThat(text.contains(PASSWORD) || text.contains(WRONG) || text.contains(PLAIN)
							|| text.contains(USERNAME))
						.as(file.toString())
						.isFalse();
				}
				if (file.toString().contains("reports") && !file.endsWith("rejected.xlsx")) {
					assertThat(Files.readString(file)).as(file.toString()).doesNotContain(PERSONAL);
				}
			}
		}
	}

	private static void addCells(String table, ResultSet row, Map<String, String> cells) throws SQLException {
		for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
			boolean binary = Set.of("BLOB", "VARBINARY").contains(row.getMetaData().getColumnTypeName(i));
			String cell = binary ? new String(row.getBytes(i), StandardCharsets.UTF_8)
					: String.valueOf(row.getString(i));
			cells.merge(table + "." + row.getMetaData().getColumnName(i), cell,
					(first, second) -> first + "\n" + second);
		}
	}

	private Said give(String... command) {
		List<String> all = new ArrayList<>(List.of(command));
		all.add("--debug");
		Said one = this.commands.give(all.toArray(String[]::new));
		this.said.add(one);
		return one;
	}

	private void database(Consumer<JdbcTemplate> work) {
		try (EmbeddedDatabase database = EmbeddedDatabase.open(this.home.resolve("var"), "test", Clock.systemUTC())) {
			work.accept(new JdbcTemplate(database.dataSource()));
		}
	}

	private void job(String name, String target, String more) {
		this.commands.job(name, """
				source: {connector: excel, file: contacts.xlsx}
				target: %s
				operations: [create, update]
				%s""".formatted(target, more));
	}

	private static String target(String url, String password) {
		return "{connector: jdbc, url: \"" + url + "\", username: \"${CANARY_USERNAME}\", password: \"" + password
				+ "\"}";
	}

	private static void makeOutside(String url) {
		DriverManagerDataSource database = new DriverManagerDataSource(url, "SA", "");
		new ResourceDatabasePopulator(new ClassPathResource("db/migration/V3__embedded_directory.sql"))
			.execute(database);
		new JdbcTemplate(database).execute("CREATE USER \"" + USERNAME + "\" PASSWORD '" + PASSWORD + "' ADMIN");
	}

}
