package dev.rollcall.connector.wecom;

import java.time.Clock;
import java.util.List;

import dev.rollcall.connector.Notices;
import dev.rollcall.connector.Source;
import dev.rollcall.connector.SourceContractTests;
import dev.rollcall.connector.wecom.api.MemberDetail;
import dev.rollcall.connector.wecom.client.WeComClient;
import dev.rollcall.connector.wecom.read.Detail;
import dev.rollcall.connector.wecom.read.FakeWeCom;
import dev.rollcall.connector.wecom.read.Reading;
import dev.rollcall.connector.wecom.write.Writing;
import org.junit.jupiter.api.AfterEach;

/** WeCom as a source of full detail, several pages long. */
class WeComSourceTests extends SourceContractTests {

	@SuppressWarnings("NullAway.Init")
	private Source source;

	@Override
	protected Source filled() {
		FakeWeCom wecom = new FakeWeCom();
		wecom.department(1, 0, "公司");
		wecom.department(3, 1, "研发部");
		wecom.department(2, 3, "后端组");
		wecom.department(4, 1, "销售部");
		wecom.member("ZhangSan", 3L, 2L);
		wecom.detail("ZhangSan", (bare) -> new MemberDetail(null, null, bare.userid(), "张三", bare.departments(),
				List.of(7L, 8L), List.of(0, 1), null, 2L, "工程师", "", "1", null, "", null, null, null, 1, null, null));
		for (int i = 0; i < 60; i++) {
			wecom.member("user" + i, 1L + i % 4);
		}
		WeComClient client = wecom.client(true);
		this.source = new WeComDirectory(client, new Reading(client, Detail.FULL, null, false, Clock.systemUTC()),
				new Writing(client, 5000, Notices.NONE, Clock.systemUTC()), false);
		return this.source;
	}

	@AfterEach
	void close() {
		this.source.close();
	}

}
