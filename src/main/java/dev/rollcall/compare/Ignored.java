package dev.rollcall.compare;

import java.util.Set;

/**
 * What is to be left alone of one entry in one operation.
 *
 * @param entry the whole entry
 * @param fields else these fields
 */
public record Ignored(boolean entry, Set<String> fields) {

	public static final Ignored NOTHING = new Ignored(false, Set.of());

	public Ignored {
		fields = Set.copyOf(fields);
	}

	public boolean ignores(String field) {
		return this.entry || this.fields.contains(field);
	}

}
