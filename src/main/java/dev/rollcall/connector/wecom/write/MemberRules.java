package dev.rollcall.connector.wecom.write;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import dev.rollcall.directory.Userid;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.ChangeKind;
import dev.rollcall.plan.Renamed;
import org.jspecify.annotations.Nullable;

/**
 * WeCom's rules for members, looked at before anything is sent: what breaks one is not
 * sent at all, because WeCom would refuse it or, worse, take it in another way.
 *
 * @see <a href="https://developer.work.weixin.qq.com/document/path/90331">WeCom, create
 * member</a>
 */
final class MemberRules {

	private static final int DEPARTMENTS = 100;

	private static final long LARGEST_ORDER = 0xFFFF_FFFFL;

	private static final Map<String, TextRule> RULES = rules();

	/** The mail of the company itself may be a byte shorter once there is one. */
	private static final TextRule OTHER_BIZ_MAIL = mail(63);

	private static final TextRule CUSTOM = TextRule.characters(64);

	/** Refused, or taken for "leave as it is", when they are sent empty. */
	private static final Set<String> NEVER_EMPTY = Set.of(FieldNames.NAME, FieldNames.GENDER, FieldNames.BIZ_MAIL);

	/** Fields with a meaning of their own that are WeCom's to set, not ours. */
	private static final Set<String> NOT_OURS = Set.of(FieldNames.STATUS, FieldNames.WECHAT_PLUGIN,
			FieldNames.EXTERNAL_CORP_NAME, FieldNames.CHANNELS);

	private MemberRules() {
	}

	/** Whether a field can be written at all: any but those that WeCom sets itself. */
	static boolean isWritable(String field) {
		return !NOT_OURS.contains(field);
	}

	/** Whether a field is one of those that the company has added. */
	static boolean isCustom(String field) {
		return !FieldNames.ALL.contains(field);
	}

	/** What of a member WeCom would not take; null when it takes all. */
	static @Nullable Message objection(Change change, Member after) {
		boolean creation = change.kind() == ChangeKind.CREATE;
		if (after.userid() != null && !Userid.isValid(after.userid())) {
			return Message.of("wecom.rule.userid", after.userid(), Userid.MAX_LENGTH);
		}
		if (!creation && after.userid() != null && Renamed.isParked(after.userid())) {
			// It would stay so: WeCom takes one new userid, and then no other.
			return Message.of("wecom.rule.exchange");
		}
		Map<String, String> known = after.fields().known();
		for (Map.Entry<String, String> field : known.entrySet()) {
			Message objection = objection(field.getKey(), field.getValue(), creation);
			if (objection != null) {
				return objection;
			}
		}
		if (creation && known.getOrDefault(FieldNames.NAME, "").isEmpty()) {
			return Message.of("wecom.rule.empty", FieldNames.NAME);
		}
		Message contact = contact(known, creation);
		return (contact != null) ? contact : placements(after.placements(), creation);
	}

	private static @Nullable Message objection(String field, String value, boolean creation) {
		if (!isWritable(field)) {
			return null;
		}
		if (value.isEmpty()) {
			return (NEVER_EMPTY.contains(field) && !creation) ? Message.of("wecom.rule.empty", field) : null;
		}
		TextRule rule = isCustom(field) ? CUSTOM : RULES.get(field);
		if (field.equals(FieldNames.BIZ_MAIL) && !creation) {
			rule = OTHER_BIZ_MAIL;
		}
		return (rule != null) ? rule.objection(field, value) : null;
	}

	/** WeCom, error 60129: neither mobile nor mail. */
	private static @Nullable Message contact(Map<String, String> known, boolean creation) {
		String mobile = known.get(FieldNames.MOBILE);
		String mail = known.get(FieldNames.EMAIL);
		boolean none = creation ? (mobile == null || mobile.isEmpty()) && (mail == null || mail.isEmpty())
				: "".equals(mobile) && "".equals(mail);
		return none ? Message.of("wecom.rule.contact") : null;
	}

	/**
	 * Whoever is put into no department is put by WeCom into one that it makes up
	 * (待设置部门).
	 */
	private static @Nullable Message placements(@Nullable Placements placements, boolean creation) {
		if (placements == null) {
			return creation ? Message.of("wecom.rule.departments", 0, DEPARTMENTS) : null;
		}
		List<Placement> list = placements.list();
		if (list.isEmpty() || list.size() > DEPARTMENTS) {
			return Message.of("wecom.rule.departments", list.size(), DEPARTMENTS);
		}
		if (new HashSet<>(placements.departments()).size() < list.size()) {
			return Message.of("wecom.rule.department-twice");
		}
		if (placements.main() != null && placements.in(placements.main()) == null) {
			return Message.of("wecom.rule.main-department");
		}
		for (Placement placement : list) {
			Long order = placement.order();
			if (order != null && (order < 0 || order > LARGEST_ORDER)) {
				return Message.of("wecom.rule.order", order, LARGEST_ORDER);
			}
		}
		return null;
	}

	private static Map<String, TextRule> rules() {
		Map<String, TextRule> rules = new LinkedHashMap<>();
		rules.put(FieldNames.NAME, TextRule.characters(64));
		rules.put(FieldNames.ALIAS, TextRule.characters(64));
		rules.put(FieldNames.POSITION, TextRule.characters(128));
		rules.put(FieldNames.ADDRESS, TextRule.characters(128));
		rules.put(FieldNames.GENDER, TextRule.characters(6).like("male|female", "male, female"));
		rules.put(FieldNames.ENABLED, TextRule.characters(5).like("true|false", "true, false"));
		rules.put(FieldNames.MOBILE, TextRule.characters(32).like("\\+?[0-9][0-9 -]*", "0-9 + -"));
		rules.put(FieldNames.TELEPHONE, TextRule.bytes(1, 32).like("[0-9+,-]*", "0-9 - + ,"));
		rules.put(FieldNames.EMAIL, mail(64));
		rules.put(FieldNames.BIZ_MAIL, mail(64));
		return Map.copyOf(rules);
	}

	private static TextRule mail(int most) {
		return TextRule.bytes(6, most).like("[^@\\s]+@[^@\\s]+", "name@domain");
	}

}
