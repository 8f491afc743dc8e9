package dev.rollcall.connector.wecom.read.companion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import dev.rollcall.connector.wecom.api.DepartmentIds;
import dev.rollcall.connector.wecom.ids.DepartmentIdTree;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Schema;

/**
 * A company as it was exported and as it is by now. Departments have the same numbers in
 * both: the parents and members of then, and those of now.
 */
final class RandomExport {

	private static final Schema NAME = Schema.of("name");

	/** By department. */
	final List<Integer> parentsThen = new ArrayList<>();

	final List<Integer> parentsNow = new ArrayList<>();

	/** By member. */
	final Map<Integer, Set<Integer>> then = new TreeMap<>();

	final Map<Integer, Set<Integer>> now = new TreeMap<>();

	final NamedTree paths = new NamedTree();

	/** For each path, in the order of the tree, its department. */
	final List<Integer> truth = new ArrayList<>();

	/**
	 * A company.
	 * @param several whether members may be in several departments
	 */
	static RandomExport of(Random random, boolean several) {
		RandomExport export = new RandomExport();
		int departments = 1 + random.nextInt(12);
		for (int i = 0; i < departments; i++) {
			int parent = (i == 0) ? -1 : random.nextInt(i);
			export.parentsThen.add(parent);
			export.parentsNow.add(parent);
		}
		int member = 0;
		for (int i = 0; i < departments; i++) {
			int size = random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(6);
			for (int n = 0; n < size; n++) {
				Set<Integer> in = new TreeSet<>(Set.of(i));
				if (several && random.nextInt(4) == 0) {
					in.add(random.nextInt(departments));
				}
				export.then.put(member, in);
				export.now.put(member++, new TreeSet<>(in));
			}
		}
		return export;
	}

	/** Lets some time pass: people move, leave and come, departments move. */
	void change(Random random, int changes) {
		for (int i = 0; i < changes; i++) {
			int someone = this.now.isEmpty() ? 0 : random.nextInt(this.now.size());
			switch (random.nextInt(5)) {
				case 0, 1 -> this.now.computeIfPresent(someone,
						(any, in) -> new TreeSet<>(Set.of(random.nextInt(this.parentsNow.size()))));
				case 2 -> this.now.remove(someone);
				case 3 -> this.now.put(1000 + i, new TreeSet<>(Set.of(random.nextInt(this.parentsNow.size()))));
				default -> move(random);
			}
		}
	}

	/** A new department, or one below another than before; never below one of its own. */
	private void move(Random random) {
		int department = random.nextInt(this.parentsNow.size() + 1);
		if (department == this.parentsNow.size()) {
			this.parentsNow.add(random.nextInt(this.parentsNow.size()));
		}
		else if (department > 0) {
			int parent = random.nextInt(department);
			this.parentsNow.set(department, parent);
		}
	}

	/** What an export shows: departments in which somebody is, and those above them. */
	Resolution resolve() {
		Map<Integer, Integer> places = new TreeMap<>();
		for (int i = 0; i < this.parentsThen.size(); i++) {
			int department = i;
			if (this.then.values().stream().anyMatch((in) -> in.stream().anyMatch((at) -> isBelow(at, department)))) {
				int parent = this.parentsThen.get(i);
				this.paths.add(new Department("p" + i, (parent >= 0) ? "p" + parent : null, null,
						Fields.of(NAME, Map.of("name", "部门" + i)), null));
				places.put(i, this.truth.size());
				this.truth.add(i);
			}
		}
		return PathResolution.resolve(this.paths, tree(), votes(places));
	}

	private Votes votes(Map<Integer, Integer> places) {
		Votes votes = new Votes();
		this.then.forEach((member, in) -> {
			if (this.now.containsKey(member)) {
				votes.member(in.stream().mapToInt(places::get).toArray(),
						this.now.get(member).stream().mapToInt(Integer::intValue).toArray());
			}
		});
		return votes;
	}

	/** Department 0 has the id 1, and so on: places are numbers. */
	private DepartmentIdTree tree() {
		List<DepartmentIds.Item> items = new ArrayList<>();
		for (int i = 0; i < this.parentsNow.size(); i++) {
			items.add(new DepartmentIds.Item(i + 1, this.parentsNow.get(i) + 1, null));
		}
		return new DepartmentIdTree(items);
	}

	private boolean isBelow(int department, int above) {
		for (int at = department; at >= 0; at = this.parentsThen.get(at)) {
			if (at == above) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Whether every department has kept its core: more than half of those who were in it,
	 * or in those below it where nobody was, are there, and are more than half of those
	 * who are. Only members are counted who were there then and are there now. Where
	 * nobody was, the department is also where it was.
	 */
	boolean hasKeptItsCores() {
		for (int department : this.truth) {
			Set<Integer> was = inside(this.then, this.parentsThen, department, false);
			boolean bare = was.isEmpty();
			Set<Integer> are = inside(this.now, this.parentsNow, department, bare);
			if (bare && hasMoved(department)) {
				return false;
			}
			was = bare ? inside(this.then, this.parentsThen, department, true) : was;
			Set<Integer> both = new TreeSet<>(was);
			both.retainAll(are);
			if (2 * both.size() <= was.size() || 2 * both.size() <= are.size()) {
				return false;
			}
		}
		return true;
	}

	private boolean hasMoved(int department) {
		for (int at = department; at >= 0; at = this.parentsThen.get(at)) {
			if (!this.parentsThen.get(at).equals(this.parentsNow.get(at))) {
				return true;
			}
		}
		return false;
	}

	private Set<Integer> inside(Map<Integer, Set<Integer>> members, List<Integer> parents, int department,
			boolean below) {
		Set<Integer> inside = new TreeSet<>();
		members.forEach((member, in) -> {
			boolean counts = this.then.containsKey(member) && this.now.containsKey(member);
			for (int at : in) {
				for (int above = at; counts && above >= 0; above = below ? parents.get(above) : -1) {
					if (above == department) {
						inside.add(member);
					}
				}
			}
		});
		return inside;
	}

}
