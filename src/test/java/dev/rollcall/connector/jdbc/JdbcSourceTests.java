package dev.rollcall.connector.jdbc;

import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;

import dev.rollcall.connector.Claim;
import dev.rollcall.connector.Source;
import dev.rollcall.connector.SourceContractTests;
import dev.rollcall.connector.Surroundings;
import dev.rollcall.staging.Migrations;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Tables that are read only: as a source they say how much they hold. */
class JdbcSourceTests extends SourceContractTests {

	private static final Surroundings HERE = new Surroundings(Path.of(""), Clock.systemUTC());

	private static final JdbcSettings EMBEDDED = new JdbcSettings(null, null, null);

	private final DriverManagerDataSource database = new DriverManagerDataSource("jdbc:hsqldb:mem:" + UUID.randomUUID(),
			"SA", "");

	private final JdbcConnector connector = new JdbcConnector(this.database);

	private final JdbcTemplate jdbc = new JdbcTemplate(this.database);

	@Override
	protected Source filled() {
		Migrations.apply(this.database);
		department(1, 0, "公司");
		department(2, 1, "研发部");
		department(3, 2, "后端组");
		this.jdbc.update("""
				INSERT INTO directory_member (userid_key, userid, name, main_department)
				VALUES ('zhangsan', 'ZhangSan', '张三', 3)""");
		for (int department : new int[] { 2, 3 }) {
			this.jdbc.update("INSERT INTO directory_membership (userid_key, department_id) VALUES ('zhangsan', ?)",
					department);
		}
		return this.connector.openSource(EMBEDDED, HERE);
	}

	@Test
	void saysHowMuchItHolds() {
		assertThat(filled().claimed()).isEqualTo(new Claim(3, 1));
	}

	@Test
	void isNotCountedWhereItOnlyFollows() {
		filled();
		assertThat(this.connector.openTarget(EMBEDDED, HERE).claimed()).isNull();
	}

	private void department(int id, int parent, String name) {
		this.jdbc.update("INSERT INTO directory_department (id, parent_id, name) VALUES (?, ?, ?)", id, parent, name);
	}

}
