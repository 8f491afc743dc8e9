package dev.rollcall.sandbox.cam.groups;

import java.util.List;
import java.util.Objects;

import dev.rollcall.sandbox.Json;
import dev.rollcall.sandbox.cam.account.Group;
import dev.rollcall.sandbox.cam.account.RootAccount;
import dev.rollcall.sandbox.cam.account.SubUser;
import dev.rollcall.sandbox.cam.wire.Code;
import dev.rollcall.sandbox.cam.wire.Question;
import dev.rollcall.sandbox.cam.wire.Refused;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Calls that read groups. */
public final class GroupReads {

	private final RootAccount account;

	public GroupReads(RootAccount account) {
		this.account = account;
	}

	/** {@code ListGroups}. */
	public ObjectNode all(Question question) {
		String keyword = question.text("Keyword", "");
		return page(question,
				this.account.groups().all().stream().filter((group) -> group.name().contains(keyword)).toList());
	}

	/** {@code ListGroupsForUser}. */
	public ObjectNode ofUser(Question question) {
		SubUser user = user(question.number("Uid"), question.number("SubUin"));
		return page(question,
				this.account.groups()
					.groupsOf(user.uid())
					.stream()
					.map((id) -> Objects.requireNonNull(this.account.groups().byId(id)))
					.toList());
	}

	/** {@code ListUsersForGroup}. */
	public ObjectNode users(Question question) {
		Group group = this.account.groups().required(question.number("GroupId", 0));
		List<Long> uids = this.account.groups().usersOf(group.id());
		ObjectNode answer = Json.object().put("TotalNum", uids.size());
		add(answer.putArray("UserInfo"), this.account.page(question).of(uids));
		return answer;
	}

	/** {@code GetGroup}. */
	public ObjectNode one(Question question) {
		Group group = this.account.groups().required(question.number("GroupId", 0));
		List<Long> uids = this.account.groups().usersOf(group.id());
		ObjectNode answer = GroupViews.group(group).put("GroupNum", uids.size());
		add(answer.putArray("UserInfo"), uids);
		return answer;
	}

	private ObjectNode page(Question question, List<Group> all) {
		ObjectNode answer = Json.object().put("TotalNum", all.size());
		ArrayNode info = answer.putArray("GroupInfo");
		this.account.page(question).of(all).forEach((group) -> info.add(GroupViews.group(group)));
		return answer;
	}

	private void add(ArrayNode info, List<Long> uids) {
		uids.forEach((uid) -> info.add(GroupViews.user(Objects.requireNonNull(this.account.users().byUid(uid)))));
	}

	private SubUser user(@Nullable Long uid, @Nullable Long uin) {
		SubUser user = (uid != null) ? this.account.users().byUid(uid)
				: this.account.users().byUin((uin != null) ? uin : 0);
		if (uid == null && uin == null) {
			throw Refused.because(Code.MISSING_PARAMETER, "Uid");
		}
		if (user == null) {
			throw Refused.because(Code.NO_SUCH_USER);
		}
		return user;
	}

}
