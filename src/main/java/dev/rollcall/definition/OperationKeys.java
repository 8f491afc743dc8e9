package dev.rollcall.definition;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.rollcall.compare.Operation;
import dev.rollcall.directory.Message;
import dev.rollcall.plan.Operations;

/**
 * Reads the key {@code operations}: a list whose elements are words, except that
 * {@code delete} may carry {@code {departments: true}}.
 */
final class OperationKeys {

	private static final Pattern ELEMENT = Pattern.compile("operations(?:\\[\\d+])?(?:\\.(\\w+)(?:\\.(\\w+))?)?");

	private final KeyBinding keys;

	private final Set<Operation> named = EnumSet.noneOf(Operation.class);

	private boolean departments;

	private OperationKeys(KeyBinding keys) {
		this.keys = keys;
	}

	static Operations read(KeyBinding keys) {
		OperationKeys reader = new OperationKeys(keys);
		Map<String, String> written = keys.below("operations");
		written.forEach(reader::read);
		if (written.isEmpty()) {
			keys.complain("operations", Message.of("definition.operations-missing"));
		}
		return new Operations(reader.named.contains(Operation.CREATE), reader.named.contains(Operation.UPDATE),
				reader.named.contains(Operation.DELETE), reader.departments);
	}

	private void read(String key, String value) {
		Matcher matcher = ELEMENT.matcher(key);
		if (!matcher.matches()) {
			return;
		}
		this.keys.know(key);
		String operation = matcher.group(1);
		String option = matcher.group(2);
		if (operation == null) {
			for (String word : value.split(",")) {
				name(key, word.strip());
			}
		}
		else if (option == null && value.isEmpty()) {
			name(key, operation);
		}
		else if (operation.equals("delete") && "departments".equals(option)
				&& (value.equals("true") || value.equals("false"))) {
			this.named.add(Operation.DELETE);
			this.departments = value.equals("true");
		}
		else {
			this.keys.complain(key, Message.of("definition.operation-option"));
		}
	}

	private void name(String key, String word) {
		try {
			this.named.add(Operation.valueOf(word.toUpperCase(Locale.ROOT)));
		}
		catch (IllegalArgumentException ex) {
			this.keys.complain(key, Message.of("definition.operation", word));
		}
	}

}
