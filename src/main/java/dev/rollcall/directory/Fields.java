package dev.rollcall.directory;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The field values of one entry, in the order of a {@link Schema}, each in one of three
 * states. Immutable.
 *
 * <p>
 * Kept as one array of bytes: for each field a variable-length number (0 unknown, 1
 * empty, n + 1 for a value of n bytes), then the values as UTF-8 one after the other. A
 * million entries are so staged, compared and stored without a text being made of a value
 * that nobody looks at.
 */
public final class Fields {

	/** In a list of positions: leave this field out. */
	public static final int SKIP = -1;

	/** In a list of positions: the other side has no such field, so it is empty there. */
	public static final int NONE = -2;

	private final Schema schema;

	private final byte[] bytes;

	private Fields(Schema schema, byte[] bytes) {
		this.schema = schema;
		this.bytes = bytes;
	}

	/** Fields of which nothing is known. */
	public static Fields unknown(Schema schema) {
		return new Fields(schema, new byte[schema.size()]);
	}

	/**
	 * Fields from what {@link #encoded()} gave.
	 * @param encoded the bytes, which must not be changed afterwards
	 */
	public static Fields decoded(Schema schema, byte[] encoded) {
		return new Fields(schema, encoded);
	}

	/**
	 * Fields from named values: a name that is absent is unknown, an empty text is empty.
	 * @throws IllegalArgumentException when a name is not in the schema
	 */
	public static Fields of(Schema schema, Map<String, String> values) {
		FieldsBuilder builder = new FieldsBuilder(schema);
		values.forEach((name, value) -> {
			int position = schema.position(name);
			if (position < 0) {
				throw new IllegalArgumentException("no such field: " + name);
			}
			builder.set(position, value);
		});
		return builder.build();
	}

	public Schema schema() {
		return this.schema;
	}

	/** Whether nothing is known at all; asked of everybody, so it looks at bytes only. */
	boolean areUnknown() {
		if (this.bytes.length != this.schema.size()) {
			return false;
		}
		for (byte each : this.bytes) {
			if (each != 0) {
				return false;
			}
		}
		return true;
	}

	public FieldState state(int position) {
		int[] at = new int[2];
		locate(position, at);
		return (at[1] < 0) ? FieldState.UNKNOWN : (at[1] == 0) ? FieldState.EMPTY : FieldState.VALUE;
	}

	/** The value; empty text for an empty field, null for an unknown one. */
	public @Nullable String value(int position) {
		int[] at = new int[2];
		locate(position, at);
		return (at[1] < 0) ? null : new String(this.bytes, at[0], at[1], StandardCharsets.UTF_8);
	}

	/** As {@link #value(int)}; also null when the schema does not have the name. */
	public @Nullable String value(String name) {
		int position = this.schema.position(name);
		return (position < 0) ? null : value(position);
	}

	/** All values by position, each as {@link #value(int)} gives it. */
	public @Nullable String[] values() {
		int[] at = new int[2 * this.schema.size()];
		locateAll(at);
		@Nullable String[] values = new String[this.schema.size()];
		for (int i = 0; i < values.length; i++) {
			int length = at[2 * i + 1];
			if (length >= 0) {
				values[i] = (length == 0) ? "" : new String(this.bytes, at[2 * i], length, StandardCharsets.UTF_8);
			}
		}
		return values;
	}

	/** All known fields by name, in the schema's order. */
	public Map<String, String> known() {
		Map<String, String> known = new LinkedHashMap<>();
		@Nullable String[] values = values();
		for (int i = 0; i < values.length; i++) {
			String value = values[i];
			if (value != null) {
				known.put(this.schema.name(i), value);
			}
		}
		return known;
	}

	/**
	 * The values as another schema orders them: a field that only the other schema has is
	 * unknown, one that only this schema has is dropped.
	 */
	public Fields in(Schema other) {
		if (other.equals(this.schema)) {
			return this;
		}
		FieldsBuilder builder = new FieldsBuilder(other);
		for (int i = 0; i < other.size(); i++) {
			int position = this.schema.position(other.name(i));
			if (position >= 0) {
				builder.copy(i, this, position);
			}
		}
		return builder.build();
	}

	/**
	 * The same with one field set otherwise.
	 * @param value empty text for an empty field, null for an unknown one
	 */
	public Fields with(String name, @Nullable String value) {
		FieldsBuilder builder = new FieldsBuilder(this.schema);
		for (int i = 0; i < this.schema.size(); i++) {
			builder.copy(i, this, i);
		}
		return builder.set(this.schema.position(name), value).build();
	}

	/** The stored form; not to be changed. */
	public byte[] encoded() {
		return this.bytes;
	}

	/**
	 * Whether other fields hold the same value wherever these know one.
	 * @param positions for each of these fields where the other has it, {@link #SKIP} to
	 * leave it out, {@link #NONE} where the other has no such field and it therefore
	 * counts as empty there
	 */
	public boolean agreesWith(Fields other, int[] positions) {
		int[] here = new int[2 * this.schema.size()];
		int[] there = new int[2 * other.schema.size()];
		locateAll(here);
		other.locateAll(there);
		for (int i = 0; i < positions.length; i++) {
			int length = here[2 * i + 1];
			int position = positions[i];
			if (length < 0 || position == SKIP) {
				continue;
			}
			if (length != ((position == NONE) ? 0 : there[2 * position + 1])) {
				return false;
			}
			if (length > 0 && !Arrays.equals(this.bytes, here[2 * i], here[2 * i] + length, other.bytes,
					there[2 * position], there[2 * position] + length)) {
				return false;
			}
		}
		return true;
	}

	/** Adds one to the count of each field that has a value. */
	public void countValues(long[] counts) {
		int next = 0;
		for (int i = 0; i < counts.length; i++) {
			int first = this.bytes[next++];
			counts[i] += (first < 0 || first > 1) ? 1 : 0;
			for (int more = first; more < 0; next++) {
				more = this.bytes[next];
			}
		}
	}

	byte[] bytes() {
		return this.bytes;
	}

	/**
	 * Finds a value's bytes.
	 * @param at receives the first byte and the length, -1 for unknown
	 */
	void locate(int position, int[] at) {
		int[] all = new int[2 * this.schema.size()];
		locateAll(all);
		at[0] = all[2 * position];
		at[1] = all[2 * position + 1];
	}

	/** Finds all values' bytes: for each field the first byte and the length. */
	private void locateAll(int[] at) {
		int next = 0;
		int total = 0;
		for (int i = 0; i < at.length; i += 2) {
			int code = this.bytes[next++];
			if (code < 0) {
				code &= 0x7F;
				int shift = 7;
				int more;
				do {
					more = this.bytes[next++];
					code |= (more & 0x7F) << shift;
					shift += 7;
				}
				while (more < 0);
			}
			at[i] = total;
			at[i + 1] = code - 1;
			total += Math.max(0, code - 1);
		}
		for (int i = 0; i < at.length; i += 2) {
			at[i] += next;
		}
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Fields that && Arrays.equals(this.bytes, that.bytes) && this.schema.equals(that.schema);
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(this.bytes);
	}

	@Override
	public String toString() {
		return known().toString();
	}

}
