package dev.rollcall.sandbox.authing.users;

import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.rollcall.sandbox.authing.pool.Account;
import dev.rollcall.sandbox.authing.pool.Clearing;
import dev.rollcall.sandbox.authing.wire.Question;
import dev.rollcall.sandbox.authing.wire.Refused;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The fields that users of every pool have. */
final class Profile {

	private static final List<String> TEXTS = List.of("email", "phone", "phoneCountryCode", "username", "externalId",
			"name", "nickname", "photo", "gender", "birthdate", "country", "province", "city", "address",
			"streetAddress", "postalCode", "company", "givenName", "familyName", "middleName", "profile",
			"preferredUsername", "website", "zoneinfo", "locale", "formatted", "region", "identityNumber");

	private static final Set<String> FLAGS = Set.of("emailVerified", "phoneVerified");

	private static final Set<String> GENDERS = Set.of("M", "F", "W", "U");

	private Profile() {
	}

	/** Whether a field is one of them. */
	static boolean has(String field) {
		return TEXTS.contains(field) || FLAGS.contains(field);
	}

	/**
	 * The former fields with those that the question gives.
	 * @throws Refused when a value cannot be
	 */
	static ObjectNode merged(ObjectNode former, Question question, Clearing clearing) {
		ObjectNode profile = former.deepCopy();
		for (Map.Entry<String, JsonNode> field : question.values().properties()) {
			if (has(field.getKey())) {
				check(field.getKey(), field.getValue(), clearing);
				clearing.set(profile, field.getKey(), field.getValue());
			}
		}
		return profile;
	}

	/**
	 * The status that the question gives, else the former one.
	 * @throws Refused when it is none, or the user has resigned for good
	 */
	static String status(String former, Question question) {
		String status = question.text("status", former);
		if (!Account.STATUSES.contains(status)) {
			throw Refused.invalid("status 不合法：" + status);
		}
		if (former.equals(Account.RESIGNED) && !status.equals(former)) {
			throw Refused.impossible("离职操作不可恢复");
		}
		return status;
	}

	private static void check(String field, JsonNode value, Clearing clearing) {
		if (clearing.isEmpty(value)) {
			return;
		}
		boolean good = FLAGS.contains(field) ? value.isBoolean() : value.isString() && switch (field) {
			case "email" -> value.asString().matches("[^@\\s]+@[^@\\s]+");
			case "phone" -> value.asString().matches("\\+?[0-9 -]{3,32}");
			case "gender" -> GENDERS.contains(value.asString());
			default -> true;
		};
		if (!good) {
			throw Refused.invalid(field + " 不合法");
		}
	}

}
