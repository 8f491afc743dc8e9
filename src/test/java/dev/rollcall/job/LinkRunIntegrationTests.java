package dev.rollcall.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.rollcall.connector.memory.MemoryConnector;
import dev.rollcall.connector.memory.MemoryDirectory;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import dev.rollcall.directory.Schema;
import dev.rollcall.plan.Explanation;
import dev.rollcall.plan.Pairing;
import dev.rollcall.report.Explained;
import dev.rollcall.report.ExplanationViews;
import dev.rollcall.report.Masking;
import dev.rollcall.report.RunView;
import dev.rollcall.report.RunViews;
import dev.rollcall.report.Words;
import dev.rollcall.staging.Run;
import dev.rollcall.staging.RunState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Whom a name has brought together stays together; two of one name never are. */
class LinkRunIntegrationTests {

	private static final Schema SCHEMA = Schema.of("name", "mobile");

	private static final RunObserver NOBODY = new RunObserver() {
	};

	@TempDir
	Path home;

	private MemoryDirectory source;

	private MemoryDirectory target;

	private String ours;

	private String theirs;

	private Workplace workplace;

	@BeforeEach
	void open() throws IOException {
		this.source = MemoryConnector.add("link-source", MemoryDirectory.plain("link-source", SCHEMA));
		this.target = MemoryConnector.add("link-target", MemoryDirectory.plain("link-target", SCHEMA));
		this.ours = this.source.put(null, "公司", null);
		this.theirs = this.target.put(null, "公司", null);
		Files.createDirectories(this.home.resolve("jobs"));
		Files.writeString(this.home.resolve("jobs/links.yaml"), """
				source: {connector: memory, name: link-source}
				target: {connector: memory, name: link-target}
				match: {members: [userid, name]}
				operations: [create, update, delete]
				ignore: [{fields: [userid], operations: [update]}]
				limits: {delete: {percent: 100, small-percent: 100}}
				""");
		this.workplace = Workplace.open(new Home(this.home), Words.in(Locale.ENGLISH), "test");
	}

	@AfterEach
	void close() {
		this.workplace.close();
	}

	@Test
	void aPairThatWasFoundByNameStaysAPairWhenTheNameChangesAndASecondOneComes() {
		put(this.source, "a", "甲", "1");
		put(this.target, "x", "甲", "9");
		assertThat(run().state()).isEqualTo(RunState.DONE);
		assertThat(people()).containsExactly("x 甲 1");
		put(this.source, "a", "改名", "1");
		put(this.source, "b", "甲", "2");
		assertThat(run().state()).isEqualTo(RunState.DONE);
		assertThat(people()).containsExactly("b 甲 2", "x 改名 1");
	}

	@Test
	void explainsThatAPairIsLinkedSinceWhenAndByWhat() {
		put(this.source, "a", "甲", "1");
		put(this.target, "x", "甲", "1");
		assertThat(explain().pairing().how()).isEqualTo(Pairing.How.NAME);
		assertThat(run().state()).isEqualTo(RunState.DONE);
		put(this.target, "y", "甲", "2");
		Pairing pairing = explain().pairing();
		assertThat(pairing.how()).isEqualTo(Pairing.How.LINK);
		assertThat(pairing.link()).isNotNull().satisfies((link) -> assertThat(link.run()).isEqualTo(1));
		Explained explained = this.workplace.runs().explain("links", Map.of(), "a", NOBODY);
		assertThat(ExplanationViews.of(explained, new Masking(true), Words.in(Locale.ENGLISH)).toString())
			.contains("by a link made in run 1 by name");
	}

	@Test
	void twoOfOneNameAreReportedWithBothCandidatesAndLeftAlone() {
		put(this.source, "a", "甲", "1");
		put(this.target, "x", "甲", "8");
		put(this.target, "y", "甲", "9");
		put(this.source, "b", "乙", "2");
		put(this.source, "c", "乙", "3");
		put(this.target, "z", "乙", "7");
		put(this.source, "d", "丙", "4");
		put(this.source, "e", "丙", "5");
		put(this.target, "v", "丙", "4");
		put(this.target, "w", "丙", "5");
		Run run = run();
		assertThat(run.state()).isEqualTo(RunState.PARTIAL);
		assertThat(this.target.applied()).isEmpty();
		assertThat(view(run).conflicts()).extracting(RunView.ConflictView::reasonCode)
			.containsOnly("plan.conflict.shared-members")
			.hasSize(3);
		assertThat(view(run).conflicts()).extracting(RunView.ConflictView::reason)
			.anyMatch((reason) -> reason.contains("1 of the source (a) and 2 of the target (x, y) share it"))
			.anyMatch((reason) -> reason.contains("2 of the source (b, c) and 1 of the target (z) share it"))
			.anyMatch((reason) -> reason.contains("2 of the source (d, e) and 2 of the target (v, w) share it"));
	}

	@Test
	void aLinkWhoseMemberTheTargetHasNoMoreIsForgottenAndThatIsSaid() {
		put(this.source, "a", "甲", "1");
		put(this.target, "x", "甲", "1");
		run();
		this.target.remove("x");
		Run second = run();
		assertThat(view(second).notes()).anyMatch((note) -> note.contains("a → x"));
		assertThat(people()).containsExactly("a 甲 1");
		put(this.target, "x", "别人", "5");
		assertThat(view(run()).notes()).isEmpty();
		assertThat(people()).as("whoever comes by that userid is somebody else").containsExactly("a 甲 1");
	}

	@Test
	void aLinkLastsUntilItsMemberIsDeleted() {
		put(this.source, "stays", "乙", "2");
		put(this.target, "stays", "乙", "2");
		put(this.source, "a", "甲", "1");
		put(this.target, "x", "甲", "1");
		run();
		this.source.remove("a");
		this.target.fail(1);
		assertThat(run().state()).isEqualTo(RunState.PARTIAL);
		put(this.source, "a", "改名", "1");
		run();
		assertThat(people()).as("it was not deleted, so it is the same").containsExactly("stays 乙 2", "x 改名 1");
		this.source.remove("a");
		run();
		assertThat(people()).containsExactly("stays 乙 2");
		put(this.target, "x", "新人", "3");
		put(this.source, "a", "甲", "1");
		run();
		assertThat(people()).as("who has the userid now is somebody else").containsExactly("a 甲 1", "stays 乙 2");
	}

	@Test
	void aPairWhoseChangeWasRefusedIsNotLinked() {
		put(this.source, "a", "甲", "1");
		put(this.target, "x", "甲", "9");
		this.target.fail(1);
		assertThat(run().state()).isEqualTo(RunState.PARTIAL);
		put(this.source, "a", "改名", "1");
		run();
		assertThat(people()).containsExactly("a 改名 1");
	}

	@Test
	void whatFailedIsLinkedOnceItIsTriedAgain() {
		put(this.source, "a", "甲", "1");
		put(this.target, "x", "甲", "9");
		this.target.fail(1);
		run();
		assertThat(this.workplace.runs().retry("links", NOBODY).state()).isEqualTo(RunState.DONE);
		put(this.source, "a", "改名", "1");
		run();
		assertThat(people()).containsExactly("x 改名 1");
	}

	@Test
	void whoeverComesWithTheUseridOfSomebodyLinkedIsNotDeleted() {
		put(this.source, "a", "甲", "1");
		put(this.target, "x", "甲", "1");
		run();
		put(this.target, "a", "不速之客", "6");
		Run second = run();
		assertThat(second.state()).isEqualTo(RunState.PARTIAL);
		assertThat(people()).containsExactly("a 不速之客 6", "x 甲 1");
	}

	@Test
	void anUndoTakesBackWhatWasWrittenAndTheLinkStays() {
		put(this.source, "a", "甲", "1");
		put(this.target, "x", "甲", "9");
		run();
		this.workplace.runs().undo(1, Run.Goal.APPLY, NOBODY);
		assertThat(people()).containsExactly("x 甲 9");
		put(this.source, "a", "改名", "1");
		run();
		assertThat(people()).containsExactly("x 改名 1");
	}

	private Run run() {
		return this.workplace.runs().begin("links", Map.of(), Run.Goal.APPLY, NOBODY);
	}

	private Explanation explain() {
		return this.workplace.runs().explain("links", Map.of(), "a", NOBODY).explanations().get(0);
	}

	private RunView view(Run run) {
		return this.workplace.views()
			.of(run, new RunViews.Scope(RunViews.Changes.TROUBLE, 100, 100, new Masking(true),
					Words.in(Locale.ENGLISH)));
	}

	private List<String> people() {
		return this.target.members()
			.stream()
			.map((member) -> member.userid() + " " + member.name() + " " + member.fields().value("mobile"))
			.toList();
	}

	private void put(MemoryDirectory directory, String userid, String name, String mobile) {
		String department = directory.equals(this.source) ? this.ours : this.theirs;
		directory.put(new Member(userid, userid, null, Fields.of(SCHEMA, Map.of("name", name, "mobile", mobile)),
				new Placements(List.of(new Placement(department, 0L, false)), department), null));
	}

}
