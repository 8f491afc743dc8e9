package dev.rollcall.connector.wecom.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.rollcall.connector.wecom.api.CustomFields;
import dev.rollcall.connector.wecom.api.Departments;
import dev.rollcall.connector.wecom.api.MemberDetail;
import dev.rollcall.connector.wecom.api.MemberIds;
import dev.rollcall.directory.Department;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.FieldsBuilder;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import dev.rollcall.directory.Schema;
import dev.rollcall.directory.Userid;
import dev.rollcall.plan.DepartmentRef;
import org.jspecify.annotations.Nullable;

/** Turns what WeCom shows into entries, departments named as plans name them. */
final class Found {

	private static final int DISABLED = 2;

	private final Sight sight;

	Found(Sight sight) {
		this.sight = sight;
	}

	/**
	 * A department.
	 * @param id what it is known by across directories, null where that is not to be told
	 */
	Department department(Departments.Item item, @Nullable String id) {
		Schema schema = this.sight.departments();
		FieldsBuilder fields = new FieldsBuilder(schema);
		put(fields, schema, FieldNames.NAME, item.name());
		put(fields, schema, FieldNames.NAME_EN, item.nameEn());
		return new Department(Long.toString(item.id()), (item.parentid() == 0) ? null : ref(item.parentid()), id,
				fields.build(), null);
	}

	/** A member of whom only the list of userids tells. */
	Member member(List<MemberIds.Row> rows) {
		String userid = rows.get(0).userid();
		List<Placement> placements = rows.stream()
			.filter((row) -> row.department() > 0)
			.map((row) -> Placement.in(ref(row.department())))
			.toList();
		return new Member(Userid.key(userid), userid, null, Fields.unknown(this.sight.members()),
				new Placements(placements, null), null);
	}

	/** A member as an app sees it. */
	Member member(String key, MemberDetail detail) {
		String userid = Objects.requireNonNullElse(detail.userid(), key);
		return new Member(Userid.key(userid), userid, null, fields(detail), placements(detail), null);
	}

	private Fields fields(MemberDetail detail) {
		Schema schema = this.sight.members();
		FieldsBuilder fields = new FieldsBuilder(schema);
		set(fields, schema, FieldNames.NAME, detail.name());
		set(fields, schema, FieldNames.ALIAS, detail.alias());
		set(fields, schema, FieldNames.POSITION, detail.position());
		set(fields, schema, FieldNames.GENDER, gender(detail.gender()));
		set(fields, schema, FieldNames.MOBILE, detail.mobile());
		set(fields, schema, FieldNames.TELEPHONE, detail.telephone());
		set(fields, schema, FieldNames.EMAIL, detail.email());
		set(fields, schema, FieldNames.BIZ_MAIL, detail.bizMail());
		set(fields, schema, FieldNames.ADDRESS, detail.address());
		set(fields, schema, FieldNames.ENABLED, enabled(detail));
		custom(detail, fields, schema);
		return fields.build();
	}

	private void custom(MemberDetail detail, FieldsBuilder fields, Schema schema) {
		CustomFields custom = detail.custom();
		for (CustomFields.Field field : (custom != null && custom.attrs() != null) ? custom.attrs()
				: List.<CustomFields.Field>of()) {
			CustomFields.Text text = field.text();
			if (MemberRules.isCustom(field.name()) && text != null) {
				set(fields, schema, field.name(), Objects.requireNonNullElse(text.value(), ""));
			}
		}
	}

	private void set(FieldsBuilder fields, Schema schema, String field, @Nullable String value) {
		if (this.sight.shown().contains(field)) {
			put(fields, schema, field, value);
		}
	}

	private static void put(FieldsBuilder fields, Schema schema, String field, @Nullable String value) {
		int position = schema.position(field);
		if (position >= 0 && value != null) {
			fields.set(position, value);
		}
	}

	/** "0" is also what is shown to those who may not see it. */
	private static @Nullable String gender(@Nullable String code) {
		return Map.of("1", "male", "2", "female").get(Objects.requireNonNullElse(code, ""));
	}

	private static @Nullable String enabled(MemberDetail detail) {
		if (detail.enable() != null) {
			return (detail.enable() == 0) ? FieldNames.FALSE : FieldNames.TRUE;
		}
		return (detail.status() == null) ? null : (detail.status() == DISABLED) ? FieldNames.FALSE : FieldNames.TRUE;
	}

	private static @Nullable Placements placements(MemberDetail detail) {
		List<Long> departments = detail.departments();
		if (departments == null) {
			return null;
		}
		List<Placement> placements = new ArrayList<>();
		for (int i = 0; i < departments.size(); i++) {
			Integer leads = at(detail.leads(), i, departments.size());
			placements.add(new Placement(ref(departments.get(i)), at(detail.orders(), i, departments.size()),
					(leads != null) ? leads == 1 : null));
		}
		Long main = detail.mainDepartment();
		return new Placements(placements, (main != null && departments.contains(main)) ? ref(main) : null);
	}

	private static <T> @Nullable T at(@Nullable List<T> values, int index, int size) {
		return (values != null && values.size() == size) ? values.get(index) : null;
	}

	private static String ref(long department) {
		return DepartmentRef.existing(Long.toString(department));
	}

	/**
	 * What is told of entries, which is what reading tells of them.
	 *
	 * @param departments the fields of departments
	 * @param members the fields of members
	 * @param shown those of the fields of members that WeCom shows
	 */
	record Sight(Schema departments, Schema members, Set<String> shown) {

	}

}
