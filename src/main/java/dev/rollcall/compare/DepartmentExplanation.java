package dev.rollcall.compare;

import java.util.ArrayList;
import java.util.List;

import dev.rollcall.directory.Department;
import dev.rollcall.directory.DepartmentTree;
import dev.rollcall.directory.FieldNames;
import org.jspecify.annotations.Nullable;

/** Says field by field what is made of a department, and why. */
public final class DepartmentExplanation {

	private final DepartmentMatching matching;

	private final FieldPairing fields;

	private final IgnoreRules rules;

	private final MemberComparison.Departments names;

	public DepartmentExplanation(DepartmentMatching matching, FieldPairing fields, IgnoreRules rules,
			MemberComparison.Departments names) {
		this.matching = matching;
		this.fields = fields;
		this.rules = rules;
		this.names = names;
	}

	/**
	 * What decides about the id: it is given to a department of the target that has none,
	 * and never replaced.
	 */
	public static AppliedRule id(Department desired, Department existing, Ignored ignored) {
		if (desired.id() == null) {
			return AppliedRule.UNKNOWN;
		}
		if (desired.id().equals(existing.id())) {
			return AppliedRule.EQUAL;
		}
		return ignored.ignores(FieldNames.ID) ? AppliedRule.IGNORED
				: (existing.id() == null) ? AppliedRule.DIFFERS : AppliedRule.ID_STAYS;
	}

	/**
	 * What decides about each field.
	 * @param desired null when only the target has it
	 * @param existing null when only the source has it
	 * @param all whether what does not differ is written, too
	 */
	public List<ExplainedField> explain(@Nullable Department desired, @Nullable Department existing, boolean all) {
		if (desired == null || existing == null) {
			return (desired != null) ? created(desired) : (existing != null) ? existing(existing) : List.of();
		}
		String path = this.matching.target().path(existing.ref());
		Ignored ignored = this.rules.of(Operation.UPDATE, path);
		List<ExplainedField> explained = new ArrayList<>(
				this.fields.explain(desired.fields(), existing.fields(), this.fields.positions(ignored), all));
		explained.add(new ExplainedField(FieldNames.ID, desired.id(), existing.id(), id(desired, existing, ignored)));
		explained.add(new ExplainedField(FieldNames.PARENT, parent(desired, this.matching.source()),
				parent(existing, this.matching.target()),
				DepartmentParent.of(desired, existing, ignored, this.names).rule()));
		return attributed(explained, Operation.UPDATE, path);
	}

	/** Which rules protect the whole department, by their places, counted from 0. */
	public List<Integer> protecting(Operation operation, String path) {
		return this.rules.protecting(operation, List.of(), List.of(path));
	}

	/**
	 * Which rules keep a department from being created, likewise: there is none without a
	 * name.
	 */
	public List<Integer> nameless(String path) {
		return this.rules.responsible(Operation.CREATE, List.of(), List.of(path), FieldNames.NAME);
	}

	private List<ExplainedField> created(Department desired) {
		String path = this.matching.source().path(desired.ref());
		Ignored ignored = this.rules.of(Operation.CREATE, path);
		List<ExplainedField> explained = new ArrayList<>(
				this.fields.explainCreated(desired.fields(), this.fields.positions(ignored)));
		explained.add(new ExplainedField(FieldNames.ID, desired.id(), null,
				(desired.id() != null) ? AppliedRule.CREATED : AppliedRule.UNKNOWN));
		boolean unresolved = desired.parent() != null && this.names.desired(desired.parent()) == null;
		explained.add(new ExplainedField(FieldNames.PARENT, parent(desired, this.matching.source()), null,
				unresolved ? AppliedRule.NOT_RESOLVED : AppliedRule.CREATED));
		return attributed(explained, Operation.CREATE, path);
	}

	private List<ExplainedField> existing(Department existing) {
		List<ExplainedField> explained = new ArrayList<>();
		existing.fields()
			.schema()
			.names()
			.forEach((name) -> explained
				.add(new ExplainedField(name, null, existing.fields().value(name), AppliedRule.ONLY_IN_TARGET)));
		explained.add(new ExplainedField(FieldNames.ID, null, existing.id(), AppliedRule.ONLY_IN_TARGET));
		explained.add(new ExplainedField(FieldNames.PARENT, null, parent(existing, this.matching.target()),
				AppliedRule.ONLY_IN_TARGET));
		return explained;
	}

	private List<ExplainedField> attributed(List<ExplainedField> explained, Operation operation, String path) {
		return explained.stream()
			.map((field) -> (field.rule() != AppliedRule.IGNORED) ? field
					: field.ignoredBy(this.rules.responsible(operation, List.of(), List.of(path), field.field())))
			.toList();
	}

	/** The path of the department above, empty at the top. */
	private static String parent(Department department, DepartmentTree tree) {
		return (department.parent() != null) ? tree.path(department.parent()) : "";
	}

}
