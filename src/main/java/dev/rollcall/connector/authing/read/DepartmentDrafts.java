package dev.rollcall.connector.authing.read;

import java.util.List;

import dev.rollcall.connector.authing.api.DepartmentDetail;
import dev.rollcall.connector.authing.fields.PoolFields;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.Fields;
import org.jspecify.annotations.Nullable;

/** Makes departments of what was listed. */
final class DepartmentDrafts {

	private final DepartmentList list;

	private final PoolFields fields;

	private final boolean ignoreRoot;

	DepartmentDrafts(DepartmentList list, PoolFields fields, boolean ignoreRoot) {
		this.list = list;
		this.fields = fields;
		this.ignoreRoot = ignoreRoot;
	}

	/** All of them, parents first. */
	List<Department> all() {
		return this.list.ids().stream().filter(this::isEntry).map(this::department).toList();
	}

	/** Whether something with that id is a department here. */
	boolean isEntry(String id) {
		return this.list.has(id) && (this.ignoreRoot || !id.equals(this.list.root()));
	}

	/** The root node stands for the other side's top, whatever either is called. */
	private Department department(String id) {
		DepartmentDetail detail = this.list.get(id);
		boolean root = id.equals(this.list.root());
		Fields known = root ? Fields.unknown(this.fields.departments()) : this.fields.of(detail);
		return new Department(id, root ? null : parent(detail), PoolFields.id(detail), known, null);
	}

	private @Nullable String parent(DepartmentDetail detail) {
		String parent = this.list.parent(detail);
		return isEntry(parent) ? parent : null;
	}

}
