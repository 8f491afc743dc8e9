package dev.rollcall.connector.tencentcam.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

import dev.rollcall.connector.tencentcam.api.User;
import dev.rollcall.connector.tencentcam.api.WeComUsers;
import dev.rollcall.connector.tencentcam.client.CamClient;
import dev.rollcall.connector.tencentcam.client.Refusal;
import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

/**
 * All sub-users of an account, by their {@code Uin}: those of the list of all, and those
 * of WeCom, who may or may not be in that list.
 */
final class Roster {

	private final TreeMap<Long, User> users = new TreeMap<>();

	private final Set<Long> ofWeCom = new HashSet<>();

	private final List<Message> gaps = new ArrayList<>();

	/** Reads it. */
	Roster(CamClient client) {
		int unusable = 0;
		for (User user : client.users()) {
			unusable += (user.uin() == null) ? 1 : 0;
			if (user.uin() != null) {
				this.users.put(user.uin(), user);
			}
		}
		unusable += readWeComUsers(client);
		if (unusable > 0) {
			this.gaps.add(Message.of("tencentcam.gap.without-uin", unusable));
		}
	}

	/** By their numbers, in order. */
	NavigableMap<Long, User> users() {
		return this.users;
	}

	/** Why somebody may be missing. */
	List<Message> gaps() {
		return this.gaps;
	}

	/** Whether the console has imported a sub-user from WeCom. */
	boolean isOfWeCom(long uin) {
		return this.ofWeCom.contains(uin);
	}

	/** How many the console has imported from WeCom. */
	int weComUsers() {
		return this.ofWeCom.size();
	}

	/**
	 * An account that has nothing to do with WeCom may refuse to list whom it has from
	 * there: no page says what it does. Others can be read nevertheless.
	 */
	private int readWeComUsers(CamClient client) {
		try {
			Listing.Read<User> read = list(client).read();
			if (!read.whole()) {
				this.gaps.add(Message.of("tencentcam.gap.wecom-users", read.entries().size(), read.total()));
			}
			read.entries().forEach(this::put);
			return read.unusable();
		}
		catch (Refusal ex) {
			if (!ex.code().startsWith("FailedOperation") && !ex.code().startsWith("ResourceNotFound")) {
				throw ex;
			}
			this.gaps.add(Message.of("tencentcam.gap.wecom-refused", ex.code(), ex.words()));
			return 0;
		}
	}

	private static Listing<User> list(CamClient client) {
		return new Listing<>((number, offset, size) -> {
			WeComUsers page = client.weComUsers(offset, size);
			return Listing.Part.of(page.totalCount(), page.data());
		}, User::uin);
	}

	private void put(User user) {
		long uin = Objects.requireNonNull(user.uin());
		this.ofWeCom.add(uin);
		User listed = this.users.get(uin);
		this.users.put(uin, (listed != null) ? both(user, listed) : user);
	}

	/** Both lists tell the same, but for the userid. */
	private static User both(User one, User other) {
		return new User(one.uin(), or(one.uid(), other.uid()), or(one.name(), other.name()),
				or(one.remark(), other.remark()), or(one.consoleLogin(), other.consoleLogin()),
				or(one.phoneNum(), other.phoneNum()), or(one.countryCode(), other.countryCode()),
				or(one.email(), other.email()), or(one.nickName(), other.nickName()), one.weChatWorkUserId(),
				or(one.createTime(), other.createTime()));
	}

	private static <T> @Nullable T or(@Nullable T one, @Nullable T other) {
		return (one != null) ? one : other;
	}

}
