package dev.rollcall.connector.authing.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import dev.rollcall.connector.authing.api.UserDetail;
import dev.rollcall.connector.authing.fields.PoolFields;
import dev.rollcall.connector.authing.fields.Status;
import dev.rollcall.directory.FieldNames;
import dev.rollcall.directory.Fields;
import dev.rollcall.directory.Member;
import dev.rollcall.directory.Message;
import dev.rollcall.directory.Placement;
import dev.rollcall.directory.Placements;
import dev.rollcall.directory.Userid;
import org.jspecify.annotations.Nullable;

/** Makes members of users. */
final class MemberDrafts {

	/** Whoever has left keeps the account, and no department. */
	private static final Set<String> LEFT = Set.of("resigned", "archived");

	private final Shape shape;

	private final PoolFields fields;

	private final DepartmentList list;

	private final DepartmentDrafts departments;

	MemberDrafts(Shape shape, PoolFields fields, DepartmentList list) {
		this.shape = shape;
		this.fields = fields;
		this.list = list;
		this.departments = new DepartmentDrafts(list, fields, shape.ignoreRoot());
	}

	/** What becomes of a user who has an id. */
	Draft of(UserDetail user) {
		Placements placements = placements(user);
		boolean nowhere = user.departmentIds() == null || user.departmentIds().isEmpty();
		if (isElsewhere(user) || (!this.shape.asTarget() && nowhere && hasLeft(user))) {
			return Draft.none();
		}
		String ref = Objects.requireNonNull(user.userId());
		if (this.shape.asTarget()) {
			return Draft.of(new Member(ref, PoolFields.userid(user), null, this.fields.of(user), placements, null));
		}
		return ofSource(user, ref, placements);
	}

	/** As a source tells it, which is not whole without a userid, a name and a place. */
	private Draft ofSource(UserDetail user, String ref, @Nullable Placements placements) {
		String userid = userid(user);
		String name = (user.name() != null) ? user.name().strip() : "";
		if (userid.isEmpty()) {
			return new Draft(null, Message.of("authing.rejected.no-userid", ref), FieldNames.USERID, name);
		}
		if (!Userid.isValid(userid)) {
			return new Draft(null, Message.of("authing.rejected.illegal-userid", ref, Userid.MAX_LENGTH),
					FieldNames.USERID, userid);
		}
		if (name.isEmpty() || placements == null || placements.list().isEmpty()) {
			Member bare = new Member(ref, userid, null, Fields.unknown(this.fields.members()), null, null);
			String why = name.isEmpty() ? "authing.rejected.no-name" : "authing.rejected.no-department";
			return new Draft(bare, Message.of(why, ref), "", name);
		}
		return Draft.of(new Member(ref, userid, null, fields(user), placements, null));
	}

	/** Who is neither man nor woman in Authing is what nobody has filled in. */
	private Fields fields(UserDetail user) {
		Fields known = this.fields.of(user);
		String gender = known.value(FieldNames.GENDER);
		return (gender != null && gender.isEmpty()) ? known.with(FieldNames.GENDER, null) : known;
	}

	private String userid(UserDetail user) {
		for (UseridFrom from : this.shape.userid()) {
			String userid = from.of(user);
			if (userid != null && !userid.isBlank()) {
				return userid;
			}
		}
		return "";
	}

	/** Whether somebody is in departments of other organisations alone. */
	private boolean isElsewhere(UserDetail user) {
		List<String> ids = user.departmentIds();
		return this.shape.wholePool() && ids != null && !ids.isEmpty() && ids.stream().noneMatch(this.list::has);
	}

	private static boolean hasLeft(UserDetail user) {
		String status = Status.text(user.status());
		return status != null && LEFT.contains(status);
	}

	/** Null when it is not known where somebody is. */
	private @Nullable Placements placements(UserDetail user) {
		List<String> ids = user.departmentIds();
		if (ids == null || isNew(ids) || ids.stream().anyMatch(this.list::isMisplaced)) {
			return null;
		}
		String userId = Objects.requireNonNull(user.userId());
		List<Placement> placements = new ArrayList<>(ids.size());
		for (String id : ids.stream().distinct().filter(this.departments::isEntry).toList()) {
			placements.add(new Placement(id, null, this.list.leads(userId, id)));
		}
		String main = user.mainDepartmentId();
		boolean here = main != null && placements.stream().anyMatch((one) -> one.department().equals(main));
		String only = (placements.size() == 1) ? placements.get(0).department() : null;
		return new Placements(placements, here ? main : only);
	}

	/**
	 * Whether a user of this organisation is in none of the departments that were listed.
	 */
	boolean isNew(List<String> ids) {
		return !this.shape.wholePool() && !ids.isEmpty() && ids.stream().noneMatch(this.list::has);
	}

}
