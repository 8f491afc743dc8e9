package dev.rollcall.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.rollcall.directory.Userid;
import dev.rollcall.plan.Renamed;
import dev.rollcall.staging.ChangeHistory.Past;
import dev.rollcall.staging.ChangeState;
import org.jspecify.annotations.Nullable;

/**
 * Tells people apart who had the same userid one after the other, and brings together
 * what happened to one person under several.
 */
final class Persons {

	private final Map<String, Person> current = new HashMap<>();

	private final Set<Person> persons = new LinkedHashSet<>();

	/** What happened to one person. */
	private static final class Person {

		private final Set<String> userids = new LinkedHashSet<>();

		private final List<Past> changes = new ArrayList<>();

	}

	/** All changes of some plans, in the order in which they were carried out. */
	Persons(Collection<Past> changes) {
		changes.forEach(this::add);
	}

	/** What happened to all who have ever had a userid, in the order given. */
	Set<Past> of(String userid) {
		Set<Past> changes = new LinkedHashSet<>();
		having(userid).forEach((person) -> changes.addAll(person.changes));
		return changes;
	}

	/** What else they were called. */
	List<String> others(String userid) {
		Set<String> others = new LinkedHashSet<>();
		having(userid).forEach((person) -> others.addAll(person.userids));
		others.remove(Userid.key(userid));
		return List.copyOf(others);
	}

	private List<Person> having(String userid) {
		return this.persons.stream().filter((person) -> person.userids.contains(Userid.key(userid))).toList();
	}

	private void add(Past past) {
		Renamed renamed = Renamed.by(past.change().change());
		String userid = (renamed != null) ? renamed.from() : Userid.key(past.change().change().key());
		Person person = this.current.get(userid);
		if (person == null) {
			person = begin(userid);
		}
		person.changes.add(past);
		if (renamed != null && past.change().state() == ChangeState.DONE) {
			this.current.remove(userid);
			this.current.put(renamed.to(), person);
			name(person, renamed.to());
		}
	}

	private Person begin(String userid) {
		Person person = new Person();
		name(person, userid);
		this.current.put(userid, person);
		this.persons.add(person);
		return person;
	}

	private static void name(Person person, @Nullable String userid) {
		if (userid != null && !Renamed.isParked(userid)) {
			person.userids.add(userid);
		}
	}

}
