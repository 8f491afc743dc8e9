package dev.rollcall.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import dev.rollcall.directory.Department;
import dev.rollcall.directory.DepartmentName;
import dev.rollcall.directory.DepartmentTree;
import dev.rollcall.directory.Entry;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Placements;
import dev.rollcall.directory.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the departments that an earlier plan names are called now. Those that it was to
 * create have got a ref of the target's; those that have been deleted and created again
 * have got another one; those that are about to be created again are planned.
 */
public final class UndoneDepartments {

	private static final Fields NOTHING = Fields.unknown(Schema.of());

	private final UndoTarget target;

	private final Map<String, String> created;

	private final Map<String, String> successors;

	private final UnaryOperator<String> formerPaths;

	private final Set<String> comingBack = new HashSet<>();

	private final Map<String, @Nullable Department> known = new HashMap<>();

	/** For each name that has been given the one of the earlier plan. */
	private final Map<String, String> named = new LinkedHashMap<>();

	private final Map<String, Department> future = new HashMap<>();

	private final Set<String> moved = new HashSet<>();

	/**
	 * Names departments.
	 * @param created the target's refs of those that the plan has created, by its names
	 * @param successors for refs that are gone those that came in their place
	 * @param formerPaths gives for each department that the plan names the path to show
	 */
	public UndoneDepartments(UndoTarget target, Map<String, String> created, Map<String, String> successors,
			UnaryOperator<String> formerPaths) {
		this.target = target;
		this.created = Map.copyOf(created);
		this.successors = new HashMap<>(successors);
		this.formerPaths = formerPaths;
	}

	/** The name of a department of the earlier plan in the one that takes it back. */
	String now(String former) {
		String ref = ref(former);
		String name = (ref == null) ? former
				: this.comingBack.contains(ref) ? DepartmentRef.planned(ref) : DepartmentRef.existing(ref);
		this.named.putIfAbsent(name, former);
		return name;
	}

	/** The target's ref of a department of the earlier plan; null when it has none. */
	@Nullable String ref(String former) {
		String ref = DepartmentRef.isPlanned(former) ? this.created.get(former) : DepartmentRef.ref(former);
		Set<String> seen = new HashSet<>();
		while (ref != null && this.successors.containsKey(ref) && seen.add(ref)) {
			ref = this.successors.get(ref);
		}
		return ref;
	}

	/** An image of the earlier plan by present names. */
	@Nullable Entry present(@Nullable Entry image) {
		if (image instanceof Member member && member.placements() != null) {
			return new Member(member.ref(), member.userid(), null, member.fields(), member.placements().map(this::now),
					null);
		}
		if (image instanceof Department department && department.parent() != null) {
			return department.withParent(now(department.parent()));
		}
		return image;
	}

	/** Those of some departments that are not there and will not be, as paths. */
	String missing(@Nullable Placements placements) {
		return (placements == null) ? ""
				: placements.departments()
					.stream()
					.filter((name) -> !exists(name))
					.map(this::path)
					.collect(Collectors.joining(", "));
	}

	/** A department that was deleted is going to be created again. */
	void comesBack(String ref) {
		this.successors.remove(ref);
		this.comingBack.add(ref);
	}

	/** A department that was deleted is there under another ref. */
	void isBack(String ref, String now) {
		if (!ref.equals(now)) {
			this.successors.put(ref, now);
		}
	}

	/** The department with a ref as it is now; null when there is none. */
	@Nullable Department find(String ref) {
		if (!this.known.containsKey(ref)) {
			know(List.of(ref));
		}
		return this.known.get(ref);
	}

	/**
	 * Looks departments up together that will be asked for.
	 * @param all their names in the earlier plan
	 */
	void lookUp(Collection<String> all) {
		List<String> refs = all.stream()
			.map(this::ref)
			.filter((ref) -> ref != null && !this.known.containsKey(ref) && !this.comingBack.contains(ref))
			.distinct()
			.toList();
		if (!refs.isEmpty()) {
			know(refs);
		}
	}

	private void know(List<String> refs) {
		List<Change> sought = refs.stream().map((ref) -> {
			Department image = new Department(ref, null, null, NOTHING, null);
			return new Change(ChangeKind.UPDATE, EntryKind.DEPARTMENT, "", ref, image, image, Message.of(""));
		}).toList();
		List<@Nullable Entry> found = this.target.find(sought);
		for (int i = 0; i < refs.size(); i++) {
			this.known.put(refs.get(i), (found.get(i) instanceof Department department) ? department : null);
		}
	}

	/** Whether a department is there, or will be. */
	boolean exists(String name) {
		String ref = DepartmentRef.ref(name);
		return DepartmentRef.isPlanned(name) ? this.comingBack.contains(ref) : find(ref) != null;
	}

	/**
	 * All departments that have been looked up so far and those above them, as the target
	 * holds them.
	 */
	public DepartmentTree tree() {
		List<Department> all = new ArrayList<>();
		Set<String> seen = new HashSet<>();
		for (String ref : List.copyOf(this.known.keySet())) {
			Department next = find(ref);
			while (next != null && seen.add(next.ref())) {
				String parent = (next.parent() != null) ? DepartmentRef.ref(next.parent()) : null;
				all.add(next.withParent(parent));
				next = (parent != null) ? find(parent) : null;
			}
		}
		all.sort(Comparator.comparing(Department::ref));
		return new DepartmentTree(all);
	}

	/** A department that the target itself has named. */
	String noted(String name) {
		this.named.putIfAbsent(name, name);
		return name;
	}

	/** A department will have another name or stand elsewhere. */
	void willBe(String name, Department image, boolean moves) {
		this.future.put(name, image);
		if (moves) {
			this.moved.add(name);
		}
	}

	/** For each department that has been named the path to show: as it will be. */
	Map<String, String> paths() {
		Map<String, String> paths = new LinkedHashMap<>();
		this.named.keySet().forEach((name) -> paths.put(name, path(name)));
		return paths;
	}

	/** The path to show of a department that has been named. */
	String path(String name) {
		StringBuilder path = new StringBuilder();
		Set<String> seen = new HashSet<>();
		for (String next = name; next != null && seen.add(next); next = parent(next)) {
			String own = ownName(next);
			if (own == null) {
				return this.formerPaths.apply(this.named.getOrDefault(name, name));
			}
			path.insert(0, path.isEmpty() ? own : own + DepartmentName.SEPARATOR);
		}
		return path.toString();
	}

	private @Nullable String ownName(String name) {
		Department future = this.future.get(name);
		if (future != null && !future.name().isEmpty()) {
			return future.name();
		}
		Department now = find(DepartmentRef.ref(name));
		return (now != null) ? now.name() : null;
	}

	private @Nullable String parent(String name) {
		Department now = this.moved.contains(name) ? this.future.get(name) : find(DepartmentRef.ref(name));
		return (now != null) ? now.parent() : null;
	}

}
