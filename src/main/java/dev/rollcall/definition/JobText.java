package dev.rollcall.definition;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/**
 * A job file as it is written, before anything is made of it: what a run keeps, so that
 * it goes on as it began even if the file changes. Holds references to secrets, never
 * secrets.
 *
 * @param name the job's name
 * @param place what to call the file when something is wrong with it
 * @param yaml its text
 * @param overrides keys that were set on the command line
 */
public record JobText(String name, String place, String yaml, Map<String, String> overrides) {

	public JobText {
		overrides = Map.copyOf(overrides);
	}

	/** The overrides as lines, sorted; a line break within a value is escaped. */
	public String overrideLines() {
		return lines((key, value) -> value);
	}

	/**
	 * The same without the values of keys that hold secrets, though those are references.
	 * @param cover what stands in their places
	 */
	public String discreetOverrideLines(String cover) {
		return lines((key, value) -> SecretKeys.contains(key) ? cover : value);
	}

	private String lines(BinaryOperator<String> shown) {
		StringBuilder lines = new StringBuilder();
		new TreeMap<>(this.overrides).forEach(
				(key, value) -> lines.append(key).append('=').append(escaped(shown.apply(key, value))).append('\n'));
		return lines.toString();
	}

	/** What {@link #overrideLines()} gave. */
	public static Map<String, String> overrides(String lines) {
		Map<String, String> overrides = new TreeMap<>();
		lines.lines().forEach((line) -> {
			int at = line.indexOf('=');
			overrides.put(line.substring(0, at), line.substring(at + 1).translateEscapes());
		});
		return overrides;
	}

	private static String escaped(String value) {
		return value.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
	}

}
