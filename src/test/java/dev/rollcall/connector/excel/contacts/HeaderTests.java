package dev.rollcall.connector.excel.contacts;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class HeaderTests {

	@ParameterizedTest
	@ValueSource(strings = { "帐号", "账号", "英文ID", "UserID", "user id", "user_id", "Account", "帐号*", "*账号", "帐号（必填）",
			" 帐 号 ", "账号\u200B", "账号\n(必填)", "【必填】账号", "账号（必填）*" })
	void isARowWithANameAndAUserid(String userid) {
		assertThat(header("姓名", userid)).isNotNull();
		assertThat(header(userid, "x", "Name")).isNotNull();
		assertThat(header("姓名", "工号")).isNull();
		assertThat(header("姓名：张三", userid)).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "别名,alias", "英文名,alias", "职务,position", "职位,position", "性别,gender", "手机,mobile", "手机号,mobile",
			"手机号码,mobile", "座机,telephone", "个人邮箱,email", "邮箱,email", "企业邮箱,biz_mail", "地址,address",
			"企业简称,external_corp_name", "视频号,channels", "激活状态,status", "禁用状态,enabled", "微信插件,wechat_plugin",
			"E-mail,email", "Job Title,position", "biz_mail,biz_mail", "wechat_plugin,wechat_plugin",
			"Mobile *,mobile" })
	void knowsTheStandardFieldsInAllTheirWordings(String heading, String field) {
		assertThat(Objects.requireNonNull(header("姓名", "帐号", heading)).fields()).containsExactly("name", field);
	}

	@ParameterizedTest
	@ValueSource(strings = { "部门", "所在部门", "Department", "所属部门" })
	void knowsTheDepartments(String heading) {
		Header header = Objects.requireNonNull(header("姓名", "帐号", heading));
		assertThat(header.find(ColumnKind.DEPARTMENTS)).isNotNull();
		assertThat(header.fields()).containsExactly("name");
	}

	@Test
	void makesCustomFieldsOfAllOthersUnderTheirOwnNames() {
		Header header = header("姓名", "帐号", " 入职 日期（必填）", "岗位*", "Cost\ncenter", "(备注)");
		assertThat(Objects.requireNonNull(header).fields()).containsExactly("name", "入职 日期", "岗位", "Cost center",
				"(备注)");
	}

	@Test
	void passesOverColumnsWithoutAHeading() {
		Header header = Objects.requireNonNull(header("姓名", null, "帐号", " \u200B", "部门"));
		assertThat(header.columns()).extracting(Header.Column::index).containsExactly(0, 2, 4);
		assertThat(header.width()).isEqualTo(5);
	}

	@Test
	void noticesTwoColumnsThatMeanTheSame() {
		assertThat(Objects.requireNonNull(header("姓名", "帐号", "手机", "手机号")).clash()).extracting(Header.Column::heading)
			.containsExactly("手机", "手机号");
		assertThat(Objects.requireNonNull(header("姓名", "帐号", "账号")).clash()).hasSize(2);
		assertThat(Objects.requireNonNull(header("姓名", "帐号", "备注", "备注 *")).clash()).hasSize(2);
		assertThat(Objects.requireNonNull(header("姓名", "帐号", "部门", "所在部门")).clash()).hasSize(2);
		assertThat(Objects.requireNonNull(header("姓名", "帐号", "禁用状态", "启用")).clash()).hasSize(2);
		assertThat(Objects.requireNonNull(header("姓名", "帐号", "邮箱", "企业邮箱")).clash()).isEmpty();
	}

	@Test
	void knowsTheColumnThatItWritesItself() {
		Header header = Objects.requireNonNull(header("姓名", "帐号", Header.REASON));
		assertThat(header.find(ColumnKind.REASON)).isNotNull();
		assertThat(header.fields()).containsExactly("name");
	}

	private static @Nullable Header header(@Nullable String... headings) {
		Map<Integer, String> texts = new TreeMap<>();
		for (int i = 0; i < headings.length; i++) {
			String heading = headings[i];
			if (heading != null) {
				texts.put(i, heading);
			}
		}
		return Header.of(1, 0, texts);
	}

}
