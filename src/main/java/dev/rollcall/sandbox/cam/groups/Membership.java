package dev.rollcall.sandbox.cam.groups;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.ToLongFunction;

import dev.rollcall.sandbox.Json;
import dev.rollcall.sandbox.cam.account.Groups;
import dev.rollcall.sandbox.cam.account.Habit;
import dev.rollcall.sandbox.cam.account.Quotas;
import dev.rollcall.sandbox.cam.account.RootAccount;
import dev.rollcall.sandbox.cam.account.SubUser;
import dev.rollcall.sandbox.cam.wire.Code;
import dev.rollcall.sandbox.cam.wire.Question;
import dev.rollcall.sandbox.cam.wire.Refused;
import dev.rollcall.sandbox.cam.wire.Shape;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Calls that put sub-users into groups and take them out: all of a call, or nothing. */
public final class Membership {

	private static final Shape PAIR = Shape.of("GroupId!# Uid# Uin#");

	private final RootAccount account;

	public Membership(RootAccount account) {
		this.account = account;
	}

	/** A sub-user and a group. */
	private record Pair(long group, long uid) {
	}

	/** {@code AddUserToGroup}; who is there already stays. */
	public ObjectNode add(Question question) {
		Groups groups = this.account.groups();
		Set<Pair> wanted = pairs(question);
		wanted.removeIf((pair) -> groups.has(pair.group(), pair.uid()));
		Quotas quotas = this.account.quotas();
		for (Pair pair : wanted) {
			check(quotas.groupUsers(), groups.usersOf(pair.group()).size() + same(wanted, pair, Pair::group),
					Code.GROUP_USERS_FULL);
			check(quotas.userGroups(), groups.groupsOf(pair.uid()).size() + same(wanted, pair, Pair::uid),
					Code.USER_GROUPS_FULL);
		}
		wanted.forEach((pair) -> groups.join(pair.group(), pair.uid()));
		return Json.object();
	}

	/** {@code RemoveUserFromGroup}; who is not there stays away. */
	public ObjectNode remove(Question question) {
		pairs(question).forEach((pair) -> this.account.groups().leave(pair.group(), pair.uid()));
		return Json.object();
	}

	private static long same(Set<Pair> pairs, Pair one, ToLongFunction<Pair> side) {
		return pairs.stream().filter((pair) -> side.applyAsLong(pair) == side.applyAsLong(one)).count();
	}

	private static void check(int most, long many, Code otherwise) {
		if (most > 0 && many > most) {
			throw Refused.because(otherwise);
		}
	}

	private Set<Pair> pairs(Question question) {
		Set<Pair> pairs = new LinkedHashSet<>();
		for (Question part : question.parts("Info", PAIR)) {
			long group = part.number("GroupId", 0);
			if (this.account.groups().byId(group) == null) {
				throw Refused.because(Code.GROUP_NOT_EXIST);
			}
			pairs.add(new Pair(group, user(part.number("Uid"), part.number("Uin")).uid()));
		}
		if (pairs.isEmpty()) {
			throw Refused.because(Code.MISSING_PARAMETER, "Info");
		}
		return pairs;
	}

	private SubUser user(@Nullable Long uid, @Nullable Long uin) {
		if (uid == null && uin == null) {
			throw Refused.because(Code.NEITHER_UID_NOR_UIN);
		}
		SubUser user = (uid != null) ? this.account.users().byUid(uid)
				: this.account.users().byUin((uin != null) ? uin : 0);
		if (user == null) {
			throw Refused.because(Code.NO_SUCH_USER);
		}
		if (user.isOfWeCom() && this.account.has(Habit.WECOM_USERS_UNGROUPED)) {
			throw Refused.because(Code.FAILED);
		}
		return user;
	}

}
