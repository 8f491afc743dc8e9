package dev.rollcall.connector.wecom.read;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.rollcall.connector.CheckResult;
import dev.rollcall.connector.Page;
import dev.rollcall.connector.memory.MemoryDirectory;
import dev.rollcall.connector.remote.Pace;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Finding;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Origin;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import dev.rollcall.directory.Schema;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Ids from WeCom, names and fields from an export beside it. */
class CompanionTests {

	private static final Schema SCHEMA = Schema.of("name", "mobile", "address", "工号");

	private final FakeWeCom wecom = new FakeWeCom();

	private final MemoryDirectory export = MemoryDirectory.plain("export", SCHEMA);

	private final String company = this.export.put(null, "公司", null);

	private final String research = this.export.put(this.company, "研发部", null);

	private final String sales = this.export.put(this.company, "销售部", null);

	CompanionTests() {
		this.wecom.department(1, 0, "今日公司");
		this.wecom.department(2, 1, "今日研发部");
		this.wecom.department(3, 1, "今日销售部");
		this.wecom.department(4, 1, "无人部");
		for (String userid : List.of("A", "b", "c")) {
			this.wecom.member(userid, 2L);
			exported(userid, this.research);
		}
		this.wecom.member("d", 3L);
		exported("d", this.sales);
	}

	@Test
	void namesAndFieldsComeFromTheExportAndPlacesFromTheIds() {
		this.wecom.member("c", 3L);
		List<Page> pages = pages();
		assertThat(ReadingTests.departments(pages)).extracting(Department::ref, Department::name)
			.containsExactly(tuple("1", "公司"), tuple("2", "研发部"), tuple("3", ""), tuple("4", ""));
		assertThat(ReadingTests.members(pages)).extracting(Member::ref, Member::name)
			.containsExactly(tuple("a", "名A"), tuple("b", "名b"), tuple("c", "名c"), tuple("d", "名d"));
		assertThat(ReadingTests.member(pages, "c").placements())
			.isEqualTo(new Placements(List.of(Placement.in("3")), "3"));
		assertThat(codes(pages)).containsExactly("wecom.companion.unclear[公司/销售部]");
	}

	@Test
	void whoeverOnlyTheExportHasIsReportedAndNotCreated() {
		exported("gone", this.sales);
		List<Page> pages = pages();
		assertThat(ReadingTests.members(pages)).extracting(Member::ref).doesNotContain("gone");
		assertThat(codes(pages)).containsExactly("wecom.companion.not-in-wecom[gone]");
		assertThat(findings(pages)).extracting(Finding::severity).containsOnly(Finding.Severity.WARNING);
	}

	@Test
	void whoeverTheExportDoesNotHaveStaysUnknown() {
		this.wecom.member("new", 3L);
		assertThat(ReadingTests.member(pages(), "new").fields().known()).isEmpty();
	}

	@Test
	void rowsThatContradictEachOtherAreNotUsed() {
		this.export.putAgain(new Member("b", "B", null, Fields.of(SCHEMA, Map.of("name", "另一个")),
				new Placements(List.of(Placement.in(this.research)), null), null));
		List<Page> pages = pages();
		assertThat(ReadingTests.member(pages, "b").name()).isNull();
		assertThat(codes(pages)).singleElement().asString().startsWith("wecom.companion.twice");
	}

	@Test
	void aColumnInWhichNobodyHasAnythingIsUnknown() {
		Fields fields = ReadingTests.member(pages(), "a").fields();
		assertThat(fields.known()).containsOnlyKeys("name", "mobile", "工号");
	}

	@Test
	void aRejectedRowOfTheExportIsAWarningBehindThePartOfWeComItself() {
		this.wecom.member("bad", 3L);
		this.export.reject("bad");
		List<Page> pages = pages();
		assertThat(findings(pages)).extracting(Finding::severity, Finding::origin, Finding::userid)
			.containsExactly(tuple(Finding.Severity.WARNING, new Origin(1, 1), "bad"));
		assertThat(ReadingTests.member(pages, "bad").name()).isNull();
		assertThat(pages).allMatch((page) -> page.gaps().isEmpty());
	}

	@Test
	void whatWeComShowsGoesBeforeWhatTheExportSays() {
		Reading reading = new Reading(this.wecom.client(true), Detail.NAMES, this.export, false, List.of(), Pace.REAL,
				100, 2);
		List<Page> pages = ReadingTests.pages(reading, null);
		assertThat(ReadingTests.departments(pages)).extracting(Department::name).contains("今日研发部", "无人部");
		Member member = ReadingTests.member(pages, "a");
		assertThat(member.name()).isEqualTo("name of A");
		assertThat(member.fields().value(FieldNames.MOBILE)).isEqualTo("138");
	}

	@Test
	void whatIsFoundIsToldByTheCheckAndOnceInTheRun() {
		exported("gone", this.sales);
		Reading reading = reading();
		assertThat(reading.check()).contains(new CheckResult(true, Message.of("wecom.check.companion", 4, 4)),
				new CheckResult(true, Message.of("wecom.check.names", 3, 4)));
		List<Page> pages = ReadingTests.pages(reading, null);
		assertThat(ReadingTests.pages(reading, pages.get(0).cursor())).allMatch((page) -> page.findings().isEmpty());
	}

	private void exported(String userid, String department) {
		this.export.put(new Member(userid, userid, null,
				Fields.of(SCHEMA, Map.of("name", "名" + userid, "mobile", "138", "address", "", "工号", "")),
				new Placements(List.of(Placement.in(department)), department), null));
		this.export.put(new Member("x", "A", null,
				Fields.of(SCHEMA, Map.of("name", "名A", "mobile", "138", "address", "", "工号", "7")),
				new Placements(List.of(Placement.in(this.research)), this.research), null));
	}

	private Reading reading() {
		return new Reading(this.wecom.client(false), Detail.IDS, this.export, false, List.of(), Pace.REAL, 100, 2);
	}

	private List<Page> pages() {
		return ReadingTests.pages(reading(), null);
	}

	private static List<Finding> findings(List<Page> pages) {
		return pages.stream().flatMap((page) -> page.findings().stream()).toList();
	}

	private static Stream<String> codes(List<Page> pages) {
		return findings(pages).stream().map((finding) -> finding.reason().toString());
	}

}
