package dev.rollcall.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.FieldState;
import dev.rollcall.directory.Member;

/** What must be known of a member to create it. */
final class RequiredFields {

	private static final List<String> USERID = List.of(FieldNames.USERID);

	/** Said of somebody of whom nothing is known at all. */
	private static final List<String> NAME = List.of(FieldNames.NAME);

	/** As they are shown, others behind them. */
	private static final Comparator<String> ORDER = Comparator.comparing((String name) -> {
		int place = FieldNames.OF_MEMBERS.indexOf(name);
		return (place < 0) ? Integer.MAX_VALUE : place;
	}).thenComparing(Comparator.naturalOrder());

	private final List<List<String>> groups;

	/**
	 * @param groups of each of which one field must have a value
	 */
	RequiredFields(List<Set<String>> groups) {
		this.groups = groups.stream()
			.map((group) -> group.stream().sorted(ORDER).toList())
			.sorted(Comparator.comparing((group) -> group.get(0), ORDER))
			.toList();
	}

	/**
	 * Whether too little is known of a member, as it would be created: nobody is created
	 * on the word of a row that could not be used, whatever the target makes do with.
	 */
	boolean lacks(Member created) {
		return created.userid() == null || created.isUnknown()
				|| this.groups.stream().anyMatch((group) -> lacks(created, group));
	}

	/** The groups of which a member, as it would be created, has no field at all. */
	List<List<String>> missing(Member created) {
		List<List<String>> missing = new ArrayList<>((created.userid() == null) ? List.of(USERID) : List.of());
		this.groups.stream().filter((group) -> lacks(created, group)).forEach(missing::add);
		if (missing.isEmpty() && created.isUnknown()) {
			missing.add(NAME);
		}
		return missing;
	}

	private static boolean lacks(Member created, List<String> group) {
		return group.stream().noneMatch((name) -> {
			int position = created.fields().schema().position(name);
			return position >= 0 && created.fields().state(position) == FieldState.VALUE;
		});
	}

}
