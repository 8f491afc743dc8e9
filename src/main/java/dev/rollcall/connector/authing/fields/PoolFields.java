package dev.rollcall.connector.authing.fields;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import dev.rollcall.connector.authing.api.CustomField;
import dev.rollcall.connector.authing.api.DepartmentDetail;
import dev.rollcall.connector.authing.api.UserDetail;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.FieldsBuilder;
import dev.rollcall.directory.PhoneNumber;
import dev.rollcall.directory.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a user pool's users and departments: Authing's own, and those that the
 * pool has added under their keys. Safe for use by many threads.
 */
public final class PoolFields {

	/** Authing's own fields of users. */
	private static final List<String> OWN = List.of(FieldNames.NAME, FieldNames.ALIAS, FieldNames.GENDER,
			FieldNames.MOBILE, FieldNames.EMAIL, FieldNames.ADDRESS, FieldNames.USERNAME, FieldNames.STATUS,
			FieldNames.ENABLED);

	/** Names that mean something else than a field: nothing may be called like that. */
	private static final Set<String> NO_FIELDS = taken();

	private static final Schema OF_DEPARTMENTS = Schema.of(FieldNames.NAME);

	private final Map<String, String> types = new TreeMap<>();

	private final Schema members;

	/**
	 * The fields of a pool.
	 * @param custom what the pool has added for users
	 */
	public PoolFields(List<CustomField> custom) {
		for (CustomField field : custom) {
			if (!NO_FIELDS.contains(field.key()) && !Link.is(field.key())) {
				this.types.put(field.key(), (field.dataType() != null) ? field.dataType() : "");
			}
		}
		this.members = Schema.of(OWN).with(List.copyOf(this.types.keySet()));
	}

	private static Set<String> taken() {
		Set<String> taken = new HashSet<>(OWN);
		taken.addAll(FieldNames.OF_PLACEMENTS);
		taken.addAll(List.of(FieldNames.USERID, FieldNames.ID, FieldNames.PARENT));
		return Set.copyOf(taken);
	}

	/** The fields of members. */
	public Schema members() {
		return this.members;
	}

	/** The fields of departments. */
	public Schema departments() {
		return OF_DEPARTMENTS;
	}

	/** The keys of custom fields that are fields of members, sorted. */
	public List<String> custom() {
		return new ArrayList<>(this.types.keySet());
	}

	/** The type of a custom field, such as {@code STRING}; null when it is none. */
	public @Nullable String type(String field) {
		return this.types.get(field);
	}

	/**
	 * What is known of a user. A key is shown everything, so that what is absent is
	 * empty; custom fields are not known when none were shown at all.
	 */
	public Fields of(UserDetail user) {
		FieldsBuilder fields = new FieldsBuilder(this.members);
		set(fields, FieldNames.NAME, orEmpty(user.name()));
		set(fields, FieldNames.ALIAS, orEmpty(user.nickname()));
		set(fields, FieldNames.GENDER, Gender.text(user.gender()));
		set(fields, FieldNames.MOBILE, PhoneNumber.text(user.phoneCountryCode(), user.phone()));
		set(fields, FieldNames.EMAIL, orEmpty(user.email()));
		set(fields, FieldNames.ADDRESS, orEmpty(user.address()));
		set(fields, FieldNames.USERNAME, orEmpty(user.username()));
		set(fields, FieldNames.STATUS, Status.text(user.status()));
		set(fields, FieldNames.ENABLED, Status.enabled(user.status()));
		Map<String, Object> custom = user.customData();
		if (custom != null) {
			this.types.keySet().forEach((key) -> set(fields, key, CustomValue.text(custom.get(key))));
		}
		return fields.build();
	}

	private void set(FieldsBuilder fields, String name, @Nullable String value) {
		fields.set(this.members.position(name), value);
	}

	/** What is known of a department. */
	public Fields of(DepartmentDetail department) {
		return new FieldsBuilder(OF_DEPARTMENTS).set(0, orEmpty(department.name())).build();
	}

	/** The userid that a user is linked to, null for none. */
	public static @Nullable String userid(UserDetail user) {
		return link(user.customData(), Link.USERID);
	}

	/** The id that a department is linked to, null for none. */
	public static @Nullable String id(DepartmentDetail department) {
		return link(department.customData(), Link.DEPARTMENT_ID);
	}

	/** What a link holds, null for nothing. */
	public static @Nullable String link(@Nullable Map<String, Object> customData, Link link) {
		String text = (customData != null) ? CustomValue.text(customData.get(link.key())).strip() : "";
		return text.isEmpty() ? null : text;
	}

	private static String orEmpty(@Nullable String value) {
		return (value != null) ? value : "";
	}

}
