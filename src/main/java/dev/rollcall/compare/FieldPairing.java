package dev.rollcall.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

import dev.rollcall.directory.Fields;
import dev.rollcall.directory.FieldsBuilder;
import dev.rollcall.directory.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Which field of the source is which field of the target, and how a pair of entries
 * differs in them. Changes are written in the {@link #planned()} schema: the target's
 * own, and behind it the custom fields that only the source has.
 */
public final class FieldPairing {

	private final Schema source;

	private final Schema target;

	private final Schema planned;

	private final Set<String> silent;

	private final Set<String> hidden;

	private final Set<String> told;

	private final Set<String> fixed;

	private final int[] positions;

	/**
	 * Pairs the fields by name.
	 * @param silent fields of the source that are not to be believed, because the source
	 * has no value for any entry
	 * @param custom whether the target takes fields it does not name
	 * @param hidden fields that the target accepts but never shows
	 */
	public FieldPairing(Schema source, Set<String> silent, Schema target, boolean custom, Set<String> hidden) {
		this(source, silent, target, custom, hidden, Set.of(), Set.of());
	}

	/**
	 * The same where some fields of the target are not to be changed.
	 * @param told fields that the target tells and takes from nobody
	 * @param fixed fields that it takes when an entry is created, and never after
	 */
	public FieldPairing(Schema source, Set<String> silent, Schema target, boolean custom, Set<String> hidden,
			Set<String> told, Set<String> fixed) {
		this.source = source;
		this.target = target;
		this.silent = Set.copyOf(silent);
		this.hidden = Set.copyOf(hidden);
		this.told = Set.copyOf(told);
		this.fixed = Set.copyOf(fixed);
		List<String> added = new ArrayList<>();
		this.positions = new int[source.size()];
		for (int i = 0; i < this.positions.length; i++) {
			String name = source.name(i);
			if (silent.contains(name) || told.contains(name) || (!custom && !target.has(name))) {
				this.positions[i] = Fields.SKIP;
			}
			else {
				this.positions[i] = target.has(name) ? target.position(name) : Fields.NONE;
				added.add(name);
			}
		}
		this.planned = target.with(added);
	}

	/** The schema that desired entries and changes are written in. */
	public Schema planned() {
		return this.planned;
	}

	/** For each field of the source where the target has it, without those ignored. */
	public int[] positions(Ignored ignored) {
		int[] positions = this.positions.clone();
		for (int i = 0; i < positions.length; i++) {
			if (ignored.ignores(this.source.name(i))) {
				positions[i] = Fields.SKIP;
			}
		}
		return positions;
	}

	/** What the source wants, without what is ignored, as the target names it. */
	public Fields desired(Fields desired, int[] positions) {
		FieldsBuilder builder = new FieldsBuilder(this.planned);
		for (int i = 0; i < positions.length; i++) {
			if (positions[i] != Fields.SKIP) {
				builder.copy(this.planned.position(this.source.name(i)), desired, i);
			}
		}
		return builder.build();
	}

	/**
	 * The fields in which a pair differs.
	 * @param all whether to name those that do not differ, too
	 * @return before and after, each knowing nothing but those fields; null when there is
	 * none
	 */
	public Fields @Nullable [] difference(Fields desired, Fields existing, int[] positions, boolean all) {
		FieldsBuilder before = new FieldsBuilder(this.planned);
		FieldsBuilder after = new FieldsBuilder(this.planned);
		boolean differs = false;
		for (int i = 0; i < positions.length; i++) {
			String wanted = (positions[i] != Fields.SKIP) ? desired.value(i) : null;
			if (wanted == null) {
				continue;
			}
			String held = held(existing, positions[i]);
			if (rule(i, positions[i], wanted, held, all).writes()) {
				int position = this.planned.position(this.source.name(i));
				before.set(position, held);
				after.set(position, wanted);
				differs = true;
			}
		}
		return differs ? new Fields[] { before.build(), after.build() } : null;
	}

	/** What the source says of a field; null when it does not know it. */
	@Nullable String told(String field, Fields desired) {
		int position = this.source.position(field);
		return (position < 0 || this.positions[position] == Fields.SKIP) ? null : desired.value(position);
	}

	/** What decides about each field of a pair: those of the target, then all others. */
	List<ExplainedField> explain(Fields desired, Fields existing, int[] positions, boolean all) {
		return explain((name, i) -> {
			String wanted = desired.value(i);
			String held = (positions[i] != Fields.SKIP) ? held(existing, positions[i]) : existing.value(name);
			return new ExplainedField(name, wanted, held, rule(i, positions[i], wanted, held, all));
		}, (name) -> new ExplainedField(name, null, existing.value(name), AppliedRule.NOT_IN_SOURCE));
	}

	/** What decides about each field of an entry that only the source has. */
	List<ExplainedField> explainCreated(Fields desired, int[] positions) {
		return explain((name, i) -> {
			String wanted = desired.value(i);
			AppliedRule rule = skipped(i, positions[i], wanted);
			return new ExplainedField(name, wanted, null, (rule != null) ? rule : AppliedRule.CREATED);
		}, (name) -> new ExplainedField(name, null, null, AppliedRule.NOT_IN_SOURCE));
	}

	private List<ExplainedField> explain(BiFunction<String, Integer, ExplainedField> known,
			Function<String, ExplainedField> unheardOf) {
		List<ExplainedField> fields = new ArrayList<>();
		for (String name : this.target.with(this.source.names()).names()) {
			int position = this.source.position(name);
			fields.add((position >= 0) ? known.apply(name, position) : unheardOf.apply(name));
		}
		return fields;
	}

	/** What decides about a field of a pair. */
	private AppliedRule rule(int field, int position, @Nullable String wanted, @Nullable String held, boolean all) {
		AppliedRule skipped = skipped(field, position, wanted);
		if (skipped != null || wanted == null) {
			return (skipped != null) ? skipped : AppliedRule.UNKNOWN;
		}
		if (held == null) {
			return this.hidden.contains(this.source.name(field)) ? AppliedRule.NEVER_SHOWN : AppliedRule.NOT_SHOWN;
		}
		if (this.fixed.contains(this.source.name(field))) {
			return wanted.equals(held) ? AppliedRule.EQUAL : AppliedRule.FIXED;
		}
		return !wanted.equals(held) ? AppliedRule.DIFFERS : all ? AppliedRule.OVERWRITTEN : AppliedRule.EQUAL;
	}

	/** Why a field is left out on whatever the target says; null when it is not. */
	private @Nullable AppliedRule skipped(int field, int position, @Nullable String wanted) {
		if (this.positions[field] == Fields.SKIP) {
			return this.silent.contains(this.source.name(field)) ? AppliedRule.SILENT
					: this.told.contains(this.source.name(field)) ? AppliedRule.ONLY_TOLD : AppliedRule.NOT_IN_TARGET;
		}
		if (position == Fields.SKIP) {
			return AppliedRule.IGNORED;
		}
		return (wanted == null) ? AppliedRule.UNKNOWN : null;
	}

	private static @Nullable String held(Fields existing, int position) {
		return (position == Fields.NONE) ? "" : existing.value(position);
	}

	/** An existing entry's fields in the planned schema. */
	public Fields existing(Fields existing) {
		return existing.in(this.planned);
	}

	Schema target() {
		return this.target;
	}

}
