package dev.rollcall.sandbox.wecom;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.rollcall.directory.Department;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import dev.rollcall.sandbox.Json;
import dev.rollcall.sandbox.people.Branch;
import dev.rollcall.sandbox.people.Employee;
import dev.rollcall.sandbox.wecom.company.Company;
import dev.rollcall.sandbox.wecom.company.Person;
import dev.rollcall.sandbox.wecom.company.Unit;
import org.jspecify.annotations.Nullable;

/** Where people are put who are in the company before anybody calls. */
public final class Settlement {

	private final Company company;

	private final Map<String, Long> ids = new HashMap<>();

	Settlement(Company company) {
		this.company = company;
	}

	/** Whom nobody can delete. */
	public void creator(String userid) {
		this.company.setCreator(userid);
	}

	/**
	 * Puts departments where their parents say, those above before those below; one that
	 * comes again is passed over. The first without a parent is the company itself, which
	 * then has its name.
	 */
	public void departments(List<Department> departments) {
		for (Department department : departments) {
			if (!this.ids.containsKey(department.ref())) {
				boolean root = department.parent() == null && !this.ids.containsValue(Unit.ROOT);
				long id = root ? Unit.ROOT : id(department);
				this.ids.put(department.ref(), id);
				put(new Unit(id, department.name(), english(department), root ? 0 : above(department), 100_000_000));
			}
		}
	}

	/**
	 * Puts members where they belong, as people who have signed in long ago; those of
	 * whom no name is known are passed over.
	 */
	public void members(List<Member> members) {
		members.forEach((member) -> {
			if (member.userid() != null && member.name() != null) {
				this.company.put(person(member, member.userid()));
			}
		});
	}

	/** Numbered and sorted as the console would. */
	void put(Branch branch) {
		put(new Unit(branch.number(), branch.name(), "", branch.parent(), 100_000_000 - 1000L * branch.sibling()));
	}

	void put(Employee employee) {
		List<Person.Post> posts = employee.posts()
			.stream()
			.map((post) -> new Person.Post(post.branch(), post.order(), post.leads()))
			.toList();
		List<String> leaders = employee.leader().equals(employee.userid()) ? List.of() : List.of(employee.leader());
		this.company.put(new Person(employee.userid(), employee.texts(), Json.object(), posts,
				posts.get(0).department(), leaders, employee.enabled(), employee.activated()));
	}

	private void put(Unit unit) {
		this.company.put(unit);
	}

	private long above(Department department) {
		String parent = department.parent();
		return (parent != null) ? this.ids.getOrDefault(parent, Unit.ROOT) : Unit.ROOT;
	}

	private static String english(Department department) {
		String name = department.fields().value(FieldNames.NAME_EN);
		return (name != null) ? name : "";
	}

	private long id(Department department) {
		String id = department.id();
		boolean number = id != null && id.matches("[1-9]\\d{0,8}") && this.company.unit(Long.parseLong(id)) == null;
		return (id != null && number) ? Long.parseLong(id) : this.company.freeId();
	}

	private Person person(Member member, String userid) {
		Map<String, String> known = new LinkedHashMap<>(member.fields().known());
		known.computeIfPresent(FieldNames.GENDER, (field, gender) -> switch (gender) {
			case "male" -> "1";
			case "female" -> "2";
			default -> "";
		});
		boolean enabled = !FieldNames.FALSE.equals(known.remove(FieldNames.ENABLED));
		String status = known.getOrDefault(FieldNames.STATUS, "activated");
		known.keySet().retainAll(FieldNames.OF_MEMBERS);
		known.remove(FieldNames.STATUS);
		List<Person.Post> posts = posts(member.placements());
		return new Person(userid, known, Json.object(), posts, main(member.placements(), posts), List.of(),
				enabled && !status.equals("disabled"), !status.equals("not_activated"));
	}

	private List<Person.Post> posts(@Nullable Placements placements) {
		if (placements == null || placements.list().isEmpty()) {
			return List.of(new Person.Post(Unit.ROOT, 0, false));
		}
		return placements.list().stream().map(this::post).toList();
	}

	private Person.Post post(Placement placement) {
		Long order = placement.order();
		return new Person.Post(this.ids.getOrDefault(placement.department(), Unit.ROOT), (order != null) ? order : 0,
				Boolean.TRUE.equals(placement.leader()));
	}

	private long main(@Nullable Placements placements, List<Person.Post> posts) {
		String main = (placements != null) ? placements.main() : null;
		return (main != null) ? this.ids.getOrDefault(main, posts.get(0).department()) : posts.get(0).department();
	}

}
