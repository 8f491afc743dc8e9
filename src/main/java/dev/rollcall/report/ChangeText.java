package dev.rollcall.report;

import java.util.Set;
import java.util.stream.Collectors;

import dev.rollcall.directory.FieldNames;
import dev.rollcall.report.RunView.ChangeView;
import dev.rollcall.report.RunView.DifferenceView;
import org.jspecify.annotations.Nullable;

/** Says in words what a {@link ChangeView} holds, in a line or two. */
record ChangeText(Words words) {

	/** What the first line of a creation or deletion says already. */
	private static final Set<String> ON_THE_FIRST_LINE = Set.of(FieldNames.NAME, FieldNames.PARENT);

	String of(ChangeView change) {
		String line = firstLine(change);
		boolean whole = isWhole(change);
		String fields = change.differences()
			.stream()
			.filter((difference) -> !whole || isWorthShowing(difference))
			.map((difference) -> difference(difference, whole))
			.collect(Collectors.joining(whole ? ", " : "\n      "));
		return fields.isEmpty() ? line : line + "\n      " + fields;
	}

	/** A change, without all that is known of whom it creates or deletes. */
	String sample(ChangeView change) {
		return isWhole(change) ? firstLine(change) : of(change);
	}

	private String firstLine(ChangeView change) {
		String name = (change.name() != null) ? "  " + change.name() : "";
		return "  " + change.symbol() + " " + this.words.of("report.entry." + change.entry()) + "  " + change.key()
				+ name + "  " + this.words.of("report.reason", change.reason()) + state(change);
	}

	private static boolean isWhole(ChangeView change) {
		return change.kind().equals("create") || change.kind().equals("delete");
	}

	/** A value in words, also one that is empty or unknown. */
	String value(@Nullable String value) {
		return (value == null) ? this.words.of("report.unknown")
				: value.isEmpty() ? this.words.of("report.empty") : value;
	}

	private static boolean isWorthShowing(DifferenceView difference) {
		String value = (difference.after() != null) ? difference.after() : difference.before();
		return value != null && !value.isEmpty() && !ON_THE_FIRST_LINE.contains(difference.field());
	}

	private String difference(DifferenceView difference, boolean whole) {
		if (whole) {
			String value = (difference.after() != null) ? difference.after() : difference.before();
			return difference.field() + ": " + value;
		}
		return difference.field() + ": " + value(difference.before()) + " → " + value(difference.after());
	}

	private String state(ChangeView change) {
		if (change.state().equals("pending") || change.state().equals("done")) {
			return "";
		}
		return "  [" + this.words.of("report.state." + change.state())
				+ ((change.why() != null) ? ": " + change.why() : "") + "]";
	}

}
