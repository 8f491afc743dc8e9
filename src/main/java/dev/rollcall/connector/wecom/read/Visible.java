package dev.rollcall.connector.wecom.read;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

import dev.rollcall.connector.wecom.api.Departments;
import dev.rollcall.connector.wecom.api.MemberDetail;
import dev.rollcall.connector.wecom.ids.DepartmentIdTree;
import dev.rollcall.directory.FieldNames;
import org.jspecify.annotations.Nullable;

/**
 * What the credential is shown beside bare ids: found out by one call for all
 * departments, and by a look at the first members.
 */
final class Visible {

	/** So many departments are looked into, until there are so many members. */
	private static final int PEEKED_DEPARTMENTS = 8;

	private static final int PEEKED_MEMBERS = 50;

	private final Map<Integer, Departments.Item> departments = new TreeMap<>();

	private final Map<Integer, List<MemberDetail>> peeked = new HashMap<>();

	private final Set<String> shown = new TreeSet<>();

	private final Set<String> custom = new LinkedHashSet<>();

	private Visible() {
	}

	/**
	 * Finds out what a level of detail shows.
	 * @param company who is where; asked only if members are looked at
	 */
	static Visible of(DetailCalls calls, Supplier<Company> company) {
		Visible visible = new Visible();
		if (calls.detail() == Detail.IDS) {
			return visible;
		}
		visible.lookAgain(calls);
		visible.shown.add(FieldNames.NAME);
		if (calls.detail() == Detail.FULL) {
			visible.peek(calls, new Homes(company.get(), visible.ids(), Set.of()));
		}
		return visible;
	}

	/**
	 * Asks for the departments anew and forgets the members. Which fields there are
	 * remains as it was: everything that has been read relies on that.
	 */
	void lookAgain(DetailCalls calls) {
		this.peeked.clear();
		if (calls.detail() != Detail.IDS) {
			this.departments.clear();
			calls.departments().forEach((item) -> this.departments.put(DepartmentIdTree.id(item.id()), item));
		}
	}

	/** Looks at members who are handed over as they are seen here, if that is soon. */
	private void peek(DetailCalls calls, Homes homes) {
		int seen = 0;
		for (int id : ids().stream().filter(homes::isHome).limit(PEEKED_DEPARTMENTS).toList()) {
			List<MemberDetail> members = (seen < PEEKED_MEMBERS) ? calls.peek(id) : null;
			if (members != null) {
				this.peeked.put(id, members);
				seen += members.size();
				members.forEach(this::look);
			}
		}
		if (seen == 0) {
			// What every app is shown.
			this.shown.addAll(Set.of(FieldNames.ALIAS, FieldNames.POSITION, FieldNames.TELEPHONE, FieldNames.STATUS,
					FieldNames.ENABLED));
		}
	}

	private void look(MemberDetail member) {
		this.shown.addAll(MemberFields.of(member, Set.of()).keySet());
		this.custom.addAll(MemberFields.custom(member).keySet());
	}

	/** The ids of the departments that are shown, ascending. */
	Set<Integer> ids() {
		return this.departments.keySet();
	}

	/** What is shown of a department, null when it is not shown. */
	Departments.@Nullable Item department(int id) {
		return this.departments.get(id);
	}

	/** The names of departments by id, as far as they are shown. */
	Map<Integer, String> names() {
		Map<Integer, String> names = new LinkedHashMap<>();
		this.departments.forEach((id, item) -> {
			if (item.name() != null && !item.name().isEmpty()) {
				names.put(id, item.name());
			}
		});
		return names;
	}

	/** Fields of members that are shown. */
	Set<String> shown() {
		return this.shown;
	}

	/** The company's own fields, in the order of WeCom's answers. */
	List<String> custom() {
		return List.copyOf(this.custom);
	}

	/** The members of a department that has been looked into; once, then null. */
	@Nullable List<MemberDetail> takePeeked(int department) {
		return this.peeked.remove(department);
	}

}
