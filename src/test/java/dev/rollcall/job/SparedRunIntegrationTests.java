package dev.rollcall.job;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.rollcall.connector.memory.MemoryConnector;
import dev.rollcall.connector.memory.MemoryDirectory;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import dev.rollcall.directory.Schema;
import dev.rollcall.plan.Disposition;
import dev.rollcall.report.ExplanationViews;
import dev.rollcall.report.Masking;
import dev.rollcall.report.RunView;
import dev.rollcall.report.RunViews;
import dev.rollcall.report.TextReport;
import dev.rollcall.report.Words;
import dev.rollcall.staging.Run;
import dev.rollcall.staging.RunState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Whom a target has suspended or retired stays there, whatever the source has. */
class SparedRunIntegrationTests {

	private static final Schema SCHEMA = Schema.of("name", "status", "enabled");

	private static final RunObserver NOBODY = new RunObserver() {
	};

	@TempDir
	Path home;

	private final Instant[] now = { Instant.parse("2026-11-01T00:00:00Z") };

	private MemoryDirectory target;

	private String top;

	private Workplace workplace;

	@BeforeEach
	void open() {
		MemoryDirectory source = MemoryConnector.add("spared-source",
				MemoryDirectory.plain("spared-source", Schema.of("name")));
		String ours = source.put(null, "公司", null);
		source
			.put(new Member("stays", "stays", null, Fields.of(Schema.of("name"), Map.of("name", "甲")), in(ours), null));
		this.target = MemoryConnector.add("spared-target", MemoryDirectory.linking("spared-target", SCHEMA));
		this.top = this.target.put(null, "公司", null);
		there("stays", "activated", this.top);
		this.workplace = Workplace.open(new Home(this.home), Words.in(Locale.ENGLISH), "test", clock());
	}

	@AfterEach
	void close() {
		this.workplace.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "delete", "disable", "{disable-then-delete-after: 1d}" })
	void whoeverIsSparedIsNeitherDeletedNorDisabled(String onLeave) throws IOException {
		there("suspended", "suspended", this.top);
		there("resigned", "resigned", this.top);
		job("on-leave: " + onLeave);
		Run run = run();
		assertThat(run.state()).isEqualTo(RunState.DONE);
		assertThat(this.target.applied()).isEmpty();
		assertThat(text(run, Locale.ENGLISH)).contains("2 only in the target and kept");
		assertThat(text(run, Locale.CHINESE)).contains("2 个仅目标有、予以保留");
	}

	@Test
	void othersGoAllTheSame() throws IOException {
		there("resigned", "resigned", this.top);
		there("left", "activated", this.top);
		there("of no known status", "", this.top);
		job("");
		assertThat(run().state()).isEqualTo(RunState.DONE);
		assertThat(people()).containsExactly("resigned resigned", "stays activated");
	}

	@Test
	void explainsWhySomebodyIsKept() throws IOException {
		there("resigned", "resigned", this.top);
		job("");
		var explained = this.workplace.runs().explain("spared", Map.of(), "resigned", NOBODY);
		assertThat(explained.explanations()).singleElement()
			.satisfies((explanation) -> assertThat(explanation.decision()).isEqualTo(Disposition.SPARED));
		assertThat(ExplanationViews.of(explained, new Masking(true), Words.in(Locale.ENGLISH)).toString())
			.contains("such members are kept");
	}

	@Test
	void aDepartmentInWhichSomebodyIsSparedIsWithheldAndSaysSo() throws IOException {
		String old = this.target.put(this.top, "旧部", null);
		String below = this.target.put(old, "旧组", null);
		there("resigned", "resigned", below);
		job("");
		Run run = run();
		assertThat(run.state()).isEqualTo(RunState.PARTIAL);
		assertThat(this.target.departments()).extracting(Department::name).containsExactly("公司", "旧部", "旧组");
		assertThat(view(run, Locale.ENGLISH).changes()).hasSize(2).allSatisfy((change) -> {
			assertThat(change.state()).isEqualTo("withheld");
			assertThat(change.why()).contains("whom the target keeps");
		});
	}

	@Test
	void whomARunHasSuspendedIsDeletedWhenTheWaitIsOverButNotWhoHasResignedSince() throws IOException {
		there("waits", "activated", this.top);
		there("resigns", "activated", this.top);
		job("on-leave: {disable-then-delete-after: 2d}\nlimits: {disable: {small-percent: 100}}");
		run();
		// What such a directory shows of those whom it has disabled.
		there("waits", "suspended", this.top);
		there("resigns", "resigned", this.top);
		this.now[0] = this.now[0].plus(Duration.ofDays(1));
		run();
		assertThat(people()).containsExactly("resigns resigned", "stays activated", "waits suspended");
		this.now[0] = this.now[0].plus(Duration.ofDays(2));
		run();
		assertThat(people()).containsExactly("resigns resigned", "stays activated");
	}

	private void job(String more) throws IOException {
		Files.createDirectories(this.home.resolve("jobs"));
		Files.writeString(this.home.resolve("jobs/spared.yaml"), """
				source: {connector: memory, name: spared-source}
				target: {connector: memory, name: spared-target}
				operations: [create, update, delete: {departments: true}]
				%s
				""".formatted(more));
	}

	private Run run() {
		return this.workplace.runs().begin("spared", Map.of(), Run.Goal.APPLY, NOBODY);
	}

	private RunView view(Run run, Locale language) {
		return this.workplace.views()
			.of(run, new RunViews.Scope(RunViews.Changes.ALL, 100, 100, new Masking(true), Words.in(language)));
	}

	private String text(Run run, Locale language) {
		StringWriter text = new StringWriter();
		new TextReport(Words.in(language), ZoneOffset.UTC, new PrintWriter(text, true)).summary(view(run, language));
		return text.toString();
	}

	private List<String> people() {
		return this.target.members()
			.stream()
			.map((member) -> member.userid() + " " + member.fields().value("status"))
			.sorted()
			.toList();
	}

	private void there(String userid, String status, String department) {
		this.target.put(new Member("ref of " + userid, userid, null,
				Fields.of(SCHEMA,
						Map.of("name", "甲", "status", status, "enabled", Boolean.toString(!isSpared(status)))),
				in(department), null));
	}

	private static boolean isSpared(String status) {
		return status.equals("suspended") || status.equals("resigned");
	}

	private static Placements in(String department) {
		return new Placements(List.of(new Placement(department, 0L, false)), department);
	}

	/** Tells the time that a test has set. */
	private Clock clock() {
		return new Clock() {

			@Override
			public ZoneId getZone() {
				return ZoneOffset.UTC;
			}

			@Override
			public Clock withZone(ZoneId zone) {
				return this;
			}

			@Override
			public Instant instant() {
				return SparedRunIntegrationTests.this.now[0];
			}

		};
	}

}
