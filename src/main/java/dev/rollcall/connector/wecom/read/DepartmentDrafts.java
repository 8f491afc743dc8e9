package dev.rollcall.connector.wecom.read;

import java.util.List;
import java.util.Map;

import dev.rollcall.connector.wecom.api.Departments;
import dev.rollcall.connector.wecom.ids.DepartmentIdTree;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.FieldsBuilder;
import dev.rollcall.directory.Schema;
import org.jspecify.annotations.Nullable;

/** Puts departments together: the tree from the id list, names from what is shown. */
final class DepartmentDrafts {

	private final DepartmentIdTree tree;

	private final Visible visible;

	private final Map<Integer, String> names;

	private final FieldsBuilder fields;

	private final Schema schema;

	/**
	 * Departments of a tree.
	 * @param names what a companion knows of names
	 */
	DepartmentDrafts(DepartmentIdTree tree, Visible visible, Map<Integer, String> names, Schema schema) {
		this.tree = tree;
		this.visible = visible;
		this.names = names;
		this.schema = schema;
		this.fields = new FieldsBuilder(schema);
	}

	/** All of them, parents first. */
	List<Department> all() {
		return this.tree.parentsFirst().stream().map(this::department).toList();
	}

	private Department department(int place) {
		int id = this.tree.id(place);
		Departments.Item shown = this.visible.department(id);
		String name = (shown != null && shown.name() != null) ? shown.name() : this.names.get(id);
		set(FieldNames.NAME, (name == null || name.isEmpty()) ? null : name);
		set(FieldNames.NAME_EN, (shown != null) ? shown.nameEn() : null);
		int parent = this.tree.parentId(place);
		return new Department(Integer.toString(id), (parent != 0) ? Integer.toString(parent) : null,
				Integer.toString(id), this.fields.build(), null);
	}

	private void set(String field, @Nullable String value) {
		if (this.schema.has(field)) {
			this.fields.set(this.schema.position(field), value);
		}
	}

}
