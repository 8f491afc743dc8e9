package dev.rollcall.sandbox.cam.users;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import dev.rollcall.sandbox.Json;
import dev.rollcall.sandbox.cam.account.Habit;
import dev.rollcall.sandbox.cam.account.RootAccount;
import dev.rollcall.sandbox.cam.account.SubUser;
import dev.rollcall.sandbox.cam.wire.Code;
import dev.rollcall.sandbox.cam.wire.Page;
import dev.rollcall.sandbox.cam.wire.Question;
import dev.rollcall.sandbox.cam.wire.Refused;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Calls that read sub-users. */
public final class UserReads {

	private static final int MOST_DESCRIBED = 50;

	private static final int MOST_ITEMS = 100;

	private static final Set<String> KINDS = Set.of("Owner", "SubUser", "CICUser", "WechatCorpUser", "AgentIdentity",
			"Collaborator", "MessageReceiver");

	private final RootAccount account;

	public UserReads(RootAccount account) {
		this.account = account;
	}

	/** {@code GetUser}. */
	public ObjectNode one(Question question) {
		return UserViews.plain(this.account.required(question.text("Name", "")))
			.put("RecentlyLoginIP", "")
			.put("RecentlyLoginTime", "");
	}

	/** {@code ListUsers}. */
	public ObjectNode all(Question question) {
		ObjectNode answer = Json.object();
		ArrayNode data = answer.putArray("Data");
		boolean some = this.account.has(Habit.WECOM_USERS_UNLISTED);
		this.account.users()
			.all()
			.stream()
			.filter((user) -> !some || !user.isOfWeCom())
			.forEach((user) -> data.add(UserViews.listed(user)));
		return answer;
	}

	/** {@code DescribeSubAccounts}: those that there are of those asked for, usually. */
	public ObjectNode described(Question question) {
		List<Long> uins = question.numbers("FilterSubAccountUin");
		if (uins.isEmpty() || uins.size() > MOST_DESCRIBED) {
			throw Refused.because(Code.INVALID_PARAMETER, "FilterSubAccountUin");
		}
		boolean all = uins.stream().allMatch((uin) -> this.account.users().byUin(uin) != null);
		if (!all && this.account.has(Habit.GONE_UNDESCRIBED)) {
			throw Refused.because(Code.INVALID_PARAMETER, "FilterSubAccountUin");
		}
		ObjectNode answer = Json.object();
		ArrayNode accounts = answer.putArray("SubAccounts");
		uins.stream()
			.distinct()
			.map(this.account.users()::byUin)
			.filter(Objects::nonNull)
			.forEach((user) -> accounts.add(UserViews.described(user)));
		return answer;
	}

	/** {@code ListWeChatWorkSubAccounts}. */
	public ObjectNode ofWeCom(Question question) {
		Page page = Page.offset(question, this.account.quotas().largest(), this.account.has(Habit.LIMIT_CAPS));
		List<SubUser> all = this.account.users().ofWeCom();
		ObjectNode answer = Json.object().put("TotalCount", all.size());
		ArrayNode data = answer.putArray("Data");
		page.of(all).forEach((user) -> data.add(UserViews.ofWeCom(user)));
		return answer;
	}

	/**
	 * {@code ListAccounts}, without the owner. A marker is the uid of the last one that
	 * was listed.
	 */
	public ObjectNode accounts(Question question) {
		long most = question.number("MaxItems", MOST_ITEMS);
		String marker = question.text("Marker", "");
		String kind = question.text("UserType", "");
		boolean known = kind.isEmpty() || KINDS.contains(kind);
		if (most < 1 || most > MOST_ITEMS || !marker.matches("\\d{0,18}") || !known) {
			throw Refused.because(Code.PARAM_ERROR);
		}
		long after = marker.isEmpty() ? 0 : Long.parseLong(marker);
		List<SubUser> left = this.account.users()
			.all()
			.stream()
			.filter((user) -> user.uid() > after && (kind.isEmpty() || UserViews.kind(user).equals(kind)))
			.limit(most + 1)
			.toList();
		return accounts(left, (int) most);
	}

	private static ObjectNode accounts(List<SubUser> left, int most) {
		ObjectNode answer = Json.object();
		ArrayNode users = answer.putArray("Users");
		left.stream().limit(most).forEach((user) -> users.add(UserViews.account(user)));
		boolean more = left.size() > most;
		return answer.put("Marker", more ? String.valueOf(left.get(most - 1).uid()) : "").put("IsTruncated", more);
	}

}
