package dev.rollcall.connector.wecom;

import java.util.List;
import java.util.function.LongSupplier;

import dev.rollcall.connector.Notices;
import dev.rollcall.connector.Page;
import dev.rollcall.connector.Source;
import dev.rollcall.connector.SourceContractTests;
import dev.rollcall.connector.wecom.api.MemberDetail;
import dev.rollcall.connector.wecom.client.WeComClient;
import dev.rollcall.connector.wecom.read.Detail;
import dev.rollcall.connector.wecom.read.FakeWeCom;
import dev.rollcall.connector.wecom.read.Reading;
import dev.rollcall.connector.wecom.write.Writing;
import dev.rollcall.directory.Member;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** WeCom as a source of full detail, several pages long. */
class WeComSourceTests extends SourceContractTests {

	/** With so few rows of the list at once, those of a member come apart. */
	private static final int ROWS = 7;

	@SuppressWarnings("NullAway.Init")
	private Source source;

	private LongSupplier calls = () -> 0;

	@Override
	protected Source filled() {
		return filled(60, ROWS);
	}

	private Source filled(int others, int rows) {
		FakeWeCom wecom = new FakeWeCom();
		wecom.department(1, 0, "公司");
		wecom.department(3, 1, "研发部");
		wecom.department(2, 3, "后端组");
		wecom.department(4, 1, "销售部");
		wecom.member("ZhangSan", 3L, 2L);
		wecom.detail("ZhangSan", (bare) -> new MemberDetail(null, null, bare.userid(), "张三", bare.departments(),
				List.of(7L, 8L), List.of(0, 1), null, 2L, "工程师", "", "1", null, "", null, null, null, 1, null, null));
		for (int i = 0; i < others; i++) {
			wecom.member("user" + i, 1L + i % 4, 1L + (i + 1) % 4);
		}
		wecom.mostRows(rows);
		this.calls = () -> wecom.calls("user/list_id");
		WeComClient client = wecom.client(true);
		this.source = new WeComDirectory(client, new Reading(client, Detail.FULL, null, false, List.of()),
				new Writing(client, 5000, Notices.NONE), false);
		return this.source;
	}

	@Test
	void joinsRowsThatComeApart() {
		List<Member> members = members(pages(filled(), null));
		assertThat(members).hasSize(61).doesNotHaveDuplicates();
		assertThat(members).allMatch((member) -> member.placements().list().size() == 2);
		assertThat(this.calls.getAsLong()).isEqualTo(2 * 61 / ROWS + 1);
	}

	@Test
	void goesOnBehindEachOfManyPages() {
		Source many = filled(5000, 1000);
		List<Page> pages = pages(many, null);
		assertThat(pages.stream().filter((page) -> !page.members().isEmpty()).count()).isGreaterThan(1);
		List<Member> members = members(pages);
		assertThat(members).hasSize(5001).doesNotHaveDuplicates();
		int seen = 0;
		for (Page page : pages) {
			seen += page.members().size();
			assertThat(members(pages(many, page.cursor()))).isEqualTo(members.subList(seen, members.size()));
		}
	}

	private static List<Member> members(List<Page> pages) {
		return pages.stream().flatMap((page) -> page.members().stream()).toList();
	}

	@AfterEach
	void close() {
		this.source.close();
	}

}
