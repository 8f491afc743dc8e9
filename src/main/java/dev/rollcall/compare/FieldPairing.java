package dev.rollcall.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.rollcall.directory.Fields;
import dev.rollcall.directory.FieldsBuilder;
import dev.rollcall.directory.Schema;
import org.jspecify.annotations.Nullable;
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

	private final Set<String> hidden;

	private final int[] positions;

	/**
	 * Pairs the fields by name.
	 * @param silent fields of the source that are not to be believed, because the source
	 * has no value for any entry
	 * @param custom whether the target takes fields it does not name
	 * @param hidden fields that the target accepts but never shows
	 */
	public FieldPairing(Schema source, Set<String> silent, Schema target, boolean custom, Set<String> hidden) {
		this.source = source;
		this.target = target;
		this.hidden = Set.copyOf(hidden);
		List<String> added = new ArrayList<>();
		this.positions = new int[source.size()];
		for (int i = 0; i < this.positions.length; i++) {
			String name = source.name(i);
			if (silent.contains(name) || (!custom && !target.has(name))) {
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
			String name = this.source.name(i);
			String held = (positions[i] == Fields.NONE) ? "" : existing.value(positions[i]);
			if (held == null && !this.hidden.contains(name)) {
				continue;
			}
			if (all || !wanted.equals(held)) {
				int position = this.planned.position(name);
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

	/** An existing entry's fields in the planned schema. */
	public Fields existing(Fields existing) {
		return existing.in(this.planned);
	}

	Schema target() {
		return this.target;
	}

}
