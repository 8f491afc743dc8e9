package dev.rollcall.connector.tencentcam.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.Stream;

import dev.rollcall.connector.tencentcam.api.FoundUser;
import dev.rollcall.connector.tencentcam.api.Groups;
import dev.rollcall.connector.tencentcam.api.SubAccounts.SubAccount;
import dev.rollcall.connector.tencentcam.api.User;
import dev.rollcall.connector.tencentcam.api.WeComUsers;
import dev.rollcall.connector.tencentcam.client.CamClient;
import dev.rollcall.connector.tencentcam.client.Refusal;
import org.jspecify.annotations.Nullable;

/** Looks at what CAM holds now. Safe for use by many threads. */
final class Lookup {

	/** How many accounts CAM describes with one call. */
	static final int DESCRIBED = 50;

	/** CAM's own page size: larger ones are nowhere promised. */
	private static final int PAGE = 20;

	private final CamClient client;

	Lookup(CamClient client) {
		this.client = client;
	}

	/** All sub-users; those of WeCom may be missing. */
	List<User> users() {
		return this.client.users();
	}

	/** The sub-user of a name, null when there is none. */
	@Nullable User named(String name) {
		try {
			FoundUser user = this.client.user(name);
			return new User(user.uin(), user.uid(), user.name(), user.remark(), user.consoleLogin(), user.phoneNum(),
					user.countryCode(), user.email(), null, null, null);
		}
		catch (Refusal refusal) {
			if (!Refusals.isGone(refusal)) {
				throw refusal;
			}
			return null;
		}
	}

	/**
	 * The account of a number, of whatever kind, with the name that it has now; null when
	 * it is gone.
	 */
	@Nullable SubAccount account(long uin) {
		try {
			return described(List.of(uin)).get(uin);
		}
		catch (Refusal refusal) {
			// Whether it leaves out who is gone, or refuses, its pages do not say.
			if (!Refusals.isInvalid(refusal)) {
				throw refusal;
			}
			return listed(uin);
		}
	}

	/** Those of at most 50 accounts that exist, by their numbers. */
	Map<Long, SubAccount> described(List<Long> uins) {
		Map<Long, SubAccount> described = new HashMap<>();
		for (SubAccount account : this.client.kinds(uins)) {
			if (account.uin() != null && account.name() != null) {
				described.put(account.uin(), account);
			}
		}
		return described;
	}

	private @Nullable SubAccount listed(long uin) {
		return Stream.concat(users().stream(), ofWeCom().stream())
			.filter((user) -> user.uin() != null && user.uin() == uin)
			.map((user) -> new SubAccount(user.uin(), user.uid(), user.name(), null))
			.findFirst()
			.orElse(null);
	}

	/** All whom the console has imported from WeCom, with their userids. */
	List<User> ofWeCom() {
		List<User> all = new ArrayList<>();
		while (true) {
			WeComUsers page = this.client.weComUsers(all.size(), PAGE);
			List<User> users = Objects.requireNonNullElse(page.data(), List.of());
			all.addAll(users);
			if (users.isEmpty() || (page.totalCount() != null && all.size() >= page.totalCount())) {
				return all;
			}
		}
	}

	/** The ids of all groups by their names. */
	Map<String, Long> groups() {
		Map<String, Long> ids = new HashMap<>();
		for (Groups.Group group : all((page) -> this.client.groups(page, PAGE))) {
			if (group.groupId() != null && group.groupName() != null) {
				ids.put(group.groupName(), group.groupId());
			}
		}
		return ids;
	}

	/** The names of all groups that a sub-user is in; none of one who is gone. */
	List<String> groupsOf(long uin) {
		try {
			return all((page) -> this.client.groupsOfUser(uin, page, PAGE)).stream()
				.map(Groups.Group::groupName)
				.filter(Objects::nonNull)
				.toList();
		}
		catch (Refusal refusal) {
			if (!Refusals.isGone(refusal)) {
				throw refusal;
			}
			return List.of();
		}
	}

	private static List<Groups.Group> all(IntFunction<Groups> pages) {
		List<Groups.Group> all = new ArrayList<>();
		for (int number = 1;; number++) {
			Groups page = pages.apply(number);
			List<Groups.Group> groups = Objects.requireNonNullElse(page.groupInfo(), List.of());
			all.addAll(groups);
			if (groups.isEmpty() || (page.totalNum() != null && all.size() >= page.totalNum())) {
				return all;
			}
		}
	}

}
