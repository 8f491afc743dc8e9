package dev.rollcall.staging;

import dev.rollcall.directory.Department;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Origin;
import dev.rollcall.directory.Schema;

/** Departments as bytes. */
final class DepartmentCodec {

	private final Schema schema;

	DepartmentCodec(Schema schema) {
		this.schema = schema;
	}

	void write(Department department, ByteSink sink) {
		Origin origin = department.origin();
		sink.text(department.ref()).text(department.parent()).text(department.id());
		sink.number((origin != null) ? origin.part() + 1L : 0);
		sink.number((origin != null) ? origin.row() : 0);
		sink.block(department.fields().encoded());
	}

	Department read(ByteSource source) {
		String ref = source.textOrEmpty();
		String parent = source.text();
		String id = source.text();
		int part = source.count();
		int row = source.count();
		return new Department(ref, parent, id, Fields.decoded(this.schema, source.block()),
				(part > 0) ? new Origin(part - 1, row) : null);
	}

}
