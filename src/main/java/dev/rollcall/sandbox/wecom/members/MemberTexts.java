package dev.rollcall.sandbox.wecom.members;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import dev.rollcall.sandbox.wecom.wire.Code;
import dev.rollcall.sandbox.wecom.wire.Question;
import dev.rollcall.sandbox.wecom.wire.Refused;
import dev.rollcall.sandbox.wecom.wire.Texts;

/**
 * What the texts of a member may be.
 *
 * @see <a href="https://developer.work.weixin.qq.com/document/path/90331">WeCom, create
 * member</a>
 */
final class MemberTexts {

	private static final Pattern MOBILE = Pattern.compile("\\+?[0-9][0-9 -]{0,30}");

	private static final Pattern EMAIL = Pattern.compile("[\\w.!#$%&'*+/=?^`{|}~-]+@[\\w-]+(\\.[\\w-]+)+");

	private static final Pattern TELEPHONE = Pattern.compile("[0-9+,-]{1,32}");

	/** A text may always be empty, unless a rule of its own forbids it. */
	private record Rule(String field, Predicate<String> good, Code otherwise) {

	}

	private static final List<Rule> RULES = List.of(
			new Rule("alias", (text) -> Texts.length(text) <= 64, Code.INVALID_PARAMETER),
			new Rule("mobile", MemberTexts::isMobile, Code.INVALID_MOBILE),
			new Rule("position", (text) -> Texts.length(text) <= 128, Code.INVALID_POSITION),
			new Rule("gender", (text) -> text.matches("[012]"), Code.INVALID_PARAMETER),
			new Rule("email", MemberTexts::isMail, Code.INVALID_EMAIL),
			new Rule("biz_mail", MemberTexts::isMail, Code.INVALID_BIZ_MAIL),
			new Rule("telephone", (text) -> TELEPHONE.matcher(text).matches(), Code.INVALID_TELEPHONE),
			new Rule("address", (text) -> Texts.length(text) <= 128, Code.INVALID_PARAMETER),
			new Rule("external_position", (text) -> Texts.length(text) <= 12, Code.INVALID_PARAMETER));

	private MemberTexts() {
	}

	/** The former texts with those that the question gives. */
	static Map<String, String> merged(Question question, Map<String, String> former) {
		Map<String, String> texts = new HashMap<>(former);
		String name = question.text("name");
		if (name != null) {
			texts.put("name", name);
		}
		String named = texts.getOrDefault("name", "");
		if (named.isBlank() || Texts.length(named) > 64) {
			throw Refused.because(Code.INVALID_NAME);
		}
		for (Rule rule : RULES) {
			String text = question.text(rule.field());
			if (text != null) {
				if (!text.isEmpty() && !rule.good().test(text)) {
					throw Refused.because(rule.otherwise());
				}
				texts.put(rule.field(), text);
			}
		}
		return texts;
	}

	/** Without a country's code it is one of China. */
	private static boolean isMobile(String text) {
		String digits = text.replace(" ", "").replace("-", "");
		return MOBILE.matcher(text).matches() && (digits.startsWith("+86") ? digits.matches("\\+861\\d{10}")
				: digits.startsWith("+") ? digits.length() >= 6 : digits.matches("1\\d{10}"));
	}

	private static boolean isMail(String text) {
		int bytes = Texts.bytes(text);
		return bytes >= 6 && bytes <= 64 && EMAIL.matcher(text).matches();
	}

}
