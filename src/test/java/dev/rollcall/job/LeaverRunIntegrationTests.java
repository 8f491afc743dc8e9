package dev.rollcall.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.rollcall.connector.CheckResult;
import dev.rollcall.connector.memory.MemoryConnector;
import dev.rollcall.connector.memory.MemoryDirectory;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Placements;
import dev.rollcall.directory.Remedy;
import dev.rollcall.directory.Schema;
import dev.rollcall.plan.ChangeKind;
import dev.rollcall.report.LeaverLine;
import dev.rollcall.report.Words;
import dev.rollcall.staging.Run;
import dev.rollcall.staging.RunState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Leavers in a directory that is no part of the run's own transactions, or cannot
 * disable.
 */
class LeaverRunIntegrationTests {

	private static final Schema SCHEMA = Schema.of("name", "enabled");

	private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

	private static final RunObserver NOBODY = new RunObserver() {
	};

	@TempDir
	Path home;

	private MemoryDirectory target;

	private Workplace workplace;

	@BeforeEach
	void open() throws IOException {
		MemoryDirectory source = MemoryConnector.add("leavers-source",
				MemoryDirectory.plain("leavers-source", Schema.of("name")));
		source.put(new Member("stays", "stays", null, Fields.of(Schema.of("name"), Map.of("name", "名")), null, null));
		Files.createDirectories(this.home.resolve("jobs"));
		Files.writeString(this.home.resolve("jobs/leave.yaml"), """
				source: {connector: memory, name: leavers-source}
				target: {connector: memory, name: leavers-target}
				operations: [delete]
				on-leave: {disable-then-delete-after: 30d}
				""");
	}

	@AfterEach
	void close() {
		this.workplace.close();
	}

	@Test
	void aTargetThatCannotDisableIsRefusedBeforeAnythingStarts() {
		at(NOW, MemoryDirectory.plain("leavers-target", SCHEMA));
		RunException refused = catchThrowableOfType(RunException.class, this::run);
		assertThat(refused.text().code()).isEqualTo("job.cannot-disable");
		assertThat(refused.remedy()).isEqualTo(Remedy.CHANGE_THE_JOB);
		assertThat(this.workplace.runs().find(1).state()).as("nothing would be different the next time")
			.isEqualTo(RunState.ABANDONED);
		assertThat(this.workplace.readiness().check("leave", Map.of())).filteredOn((result) -> !result.good())
			.extracting(CheckResult::text)
			.containsExactly(refused.text());
		assertThat(this.workplace.runs().begin("leave", Map.of("on-leave", "delete"), Run.Goal.APPLY, NOBODY).state())
			.isEqualTo(RunState.DONE);
	}

	@Test
	void aLostAnswerPutsNobodyInTheQueueTwiceAndDisablesThemOnce() {
		at(NOW, MemoryDirectory.disabling("leavers-target", SCHEMA));
		this.target.loseAnswers(1);
		assertThat(run().state()).isEqualTo(RunState.DONE);
		assertThat(this.target.applied()).hasSize(2).allMatch((change) -> change.kind() == ChangeKind.DISABLE);
		assertThat(this.workplace.leavers().all()).hasSize(2).allSatisfy((line) -> {
			assertThat(line.disabledSince()).isEqualTo(NOW);
			assertThat(line.deletedAfter()).isEqualTo(NOW.plus(Duration.ofDays(30)));
		});
	}

	@Test
	void aSavedPlanPutsThemInTheQueueWhenItIsApplied() {
		at(NOW, MemoryDirectory.disabling("leavers-target", SCHEMA));
		Run plan = this.workplace.runs().begin("leave", Map.of(), Run.Goal.PLAN, NOBODY);
		assertThat(this.workplace.leavers().all()).isEmpty();
		assertThat(this.workplace.runs().apply(plan.id(), NOBODY).state()).isEqualTo(RunState.DONE);
		assertThat(this.workplace.leavers().all()).extracting(LeaverLine::userid)
			.containsExactlyInAnyOrder("leaves", "leaves-too");
	}

	private Run run() {
		return this.workplace.runs().begin("leave", Map.of(), Run.Goal.APPLY, NOBODY);
	}

	private void at(Instant now, MemoryDirectory directory) {
		this.target = MemoryConnector.add("leavers-target", directory);
		for (String userid : List.of("stays", "leaves", "leaves-too")) {
			this.target.put(new Member(userid, userid, null, Fields.of(SCHEMA, Map.of("name", "名", "enabled", "true")),
					new Placements(List.of(), null), null));
		}
		this.workplace = Workplace.open(new Home(this.home), Words.in(Locale.ENGLISH), "test",
				Clock.fixed(now, ZoneOffset.UTC));
	}

}
