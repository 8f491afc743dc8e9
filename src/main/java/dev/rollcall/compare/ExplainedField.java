package dev.rollcall.compare;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One field of an entry as both sides have it, and what decides about it.
 *
 * @param field its name
 * @param desired what the source says: empty text for an empty field, null for an unknown
 * one
 * @param existing what the target says, likewise
 * @param rule what decides
 * @param ignoredBy the ignore rules that leave it alone, by their places in the job file,
 * counted from 0; none unless the rule is {@link AppliedRule#IGNORED}
 */
public record ExplainedField(String field, @Nullable String desired, @Nullable String existing, AppliedRule rule,
		List<Integer> ignoredBy) {

	public ExplainedField {
		ignoredBy = List.copyOf(ignoredBy);
	}

	ExplainedField(String field, @Nullable String desired, @Nullable String existing, AppliedRule rule) {
		this(field, desired, existing, rule, List.of());
	}

	ExplainedField ignoredBy(List<Integer> rules) {
		return new ExplainedField(this.field, this.desired, this.existing, this.rule, rules);
	}

}
