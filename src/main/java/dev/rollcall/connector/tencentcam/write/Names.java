package dev.rollcall.connector.tencentcam.write;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.rollcall.connector.tencentcam.api.User;
import org.jspecify.annotations.Nullable;

/**
 * Sub-users by their names, in whatever capitals: whether CAM tells names apart that
 * differ in capitals only its pages do not say, and WeCom does not.
 */
final class Names {

	private final Map<String, User> exact = new HashMap<>();

	private final Map<String, User> alike = new HashMap<>();

	Names(List<User> users) {
		for (User user : users) {
			if (user.name() != null && user.uin() != null) {
				this.exact.put(user.name(), user);
				this.alike.putIfAbsent(lower(user.name()), user);
			}
		}
	}

	/** Whoever is called like that, just so if there is one; null when nobody is. */
	@Nullable User get(String name) {
		User same = this.exact.get(name);
		return (same != null) ? same : this.alike.get(lower(name));
	}

	private static String lower(String name) {
		return name.toLowerCase(Locale.ROOT);
	}

}
