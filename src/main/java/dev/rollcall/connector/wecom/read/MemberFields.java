package dev.rollcall.connector.wecom.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.rollcall.connector.wecom.api.CustomFields;
import dev.rollcall.connector.wecom.api.MemberDetail;
import dev.rollcall.directory.FieldNames;
import org.jspecify.annotations.Nullable;

/**
 * What WeCom's answers say of a member's fields. What is absent is not known: since 2022
 * most callers are not shown mobiles, mail addresses, genders and addresses.
 */
final class MemberFields {

	/** All that an answer may hold. */
	static final List<String> ALL = List.of(FieldNames.NAME, FieldNames.ALIAS, FieldNames.POSITION, FieldNames.GENDER,
			FieldNames.MOBILE, FieldNames.TELEPHONE, FieldNames.EMAIL, FieldNames.BIZ_MAIL, FieldNames.ADDRESS,
			FieldNames.STATUS, FieldNames.ENABLED);

	/** What can be written. */
	static final List<String> WRITABLE = ALL.stream().filter((name) -> !name.equals(FieldNames.STATUS)).toList();

	/** What those who may not see it could be shown as an empty text. */
	private static final Set<String> GUARDED = Set.of(FieldNames.MOBILE, FieldNames.EMAIL, FieldNames.BIZ_MAIL,
			FieldNames.ADDRESS);

	private static final int TEXT = 0;

	private static final int WEB = 1;

	private MemberFields() {
	}

	/**
	 * The fields that are known; empty texts for empty ones.
	 * @param shown fields of which others have shown a value: only of these an empty text
	 * is one
	 */
	static Map<String, String> of(MemberDetail member, Set<String> shown) {
		Map<String, String> known = new LinkedHashMap<>();
		put(known, FieldNames.NAME, member.name());
		put(known, FieldNames.ALIAS, member.alias());
		put(known, FieldNames.POSITION, member.position());
		put(known, FieldNames.GENDER, gender(member.gender()));
		put(known, FieldNames.MOBILE, member.mobile());
		put(known, FieldNames.TELEPHONE, member.telephone());
		put(known, FieldNames.EMAIL, member.email());
		put(known, FieldNames.BIZ_MAIL, member.bizMail());
		put(known, FieldNames.ADDRESS, member.address());
		put(known, FieldNames.STATUS, status(member.status()));
		put(known, FieldNames.ENABLED, enabled(member));
		known.entrySet()
			.removeIf((field) -> field.getValue().isEmpty() && GUARDED.contains(field.getKey())
					&& !shown.contains(field.getKey()));
		custom(member).forEach(known::put);
		return known;
	}

	/** The company's own fields, without those that are called like one of WeCom's. */
	static Map<String, String> custom(MemberDetail member) {
		Map<String, String> custom = new LinkedHashMap<>();
		if (member.custom() != null && member.custom().attrs() != null) {
			for (CustomFields.Field field : member.custom().attrs()) {
				if (!FieldNames.ALL.contains(field.name())) {
					put(custom, field.name(), text(field));
				}
			}
		}
		return custom;
	}

	/** As a workbook holds it: a page is its title, a full-width semicolon, its URL. */
	private static @Nullable String text(CustomFields.Field field) {
		if (field.type() == TEXT && field.text() != null) {
			return field.text().value();
		}
		if (field.type() == WEB && field.web() != null) {
			String title = (field.web().title() != null) ? field.web().title() : "";
			String url = (field.web().url() != null) ? field.web().url() : "";
			return (title.isEmpty() && url.isEmpty()) ? "" : title + "；" + url;
		}
		return null;
	}

	private static void put(Map<String, String> known, String name, @Nullable String value) {
		if (value != null) {
			known.put(name, value);
		}
	}

	/** "0" is also what those are shown who may not see it. */
	private static @Nullable String gender(@Nullable String gender) {
		return "1".equals(gender) ? "male" : "2".equals(gender) ? "female" : null;
	}

	private static @Nullable String status(@Nullable Integer status) {
		if (status == null) {
			return null;
		}
		return switch (status) {
			case 1 -> "activated";
			case 2 -> "disabled";
			case 4 -> "not_activated";
			case 5 -> "left";
			default -> null;
		};
	}

	/** Newer answers leave {@code enable} out, and say it by the status. */
	private static @Nullable String enabled(MemberDetail member) {
		Integer enable = member.enable();
		if (enable == null && member.status() != null) {
			enable = switch (member.status()) {
				case 1, 4 -> 1;
				case 2 -> 0;
				default -> null;
			};
		}
		return (enable == null) ? null : (enable == 0) ? FieldNames.FALSE : FieldNames.TRUE;
	}

}
