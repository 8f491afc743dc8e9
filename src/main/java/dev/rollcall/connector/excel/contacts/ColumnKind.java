package dev.rollcall.connector.excel.contacts;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.rollcall.connector.excel.values.Choice;
import dev.rollcall.connector.excel.values.FieldRule;
import dev.rollcall.connector.excel.values.FreeText;
import dev.rollcall.connector.excel.values.Mail;
import dev.rollcall.connector.excel.values.Mobile;
import dev.rollcall.connector.excel.values.Telephone;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Userid;

/**
 * What a column can be, by its heading: WeCom's templates and exports of several years,
 * and what people call the same in English. Everything else is a custom field.
 */
public enum ColumnKind {

	USERID(null,
			"帐号|账号|成员帐号|成员账号|英文ID|成员ID|成员UserID|用户ID|" + FieldNames.USERID + "|account|account id|account name|acctid"),

	DEPARTMENTS(null, "部门|所在部门|所属部门|部门全路径|" + FieldNames.DEPARTMENTS + "|department|department path"),

	NAME(FieldNames.NAME, "姓名|成员姓名|员工姓名|name|full name|member name"),

	ALIAS(FieldNames.ALIAS, "别名|英文名|alias|english name|nickname"),

	POSITION(FieldNames.POSITION, "职务|职位|position|title|job title"),

	GENDER(FieldNames.GENDER, "性别|gender|sex"),

	MOBILE(FieldNames.MOBILE, "手机|手机号|手机号码|mobile|mobile phone|mobile number|mobile no.|cell phone"),

	TELEPHONE(FieldNames.TELEPHONE, "座机|座机号|座机号码|固定电话|telephone|landline|tel|office phone"),

	EMAIL(FieldNames.EMAIL, "个人邮箱|邮箱|电子邮箱|email|mail|personal email|personal mailbox"),

	BIZ_MAIL(FieldNames.BIZ_MAIL,
			"企业邮箱|biz mail|biz email|business email|business mailbox|corporate email|company email|work email"),

	ADDRESS(FieldNames.ADDRESS, "地址|address"),

	EXTERNAL_CORP_NAME(FieldNames.EXTERNAL_CORP_NAME, "企业简称|external corp name|company short name|short company name"),

	CHANNELS(FieldNames.CHANNELS, "视频号|视频号名称|channels|wechat channels"),

	STATUS(FieldNames.STATUS, "激活状态|status|activation status"),

	/** Says whether a member is disabled: a yes is a no of the field. */
	DISABLED(FieldNames.ENABLED, "禁用状态|禁用|是否禁用|disabled|disabled status"),

	ENABLED(FieldNames.ENABLED, "启用状态|启用|是否启用|enabled|enable"),

	WECHAT_PLUGIN(FieldNames.WECHAT_PLUGIN, "微信插件|wechat plugin"),

	/** The last column of a workbook of rejected rows. */
	REASON(null, Header.REASON),

	/** A word of the comparison that no custom field can be called by. */
	RESERVED(null,
			FieldNames.PARENT + "|" + FieldNames.MAIN_DEPARTMENT + "|" + FieldNames.ORDER + "|" + FieldNames.LEADER
					+ "|" + FieldNames.NAME_EN),

	/** Any other column. */
	CUSTOM(null, "");

	private static final Map<String, ColumnKind> BY_HEADING = new HashMap<>();

	static {
		for (ColumnKind kind : values()) {
			for (String heading : kind.headings.split("\\|")) {
				BY_HEADING.put(Heading.key(heading), kind);
			}
		}
	}

	private final @Nullable String field;

	private final String headings;

	ColumnKind(@Nullable String field, String headings) {
		this.field = field;
		this.headings = headings;
	}

	/** What a column with this clean heading is. */
	static ColumnKind of(String heading) {
		return BY_HEADING.getOrDefault(Heading.key(heading), CUSTOM);
	}

	/** Whether a userid could as well be the heading of a column. */
	static boolean isHeading(String userid) {
		return BY_HEADING.containsKey(Userid.key(userid));
	}

	/** The standard field that such a column fills, null if it fills none. */
	@Nullable String field() {
		return this.field;
	}

	/** How the values of one such column are understood, null if they are no field's. */
	@Nullable FieldRule newRule() {
		return switch (this) {
			case USERID, DEPARTMENTS, REASON, RESERVED -> null;
			case NAME -> new FreeText(RowInterpreter.MAX_NAME, false, false);
			case ALIAS -> new FreeText(64, false, false);
			case POSITION -> new FreeText(128, false, false);
			case ADDRESS -> new FreeText(128, true, false);
			case EXTERNAL_CORP_NAME, CHANNELS -> new FreeText(Integer.MAX_VALUE, false, false);
			case CUSTOM -> new FreeText(Integer.MAX_VALUE, false, true);
			case GENDER -> Choice.gender();
			case MOBILE -> new Mobile();
			case TELEPHONE -> new Telephone();
			case EMAIL, BIZ_MAIL -> new Mail();
			case STATUS -> Choice.status();
			case DISABLED -> Choice.disabled();
			case ENABLED -> Choice.enabled();
			case WECHAT_PLUGIN -> Choice.wechatPlugin();
		};
	}

}
