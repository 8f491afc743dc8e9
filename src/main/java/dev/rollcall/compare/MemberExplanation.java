package dev.rollcall.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Member;
import org.jspecify.annotations.Nullable;

/** Says field by field what a {@link MemberComparison} makes of a member, and why. */
final class MemberExplanation {

	private final MemberComparison comparison;

	private final FieldPairing fields;

	private final IgnoreRules rules;

	private final MemberComparison.Departments departments;

	MemberExplanation(MemberComparison comparison, FieldPairing fields, IgnoreRules rules,
			MemberComparison.Departments departments) {
		this.comparison = comparison;
		this.fields = fields;
		this.rules = rules;
		this.departments = departments;
	}

	List<ExplainedField> pair(Member desired, Member existing, boolean all) {
		Ignored ignored = this.comparison.ignored(Operation.UPDATE, desired, existing);
		PlacementExplanation places = this.comparison.explainPlaces(desired, existing, ignored);
		AppliedRule userid = (desired.userid() == null) ? AppliedRule.UNKNOWN
				: !MemberComparison.isRenamed(desired, existing) ? AppliedRule.EQUAL
						: ignored.ignores(FieldNames.USERID) ? AppliedRule.IGNORED
								: (existing.userid() == null) ? AppliedRule.LINKED : AppliedRule.DIFFERS;
		List<ExplainedField> explained = new ArrayList<>();
		explained.add(new ExplainedField(FieldNames.USERID, desired.userid(), existing.userid(), userid));
		explained.addAll(this.fields.explain(desired.fields(), existing.fields(), this.fields.positions(ignored), all));
		addPlaces(explained, desired, existing, (field) -> places.pair(field, all));
		return attributed(explained, Operation.UPDATE, desired, existing);
	}

	List<ExplainedField> created(Member desired) {
		Ignored ignored = this.comparison.ignored(Operation.CREATE, desired, null);
		PlacementExplanation places = this.comparison.explainPlaces(desired, null, ignored);
		List<ExplainedField> explained = new ArrayList<>();
		explained.add(new ExplainedField(FieldNames.USERID, desired.userid(), null,
				(desired.userid() != null) ? AppliedRule.CREATED : AppliedRule.UNKNOWN));
		explained.addAll(this.fields.explainCreated(desired.fields(), this.fields.positions(ignored)));
		addPlaces(explained, desired, null, places::created);
		return attributed(explained, Operation.CREATE, desired, null);
	}

	List<ExplainedField> existing(Member existing) {
		List<ExplainedField> explained = new ArrayList<>();
		explained.add(new ExplainedField(FieldNames.USERID, null, existing.userid(), AppliedRule.ONLY_IN_TARGET));
		existing.fields()
			.schema()
			.names()
			.forEach((name) -> explained
				.add(new ExplainedField(name, null, existing.fields().value(name), AppliedRule.ONLY_IN_TARGET)));
		addPlaces(explained, null, existing, (field) -> AppliedRule.ONLY_IN_TARGET);
		return explained;
	}

	private void addPlaces(List<ExplainedField> explained, @Nullable Member desired, @Nullable Member existing,
			Function<String, AppliedRule> rule) {
		for (String field : FieldNames.OF_PLACEMENTS) {
			String wanted = (desired == null) ? null
					: PlacementExplanation.text(desired.placements(), field, this.departments::desiredPath);
			String held = (existing == null) ? null
					: PlacementExplanation.text(existing.placements(), field, this.departments::existingPath);
			explained.add(new ExplainedField(field, wanted, held,
					this.departments.areKept() ? rule.apply(field) : AppliedRule.NOT_IN_TARGET));
		}
	}

	/** The same with the ignore rules to which it is due. */
	private List<ExplainedField> attributed(List<ExplainedField> explained, Operation operation,
			@Nullable Member desired, @Nullable Member existing) {
		Collection<String> userids = MemberComparison.userids(desired, existing);
		Collection<String> paths = this.comparison.paths(desired, existing);
		return explained.stream().map((field) -> {
			if (field.rule() != AppliedRule.IGNORED) {
				return field;
			}
			List<Integer> own = this.rules.responsible(operation, userids, paths, field.field());
			// Where the departments are left out, so is all that belongs to them.
			return field.ignoredBy(
					!own.isEmpty() ? own : this.rules.responsible(operation, userids, paths, FieldNames.DEPARTMENTS));
		}).toList();
	}

}
