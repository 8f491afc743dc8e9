package dev.rollcall.connector.wecom.write;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import dev.rollcall.connector.wecom.api.MemberWrite;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a file of members, in WeCom's order.
 *
 * @see <a href="https://developer.work.weixin.qq.com/document/path/91130">WeCom, update
 * members by a file</a>
 */
enum ImportColumn {

	NAME("姓名"), USERID("帐号"), MOBILE("手机号"), EMAIL("邮箱"), DEPARTMENTS("所在部门"), POSITION("职位"), GENDER("性别"),

	LEADS("是否部门内领导"), ORDERS("排序"), ALIAS("别名"), ADDRESS("地址"), TELEPHONE("座机"), DISABLED("禁用");

	/** Stands behind the others in WeCom's own file, as a note without values. */
	static final String NOTE = "禁用项说明：(0-启用;1-禁用)";

	private final String header;

	ImportColumn(String header) {
		this.header = header;
	}

	String header() {
		return this.header;
	}

	/** What a member has in it, null when nothing is known. */
	@Nullable String value(MemberWrite body) {
		return switch (this) {
			case NAME -> body.name();
			case USERID -> body.userid();
			case MOBILE -> body.mobile();
			case EMAIL -> body.email();
			case DEPARTMENTS -> joined(body, body.departments());
			case POSITION -> body.position();
			case GENDER -> (body.gender() == null) ? null : body.gender().equals("1") ? "男" : "女";
			case LEADS -> joined(body, body.leads());
			case ORDERS -> joined(body, body.orders());
			case ALIAS -> body.alias();
			case ADDRESS -> body.address();
			case TELEPHONE -> body.telephone();
			case DISABLED -> (body.enable() == null) ? null : (body.enable() == 0) ? "1" : "0";
		};
	}

	/**
	 * What somebody new has in it: where one of a list is given, so must the others be.
	 */
	String valueOfNew(MemberWrite body) {
		String known = value(body);
		if (known != null) {
			return known;
		}
		return switch (this) {
			case LEADS, ORDERS ->
				String.join(";", Collections.nCopies(Objects.requireNonNull(body.departments()).size(), "0"));
			case DISABLED -> "0";
			default -> "";
		};
	}

	/**
	 * One value for each department. The file has no column for the main one: it is the
	 * first.
	 */
	private static @Nullable String joined(MemberWrite body, @Nullable List<? extends Number> values) {
		List<Long> departments = body.departments();
		if (values == null || departments == null) {
			return null;
		}
		List<Number> sorted = new ArrayList<>(values);
		int main = (body.mainDepartment() != null) ? departments.indexOf(body.mainDepartment()) : 0;
		Collections.rotate(sorted.subList(0, main + 1), 1);
		return sorted.stream().map(String::valueOf).collect(Collectors.joining(";"));
	}

}
