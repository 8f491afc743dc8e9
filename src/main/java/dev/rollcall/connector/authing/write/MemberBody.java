package dev.rollcall.connector.authing.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.rollcall.connector.authing.api.UserDetail;
import dev.rollcall.connector.authing.api.UserWrite;
import dev.rollcall.connector.authing.fields.CustomValue;
import org.jspecify.annotations.Nullable;

/**
 * What is sent of a user: nothing but what the change knows.
 *
 * @param userId which one, null to create it
 * @param departmentIds only when it is created
 * @param profile Authing's own fields that get a value
 * @param custom the pool's fields that get a value
 * @param emptied which of Authing's own fields are emptied
 * @param emptiedCustom which of the pool's fields are emptied
 */
record MemberBody(@Nullable String userId, @Nullable List<String> departmentIds, Map<String, Object> profile,
		Map<String, Object> custom, Set<String> emptied, Set<String> emptiedCustom) {

	/** As it goes over the wire. */
	UserWrite write(boolean byText) {
		Map<String, @Nullable Object> own = new LinkedHashMap<>(this.profile);
		this.emptied.forEach((field) -> own.put(field, Emptying.value(byText)));
		Map<String, @Nullable Object> data = new LinkedHashMap<>(this.custom);
		this.emptiedCustom.forEach((key) -> data.put(key, Emptying.value(byText)));
		return new UserWrite(this.userId, this.departmentIds, data.isEmpty() ? null : data, own);
	}

	/** Whether there is nothing in it but whose it is. */
	boolean isEmpty() {
		return this.profile.isEmpty() && this.custom.isEmpty() && !empties();
	}

	boolean empties() {
		return !this.emptied.isEmpty() || !this.emptiedCustom.isEmpty();
	}

	/** The fields that were to be emptied and are not. */
	List<String> left(UserDetail now) {
		List<String> left = new ArrayList<>();
		for (String field : this.emptied) {
			if (!text(own(now, field)).isEmpty()) {
				left.add(field);
			}
		}
		for (String key : this.emptiedCustom) {
			if (now.customData() != null && !CustomValue.text(now.customData().get(key)).isEmpty()) {
				left.add(key);
			}
		}
		return left;
	}

	/**
	 * Whether a user that is there is the one that was to be created, down to all that
	 * was sent.
	 */
	boolean isLike(UserDetail now) {
		Set<String> fields = new LinkedHashSet<>(this.profile.keySet());
		// Written in several ways for the same number, and never without the next one.
		fields.remove("phoneCountryCode");
		boolean own = fields.stream().allMatch((field) -> isAlike(field, now));
		boolean data = now.customData() == null || this.custom.entrySet()
			.stream()
			.allMatch((field) -> CustomValue.text(field.getValue())
				.equals(CustomValue.text(now.customData().get(field.getKey()))));
		boolean places = now.departmentIds() == null || this.departmentIds == null
				|| Set.copyOf(now.departmentIds()).equals(Set.copyOf(this.departmentIds));
		return own && data && places;
	}

	private boolean isAlike(String field, UserDetail now) {
		String wanted = text(this.profile.get(field));
		String held = text(own(now, field));
		return switch (field) {
			case "phone" -> !held.isEmpty() && (held.endsWith(wanted) || wanted.endsWith(held));
			case "email" -> held.equalsIgnoreCase(wanted);
			default -> held.equals(wanted);
		};
	}

	private static String text(@Nullable Object value) {
		return (value != null) ? value.toString() : "";
	}

	private static @Nullable String own(UserDetail user, String field) {
		return switch (field) {
			case "name" -> user.name();
			case "nickname" -> user.nickname();
			case "gender" -> user.gender();
			case "phone" -> user.phone();
			case "phoneCountryCode" -> user.phoneCountryCode();
			case "email" -> user.email();
			case "address" -> user.address();
			case "username" -> user.username();
			case "status" -> user.status();
			default -> null;
		};
	}

}
