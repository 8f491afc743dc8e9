package dev.rollcall.connector.jdbc;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

import dev.rollcall.connector.DirectoryContractTests;
import dev.rollcall.connector.DirectoryException;
import dev.rollcall.connector.Surroundings;
import dev.rollcall.connector.Target;
import dev.rollcall.directory.Member;
import dev.rollcall.staging.Migrations;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A directory in a database of the operator's. */
class ExternalJdbcDirectoryTests extends DirectoryContractTests {

	private static final Surroundings HERE = new Surroundings(Path.of(""), Clock.systemUTC());

	private final String url = "jdbc:hsqldb:mem:" + UUID.randomUUID();

	private final JdbcConnector connector = new JdbcConnector(new DriverManagerDataSource("jdbc:hsqldb:mem:unused"));

	@Override
	protected Target open() {
		Migrations.apply(new DriverManagerDataSource(this.url, "SA", ""));
		return this.connector.openTarget(new JdbcSettings(this.url, "SA", ""), HERE);
	}

	@Test
	void isNoPartOfTheRunsOwnTransactions() {
		assertThat(target().capabilities().transactional()).isFalse();
	}

	/** A collation passes over hyphens, which Java's own order of texts does not. */
	@Test
	void knowsWhoBelongsWhereInWhateverOrderTheDatabaseSorts() {
		JdbcTemplate jdbc = new JdbcTemplate(new DriverManagerDataSource(this.url, "SA", ""));
		jdbc.execute("SET DATABASE COLLATION \"English\"");
		Target target = target();
		List<String> userids = List.of("a-c", "ab", "a_c", "a.b", "b", "ba-a", "bab");
		for (String userid : userids) {
			jdbc.update("INSERT INTO directory_member (userid_key, userid, name) VALUES (?, ?, ?)", userid, userid,
					"名");
			jdbc.update("INSERT INTO directory_membership (userid_key, department_id) VALUES (?, ?)", userid, 7);
		}
		jdbc.update("INSERT INTO directory_membership (userid_key, department_id) VALUES (?, ?)", "aa-nobody", 7);
		List<Member> members = pages(target, null).stream().flatMap((page) -> page.members().stream()).toList();
		assertThat(members).extracting(Member::ref).containsExactlyInAnyOrderElementsOf(userids);
		assertThat(members).extracting(Member::ref)
			.as("otherwise this proves nothing")
			.isNotEqualTo(members.stream().map(Member::ref).sorted().toList());
		assertThat(members).allSatisfy((member) -> assertThat(member.placements().departments()).containsExactly("7"));
	}

	@Test
	void saysWhichDatabaseCannotBeOpened() {
		assertThatExceptionOfType(DirectoryException.class)
			.isThrownBy(() -> this.connector.openTarget(new JdbcSettings(this.url, "nobody", "wrong"), HERE))
			.satisfies((problem) -> assertThat(problem.text().arguments()).contains(this.url))
			.satisfies((problem) -> assertThat(problem.text().toString()).doesNotContain("wrong"));
	}

}
