package dev.rollcall.sandbox.wecom.company;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * All departments and members, with what must be found fast. Knows no rule but that
 * everything has its place; not safe for use by many threads.
 */
public final class Company {

	private final NavigableMap<Long, Unit> units = new TreeMap<>();

	private final NavigableMap<Long, NavigableSet<Long>> children = new TreeMap<>();

	private final NavigableMap<String, Person> persons = new TreeMap<>();

	private final NavigableMap<Long, NavigableSet<String>> members = new TreeMap<>();

	private final NavigableSet<String> invited = new TreeSet<>();

	private final UniqueTexts unique = new UniqueTexts();

	private String creator = "";

	public Company(String name) {
		put(new Unit(Unit.ROOT, name, "", 0, 100_000_000));
	}

	public @Nullable Unit unit(long id) {
		return this.units.get(id);
	}

	/** By id. */
	public Collection<Unit> units() {
		return this.units.values();
	}

	/** The ids of the departments right below. */
	public NavigableSet<Long> children(long id) {
		return this.children.getOrDefault(id, Collections.emptyNavigableSet());
	}

	/** A department and everything below it, by id. */
	public List<Unit> subtree(long id) {
		NavigableMap<Long, Unit> found = new TreeMap<>();
		List<Long> open = new ArrayList<>(List.of(id));
		while (!open.isEmpty()) {
			long next = open.remove(open.size() - 1);
			Unit unit = this.units.get(next);
			if (unit != null) {
				found.put(next, unit);
				open.addAll(children(next));
			}
		}
		return new ArrayList<>(found.values());
	}

	/** The ids from a department up to the root. */
	public List<Long> line(long id) {
		List<Long> line = new ArrayList<>();
		for (Unit at = this.units.get(id); at != null; at = this.units.get(at.parent())) {
			line.add(at.id());
		}
		return line;
	}

	/** The id behind the largest; when there is none behind it, any that is free. */
	public long freeId() {
		long id = this.units.lastKey() + 1;
		id = (id > Integer.MAX_VALUE) ? Unit.ROOT + 1 : id;
		while (this.units.containsKey(id)) {
			id++;
		}
		return id;
	}

	public void put(Unit unit) {
		Unit former = this.units.put(unit.id(), unit);
		if (former != null) {
			without(this.children, former.parent(), former.id());
		}
		if (unit.parent() != 0) {
			this.children.computeIfAbsent(unit.parent(), (id) -> new TreeSet<>()).add(unit.id());
		}
	}

	public void remove(Unit unit) {
		this.units.remove(unit.id());
		without(this.children, unit.parent(), unit.id());
	}

	/** A member, however its userid is spelt. */
	public @Nullable Person person(String userid) {
		return this.persons.get(Person.key(userid));
	}

	/** By userid, in lower case. */
	public NavigableMap<String, Person> persons() {
		return Collections.unmodifiableNavigableMap(this.persons);
	}

	/** The userids, in lower case, of those right in a department. */
	public NavigableSet<String> members(long department) {
		return this.members.getOrDefault(department, Collections.emptyNavigableSet());
	}

	/** All departments that have members, by id. */
	public NavigableMap<Long, NavigableSet<String>> members() {
		return this.members;
	}

	/** The member that a text belongs to that only one may have, null when none has. */
	public @Nullable String owner(String field, String text) {
		return this.unique.owner(field, text);
	}

	public void put(Person person) {
		Person former = this.persons.put(person.key(), person);
		if (former != null) {
			forget(former);
		}
		person.posts()
			.forEach((post) -> this.members.computeIfAbsent(post.department(), (id) -> new TreeSet<>())
				.add(person.key()));
		this.unique.add(person);
	}

	public void remove(Person person) {
		this.persons.remove(person.key());
		forget(person);
	}

	/** The userids of those whom WeCom has sent an invitation. */
	public NavigableSet<String> invited() {
		return this.invited;
	}

	/**
	 * The userid of who has set the company up and cannot be deleted; empty for nobody.
	 */
	public String creator() {
		return this.creator;
	}

	public void setCreator(String userid) {
		this.creator = userid;
	}

	private void forget(Person person) {
		person.posts().forEach((post) -> without(this.members, post.department(), person.key()));
		this.unique.remove(person);
	}

	private static <T> void without(Map<Long, NavigableSet<T>> sets, long id, T element) {
		NavigableSet<T> set = sets.get(id);
		if (set != null && set.remove(element) && set.isEmpty()) {
			sets.remove(id);
		}
	}

}
