package dev.rollcall.compare;

import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import org.jspecify.annotations.Nullable;

/**
 * What decides about the departments of a member.
 *
 * @param desired as the source has them, null when it does not know
 * @param named the same as a plan calls them, null when one of them has no name
 * @param held those of the target as a plan calls them, null when unknown
 * @param compared both side by side, null when there is nothing to compare with
 * @param ignored what is to be left alone
 */
record PlacementExplanation(@Nullable Placements desired, @Nullable Placements named, @Nullable Placements held,
		@Nullable PlacementComparison compared, Ignored ignored) {

	/** The rule for a field of a pair. */
	AppliedRule pair(String field, boolean all) {
		AppliedRule same = all ? AppliedRule.OVERWRITTEN : AppliedRule.EQUAL;
		return switch (field) {
			case FieldNames.DEPARTMENTS -> (this.compared != null && this.compared.departments()) ? AppliedRule.DIFFERS
					: kept(field, true, true, same);
			case FieldNames.MAIN_DEPARTMENT -> main(all, same);
			case FieldNames.ORDER -> standing(field, all, same);
			case FieldNames.LEADER -> standing(field, all, same);
			default -> throw new IllegalArgumentException(field);
		};
	}

	/** The rule for a field of a member that is created. */
	AppliedRule created(String field) {
		if (this.ignored.ignores(field) || this.ignored.ignores(FieldNames.DEPARTMENTS)) {
			return AppliedRule.IGNORED;
		}
		return !isKnown(this.desired, field) ? AppliedRule.UNKNOWN
				: (this.named == null) ? AppliedRule.NOT_RESOLVED : AppliedRule.CREATED;
	}

	/** The value of a field in words, null when unknown. */
	static @Nullable String text(@Nullable Placements placements, String field, Function<String, String> path) {
		if (placements == null || !isKnown(placements, field)) {
			return null;
		}
		if (field.equals(FieldNames.MAIN_DEPARTMENT)) {
			return (placements.main() != null) ? path.apply(placements.main()) : null;
		}
		return placements.list()
			.stream()
			.map((placement) -> text(placement, field, path))
			.filter((text) -> !text.isEmpty())
			.sorted()
			.collect(Collectors.joining("; "));
	}

	private static String text(Placement placement, String field, Function<String, String> path) {
		String department = path.apply(placement.department());
		return switch (field) {
			case FieldNames.ORDER ->
				(placement.order() != null && placement.order() != 0) ? department + "=" + placement.order() : "";
			case FieldNames.LEADER -> Boolean.TRUE.equals(placement.leader()) ? department : "";
			default -> department;
		};
	}

	private AppliedRule main(boolean all, AppliedRule same) {
		String wanted = (this.named != null) ? this.named.main() : null;
		if (this.compared != null && this.held != null && isSent(all)
				&& !Objects.equals(this.compared.after().main(), this.held.main())) {
			boolean asWanted = this.compared.main() && !this.ignored.ignores(FieldNames.MAIN_DEPARTMENT)
					&& Objects.equals(wanted, this.compared.after().main());
			return asWanted ? AppliedRule.DIFFERS : AppliedRule.FOLLOWS;
		}
		AppliedRule kept = kept(FieldNames.MAIN_DEPARTMENT, isKnown(this.desired, FieldNames.MAIN_DEPARTMENT),
				isKnown(this.held, FieldNames.MAIN_DEPARTMENT), same);
		boolean isAnother = this.held != null && !Objects.equals(wanted, this.held.main());
		return (kept == same && isAnother) ? AppliedRule.NOT_AMONG : kept;
	}

	private AppliedRule standing(String field, boolean all, AppliedRule same) {
		PlacementComparison both = this.compared;
		if (both != null && (field.equals(FieldNames.ORDER) ? both.order() : both.leader())) {
			return AppliedRule.DIFFERS;
		}
		if (both != null && this.held != null && isSent(all)
				&& !standings(both.after(), field).equals(standings(this.held, field))) {
			return AppliedRule.FOLLOWS;
		}
		return kept(field, isKnown(this.desired, field), isKnown(this.held, field), same);
	}

	/** Whether the placements are written: if any, then all of them. */
	private boolean isSent(boolean all) {
		return this.compared != null && (this.compared.differs() || (all && this.desired != null));
	}

	/** The rule for what is not changed. */
	private AppliedRule kept(String field, boolean known, boolean shown, AppliedRule same) {
		if (this.ignored.ignores(field)) {
			return AppliedRule.IGNORED;
		}
		if (this.desired == null || !known) {
			return AppliedRule.UNKNOWN;
		}
		if (this.named == null) {
			return AppliedRule.NOT_RESOLVED;
		}
		return (this.compared == null || !shown) ? AppliedRule.NOT_SHOWN : same;
	}

	/** Where the member leads, or ranks otherwise than all. */
	private static Set<String> standings(Placements placements, String field) {
		return placements.list()
			.stream()
			.map((placement) -> text(placement, field, UnaryOperator.identity()))
			.filter((text) -> !text.isEmpty())
			.collect(Collectors.toUnmodifiableSet());
	}

	private static boolean isKnown(@Nullable Placements placements, String field) {
		if (placements == null) {
			return false;
		}
		return switch (field) {
			case FieldNames.MAIN_DEPARTMENT -> placements.main() != null;
			case FieldNames.ORDER -> placements.list().stream().anyMatch((placement) -> placement.order() != null);
			case FieldNames.LEADER -> placements.list().stream().anyMatch((placement) -> placement.leader() != null);
			default -> true;
		};
	}

}
