package dev.rollcall.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import dev.rollcall.compare.DepartmentConflict;
import dev.rollcall.compare.DepartmentMatch;
import dev.rollcall.compare.DepartmentMatching;
import dev.rollcall.compare.SoughtEntry;
import dev.rollcall.compare.SoughtEntry.Answer;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.Entry;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.FieldNames;
import org.jspecify.annotations.Nullable;

/** What a plan does about departments, to be asked for when it is made. */
final class ExplainedDepartments {

	private final Map<String, List<Explanation.ExplainedChange>> changes = new HashMap<>();

	private final Map<Department, Disposition> ours = new LinkedHashMap<>();

	private final Map<Department, Disposition> theirs = new LinkedHashMap<>();

	private @Nullable DepartmentPlanner planner;

	void planner(DepartmentPlanner used) {
		this.planner = used;
	}

	void change(Explanation.ExplainedChange explained) {
		Change change = explained.change();
		Entry after = change.after();
		String name = (change.ref() != null) ? DepartmentRef.existing(change.ref())
				: DepartmentRef.planned((after != null) ? after.ref() : "");
		this.changes.computeIfAbsent(name, (any) -> new ArrayList<>(1)).add(explained);
	}

	void decided(Disposition disposition, @Nullable Department desired, @Nullable Department existing) {
		if (desired != null) {
			this.ours.put(desired, disposition);
		}
		else if (existing != null) {
			this.theirs.put(existing, disposition);
		}
	}

	/** Explains all departments that answer. */
	void explain(SoughtEntry sought, Consumer<Explanation> found, Consumer<String> near) {
		DepartmentPlanner used = this.planner;
		if (used == null) {
			return;
		}
		DepartmentMatching matching = used.matching();
		for (DepartmentConflict conflict : matching.conflicts()) {
			boolean asked = conflict.desired()
				.stream()
				.anyMatch((desired) -> sought.of(desired, matching.source().path(desired.ref())) == Answer.OTHERWISE)
					|| conflict.existing()
						.stream()
						.anyMatch((existing) -> sought.of(existing,
								matching.target().path(existing.ref())) == Answer.OTHERWISE);
			if (asked) {
				found.accept(new Explanation(EntryKind.DEPARTMENT,
						new Pairing(conflict.desired(), conflict.existing(), Pairing.How.CONTESTED, conflict.key()),
						Disposition.CONFLICT, null, List.of(), List.of(), List.of(), List.of()));
			}
		}
		this.ours.forEach((desired, decision) -> {
			DepartmentMatch match = matching.ofSource(desired.ref());
			Department existing = (match != null) ? match.existing() : null;
			if (answers(sought, desired, existing, matching, near)) {
				found.accept(explanation(used, desired, existing, match, decision));
			}
		});
		this.theirs.forEach((existing, decision) -> {
			if (answers(sought, null, existing, matching, near)) {
				found.accept(explanation(used, null, existing, null, decision));
			}
		});
	}

	private static boolean answers(SoughtEntry sought, @Nullable Department desired, @Nullable Department existing,
			DepartmentMatching matching, Consumer<String> near) {
		boolean answers = false;
		if (desired != null) {
			String path = matching.source().path(desired.ref());
			answers = answers(sought.of(desired, path), path, near);
		}
		if (existing != null) {
			String path = matching.target().path(existing.ref());
			answers |= answers(sought.of(existing, path), path, near);
		}
		return answers;
	}

	private static boolean answers(Answer answer, String path, Consumer<String> near) {
		if (answer == Answer.NEARLY) {
			near.accept(path);
		}
		return answer == Answer.OTHERWISE;
	}

	private Explanation explanation(DepartmentPlanner used, @Nullable Department desired, @Nullable Department existing,
			@Nullable DepartmentMatch match, Disposition decision) {
		Pairing.How how = (match != null) ? Pairing.How.of(match)
				: (desired != null) ? Pairing.How.ONLY_IN_SOURCE : Pairing.How.ONLY_IN_TARGET;
		Pairing pairing = new Pairing(entries(desired), entries(existing), how, key(how, desired, used),
				(match != null) ? match.agreeing() : 0, (match != null) ? match.members() : 0, null);
		String name = (existing != null) ? DepartmentRef.existing(existing.ref())
				: DepartmentRef.planned((desired != null) ? desired.ref() : "");
		boolean isProtected = decision == Disposition.PROTECTED;
		return new Explanation(EntryKind.DEPARTMENT, pairing, decision, null, used.explain(desired, existing),
				isProtected ? used.protecting(desired, existing) : List.of(),
				(decision == Disposition.INCOMPLETE) ? List.of(List.of(FieldNames.NAME)) : List.of(),
				this.changes.getOrDefault(name, List.of()));
	}

	private static String key(Pairing.How how, @Nullable Department desired, DepartmentPlanner used) {
		if (desired == null) {
			return "";
		}
		return switch (how) {
			case ID -> String.valueOf(desired.id());
			case PATH -> used.matching().source().path(desired.ref());
			default -> "";
		};
	}

	private static List<Entry> entries(@Nullable Department department) {
		return (department != null) ? List.of(department) : List.of();
	}

}
