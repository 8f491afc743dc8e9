package dev.rollcall.connector.authing.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.rollcall.connector.authing.api.DepartmentDetail;
import dev.rollcall.connector.authing.api.UserDetail;
import dev.rollcall.connector.authing.fields.PoolFields;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.FieldsBuilder;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import dev.rollcall.plan.DepartmentRef;
import org.jspecify.annotations.Nullable;

/** Turns what Authing shows into entries, departments named as plans name them. */
final class Found {

	private final PoolFields fields;

	private final Tree tree;

	/** Who leads each department, where Authing says so. */
	private final Map<String, Set<String>> leaders = new HashMap<>();

	Found(PoolFields fields, Tree tree, List<DepartmentDetail> departments) {
		this.fields = fields;
		this.tree = tree;
		departments.forEach((department) -> {
			if (department.departmentId() != null && department.leaderUserIds() != null) {
				this.leaders.put(department.departmentId(), Set.copyOf(department.leaderUserIds()));
			}
		});
	}

	/** A department; of the root node nobody knows the name. */
	Department department(Tree.Node node) {
		FieldsBuilder known = new FieldsBuilder(this.fields.departments());
		if (!this.tree.isRoot(node.id())) {
			known.set(this.fields.departments().position(FieldNames.NAME), Objects.requireNonNullElse(node.name(), ""));
		}
		String parent = (node.parent() != null && this.tree.isEntry(node.parent()))
				? DepartmentRef.existing(node.parent()) : null;
		return new Department(node.id(), parent, node.link(), known.build(), null);
	}

	Member member(String userId, UserDetail user) {
		Fields known = this.fields.of(user);
		return new Member(userId, PoolFields.userid(user), null, known, placements(userId, user), null);
	}

	private @Nullable Placements placements(String userId, UserDetail user) {
		if (user.departmentIds() == null) {
			return null;
		}
		List<Placement> placements = new ArrayList<>();
		for (String id : user.departmentIds()) {
			if (this.tree.isEntry(id)) {
				Set<String> leading = this.leaders.get(id);
				placements.add(new Placement(DepartmentRef.existing(id), null,
						(leading != null) ? leading.contains(userId) : null));
			}
		}
		String main = user.mainDepartmentId();
		if (main != null && this.tree.isEntry(main) && user.departmentIds().contains(main)) {
			return new Placements(placements, DepartmentRef.existing(main));
		}
		return new Placements(placements, (placements.size() == 1) ? placements.get(0).department() : null);
	}

}
