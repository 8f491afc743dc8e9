package dev.rollcall.sandbox.cam.groups;

import dev.rollcall.sandbox.Json;
import dev.rollcall.sandbox.cam.account.Group;
import dev.rollcall.sandbox.cam.account.RootAccount;
import dev.rollcall.sandbox.cam.wire.Code;
import dev.rollcall.sandbox.cam.wire.Question;
import dev.rollcall.sandbox.cam.wire.Refused;
import tools.jackson.databind.node.ObjectNode;

/** Calls that write groups. */
public final class GroupWrites {

	private static final String NAME = "GroupName";

	private final RootAccount account;

	public GroupWrites(RootAccount account) {
		this.account = account;
	}

	/** {@code CreateGroup}. */
	public ObjectNode create(Question question) {
		int most = this.account.quotas().groups();
		if (most > 0 && this.account.groups().all().size() >= most) {
			throw Refused.because(Code.GROUPS_FULL);
		}
		Group group = this.account.group(named(question.text(NAME, "")), question.text("Remark", ""));
		return Json.object().put("GroupId", group.id());
	}

	/** {@code UpdateGroup}. */
	public ObjectNode update(Question question) {
		Group group = this.account.groups().required(question.number("GroupId", 0));
		this.account.groups()
			.put(new Group(group.id(), named(question.text(NAME, group.name())),
					question.text("Remark", group.remark()), group.created()));
		return Json.object();
	}

	/** {@code DeleteGroup}, whoever is in it. */
	public ObjectNode delete(Question question) {
		this.account.groups().remove(this.account.groups().required(question.number("GroupId", 0)));
		return Json.object();
	}

	private static String named(String name) {
		if (name.isBlank()) {
			throw Refused.because(Code.PARAM_ERROR, NAME);
		}
		return name;
	}

}
