package dev.rollcall.connector.tencentcam.rules;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.rollcall.connector.tencentcam.fields.SubUserFields;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.DepartmentTree;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import dev.rollcall.directory.Schema;

/**
 * 示例科技 with 研发部 (后端, 前端) and 销售部 (后端, 华东), by refs that are not their ids, and members of
 * it.
 */
final class Company {

	static final Schema SCHEMA = Schema.of(FieldNames.NAME, FieldNames.MOBILE, FieldNames.USERNAME,
			SubUserFields.GROUPS);

	private Company() {
	}

	static DepartmentTree tree() {
		return new DepartmentTree(List.of(department("top", null, "示例科技", "1"), department("dev", "top", "研发部", "2"),
				department("back", "dev", "后端", "21"), department("front", "dev", "前端", "22"),
				department("sales", "top", "销售部", "3"), department("sales-back", "sales", "后端", "31"),
				department("east", "sales", "华东", null)));
	}

	/** The same as WeCom tells it without an app: ids without names. */
	static DepartmentTree nameless() {
		return new DepartmentTree(
				List.of(department("1", null, "", "1"), department("2", "1", "", "2"), department("3", "1", "", "3")));
	}

	static Department department(String ref, String parent, String name, String id) {
		return new Department(ref, parent, id, Fields.of(Schema.of(FieldNames.NAME), Map.of(FieldNames.NAME, name)),
				null);
	}

	/** Somebody in some departments. */
	static Member member(String userid, String... departments) {
		Placements placements = new Placements(Stream.of(departments).map(Placement::in).toList(), null);
		return member(userid, placements);
	}

	/** Somebody of whom it is not known where. */
	static Member somewhere(String userid) {
		return member(userid, (Placements) null);
	}

	/** Somebody of whom nothing else is known. */
	static Member row(String userid) {
		return new Member(userid, userid, null, Fields.unknown(SCHEMA), null, null);
	}

	private static Member member(String userid, Placements placements) {
		return new Member("ref-" + userid, userid, "former", Fields.of(SCHEMA, Map.of(FieldNames.NAME, "张三")),
				placements, null);
	}

}
