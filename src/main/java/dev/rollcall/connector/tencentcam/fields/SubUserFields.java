package dev.rollcall.connector.tencentcam.fields;

import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

import dev.rollcall.connector.tencentcam.api.User;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.FieldsBuilder;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.PhoneNumber;
import dev.rollcall.directory.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a sub-user becomes a member: the one place for what is read and for what is looked
 * up. Safe for use by many threads.
 */
public final class SubUserFields {

	/** The field that names the groups which the job manages and a sub-user is in. */
	public static final String GROUPS = "groups";

	/** All fields of members, in their order. */
	public static final Schema SCHEMA = Schema.of(FieldNames.NAME, FieldNames.MOBILE, FieldNames.EMAIL,
			FieldNames.USERNAME, GROUPS, FieldNames.STATUS);

	private static final String SEPARATOR = ",";

	private final Set<String> managed;

	/**
	 * The fields of sub-users, as one job sees them.
	 * @param managed the names of those groups that the job manages; others are not seen
	 */
	public SubUserFields(Collection<String> managed) {
		this.managed = Set.copyOf(managed);
	}

	/**
	 * A sub-user as a member. What CAM leaves out is empty, but for the kind.
	 * @param user one whose {@code Uin} is known; the userid is told where members of
	 * WeCom are listed
	 * @param kind what kind of account it is, null when unknown
	 * @param groups the names of groups that it is in, all of them or only those that the
	 * job manages
	 */
	public Member member(User user, @Nullable SubUserKind kind, Collection<String> groups) {
		String ref = String.valueOf(Objects.requireNonNull(user.uin()));
		String userid = orEmpty(user.weChatWorkUserId());
		return new Member(ref, userid.isBlank() ? null : userid, null, fields(user, kind, groups), null, null);
	}

	private Fields fields(User user, @Nullable SubUserKind kind, Collection<String> groups) {
		FieldsBuilder fields = new FieldsBuilder(SCHEMA);
		set(fields, FieldNames.NAME, orEmpty(user.remark()));
		set(fields, FieldNames.MOBILE, PhoneNumber.text(user.countryCode(), user.phoneNum()));
		set(fields, FieldNames.EMAIL, orEmpty(user.email()));
		set(fields, FieldNames.USERNAME, orEmpty(user.name()));
		set(fields, GROUPS, text(groups.stream().filter(this.managed::contains).toList()));
		set(fields, FieldNames.STATUS, (kind != null) ? kind.status() : null);
		return fields.build();
	}

	/** Groups as a value of the field {@link #GROUPS}: sorted, none twice. */
	public static String text(Collection<String> groups) {
		return String.join(SEPARATOR, new TreeSet<>(groups));
	}

	/** The groups of a value of the field {@link #GROUPS}; none of an unknown one. */
	public static SortedSet<String> groups(@Nullable String text) {
		SortedSet<String> groups = new TreeSet<>();
		for (String group : orEmpty(text).split(SEPARATOR)) {
			if (!group.isBlank()) {
				groups.add(group.strip());
			}
		}
		return groups;
	}

	private static void set(FieldsBuilder fields, String name, @Nullable String value) {
		fields.set(SCHEMA.position(name), value);
	}

	private static String orEmpty(@Nullable String value) {
		return (value != null) ? value : "";
	}

}
