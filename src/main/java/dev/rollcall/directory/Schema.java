package dev.rollcall.directory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The names of the fields that one side knows of one kind of entry, in a fixed order.
 * Shared by all entries of a snapshot, so that an entry stores values only.
 */
public final class Schema {

	private static final Schema EMPTY = new Schema(List.of());

	private final List<String> names;

	private final Map<String, Integer> positions;

	private Schema(List<String> names) {
		this.names = List.copyOf(names);
		this.positions = new HashMap<>();
		for (String name : this.names) {
			if (this.positions.put(name, this.positions.size()) != null) {
				throw new IllegalArgumentException("field twice: " + name);
			}
		}
	}

	/**
	 * A schema of these names.
	 * @throws IllegalArgumentException when a name stands twice
	 */
	public static Schema of(List<String> names) {
		return names.isEmpty() ? EMPTY : new Schema(names);
	}

	public static Schema of(String... names) {
		return of(List.of(names));
	}

	public int size() {
		return this.names.size();
	}

	public List<String> names() {
		return this.names;
	}

	public String name(int position) {
		return this.names.get(position);
	}

	/** Where the field stands, or -1 when this schema does not have it. */
	public int position(String name) {
		return this.positions.getOrDefault(name, -1);
	}

	public boolean has(String name) {
		return this.positions.containsKey(name);
	}

	/** This schema, followed by those of the given names it does not have yet. */
	public Schema with(List<String> more) {
		List<String> added = more.stream().filter((name) -> !has(name)).distinct().toList();
		if (added.isEmpty()) {
			return this;
		}
		return new Schema(java.util.stream.Stream.concat(this.names.stream(), added.stream()).toList());
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Schema that && this.names.equals(that.names);
	}

	@Override
	public int hashCode() {
		return this.names.hashCode();
	}

	@Override
	public String toString() {
		return this.names.toString();
	}

}
