package dev.rollcall.compare;

import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import dev.rollcall.directory.Userid;
import org.jspecify.annotations.Nullable;

/**
 * Compares pairs of members. Knows, for one job and two snapshots, which fields belong
 * together, what is ignored, and how the departments of both sides are called in a plan.
 * Not for several threads.
 */
public final class MemberComparison {

	private final FieldPairing fields;

	private final IgnoreRules rules;

	private final Departments departments;

	private final IdentityHashMap<Ignored, int[]> positions = new IdentityHashMap<>();

	/** Placements that many share, and those of the target that say the same. */
	private final IdentityHashMap<Placements, Placements> agreeing = new IdentityHashMap<>();

	/** How the departments of both sides are called in a plan, and by their paths. */
	public interface Departments {

		/** Whether the target has departments at all. */
		default boolean areKept() {
			return true;
		}

		/** A department of the source; null when it could not be told which it is. */
		@Nullable String desired(String ref);

		/** A department of the target. */
		String existing(String ref);

		String desiredPath(String ref);

		String existingPath(String ref);

	}

	public MemberComparison(FieldPairing fields, IgnoreRules rules, Departments departments) {
		this.fields = fields;
		this.rules = rules;
		this.departments = departments;
	}

	/**
	 * How a pair differs.
	 * @param all whether to name everything that desired knows, differing or not
	 * @return null when there is nothing to write
	 */
	public @Nullable MemberDifference difference(Member desired, Member existing, boolean all) {
		Ignored ignored = ignored(Operation.UPDATE, desired, existing);
		if (ignored.entry()) {
			return null;
		}
		int[] where = positions(ignored);
		boolean sameFields = !all && desired.fields().agreesWith(existing.fields(), where);
		Fields[] changed = sameFields ? null : this.fields.difference(desired.fields(), existing.fields(), where, all);
		boolean samePlaces = !all && staysWhereItIs(desired.placements(), existing.placements());
		Placements held = samePlaces ? null : placements(existing, this.departments::existing);
		PlacementComparison places = places(desired, held, ignored);
		boolean renamed = isRenamed(desired, existing) && !ignored.ignores("userid");
		boolean placed = places != null && places.differs();
		if (changed == null && !placed && !renamed) {
			return null;
		}
		boolean showsPlaces = placed || (all && places != null && desired.placements() != null);
		return new MemberDifference(
				image(existing, renamed ? existing.userid() : null, changed, 0, showsPlaces ? held : null),
				image(existing, renamed ? desired.userid() : null, changed, 1,
						(showsPlaces && places != null) ? places.after() : null),
				places != null && places.moves());
	}

	/** What a member that the target does not have should be there. */
	public Member created(Member desired) {
		Ignored ignored = ignored(Operation.CREATE, desired, null);
		Placements places = PlacementComparison.created(placements(desired, this.departments::desired), ignored);
		return new Member(desired.ref(), desired.userid(), null,
				this.fields.desired(desired.fields(), positions(ignored)), places, desired.origin());
	}

	/**
	 * Whether a member that the target does not have would be in no department there,
	 * because the target will not have all of those it belongs to.
	 */
	public boolean isHomeless(Member desired) {
		return this.departments.areKept() && desired.placements() != null && !desired.placements().list().isEmpty()
				&& placements(desired, this.departments::desired) == null
				&& !ignored(Operation.CREATE, desired, null).ignores(FieldNames.DEPARTMENTS);
	}

	/**
	 * What decides about each field of a member: the userid, the other fields, and where
	 * it is. Says what {@link #difference} and {@link #created} do, if it comes to that.
	 * @param desired null when only the target has it
	 * @param existing null when only the source has it
	 * @param all whether what does not differ is written, too
	 */
	public List<ExplainedField> explain(@Nullable Member desired, @Nullable Member existing, boolean all) {
		MemberExplanation explanation = new MemberExplanation(this, this.fields, this.rules, this.departments);
		if (desired == null || existing == null) {
			return (desired != null) ? explanation.created(desired)
					: (existing != null) ? explanation.existing(existing) : List.of();
		}
		return explanation.pair(desired, existing, all);
	}

	/**
	 * Which rules protect the whole member from an operation, by their places, counted
	 * from 0.
	 */
	public List<Integer> protecting(Operation operation, @Nullable Member desired, @Nullable Member existing) {
		return !isProtected(operation, desired, existing) ? List.of()
				: this.rules.protecting(operation, userids(desired, existing), paths(desired, existing));
	}

	PlacementExplanation explainPlaces(Member desired, @Nullable Member existing, Ignored ignored) {
		Placements held = (existing != null) ? placements(existing, this.departments::existing) : null;
		return new PlacementExplanation(desired.placements(), placements(desired, this.departments::desired), held,
				places(desired, held, ignored), ignored);
	}

	/** All that is known of a member of the target, as a plan writes it. */
	public Member existing(Member existing) {
		return new Member(existing.ref(), existing.userid(), null, this.fields.existing(existing.fields()),
				placements(existing, this.departments::existing), null);
	}

	/** Whether a rule protects the whole member from an operation. */
	public boolean isProtected(Operation operation, @Nullable Member desired, @Nullable Member existing) {
		return ignored(operation, desired, existing).entry();
	}

	/** Whether a rule keeps a field of a member as it is, in an operation. */
	public boolean ignores(String field, Operation operation, @Nullable Member desired, @Nullable Member existing) {
		return ignored(operation, desired, existing).ignores(field);
	}

	/** What the source itself says of a field; null when it does not know it. */
	public @Nullable String told(String field, Member desired) {
		return this.fields.told(field, desired.fields());
	}

	/**
	 * A difference in which a field of the target is set, whatever the source says.
	 * @param difference what else is written, which goes before; null for nothing
	 */
	public MemberDifference setting(String field, String value, Member existing,
			@Nullable MemberDifference difference) {
		if (difference != null && difference.after().fields().value(field) != null) {
			return difference;
		}
		Member before = (difference != null) ? difference.before() : image(existing, null, null, 0, null);
		Member after = (difference != null) ? difference.after() : image(existing, null, null, 1, null);
		return new MemberDifference(with(before, field, existing.fields().value(field)), with(after, field, value),
				difference != null && difference.moves());
	}

	private static Member with(Member image, String field, @Nullable String value) {
		return new Member(image.ref(), image.userid(), null, image.fields().with(field, value), image.placements(),
				null);
	}

	private Member image(Member existing, @Nullable String userid, Fields @Nullable [] changed, int which,
			@Nullable Placements placements) {
		Fields known = (changed != null) ? changed[which] : Fields.unknown(this.fields.planned());
		return new Member(existing.ref(), userid, null, known, placements, null);
	}

	private int[] positions(Ignored ignored) {
		return this.positions.computeIfAbsent(ignored, this.fields::positions);
	}

	Ignored ignored(Operation operation, @Nullable Member desired, @Nullable Member existing) {
		return this.rules.of(operation, () -> userids(desired, existing), () -> paths(desired, existing));
	}

	static Collection<String> userids(@Nullable Member desired, @Nullable Member existing) {
		return Stream.of(existing, desired)
			.filter(Objects::nonNull)
			.map(Member::userid)
			.filter(Objects::nonNull)
			.toList();
	}

	Collection<String> paths(@Nullable Member desired, @Nullable Member existing) {
		Set<String> all = new HashSet<>();
		addPaths(all, desired, this.departments::desiredPath);
		addPaths(all, existing, this.departments::existingPath);
		return all;
	}

	private @Nullable PlacementComparison places(Member desired, @Nullable Placements held, Ignored ignored) {
		return (held != null) ? PlacementComparison.of(placements(desired, this.departments::desired), held, ignored)
				: null;
	}

	private static void addPaths(Set<String> all, @Nullable Member member, Function<String, String> path) {
		if (member != null && member.placements() != null) {
			member.placements().departments().forEach((ref) -> all.add(path.apply(ref)));
		}
	}

	/** Tells the usual case, in which nothing differs, without making anything. */
	@SuppressWarnings("ReferenceEquality")
	private boolean staysWhereItIs(@Nullable Placements desired, @Nullable Placements existing) {
		if (desired == null || existing == null || this.agreeing.get(desired) == existing) {
			return true;
		}
		boolean stays = agrees(desired, existing);
		if (stays && desired.list().size() == 1) {
			this.agreeing.put(desired, existing);
		}
		return stays;
	}

	private boolean agrees(Placements desired, Placements existing) {
		if (desired.list().size() != existing.list().size()) {
			return false;
		}
		for (Placement wanted : desired.list()) {
			Placement held = held(this.departments.desired(wanted.department()), existing);
			if (held == null || isOther(wanted.order(), held.order()) || isOther(wanted.leader(), held.leader())) {
				return false;
			}
		}
		return desired.main() == null || existing.main() == null
				|| this.departments.existing(existing.main()).equals(this.departments.desired(desired.main()));
	}

	private @Nullable Placement held(@Nullable String department, Placements existing) {
		for (Placement placement : existing.list()) {
			if (this.departments.existing(placement.department()).equals(department)) {
				return placement;
			}
		}
		return null;
	}

	private static boolean isOther(@Nullable Object wanted, @Nullable Object held) {
		return wanted != null && held != null && !wanted.equals(held);
	}

	static boolean isRenamed(Member desired, Member existing) {
		return desired.userid() != null
				&& (existing.userid() == null || !Userid.key(desired.userid()).equals(Userid.key(existing.userid())));
	}

	/** The placements in the plan's names, null when one of them has none. */
	private static @Nullable Placements placements(Member member, Function<String, @Nullable String> name) {
		Placements placements = member.placements();
		if (placements == null) {
			return null;
		}
		List<String> refs = placements.departments();
		for (String ref : refs) {
			if (name.apply(ref) == null) {
				return null;
			}
		}
		return placements.map((ref) -> {
			String named = name.apply(ref);
			return (named != null) ? named : ref;
		});
	}

}
