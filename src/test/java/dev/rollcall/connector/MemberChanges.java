package dev.rollcall.connector;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.rollcall.directory.Department;
import dev.rollcall.directory.EntryKind;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import dev.rollcall.directory.Schema;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.ChangeKind;
import dev.rollcall.plan.DepartmentRef;
import org.jspecify.annotations.Nullable;

/** Changes for tests. */
public final class MemberChanges {

	public static final Placements TOP = in("=1");

	private static final Message WHY = Message.of("test");

	private MemberChanges() {
	}

	public static Placements in(String... departments) {
		List<Placement> placements = new ArrayList<>();
		for (String department : departments) {
			placements.add(Placement.in(department));
		}
		return new Placements(placements, departments[0]);
	}

	public static Change create(String userid, String... fields) {
		Map<String, String> all = new HashMap<>(
				Map.of(FieldNames.NAME, "张三", FieldNames.EMAIL, userid + "@example.com"));
		all.putAll(map(fields));
		return create(userid, all, TOP);
	}

	public static Change create(String userid, Map<String, String> fields, @Nullable Placements placements) {
		return new Change(ChangeKind.CREATE, EntryKind.MEMBER, userid, null, null,
				new Member(userid, userid, null, fields(fields), placements, null), WHY);
	}

	public static Change update(String userid, String... fields) {
		return update(userid, Map.of(), map(fields), null);
	}

	public static Change update(String userid, Map<String, String> before, Map<String, String> after,
			@Nullable Placements placements) {
		return new Change(ChangeKind.UPDATE, EntryKind.MEMBER, userid, userid,
				new Member(userid, null, null, fields(before), null, null),
				new Member(userid, null, null, fields(after), placements, null), WHY);
	}

	/** Links a member to a userid, empty for none, or takes the link away. */
	public static Change link(String ref, @Nullable String from, String to) {
		return new Change(ChangeKind.UPDATE, EntryKind.MEMBER, to, ref,
				new Member(ref, from, null, fields(Map.of()), null, null),
				new Member(ref, to, null, fields(Map.of()), null, null), WHY);
	}

	public static Change delete(String userid) {
		return new Change(ChangeKind.DELETE, EntryKind.MEMBER, userid, userid,
				new Member(userid, userid, null, fields(Map.of()), null, null), null, WHY);
	}

	public static Change createDepartment(String ref, @Nullable String parent, @Nullable String id, String name) {
		return new Change(ChangeKind.CREATE, EntryKind.DEPARTMENT, name, null, null,
				new Department(ref, parent, id, fields(Map.of(FieldNames.NAME, name)), null), WHY);
	}

	public static Map<String, String> map(String... fields) {
		Map<String, String> map = new HashMap<>();
		for (int i = 0; i < fields.length; i += 2) {
			map.put(fields[i], fields[i + 1]);
		}
		return map;
	}

	private static Fields fields(Map<String, String> values) {
		return Fields.of(Schema.of(values.keySet().stream().sorted().toList()), values);
	}

	/** Remembers what departments have been created as. */
	public static final class Refs implements DepartmentDirectory {

		public final Map<String, String> created = new HashMap<>();

		/** Planned departments that an earlier process has sent. */
		public final Set<String> inDoubt = new HashSet<>();

		/** Refs of departments that were there before that. */
		public final Set<String> before = new HashSet<>();

		@Override
		public @Nullable String ref(String department) {
			return DepartmentRef.isPlanned(department) ? this.created.get(department) : DepartmentRef.ref(department);
		}

		@Override
		public boolean mayBeOurs(String department, String ref) {
			return this.inDoubt.contains(department) && !this.before.contains(ref);
		}

		@Override
		public void created(String department, String ref) {
			this.created.put(department, ref);
		}

	}

}
