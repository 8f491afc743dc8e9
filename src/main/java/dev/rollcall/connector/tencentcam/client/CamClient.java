package dev.rollcall.connector.tencentcam.client;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

import dev.rollcall.connector.Notices;
import dev.rollcall.connector.remote.Calls;
import dev.rollcall.connector.remote.Clocks;
import dev.rollcall.connector.remote.HttpConnection;
import dev.rollcall.connector.remote.TokenSupply;
import dev.rollcall.connector.tencentcam.api.AddUser;
import dev.rollcall.connector.tencentcam.api.AddedUser;
import dev.rollcall.connector.tencentcam.api.Answer;
import dev.rollcall.connector.tencentcam.api.AppId;
import dev.rollcall.connector.tencentcam.api.ByName;
import dev.rollcall.connector.tencentcam.api.CamApi;
import dev.rollcall.connector.tencentcam.api.DeleteUser;
import dev.rollcall.connector.tencentcam.api.FoundUser;
import dev.rollcall.connector.tencentcam.api.GroupMembers;
import dev.rollcall.connector.tencentcam.api.GroupUsers;
import dev.rollcall.connector.tencentcam.api.Groups;
import dev.rollcall.connector.tencentcam.api.NewGroup;
import dev.rollcall.connector.tencentcam.api.Nothing;
import dev.rollcall.connector.tencentcam.api.Offset;
import dev.rollcall.connector.tencentcam.api.PageOfGroup;
import dev.rollcall.connector.tencentcam.api.PageOfGroups;
import dev.rollcall.connector.tencentcam.api.PageOfUser;
import dev.rollcall.connector.tencentcam.api.SubAccountUins;
import dev.rollcall.connector.tencentcam.api.SubAccounts;
import dev.rollcall.connector.tencentcam.api.UpdateUser;
import dev.rollcall.connector.tencentcam.api.User;
import dev.rollcall.connector.tencentcam.api.WeComUsers;
import dev.rollcall.connector.tencentcam.api.Wrapped;
import dev.rollcall.directory.Message;
import org.jspecify.annotations.Nullable;

/**
 * CAM as the rest of the connector calls it. Every call waits for its turn, is signed,
 * and is tried again where that may help. Safe for use by many threads.
 *
 * <p>
 * All calls throw {@link Refusal} when CAM says no, and a passing
 * {@link dev.rollcall.connector.DirectoryException} when it cannot be told what became of
 * them.
 */
public final class CamClient implements AutoCloseable {

	private final CamAccess access;

	private final CamApi api;

	private final Closeable connections;

	private final Calls<Wrapped<? extends Answer>> calls;

	/** Calls CAM over HTTP. */
	public CamClient(CamAccess access, Notices notices, Clock clock) {
		this(access, connect(access, clock), notices, Clocks.of(clock));
	}

	private CamClient(CamAccess access, HttpConnection http, Notices notices, Clocks clocks) {
		this(access, http.calls(CamApi.class), http, notices, clocks);
	}

	CamClient(CamAccess access, CamApi api, Closeable connections, Notices notices, Clocks clocks) {
		this.access = access;
		this.api = api;
		this.connections = connections;
		this.calls = new Calls<>(new CamDialect(), access.line(), access::rate, clocks, notices);
		this.calls.secrets().add(access.key().secretKey());
	}

	/** How it is called. */
	public CamAccess access() {
		return this.access;
	}

	/** All sub-users, in one call. */
	public List<User> users() {
		return given(CamCall.LIST_USERS, call(CamCall.LIST_USERS, () -> this.api.users(new Nothing())).data());
	}

	/** Some of those whom the console has imported from WeCom. */
	public WeComUsers weComUsers(long offset, int limit) {
		return call(CamCall.LIST_WECOM_USERS, () -> this.api.weComUsers(new Offset(offset, limit)));
	}

	/** The kinds of at most 50 accounts. */
	public List<SubAccounts.SubAccount> kinds(List<Long> uins) {
		CamCall call = CamCall.DESCRIBE_SUB_ACCOUNTS;
		return given(call, call(call, () -> this.api.subAccounts(new SubAccountUins(uins))).subAccounts());
	}

	/** One sub-user; its {@code Uin} is told. */
	public FoundUser user(String name) {
		FoundUser user = call(CamCall.GET_USER, () -> this.api.user(new ByName(name)));
		given(CamCall.GET_USER, user.uin());
		return user;
	}

	/** Creates a sub-user; its {@code Uin} is told. The answer may hold secrets. */
	public AddedUser addUser(AddUser user) {
		AddedUser added = call(CamCall.ADD_USER, () -> this.api.addUser(user));
		this.calls.secrets().add(added.password());
		this.calls.secrets().add(added.secretKey());
		given(CamCall.ADD_USER, added.uin());
		return added;
	}

	public void updateUser(UpdateUser user) {
		call(CamCall.UPDATE_USER, () -> this.api.updateUser(user));
	}

	/** Deletes a sub-user; refused while it has access keys. */
	public void deleteUser(String name) {
		call(CamCall.DELETE_USER, () -> this.api.deleteUser(new DeleteUser(name, 0)));
	}

	/**
	 * A page of all groups.
	 * @param page from 1
	 */
	public Groups groups(int page, int size) {
		return call(CamCall.LIST_GROUPS, () -> this.api.groups(new PageOfGroups(page, size)));
	}

	/**
	 * A page of the groups that a sub-user is in.
	 * @param page from 1
	 */
	public Groups groupsOfUser(long uin, int page, int size) {
		return call(CamCall.LIST_USER_GROUPS, () -> this.api.groupsOfUser(new PageOfUser(uin, page, size)));
	}

	/**
	 * A page of the sub-users of a group.
	 * @param page from 1
	 */
	public GroupUsers groupUsers(long group, int page, int size) {
		return call(CamCall.LIST_GROUP_USERS, () -> this.api.groupUsers(new PageOfGroup(group, page, size)));
	}

	/** Creates a group; gives its id. */
	public long createGroup(String name) {
		CamCall call = CamCall.CREATE_GROUP;
		return given(call, call(call, () -> this.api.createGroup(new NewGroup(name, null))).groupId());
	}

	public void addToGroups(GroupMembers members) {
		call(CamCall.ADD_TO_GROUP, () -> this.api.addToGroup(members));
	}

	public void removeFromGroups(GroupMembers members) {
		call(CamCall.REMOVE_FROM_GROUP, () -> this.api.removeFromGroup(members));
	}

	/** Who calls, and whose account that is. */
	public AppId appId() {
		return call(CamCall.GET_APP_ID, () -> this.api.appId(new Nothing()));
	}

	/** What the calls since it was opened have come to. */
	public List<Message> traffic() {
		return this.calls.messages();
	}

	@Override
	public void close() {
		try {
			this.connections.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static HttpConnection connect(CamAccess access, Clock clock) {
		Signature signature = new Signature(access.key(), service(access.line().base()));
		return new HttpConnection(access.line(), new SigningInterceptor(signature, clock));
	}

	/** The first label of the host, as Tencent's own clients take it. */
	private static String service(URI base) {
		return base.getHost().split("\\.")[0];
	}

	private <T extends Answer> T call(CamCall call, Supplier<@Nullable Wrapped<T>> once) {
		return given(call, this.calls.call(call, (none) -> once.get(), TokenSupply.NONE).response());
	}

	/**
	 * Nobody may take an answer that is none of CAM's, such as a proxy's, for one that
	 * says that nobody is there.
	 */
	private <T> T given(CamCall call, @Nullable T value) {
		if (value == null) {
			throw this.calls.unreadable(call);
		}
		return value;
	}

}
