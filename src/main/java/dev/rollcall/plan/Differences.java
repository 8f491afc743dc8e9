package dev.rollcall.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import dev.rollcall.directory.Department;
import dev.rollcall.directory.Entry;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import org.jspecify.annotations.Nullable;

/** The fields that a change is about, each with its values in words. */
public final class Differences {

	private Differences() {
	}

	/**
	 * One field of a change.
	 *
	 * @param field its name
	 * @param before the value before, empty for none, null when unknown
	 * @param after the value after, likewise
	 */
	public record FieldDifference(String field, @Nullable String before, @Nullable String after) {

	}

	/**
	 * The differences of a change, placements and parent last.
	 * @param paths turns a {@link DepartmentRef} into the path to show
	 */
	public static List<FieldDifference> of(Change change, UnaryOperator<String> paths) {
		List<FieldDifference> differences = new ArrayList<>();
		Entry before = change.before();
		Entry after = change.after();
		addUserid(differences, before, after);
		addFields(differences, before, after);
		if (before instanceof Department || after instanceof Department) {
			String was = (before instanceof Department department) ? department.parent() : null;
			String will = (after instanceof Department department) ? department.parent() : null;
			add(differences, FieldNames.ID, id(before), id(after));
			add(differences, FieldNames.PARENT, (was != null) ? paths.apply(was) : null,
					(will != null) ? paths.apply(will) : null);
		}
		else {
			addPlacements(differences, placements(before), placements(after), paths);
		}
		return differences;
	}

	/** Only the names of the fields in which a change differs. */
	static List<String> names(Change change) {
		return of(change, UnaryOperator.identity()).stream().map(FieldDifference::field).toList();
	}

	private static void addUserid(List<FieldDifference> differences, @Nullable Entry before, @Nullable Entry after) {
		if (before instanceof Member was && after instanceof Member will) {
			// Who gets a userid had none: where one is changed, both are known.
			add(differences, FieldNames.USERID, (was.userid() == null && will.userid() != null) ? "" : was.userid(),
					will.userid());
		}
	}

	private static void addFields(List<FieldDifference> differences, @Nullable Entry before, @Nullable Entry after) {
		Entry either = (after != null) ? after : before;
		if (either == null) {
			return;
		}
		Fields fields = either.fields();
		for (String name : fields.schema().names()) {
			String was = (before != null) ? before.fields().value(name) : null;
			String will = (after != null) ? after.fields().value(name) : null;
			if (was != null || will != null) {
				differences.add(new FieldDifference(name, was, will));
			}
		}
	}

	private static void addPlacements(List<FieldDifference> differences, @Nullable Placements before,
			@Nullable Placements after, UnaryOperator<String> paths) {
		if (before == null && after == null) {
			return;
		}
		UnaryOperator<String> named = isSamePathElsewhere(before, after, paths)
				? (department) -> paths.apply(department) + " (" + DepartmentRef.ref(department) + ")" : paths;
		add(differences, FieldNames.DEPARTMENTS, departments(before, named), departments(after, named));
		if (!isOneEach(before, after)) {
			add(differences, FieldNames.MAIN_DEPARTMENT, main(before, named), main(after, named));
		}
		add(differences, FieldNames.ORDER, orders(before, paths), orders(after, paths));
		add(differences, FieldNames.LEADER, led(before, paths), led(after, paths));
	}

	/** With one department on either side, that is the main one without saying so. */
	private static boolean isOneEach(@Nullable Placements before, @Nullable Placements after) {
		return (before == null || before.list().size() == 1) && (after == null || after.list().size() == 1);
	}

	/**
	 * Whether different departments have one path, because one of them takes it from the
	 * other.
	 */
	private static boolean isSamePathElsewhere(@Nullable Placements before, @Nullable Placements after,
			UnaryOperator<String> paths) {
		return before != null && after != null
				&& !Set.copyOf(before.departments()).equals(Set.copyOf(after.departments()))
				&& Objects.equals(departments(before, paths), departments(after, paths));
	}

	private static void add(List<FieldDifference> differences, String field, @Nullable String before,
			@Nullable String after) {
		if (!Objects.equals(before, after)) {
			differences.add(new FieldDifference(field, before, after));
		}
	}

	private static @Nullable String id(@Nullable Entry entry) {
		return (entry instanceof Department department) ? department.id() : null;
	}

	private static @Nullable Placements placements(@Nullable Entry entry) {
		return (entry instanceof Member member) ? member.placements() : null;
	}

	private static @Nullable String departments(@Nullable Placements placements, UnaryOperator<String> paths) {
		return (placements == null) ? null
				: placements.departments().stream().map(paths).sorted().collect(Collectors.joining("; "));
	}

	private static @Nullable String main(@Nullable Placements placements, UnaryOperator<String> paths) {
		return (placements == null || placements.main() == null) ? null : paths.apply(placements.main());
	}

	private static @Nullable String orders(@Nullable Placements placements, UnaryOperator<String> paths) {
		if (placements == null) {
			return null;
		}
		String orders = placements.list()
			.stream()
			.filter((placement) -> placement.order() != null && placement.order() != 0)
			.map((placement) -> paths.apply(placement.department()) + "=" + placement.order())
			.sorted()
			.collect(Collectors.joining("; "));
		return orders.isEmpty() ? null : orders;
	}

	private static @Nullable String led(@Nullable Placements placements, UnaryOperator<String> paths) {
		if (placements == null) {
			return null;
		}
		String led = placements.list()
			.stream()
			.filter((placement) -> Boolean.TRUE.equals(placement.leader()))
			.map(Placement::department)
			.map(paths)
			.sorted()
			.collect(Collectors.joining("; "));
		return led.isEmpty() ? null : led;
	}

}
