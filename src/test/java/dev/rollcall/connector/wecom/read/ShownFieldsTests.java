package dev.rollcall.connector.wecom.read;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.rollcall.connector.Page;
import dev.rollcall.connector.remote.Pace;
import dev.rollcall.connector.wecom.api.CustomFields;
import dev.rollcall.connector.wecom.api.MemberDetail;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Which fields are known of members, and what of them. */
class ShownFieldsTests {

	private final FakeWeCom wecom = new FakeWeCom();

	ShownFieldsTests() {
		this.wecom.department(1, 0, "公司");
		this.wecom.department(2, 1, "研发部");
		this.wecom.department(3, 2, "后端组");
		this.wecom.department(4, 1, "销售部");
		this.wecom.member("Zhang", 3L, 2L);
		this.wecom.member("li", 2L);
		this.wecom.member("wang", 4L);
		this.wecom.member("boss", 1L, 4L);
	}

	@Test
	void whatIsNotShownIsUnknownAndNeverEmpty() {
		this.wecom.detail("li", (bare) -> detail(bare, "0", "", "", 1, null, null));
		List<Page> pages = ReadingTests.pages(reading(Detail.FULL), null);
		Fields li = ReadingTests.member(pages, "li").fields();
		assertThat(li.known()).containsOnly(Map.entry("name", "name of li"), Map.entry("status", "activated"),
				Map.entry("enabled", "true"), Map.entry("position", ""));
		assertThat(ReadingTests.member(pages, "wang").fields().known()).containsOnlyKeys("name");
	}

	@Test
	void anEmptyMobileIsOneWhereMobilesAreShown() {
		this.wecom.detail("li", (bare) -> detail(bare, "1", "", "工程师", 2, null, null));
		this.wecom.detail("boss", (bare) -> detail(bare, "2", "13800000000", "", 4, null, null));
		List<Page> pages = ReadingTests.pages(reading(Detail.FULL), null);
		Fields li = ReadingTests.member(pages, "li").fields();
		assertThat(li.value(FieldNames.MOBILE)).isEmpty();
		assertThat(li.value(FieldNames.GENDER)).isEqualTo("male");
		assertThat(li.value(FieldNames.ENABLED)).isEqualTo("false");
		assertThat(ReadingTests.member(pages, "boss").fields().value(FieldNames.STATUS)).isEqualTo("not_activated");
	}

	@Test
	void standingInDepartmentsComesFromTheDetailAndDepartmentsFromTheIds() {
		this.wecom.invisible.add(2L);
		this.wecom.detail("Zhang", (bare) -> placed(bare, List.of(7L), List.of(1), 3L));
		Placements placements = Objects
			.requireNonNull(ReadingTests.member(ReadingTests.pages(reading(Detail.FULL), null), "zhang").placements());
		assertThat(placements.list()).containsExactly(Placement.in("2"), new Placement("3", 7L, true));
		assertThat(placements.main()).isEqualTo("3");
	}

	@Test
	void theCompanysOwnFieldsAreFoundBeforehand() {
		CustomFields custom = new CustomFields(
				List.of(new CustomFields.Field(0, "工号", new CustomFields.Text("007"), null),
						new CustomFields.Field(1, "主页", null, new CustomFields.Web("http://a.example", "主页")),
						new CustomFields.Field(0, "mobile", new CustomFields.Text("110"), null)));
		this.wecom.detail("li", (bare) -> detail(bare, "1", "", "", 1, null, custom));
		Reading reading = reading(Detail.FULL);
		assertThat(reading.memberSchema().names()).endsWith("工号", "主页");
		Fields li = ReadingTests.member(ReadingTests.pages(reading, null), "li").fields();
		assertThat(li.value("工号")).isEqualTo("007");
		assertThat(li.value("主页")).isEqualTo("主页；http://a.example");
		assertThat(li.value(FieldNames.MOBILE)).isNull();
	}

	@Test
	void aTargetHasAllFieldsThatCanBeWritten() {
		Reading bare = new Reading(this.wecom.client(false), Detail.IDS, null, true, List.of(), Pace.REAL, 100, 2);
		assertThat(bare.memberSchema().names()).isEqualTo(MemberFields.WRITABLE);
		assertThat(bare.departmentSchema().names()).isEqualTo(FieldNames.OF_DEPARTMENTS);
		assertThat(bare.shown()).isEmpty();
		assertThat(ReadingTests.members(ReadingTests.pages(bare, null)))
			.allMatch((member) -> member.fields().known().isEmpty());
		assertThat(reading(Detail.IDS).memberSchema().names()).isEmpty();
	}

	private Reading reading(Detail detail) {
		return new Reading(this.wecom.client(detail != Detail.IDS), detail, null, false, List.of(), Pace.REAL, 100, 2);
	}

	private static MemberDetail detail(MemberDetail bare, String gender, String mobile, String position, int status,
			@Nullable Integer enable, @Nullable CustomFields custom) {
		return new MemberDetail(null, null, bare.userid(), bare.name(), bare.departments(), null, null, null, null,
				position, null, gender, mobile, null, null, null, null, status, enable, custom);
	}

	private static MemberDetail placed(MemberDetail bare, List<Long> orders, List<Integer> leads, long main) {
		return new MemberDetail(null, null, bare.userid(), bare.name(), bare.departments(), orders, leads, null, main,
				null, null, null, null, null, null, null, null, null, null, null);
	}

}
