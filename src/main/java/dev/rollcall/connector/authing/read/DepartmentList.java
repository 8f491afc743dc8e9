package dev.rollcall.connector.authing.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

import dev.rollcall.connector.authing.api.DepartmentDetail;
import dev.rollcall.connector.authing.api.Listing;
import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

/**
 * All departments of an organisation as they were listed: by their ids, parents first,
 * and why they may not be all. The root node stands at the beginning, listed or not.
 */
final class DepartmentList {

	/** What Authing calls every root node by. */
	static final String ROOT = "root";

	private final String root;

	private final Map<String, DepartmentDetail> byId = new LinkedHashMap<>();

	private final List<Message> gaps = new ArrayList<>();

	private final Map<String, Set<String>> leaders = new HashMap<>();

	private final Map<String, Integer> places = new HashMap<>();

	private final Set<String> misplaced;

	/**
	 * What was listed.
	 * @param root the root node's id, null when the organisation does not tell it
	 */
	DepartmentList(@Nullable String root, Listing<DepartmentDetail> listed) {
		this.root = Objects.requireNonNullElse(root, ROOT);
		List<DepartmentDetail> all = Objects.requireNonNullElse(listed.list(), List.of());
		Map<String, DepartmentDetail> known = known(all);
		DepartmentDetail top = known.remove(this.root);
		this.byId.put(this.root, (top != null) ? top : bare(this.root));
		addBelow(known);
		if (!known.isEmpty()) {
			this.gaps
				.add(Message.of("authing.gap.misplaced-departments", known.size(), known.keySet().iterator().next()));
		}
		this.misplaced = Set.copyOf(known.keySet());
		long total = Objects.requireNonNullElse(listed.totalCount(), (long) all.size());
		if (total > all.size() + ((top != null) ? 0 : 1)) {
			this.gaps.add(Message.of("authing.gap.departments-missing", all.size(), total));
		}
		this.byId.forEach((id, department) -> {
			this.places.put(id, this.places.size());
			if (department.leaderUserIds() != null) {
				this.leaders.put(id, Set.copyOf(department.leaderUserIds()));
			}
		});
	}

	private Map<String, DepartmentDetail> known(List<DepartmentDetail> all) {
		Map<String, DepartmentDetail> known = new TreeMap<>();
		for (DepartmentDetail department : all) {
			String id = department.departmentId();
			if (id == null || id.isEmpty()) {
				this.gaps.add(Message.of("authing.gap.nameless-department", String.valueOf(department.name())));
			}
			else if (known.put(id, department) != null) {
				this.gaps.add(Message.of("authing.gap.repeated-department", id));
			}
		}
		return known;
	}

	/** Takes over what hangs together with the root; all else stays behind. */
	private void addBelow(Map<String, DepartmentDetail> known) {
		Map<String, List<DepartmentDetail>> children = new HashMap<>();
		known.values().forEach((one) -> children.computeIfAbsent(parent(one), (id) -> new ArrayList<>()).add(one));
		List<String> layer = List.of(this.root);
		while (!layer.isEmpty()) {
			List<String> next = new ArrayList<>();
			for (String above : layer) {
				for (DepartmentDetail child : children.getOrDefault(above, List.of())) {
					String id = Objects.requireNonNull(child.departmentId());
					this.byId.put(id, child);
					known.remove(id);
					next.add(id);
				}
			}
			layer = next;
		}
	}

	/** Whoever has no department above hangs below the root. */
	String parent(DepartmentDetail department) {
		String parent = department.parentDepartmentId();
		return (parent == null || parent.isEmpty() || parent.equals(ROOT)) ? this.root : parent;
	}

	/** The root node's id. */
	String root() {
		return this.root;
	}

	/** All ids, parents first, the root's at the beginning. */
	List<String> ids() {
		return List.copyOf(this.byId.keySet());
	}

	boolean has(String id) {
		return this.byId.containsKey(id);
	}

	DepartmentDetail get(String id) {
		return Objects.requireNonNull(this.byId.get(id), id);
	}

	/** Without the root. */
	int size() {
		return this.byId.size() - 1;
	}

	/** Why there may be more. */
	List<Message> gaps() {
		return this.gaps;
	}

	/** Whether somebody leads a department, null when that is not told. */
	@Nullable Boolean leads(String userId, String department) {
		Set<String> those = this.leaders.get(department);
		return (those != null) ? those.contains(userId) : null;
	}

	/** Whether it was listed, but nobody knows where it is. */
	boolean isMisplaced(String id) {
		return this.misplaced.contains(id);
	}

	/** The one of some departments that comes first, null when none of them is here. */
	@Nullable String first(List<String> ids) {
		return ids.stream().filter(this.places::containsKey).min(Comparator.comparing(this.places::get)).orElse(null);
	}

	/** Whether the same departments stand below the same ones. */
	boolean isSameAs(DepartmentList other) {
		return shape().equals(other.shape());
	}

	private Map<String, String> shape() {
		Map<String, String> shape = new HashMap<>();
		this.byId.forEach((id, department) -> shape.put(id, parent(department)));
		return shape;
	}

	/** Tells these departments, and how many are in each, from others. */
	String digest() {
		long digest = 0;
		for (String id : this.byId.keySet().stream().sorted(Comparator.naturalOrder()).toList()) {
			DepartmentDetail department = get(id);
			digest += IdSet.hash(id + " " + parent(department) + " " + department.membersCount());
		}
		return Long.toHexString(digest);
	}

	private static DepartmentDetail bare(String id) {
		return new DepartmentDetail(id, null, null, null, null, null, null, null, null, null, null);
	}

}
