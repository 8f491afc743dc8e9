package dev.rollcall.connector.authing.fields;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.rollcall.connector.authing.api.CustomField;

/**
 * The fields that link users and departments of Authing to those of WeCom. Rollcall
 * defines them, and no other. They are no fields of a schema: a userid and a department's
 * id are more than that.
 */
public enum Link {

	/** A user's userid. */
	USERID(Link.USER, "wechatwork_user_id", "企业微信账号", true),

	/** The ids of a user's departments, separated by commas. */
	DEPARTMENT_IDS(Link.USER, "wechatwork_department_ids", "企业微信部门", false),

	/** A department's id. */
	DEPARTMENT_ID(Link.DEPARTMENT, "wechatwork_department_id", "企业微信部门 ID", true),

	/** The id of the department above. */
	PARENT_ID(Link.DEPARTMENT, "wechatwork_parent_department_id", "企业微信上级部门 ID", false);

	/** The kind of what a field belongs to, as Authing calls it. */
	public static final String USER = "USER";

	/** Likewise. */
	public static final String DEPARTMENT = "DEPARTMENT";

	private static final String TEXT = "STRING";

	private static final Set<String> KEYS = Arrays.stream(values())
		.map(Link::key)
		.collect(Collectors.toUnmodifiableSet());

	private final String targetType;

	private final String key;

	private final String label;

	private final boolean unique;

	Link(String targetType, String key, String label, boolean unique) {
		this.targetType = targetType;
		this.key = key;
		this.label = label;
		this.unique = unique;
	}

	/** {@link #USER} or {@link #DEPARTMENT}. */
	public String targetType() {
		return this.targetType;
	}

	/** What Authing calls the field. */
	public String key() {
		return this.key;
	}

	/** Whether no two may have the same value. */
	public boolean isUnique() {
		return this.unique;
	}

	/** Whether a field of some type can hold it. */
	public boolean fits(CustomField defined) {
		return TEXT.equals(defined.dataType());
	}

	/** The field as it is to be defined: for administrators alone. */
	public CustomField definition() {
		return new CustomField(this.targetType, this.key, TEXT, this.label, null, this.unique, false, true, false);
	}

	/** Those of one kind. */
	public static List<Link> of(String targetType) {
		return Arrays.stream(values()).filter((link) -> link.targetType.equals(targetType)).toList();
	}

	/** Whether a custom field of that name is one of them. */
	static boolean is(String key) {
		return KEYS.contains(key);
	}

}
