package dev.rollcall.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import dev.rollcall.connector.memory.MemoryDirectory;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Userid;

/**
 * Where a plan leads if every change is made, in whatever order: whether that is a state
 * in which a directory can be. If it is, there is an order, and then no change may fail.
 */
final class PlannedEnd {

	private final Map<String, Member> afters = new HashMap<>();

	private final Set<String> gone = new HashSet<>();

	private final List<Member> created = new ArrayList<>();

	private final Set<String> missing = new HashSet<>();

	private PlannedEnd(PlanRehearsal plan) {
		plan.forEach((phase, change) -> {
			if (change.entry() == EntryKind.MEMBER) {
				note(change);
			}
		});
		plan.withheld()
			.stream()
			.filter((change) -> change.kind() == ChangeKind.CREATE)
			.forEach((change) -> this.missing.add(DepartmentRef.planned(change.after().ref())));
	}

	/** Whether the end is possible; before anything has been carried out. */
	static boolean isPossible(PlanRehearsal plan, MemoryDirectory target) {
		return new PlannedEnd(plan).isPossible(target);
	}

	private void note(Change change) {
		if (change.after() instanceof Member after) {
			if (change.ref() == null) {
				this.created.add(after);
			}
			else {
				this.afters.put(change.ref(), after);
			}
		}
		else {
			this.gone.add(change.ref());
		}
	}

	private boolean isPossible(MemoryDirectory target) {
		List<String> values = new ArrayList<>();
		List<String> unique = target.capabilities().unique();
		if (unique.stream().anyMatch(target.capabilities().hidden()::contains)) {
			// Nobody can tell who holds which value.
			return false;
		}
		this.created.forEach((member) -> add(values, member, null, unique));
		target.members()
			.stream()
			.filter((member) -> !this.gone.contains(member.ref()))
			.forEach((member) -> add(values, this.afters.getOrDefault(member.ref(), member), member, unique));
		return new HashSet<>(values).size() == values.size() && !isAnyoneNowhere();
	}

	private boolean isAnyoneNowhere() {
		List<Member> all = new ArrayList<>(this.created);
		all.addAll(this.afters.values());
		return all.stream()
			.anyMatch((member) -> member.placements() != null
					&& member.placements().departments().stream().anyMatch(this.missing::contains));
	}

	private static void add(List<String> values, Member after, Member held, List<String> unique) {
		String userid = (after.userid() != null || held == null) ? after.userid() : held.userid();
		values.add("userid " + Userid.key(userid));
		for (String field : unique) {
			String value = after.fields().value(field);
			if (value == null && held != null) {
				value = held.fields().value(field);
			}
			if (value != null && !value.isEmpty()) {
				values.add(field + " " + value.toLowerCase(Locale.ROOT));
			}
		}
	}

}
