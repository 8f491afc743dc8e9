package dev.rollcall.connector.tencentcam.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * What a job says of who becomes a sub-user.
 *
 * @param names how they are called
 * @param overrides who is called otherwise
 * @param range who is meant, null for everybody
 * @param groups for departments, as {@link VisibleRange} names them, the groups that
 * whoever is in them or below belongs to
 * @param others groups that approved applications give beside those
 */
public record ImportTerms(NameRule names, NameOverrides overrides, @Nullable VisibleRange range,
		Map<String, List<String>> groups, List<String> others) {

	public ImportTerms {
		Map<String, List<String>> copy = new LinkedHashMap<>();
		groups.forEach((department, given) -> copy.put(department, List.copyOf(given)));
		groups = Collections.unmodifiableMap(copy);
		others = List.copyOf(others);
	}

	/** All groups that the job manages, sorted: of others nothing is seen or touched. */
	public List<String> managedGroups() {
		TreeSet<String> managed = new TreeSet<>(this.others);
		this.groups.values().forEach(managed::addAll);
		return new ArrayList<>(managed);
	}

}
