package dev.rollcall.definition;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.rollcall.compare.EntrySelector;
import dev.rollcall.directory.Message;

/**
 * Reads the key {@code scope}. What is set for one run takes the place of all that the
 * file says: whoever wants to try one person must not get the file's departments, too.
 */
final class ScopeKeys {

	private static final Pattern ELEMENT = Pattern.compile("scope\\.(members|departments)(\\[\\d+])?");

	private final KeyBinding keys;

	private final Set<String> members = new LinkedHashSet<>();

	private final List<String> departments = new ArrayList<>();

	private ScopeKeys(KeyBinding keys) {
		this.keys = keys;
	}

	static EntrySelector read(KeyBinding keys) {
		ScopeKeys reader = new ScopeKeys(keys);
		Map<String, String> written = keys.below("scope");
		written.keySet().forEach(reader::read);
		EntrySelector scope = new EntrySelector(reader.members, reader.departments);
		if (!written.isEmpty() && scope.selectsAll()) {
			keys.complain("scope", Message.of("definition.scope-empty"));
		}
		return scope;
	}

	private void read(String key) {
		Matcher matcher = ELEMENT.matcher(key);
		if (!matcher.matches()) {
			if (!key.equals("scope")) {
				this.keys.complain(key, Message.of("definition.unknown-key"));
			}
			return;
		}
		String value = String.valueOf(this.keys.text(key));
		// An element of a list stands for itself, commas and all.
		for (String one : (matcher.group(2) != null) ? List.of(value) : List.of(value.split(","))) {
			if (!one.isBlank()) {
				(matcher.group(1).equals("members") ? this.members : this.departments).add(one.strip());
			}
		}
	}

}
