package dev.rollcall.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import dev.rollcall.connector.DirectoryException;
import dev.rollcall.connector.memory.MemoryConnector;
import dev.rollcall.connector.memory.MemoryDirectory;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import dev.rollcall.directory.Schema;
import dev.rollcall.report.Words;
import dev.rollcall.staging.Run;
import dev.rollcall.staging.RunState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Two members exchange their userids, and the run breaks off in the middle of it. */
class ParkedMembersIntegrationTests {

	private static final Schema SCHEMA = Schema.of("name");

	private static final RunObserver NOBODY = new RunObserver() {
	};

	@TempDir
	Path home;

	private MemoryDirectory target;

	private Workplace workplace;

	@BeforeEach
	void breakOff() throws IOException {
		MemoryDirectory source = MemoryConnector.add("swap-source", MemoryDirectory.plain("swap-source", SCHEMA));
		this.target = MemoryConnector.add("swap-target", MemoryDirectory.plain("swap-target", SCHEMA));
		String ours = source.put(null, "公司", null);
		String theirs = this.target.put(null, "公司", null);
		source.put(member("row 1", "b", "a", "甲", ours));
		source.put(member("row 2", "a", "b", "乙", ours));
		this.target.put(member("a", "a", null, "甲", theirs));
		this.target.put(member("b", "b", null, "乙", theirs));
		Files.createDirectories(this.home.resolve("jobs"));
		Files.writeString(this.home.resolve("jobs/swap.yaml"), """
				source: {connector: memory, name: swap-source}
				target: {connector: memory, name: swap-target}
				operations: [create, update, delete]
				limits: {delete: {percent: 100, small-percent: 100}}
				""");
		this.workplace = Workplace.open(new Home(this.home), Words.in(Locale.ENGLISH), "test");
		this.target.leaveAfter(1);
		assertThatExceptionOfType(DirectoryException.class).isThrownBy(this::begin);
		this.target.refuse(0);
		assertThat(names()).containsOnlyKeys("b", "rollcall-parked-0");
	}

	@AfterEach
	void close() {
		this.workplace.close();
	}

	@Test
	void noOtherRunTakesThemForStrangers() {
		Map<String, String> before = names();
		assertThatExceptionOfType(RunException.class).isThrownBy(this::begin)
			.satisfies((refused) -> assertThat(Words.in(Locale.ENGLISH).of(refused.text())).contains("Run 1 broke off",
					"restart 1", "undo 1"));
		assertThat(names()).isEqualTo(before);
		assertThatExceptionOfType(RunException.class).isThrownBy(() -> runs().abandon(1));
		assertThat(runs().find(1).state().canRestart()).isTrue();
	}

	@Test
	void aRestartFinishesIt() {
		assertThat(runs().restart("1", NOBODY).state()).isEqualTo(RunState.DONE);
		assertThat(names()).containsExactlyInAnyOrderEntriesOf(Map.of("b", "甲", "a", "乙"));
		assertThat(begin().state()).isEqualTo(RunState.DONE);
	}

	@Test
	void anUndoTakesItBack() {
		assertThat(runs().undo(1, Run.Goal.APPLY, NOBODY).state()).isEqualTo(RunState.DONE);
		assertThat(names()).containsExactlyInAnyOrderEntriesOf(Map.of("a", "甲", "b", "乙"));
		assertThat(runs().find(1).state()).isEqualTo(RunState.ABANDONED);
	}

	private Run begin() {
		return runs().begin("swap", Map.of(), Run.Goal.APPLY, NOBODY);
	}

	private Runs runs() {
		return this.workplace.runs();
	}

	private Map<String, String> names() {
		Map<String, String> names = new TreeMap<>();
		this.target.members().forEach((member) -> names.put(member.userid(), member.name()));
		return names;
	}

	private static Member member(String ref, String userid, String former, String name, String department) {
		return new Member(ref, userid, former, Fields.of(SCHEMA, Map.of(FieldNames.NAME, name)),
				new Placements(List.of(new Placement(department, 0L, false)), department), null);
	}

}
