package dev.rollcall.connector.jdbc;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.rollcall.connector.DirectoryContractTests;
import dev.rollcall.connector.Outcome;
import dev.rollcall.connector.Page;
import dev.rollcall.connector.PageReader;
import dev.rollcall.connector.Surroundings;
import dev.rollcall.connector.Target;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Placements;
import dev.rollcall.directory.Schema;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.ChangeKind;
import dev.rollcall.staging.Migrations;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The embedded directory, and one in a database of its own. */
class JdbcDirectoryTests extends DirectoryContractTests {

	private final DriverManagerDataSource database = new DriverManagerDataSource(
			"jdbc:hsqldb:mem:" + UUID.randomUUID() + ";hsqldb.tx=mvcc", "SA", "");

	@Override
	protected Target open() {
		Migrations.apply(this.database);
		return new JdbcConnector(this.database).openTarget(new JdbcSettings(null, null, null),
				new Surroundings(Path.of(""), Clock.systemUTC()));
	}

	@Test
	void keepsFieldsThatHaveNoColumn() {
		apply(create("a", Map.of("name", "甲", "工号", "0042", "备注", "")));
		Member member = members().get(0);
		assertThat(member.fields().value("工号")).isEqualTo("0042");
		apply(update("a", Map.of("工号", "")));
		assertThat(members().get(0).fields().value("工号")).isEmpty();
	}

	@Test
	void refusesAValueThatIsTooLongAndSaysWhich() {
		List<Outcome> outcomes = target().apply(
				List.of(create("a", Map.of("name", "甲", "alias", "x".repeat(65))), create("b", Map.of("name", "乙"))),
				this.refs);
		assertThat(outcomes.get(0).why()).isEqualTo(Message.of("jdbc.too-long", "alias", 65, 64));
		assertThat(outcomes.get(1).state()).isEqualTo(Outcome.State.DONE);
	}

	@Test
	void findsTheOneBadRowOfALargeBatch() {
		apply(create("u500", Map.of("name", "先来")));
		List<Change> batch = java.util.stream.IntStream.range(0, 1000)
			.mapToObj((i) -> create("u" + i, Map.of("name", "名" + i)))
			.toList();
		List<Outcome> outcomes = target().apply(batch, this.refs);
		assertThat(outcomes.get(500).state()).isEqualTo(Outcome.State.FAILED);
		assertThat(outcomes.stream().filter((outcome) -> outcome.state() == Outcome.State.DONE)).hasSize(999);
		assertThat(members()).hasSize(1000);
	}

	@Test
	void renamesAUseridWithEverythingThatHangsOnIt() {
		apply(create("old", Map.of("name", "甲", "工号", "1")));
		Member before = new Member("old", "old", null, Fields.unknown(Schema.of()), null, null);
		Member after = new Member("old", "New", null, Fields.unknown(Schema.of()), null, null);
		apply(new Change(ChangeKind.UPDATE, EntryKind.MEMBER, "old", "old", before, after, Message.of("test")));
		assertThat(members()).hasSize(1);
		assertThat(members().get(0).userid()).isEqualTo("New");
		assertThat(members().get(0).fields().value("工号")).isEqualTo("1");
	}

	@Test
	void neverUsesADepartmentsIdAgain() {
		Change first = department("甲部");
		apply(first);
		String ref = this.refs.ref("+甲部");
		apply(new Change(ChangeKind.DELETE, EntryKind.DEPARTMENT, "甲部", ref, first.after(), null, Message.of("test")));
		apply(department("乙部"));
		assertThat(this.refs.ref("+乙部")).isNotEqualTo(ref);
	}

	private static Change department(String name) {
		return new Change(ChangeKind.CREATE, EntryKind.DEPARTMENT, name, null, null,
				new dev.rollcall.directory.Department(name, null, null,
						Fields.of(Schema.of("name"), Map.of("name", name)), null),
				Message.of("test"));
	}

	private static Change create(String userid, Map<String, String> fields) {
		return new Change(ChangeKind.CREATE, EntryKind.MEMBER, userid, null, null, new Member(userid, userid, null,
				Fields.of(Schema.of(List.copyOf(fields.keySet())), fields), new Placements(List.of(), null), null),
				Message.of("test"));
	}

	private static Change update(String userid, Map<String, String> fields) {
		Schema schema = Schema.of(List.copyOf(fields.keySet()));
		return new Change(ChangeKind.UPDATE, EntryKind.MEMBER, userid, userid,
				new Member(userid, null, null, Fields.unknown(schema), null, null),
				new Member(userid, null, null, Fields.of(schema, fields), null, null), Message.of("test"));
	}

	private List<Member> members() {
		List<Member> members = new java.util.ArrayList<>();
		try (PageReader reader = target().read(null)) {
			for (Page page = reader.next(); page != null; page = reader.next()) {
				members.addAll(page.members());
			}
		}
		return members;
	}

}
