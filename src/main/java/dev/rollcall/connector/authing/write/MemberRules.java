package dev.rollcall.connector.authing.write;

import java.util.HashSet;
import java.util.Map;
import java.util.regex.Pattern;

import dev.rollcall.connector.authing.fields.CustomValue;
import dev.rollcall.connector.authing.fields.PoolFields;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.ChangeKind;
import org.jspecify.annotations.Nullable;

/**
 * What Authing wants of users, looked at before anything is sent: one that breaks a rule
 * would make it refuse everybody who is sent with it.
 *
 * @see <a href="https://docs.authing.cn/v3/reference/sdk/java/management/">Authing,
 * management API</a>
 */
final class MemberRules {

	/** How many departments can be set for a user. */
	static final int DEPARTMENTS = 50;

	private static final Pattern MAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");

	private static final Pattern MOBILE = Pattern.compile("\\+?[0-9][0-9 -]*");

	private MemberRules() {
	}

	/** What of a member Authing would not take; null when it takes all. */
	static @Nullable Message objection(Change change, Member after, PoolFields fields) {
		Map<String, String> known = after.fields().known();
		for (Map.Entry<String, String> field : known.entrySet()) {
			Message objection = field.getValue().isEmpty() ? null : objection(field.getKey(), field.getValue(), fields);
			if (objection != null) {
				return objection;
			}
		}
		if (change.kind() == ChangeKind.CREATE && !isTold(after, known)) {
			return Message.of("authing.rule.identifier");
		}
		return (after.placements() != null) ? placements(after.placements()) : null;
	}

	private static @Nullable Message objection(String field, String value, PoolFields fields) {
		return switch (field) {
			case FieldNames.EMAIL -> like(MAIL, field, value, "name@domain");
			case FieldNames.MOBILE -> like(MOBILE, field, value, "0-9 + -");
			case FieldNames.GENDER ->
				value.matches("male|female") ? null : Message.of("authing.rule.content", field, "male, female");
			case FieldNames.ENABLED ->
				value.matches("true|false") ? null : Message.of("authing.rule.content", field, "true, false");
			default -> {
				String type = fields.type(field);
				yield (type != null && CustomValue.of(value, type) == null)
						? Message.of("authing.rule.content", field, type) : null;
			}
		};
	}

	private static @Nullable Message like(Pattern pattern, String field, String value, String words) {
		return pattern.matcher(value).matches() ? null : Message.of("authing.rule.content", field, words);
	}

	/** A user needs a username, a mail or a phone. */
	private static boolean isTold(Member after, Map<String, String> known) {
		boolean linked = after.userid() != null && !after.userid().isEmpty();
		return linked || !known.getOrDefault(FieldNames.USERNAME, "").isEmpty()
				|| !known.getOrDefault(FieldNames.EMAIL, "").isEmpty()
				|| !known.getOrDefault(FieldNames.MOBILE, "").isEmpty();
	}

	private static @Nullable Message placements(Placements placements) {
		int count = placements.list().size();
		if (count > DEPARTMENTS) {
			return Message.of("authing.rule.departments", count, DEPARTMENTS);
		}
		if (new HashSet<>(placements.list().stream().map(Placement::department).toList()).size() < count) {
			return Message.of("authing.rule.department-twice");
		}
		return (placements.main() != null && placements.in(placements.main()) == null)
				? Message.of("authing.rule.main-department") : null;
	}

}
