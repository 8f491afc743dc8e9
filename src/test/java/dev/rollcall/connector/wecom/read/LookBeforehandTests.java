package dev.rollcall.connector.wecom.read;

import java.time.Duration;
import java.util.List;

import dev.rollcall.connector.Page;
import dev.rollcall.connector.remote.FakePace;
import dev.rollcall.connector.wecom.api.MemberDetail;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.FieldNames;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What is looked at before anything is read, and what that costs. */
class LookBeforehandTests {

	private final FakeWeCom wecom = new FakeWeCom();

	private final FakePace time = new FakePace();

	private final Reading reading = reading(Detail.FULL);

	LookBeforehandTests() {
		this.wecom.department(1, 0, "公司");
		for (long id = 2; id <= 30; id++) {
			this.wecom.department(id, 1, "部门" + id);
		}
		this.wecom.member("zhang", 29L, 30L);
		this.wecom.member("li", 30L);
		this.wecom.detail("li", (bare) -> new MemberDetail(null, null, bare.userid(), "李四", bare.departments(), null,
				null, null, null, null, null, null, "13800000000", null, null, null, null, null, null, null));
	}

	@Test
	void looksWhereMembersAreThoughTheFirstDepartmentsHaveNone() {
		assertThat(this.reading.shown()).containsExactly(FieldNames.MOBILE, FieldNames.NAME);
		assertThat(this.wecom.calls("user/list ")).isEqualTo(2);
	}

	@Test
	void whatWasSeenIsNotAskedForAgainWhenItIsRead() {
		this.reading.memberSchema();
		pages();
		assertThat(this.wecom.calls).filteredOn((call) -> call.startsWith("user/list ")).doesNotHaveDuplicates();
		assertThat(this.wecom.calls("user/list_id")).isEqualTo(1);
		assertThat(this.wecom.calls("department/list")).isEqualTo(1);
		// Read once, and looked at in the end whether it is still the same.
		assertThat(this.wecom.calls("department/simplelist")).isEqualTo(2);
	}

	@Test
	void listsThatAreOlderThanAMinuteAreReadAgain() {
		this.reading.memberSchema();
		this.time.pass(Duration.ofSeconds(61).toNanos());
		this.wecom.member("wang", 29L);
		assertThat(ReadingTests.members(pages())).extracting("ref").contains("wang");
		assertThat(this.wecom.calls("user/list_id")).isEqualTo(2);
	}

	@Test
	void eachReadingSeesWhoIsThereThen() {
		assertThat(ReadingTests.members(pages())).hasSize(2);
		this.wecom.member("wang", 29L);
		this.wecom.department(31, 1, "新部门");
		List<Page> pages = pages();
		assertThat(ReadingTests.members(pages)).hasSize(3);
		assertThat(ReadingTests.departments(pages)).extracting(Department::name).contains("新部门").doesNotContain("");
	}

	@Test
	void listsFromBeforeSomethingWasWrittenAreNotRead() {
		this.reading.memberSchema();
		this.wecom.member("wang", 29L);
		this.reading.written();
		assertThat(ReadingTests.members(pages())).hasSize(3);
	}

	@Test
	void whichFieldsThereAreCostsNothingOnceItIsKnown() {
		this.reading.memberSchema();
		int before = this.wecom.calls.size();
		this.reading.written();
		this.reading.memberSchema();
		this.reading.shown();
		assertThat(this.wecom.calls).hasSize(before);
	}

	@Test
	void idsAndNamesNeedNoLook() {
		reading(Detail.IDS).memberSchema();
		assertThat(this.wecom.calls).isEmpty();
		reading(Detail.NAMES).memberSchema();
		assertThat(this.wecom.calls).containsExactly("department/list");
	}

	private List<Page> pages() {
		return ReadingTests.pages(this.reading, null);
	}

	private Reading reading(Detail detail) {
		return new Reading(this.wecom.client(true), detail, null, false, List.of(), this.time, 100, 2);
	}

}
