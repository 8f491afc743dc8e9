package dev.rollcall.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import dev.rollcall.connector.Capabilities;
import dev.rollcall.connector.memory.MemoryDirectory;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.DepartmentTree;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import dev.rollcall.directory.Schema;
import dev.rollcall.directory.Userid;
import org.jspecify.annotations.Nullable;

/**
 * What a random directory is made of. A directory is made of it anew each time, because
 * carrying a plan out changes it.
 *
 * @param departments those below the one at the top; null for none in that place
 * @param people likewise
 * @param upsideDown whether the last ones stand above the first ones
 */
public record RandomCompany(List<@Nullable Dept> departments, List<@Nullable Person> people, boolean upsideDown) {

	static final Schema SCHEMA = Schema.of("name", "position", "mobile", "email");

	/** What a source knows beside what a target has. */
	static final Schema WITH_CUSTOM = Schema.of("name", "mobile", "badge", "email", "position");

	/**
	 * A department.
	 *
	 * @param parent where the one above stands, counted from the one at the top
	 * @param name its name; none where a sibling has it
	 * @param id its id, null for none
	 */
	public record Dept(int parent, String name, @Nullable String id) {

		/** The id that no other one has. */
		static final String OWN_ID = "";

		/** In place of a number. */
		static final int BELOW_THE_LAST = -1;

		private String parent(List<String> refs) {
			return refs.get((this.parent == BELOW_THE_LAST) ? refs.size() - 1 : this.parent % refs.size());
		}

		private @Nullable String id(int number) {
			return OWN_ID.equals(this.id) ? Integer.toString(number + 1) : this.id;
		}

	}

	/**
	 * A member.
	 *
	 * @param userid the account, null for one of its own
	 * @param announced whether a source says which account that one replaces
	 * @param values by field; one that is not there is unknown
	 * @param places the departments, null when unknown
	 * @param main which of them is the main one, -1 when unknown
	 * @param twin whether a source has another row of that account
	 */
	public record Person(@Nullable String userid, boolean announced, Map<String, String> values,
			@Nullable List<Place> places, int main, Twin twin) {

		String account(int number) {
			return (this.userid != null) ? this.userid : "u" + number;
		}

	}

	/**
	 * A place in a department.
	 *
	 * @param department where it stands, counted from the one at the top
	 * @param order the sort weight, null when unknown
	 * @param leader whether it is led, null when unknown
	 */
	public record Place(int department, @Nullable Long order, @Nullable Boolean leader) {

	}

	/** What a second row of an account says. */
	public enum Twin {

		NONE, THE_SAME, ANOTHER_NAME

	}

	/** What is asked of a directory that is made. */
	public enum Kind {

		/** It may say anything, also twice or differently. */
		SOURCE,

		/** It says nothing twice, and no two have a value that is to be unique. */
		TIDY_SOURCE,

		/** As what a target holds. */
		TARGET

	}

	/** A directory of these departments and people. */
	MemoryDirectory directory(Kind kind, Schema schema, Capabilities capabilities) {
		MemoryDirectory directory = new MemoryDirectory(kind.name(), schema, capabilities);
		List<String> refs = put(directory, kind == Kind.TIDY_SOURCE);
		Set<String> taken = new HashSet<>();
		for (int i = 0; i < this.people.size(); i++) {
			Person person = this.people.get(i);
			if (person != null) {
				put(directory, i, person, kind, refs, taken);
			}
		}
		return directory;
	}

	private List<String> put(MemoryDirectory directory, boolean tidy) {
		List<String> refs = new ArrayList<>(List.of(directory.put(null, "公司", "1")));
		Map<String, String> siblings = new HashMap<>();
		Set<String> ids = new HashSet<>();
		String[] places = new String[this.departments.size()];
		for (int i = 0; i < places.length; i++) {
			int number = this.upsideDown ? places.length - 1 - i : i;
			Dept dept = this.departments.get(number);
			String parent = (dept != null) ? dept.parent(refs) : refs.get(0);
			String id = (dept != null) ? dept.id(number + 1) : null;
			places[number] = (dept == null) ? parent : siblings.computeIfAbsent(parent + " " + dept.name(),
					(place) -> directory.put(parent, dept.name(), (!tidy || ids.add(String.valueOf(id))) ? id : null));
			refs.add(places[number]);
		}
		List<String> byNumber = new ArrayList<>(refs.subList(0, 1));
		byNumber.addAll(List.of(places));
		return byNumber;
	}

	private static void put(MemoryDirectory directory, int number, Person person, Kind kind, List<String> refs,
			Set<String> taken) {
		String account = person.account(number);
		boolean tidy = kind != Kind.SOURCE;
		if (!taken.add("userid " + Userid.key(account)) && tidy) {
			return;
		}
		Map<String, String> values = new HashMap<>(person.values());
		values.keySet().retainAll(directory.memberSchema().names());
		for (String field : List.of("mobile", "email")) {
			String value = values.getOrDefault(field, "").toLowerCase(Locale.ROOT);
			if (tidy && !value.isEmpty() && !taken.add(field + " " + value)) {
				values.put(field, "");
			}
		}
		boolean renamed = person.announced() && person.userid() != null && kind != Kind.TARGET;
		String former = renamed ? "u" + number : null;
		Member member = new Member(renamed ? former : Userid.key(account), account, former,
				Fields.of(directory.memberSchema(), values), placements(person, refs), null);
		put(directory, member);
		if (kind == Kind.SOURCE && person.twin() != Twin.NONE) {
			values.computeIfPresent("name", (field, name) -> (person.twin() == Twin.THE_SAME) ? name : name + "二");
			directory.putAgain(new Member(member.ref(), account, member.formerUserid(),
					Fields.of(directory.memberSchema(), values), member.placements(), null));
		}
	}

	private static void put(MemoryDirectory directory, Member member) {
		boolean there = directory.members()
			.stream()
			.anyMatch((other) -> Userid.key(other.userid()).equals(Userid.key(member.userid())));
		if (there) {
			directory.putAgain(member);
		}
		else {
			directory.put(member);
		}
	}

	private static @Nullable Placements placements(Person person, List<String> refs) {
		if (person.places() == null) {
			return null;
		}
		Map<String, Placement> placements = new java.util.LinkedHashMap<>();
		for (Place place : person.places()) {
			String ref = refs.get(place.department() % refs.size());
			placements.putIfAbsent(ref, new Placement(ref, place.order(), place.leader()));
		}
		List<Placement> list = List.copyOf(placements.values());
		boolean none = person.main() < 0 || list.isEmpty();
		return new Placements(list, none ? null : list.get(person.main() % list.size()).department());
	}

	/** A directory as lines of a plan text. */
	static List<String> lines(MemoryDirectory directory) {
		List<String> lines = new ArrayList<>();
		DepartmentTree tree = new DepartmentTree(directory.departments());
		for (Department department : directory.departments()) {
			lines.add("department " + tree.path(department.ref())
					+ ((department.id() != null) ? " id=" + department.id() : ""));
		}
		for (Member member : directory.members()) {
			StringBuilder line = new StringBuilder("member ");
			line.append((member.formerUserid() != null) ? member.formerUserid() + "->" : "").append(member.userid());
			Placements placements = member.placements();
			for (Placement place : (placements != null) ? placements.list() : List.<Placement>of()) {
				line.append(" @").append(tree.path(place.department()));
				line.append((place.order() != null) ? ":" + place.order() : "");
				line.append((place.leader() != null) ? (place.leader() ? "*" : "°") : "");
				line.append(place.department().equals(placements.main()) ? "!" : "");
			}
			member.fields().known().forEach((name, value) -> line.append(' ').append(name).append('=').append(value));
			lines.add(line.toString());
		}
		return lines;
	}

}
