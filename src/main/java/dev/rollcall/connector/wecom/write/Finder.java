package dev.rollcall.connector.wecom.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.rollcall.connector.DepartmentDirectory;
import dev.rollcall.connector.wecom.api.Departments;
import dev.rollcall.connector.wecom.api.MemberIds;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.Entry;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Userid;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.DepartmentRef;
import org.jspecify.annotations.Nullable;

/**
 * Finds what changes are about as WeCom holds it now: whatever is needed for all of them
 * is read once.
 *
 * <p>
 * A department that was created and whose id was never told is recognised by its name, if
 * an app may see names, or by the id that was asked for. Where neither is to be had it is
 * not found; creating it again is refused then, because the name is taken.
 */
final class Finder {

	private final Lookup lookup;

	private final Found found;

	Finder(Lookup lookup, Found found) {
		this.lookup = lookup;
		this.found = found;
	}

	List<@Nullable Entry> find(List<Change> changes, DepartmentDirectory refs) {
		boolean any = changes.stream().anyMatch((change) -> change.entry() == EntryKind.DEPARTMENT);
		Map<Long, Departments.Item> departments = any ? this.lookup.departments() : Map.of();
		Map<String, Member> members = members(changes);
		List<@Nullable Entry> entries = new ArrayList<>(changes.size());
		for (Change change : changes) {
			entries.add(switch (change.entry()) {
				case DEPARTMENT -> department(change, departments, refs);
				case MEMBER -> member(change, members);
			});
		}
		return entries;
	}

	private @Nullable Department department(Change change, Map<Long, Departments.Item> all, DepartmentDirectory refs) {
		if (change.ref() != null) {
			Departments.Item item = all.get(Long.valueOf(change.ref()));
			return (item != null) ? this.found.department(item, change.ref()) : null;
		}
		Department after = (Department) Objects.requireNonNull(change.after());
		Departments.Item item = created(after, all, refs);
		if (item == null) {
			return null;
		}
		// One that had to be given another id than the source's is none the less the one.
		String id = Long.toString(item.id());
		return this.found.department(item, id.equals(after.id()) ? id : null);
	}

	private static Departments.@Nullable Item created(Department after, Map<Long, Departments.Item> all,
			DepartmentDirectory refs) {
		String known = refs.ref(DepartmentRef.planned(after.ref()));
		if (known != null) {
			return all.get(Long.valueOf(known));
		}
		if (after.parent() == null) {
			return all.values()
				.stream()
				.filter((item) -> item.parentid() == 0 && (item.name() == null || item.name().equals(after.name())))
				.findFirst()
				.orElse(null);
		}
		String parent = refs.ref(after.parent());
		long below = (parent != null) ? Long.parseLong(parent) : -1;
		Long asked = DepartmentRules.askable(after.id());
		return all.values()
			.stream()
			.filter((item) -> item.parentid() == below)
			.filter((item) -> (item.name() != null) ? item.name().equals(after.name())
					: Long.valueOf(item.id()).equals(asked))
			.findFirst()
			.orElse(null);
	}

	private @Nullable Member member(Change change, Map<String, Member> members) {
		for (String key : keys(change)) {
			if (members.containsKey(key)) {
				return members.get(key);
			}
		}
		return null;
	}

	private Map<String, Member> members(List<Change> changes) {
		Set<String> keys = new LinkedHashSet<>();
		changes.stream()
			.filter((change) -> change.entry() == EntryKind.MEMBER)
			.forEach((change) -> keys.addAll(keys(change)));
		Map<String, Member> members = new HashMap<>();
		this.lookup.details(keys).forEach((key, detail) -> members.put(key, this.found.member(key, detail)));
		keys.removeAll(members.keySet());
		Map<String, List<MemberIds.Row>> rows = keys.isEmpty() ? Map.of() : this.lookup.rows(keys);
		rows.forEach((key, ofMember) -> members.put(key, this.found.member(ofMember)));
		return members;
	}

	/** By what a member may go: the userid that it had, and the one that it gets. */
	private static List<String> keys(Change change) {
		List<String> keys = new ArrayList<>();
		if (change.ref() != null) {
			keys.add(Userid.key(change.ref()));
		}
		if (change.after() instanceof Member after && after.userid() != null) {
			keys.add(Userid.key(after.userid()));
		}
		return keys;
	}

}
